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
#include "store/ledger.h"
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

const IkrarEntity ikrar_person_entity = { "person", sizeof (IkrarPerson), columns,
                                          G_N_ELEMENTS (columns),
                                          (GDestroyNotify) ikrar_person_free };

IKRAR_ENTITY_FREE (IkrarPerson, ikrar_person)

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

/* A number that changes stays known: people are found by any number they ever had. */
static gboolean
keep_number (IkrarChange *change, const IkrarPerson *person, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (IkrarPerson) old =
      ikrar_person_get (ikrar_change_get_store (change), person->id, &local);

  if (old == NULL && !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (old == NULL || *old->number == '\0' || strcmp (old->number, person->number) == 0)
    return TRUE;
  return ikrar_db_run (ikrar_change_get_db (change), "person_number_put", error, "tti", old->number,
                       ikrar_number_kind_word (old->number_kind), old->id);
}

gboolean
ikrar_person_put (IkrarChange *change, IkrarPerson *person, GError **error)
{
  g_free (person->name_key);
  person->name_key = ikrar_person_name_key (person->name);
  if (person->number == NULL)
    person->number = g_strdup ("");
  return keep_number (change, person, error) &&
         ikrar_change_put (change, &ikrar_person_entity, person, error);
}

static gboolean
check (IkrarStore *store, const IkrarPerson *person, GError **error)
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
ikrar_person_save (IkrarStore *store, IkrarPerson *person, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;
  gboolean is_new = person->id == 0;

  if (!check (store, person, error))
    return FALSE;
  if (is_new)
    person->id = ikrar_id_new ();
  change = ikrar_change_begin (store, is_new ? "person.add" : "person.edit", 0, person->id,
                               person->name, NULL, error);
  if (change != NULL && ikrar_person_put (change, person, error) &&
      ikrar_change_commit (change, error))
    return TRUE;
  if (is_new)
    person->id = 0;
  return FALSE;
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

/* What the journal and imports kept goes too, and in the sealed log values and salts. */
static gboolean
scrub (IkrarChange *change, IkrarId id, GError **error)
{
  static const char *const statements[] = {
    "journal_scrub_entity", "journal_scrub_subject",     "person_number_erase",
    "person_erase_imports", "person_erase_certificates", "ledger_field_erase_person",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!ikrar_db_run (ikrar_change_get_db (change), statements[i], error, "i", id))
      return FALSE;
  return TRUE;
}

static gboolean
seal_erasure (IkrarChange *change, IkrarId id, GError **error)
{
  IkrarRecord record = { .kind = IKRAR_RECORD_PERSON_ERASED, .subject = id, .refers_to = -1 };

  ikrar_nonce_new (record.nonce);
  return ikrar_ledger_append (change, &record, NULL, 0, error);
}

gboolean
ikrar_person_erase (IkrarStore *store, IkrarId id, const char *reason, GError **error)
{
  g_autoptr (IkrarPerson) old = ikrar_person_get (store, id, error);
  g_autoptr (IkrarPerson) person = NULL;
  g_autoptr (IkrarChange) change = NULL;

  if (old == NULL)
    return FALSE;
  change = ikrar_change_begin (store, "person.erase", 0, 0, reason, NULL, error);
  if (change == NULL)
    return FALSE;
  person = ikrar_entity_decode (&ikrar_person_entity, "{'name':<'(dihapus)'>}", error);
  person->id = id;
  person->removed_at = ikrar_change_get_time (change);
  return scrub (change, id, error) &&
         ikrar_entity_put (&ikrar_person_entity, ikrar_change_get_db (change), person, error) &&
         seal_erasure (change, id, error) && ikrar_change_commit (change, error);
}
