/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/person-name.h"
#include "core/text.h"
#include "core/unit-name.h"

#include "store/error.h"
#include "store/person-merge.h"
#include "store/person-private.h"
#include "store/unit.h"
#include "store/words-private.h"

#define COLUMN(name, type)                                \
  {                                                       \
#name, type, G_STRUCT_OFFSET(IkrarPerson, name), NULL \
  }

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (number, IKRAR_COLUMN_TEXT),
  { "number_kind", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarPerson, number_kind),
    _ikrar_number_kind_words },
  COLUMN (prefix, IKRAR_COLUMN_TEXT),
  COLUMN (name, IKRAR_COLUMN_TEXT),
  COLUMN (suffix, IKRAR_COLUMN_TEXT),
  COLUMN (name_key, IKRAR_COLUMN_TEXT),
  COLUMN (written, IKRAR_COLUMN_TEXT),
  COLUMN (grade, IKRAR_COLUMN_INT),
  COLUMN (position, IKRAR_COLUMN_TEXT),
  COLUMN (unit_id, IKRAR_COLUMN_INT64),
  COLUMN (sex, IKRAR_COLUMN_TEXT),
  COLUMN (phone, IKRAR_COLUMN_TEXT),
  COLUMN (email, IKRAR_COLUMN_TEXT),
  COLUMN (removed_at, IKRAR_COLUMN_INT64),
};

const IkrarEntity ikrar_person_entity = { IKRAR_ENTITY_NAMES ("person"), sizeof (IkrarPerson),
                                          columns, G_N_ELEMENTS (columns),
                                          (GDestroyNotify) ikrar_person_free };

#undef COLUMN
#define COLUMN(name, type)                                      \
  {                                                             \
#name, type, G_STRUCT_OFFSET(IkrarPersonNumber, name), NULL \
  }

static const IkrarColumn number_columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (number, IKRAR_COLUMN_TEXT),
  { "number_kind", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarPersonNumber, number_kind),
    _ikrar_number_kind_words },
  COLUMN (person_id, IKRAR_COLUMN_INT64),
};

const IkrarEntity ikrar_person_number_entity = { IKRAR_ENTITY_NAMES ("person_number"),
                                                 sizeof (IkrarPersonNumber), number_columns,
                                                 G_N_ELEMENTS (number_columns),
                                                 (GDestroyNotify) ikrar_person_number_free };

IKRAR_ENTITY_FREE (IkrarPerson, ikrar_person)
IKRAR_ENTITY_FREE (IkrarPersonNumber, ikrar_person_number)

void
ikrar_person_line_free (IkrarPersonLine *line)
{
  if (line == NULL)
    return;
  ikrar_person_free (line->person);
  g_free (line->unit);
  g_free (line);
}

void
ikrar_person_event_free (IkrarPersonEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->title);
  g_free (event->state);
  g_free (event->pledge);
  g_free (event->certificate);
  g_free (event);
}

char *
ikrar_person_display (const IkrarPerson *person)
{
  return ikrar_person_name_display (person->prefix, person->name, person->suffix);
}

IkrarPerson *
ikrar_person_get (IkrarStore *store, IkrarId id, GError **error)
{
  return ikrar_entity_get (&ikrar_person_entity, ikrar_store_get_db (store), id, error);
}

gboolean
ikrar_person_find (IkrarStore *store, const char *number, IkrarId *id, GError **error)
{
  return ikrar_db_get_int (ikrar_store_get_db (store), "person_by_number", id, error, "t", number);
}

/* LIKE with the engine's wildcards in what was typed taken out: folding leaves none. */
static char *
like_pattern (char *folded)
{
  g_autofree char *owned = folded;

  return g_strdup_printf ("%%%s%%", *owned != '\0' ? owned : "\x7f");
}

static IkrarStatement *
start_search (IkrarDb *db, const char *patterns[3], gint64 limit, gint64 *total, GError **error)
{
  if (total != NULL && !ikrar_db_get_int (db, "person_search_count", total, error, "ttt",
                                          patterns[0], patterns[1], patterns[2]))
    return NULL;
  return ikrar_db_query (db, "person_search", error, "ttti", patterns[0], patterns[1], patterns[2],
                         limit);
}

static GPtrArray *
read_lines (IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_person_line_free);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarPersonLine *line = g_new0 (IkrarPersonLine, 1);

      line->person = ikrar_entity_read (&ikrar_person_entity, statement);
      line->unit = g_strdup (ikrar_statement_get_text (statement, G_N_ELEMENTS (columns)));
      line->events = ikrar_statement_get_int (statement, G_N_ELEMENTS (columns) + 1);
      g_ptr_array_add (lines, line);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

GPtrArray *
ikrar_person_list (IkrarStore *store,
                   const char *search,
                   guint limit,
                   gint64 *total,
                   GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  g_autofree char *name = like_pattern (ikrar_text_fold (search));
  g_autofree char *number = like_pattern (ikrar_text_digits (search));
  g_autofree char *unit = like_pattern (ikrar_unit_key (search));
  const char *patterns[] = { name, number, unit };

  if (!ikrar_text_is_blank (search))
    return read_lines (start_search (db, patterns, limit, total, error), error);
  if (total != NULL && !ikrar_db_get_int (db, "person_count", total, error, ""))
    return NULL;
  return read_lines (ikrar_db_query (db, "person_list", error, "i", (gint64) limit), error);
}

/* Takes a number out of the earlier ones of its person: it is the present one again. */
static gboolean
forget_number (IkrarChange *change, const char *number, IkrarId person, GError **error)
{
  IkrarId id;

  return ikrar_db_get_int (ikrar_change_get_db (change), "person_number_find", &id, error, "ti",
                           number, person) &&
         (id == 0 || ikrar_change_delete (change, &ikrar_person_number_entity, id, error));
}

/* Unless it is known as an earlier number, of this person or another one. */
static gboolean
remember_number (IkrarChange *change, const IkrarPerson *old, GError **error)
{
  IkrarPersonNumber row = { .id = ikrar_id_new (),
                            .number = old->number,
                            .number_kind = old->number_kind,
                            .person_id = old->id };
  gint64 known;

  return ikrar_db_get_int (ikrar_change_get_db (change), "person_number_known", &known, error, "t",
                           old->number) &&
         (known != 0 || ikrar_change_put (change, &ikrar_person_number_entity, &row, error));
}

/* A number that changes stays known: people are found by any number they ever had. */
gboolean
_ikrar_person_keep_number (IkrarChange *change, const IkrarPerson *person, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (IkrarPerson) old =
      ikrar_person_get (ikrar_change_get_store (change), person->id, &local);

  if (old == NULL && !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (old == NULL || strcmp (old->number, person->number) == 0)
    return TRUE;
  return forget_number (change, person->number, person->id, error) &&
         (*old->number == '\0' || remember_number (change, old, error));
}

gboolean
ikrar_person_put (IkrarChange *change, IkrarPerson *person, GError **error)
{
  g_free (person->name_key);
  person->name_key = ikrar_person_name_key (person->name);
  if (person->number == NULL)
    person->number = g_strdup ("");
  return _ikrar_person_keep_number (change, person, error) &&
         ikrar_change_put (change, &ikrar_person_entity, person, error);
}

gboolean
_ikrar_person_check (IkrarStore *store, const IkrarPerson *person, GError **error)
{
  IkrarId other = 0;

  if (ikrar_text_is_blank (person->name))
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                   _ ("A person needs a name."));
      return FALSE;
    }
  if (person->number != NULL && *person->number != '\0' &&
      !ikrar_person_find (store, person->number, &other, error))
    return FALSE;
  if (other == 0 || other == person->id)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE,
               _ ("Another person of the register has this number already."));
  return FALSE;
}

gboolean
_ikrar_person_check_there (IkrarStore *store, const IkrarPerson *person, GError **error)
{
  IkrarId into;

  if (person->removed_at == 0)
    return TRUE;
  if (!ikrar_person_merged_into (store, person->id, &into, error))
    return FALSE;
  if (into != 0)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                 _ ("This person was merged with another one, who has the id %lld."),
                 (long long) into);
  else
    g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                         _ ("This person was erased."));
  return FALSE;
}

/* Nobody who was erased meanwhile comes back by an edit. */
static gboolean
check_there (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarPerson) person = ikrar_person_get (store, id, error);

  return person != NULL && _ikrar_person_check_there (store, person, error);
}

/* Saves in the unit the person has, or with @unit in the one of that name. */
static IkrarId
save (IkrarStore *store, IkrarPerson *person, const char *unit, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;
  gboolean is_new = person->id == 0;

  if (is_new)
    person->id = ikrar_id_new ();
  change = ikrar_change_begin (store, is_new ? "person.add" : "person.edit", 0, person->id,
                               person->name, NULL, error);
  if (change != NULL && (is_new || check_there (store, person->id, error)) &&
      _ikrar_person_check (store, person, error) &&
      (unit == NULL || ikrar_unit_ensure (change, unit, &person->unit_id, error)) &&
      ikrar_person_put (change, person, error) && ikrar_change_commit (change, error))
    return ikrar_change_get_id (change);
  if (is_new)
    person->id = 0;
  return 0;
}

gboolean
ikrar_person_save (IkrarStore *store, IkrarPerson *person, GError **error)
{
  return save (store, person, NULL, error) != 0;
}

IkrarId
ikrar_person_save_in_unit (IkrarStore *store, IkrarPerson *person, const char *unit, GError **error)
{
  return save (store, person, unit, error);
}

static IkrarPersonEvent *
read_event (IkrarStatement *statement)
{
  IkrarPersonEvent *event = g_new0 (IkrarPersonEvent, 1);

  event->event_id = ikrar_statement_get_int (statement, 0);
  event->participant_id = ikrar_statement_get_int (statement, 1);
  event->title = g_strdup (ikrar_statement_get_text (statement, 2));
  event->start_at = ikrar_statement_get_int (statement, 3);
  ikrar_zone_parse (ikrar_statement_get_text (statement, 4), &event->zone, NULL);
  event->state = g_strdup (ikrar_statement_get_text (statement, 5));
  event->state_at = ikrar_statement_get_int (statement, 6);
  event->pledge = g_strdup (ikrar_statement_get_text (statement, 7));
  event->pledge_at = ikrar_statement_get_int (statement, 8);
  event->certificate = g_strdup (ikrar_statement_get_text (statement, 9));
  return event;
}

GPtrArray *
ikrar_person_events (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (GPtrArray) events =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_person_event_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "person_events", error, "i", id);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (events, read_event (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&events) : NULL;
}
