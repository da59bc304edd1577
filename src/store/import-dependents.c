/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/person-name.h"

#include "store/import-private.h"

/* So many are named; the others are counted. */
#define NAMED_MAX 5

void
ikrar_import_dependent_free (IkrarImportDependent *dependent)
{
  if (dependent == NULL)
    return;
  g_free (dependent->name);
  g_free (dependent);
}

/* Whether somebody who was changed had withdrawn before: then the import invited them again, and
 * they came because of it. */
static gboolean
was_withdrawn (const char *before)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_entity_decode (&ikrar_participant_entity, before, NULL);

  return participant != NULL && participant->withdrawn_at != 0;
}

/* What somebody who was only changed did does not depend on the change. */
static guint
read_what (IkrarStatement *statement)
{
  const char *before = ikrar_statement_get_text (statement, 3);
  guint what = 0;

  if (ikrar_statement_get_int (statement, 4) != 0)
    what |= IKRAR_IMPORT_ATTENDED;
  if (ikrar_statement_get_int (statement, 5) != 0)
    what |= IKRAR_IMPORT_PLEDGED;
  if (ikrar_statement_get_int (statement, 6) != 0)
    what |= IKRAR_IMPORT_CERTIFIED;
  if (what != 0 && *before != '\0' && !was_withdrawn (before))
    what = 0;
  if (ikrar_statement_get_int (statement, 7) != 0)
    what |= IKRAR_IMPORT_EDITED;
  return what;
}

GPtrArray *
_ikrar_import_list_people (IkrarDb *db, IkrarId batch, IkrarId journal, GError **error)
{
  g_autoptr (GPtrArray) people =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_import_dependent_free);
  IkrarStatement *statement = ikrar_db_query (db, "import_dependents", error, "ii", batch, journal);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      guint what = read_what (statement);
      IkrarImportDependent *dependent;

      if (what == 0)
        continue;
      dependent = g_new (IkrarImportDependent, 1);
      dependent->what = what;
      dependent->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 0),
                                                   ikrar_statement_get_text (statement, 1),
                                                   ikrar_statement_get_text (statement, 2));
      g_ptr_array_add (people, dependent);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&people) : NULL;
}

/* What happened, in words apart by commas. */
static char *
describe_what (guint what)
{
  const struct
  {
    guint bit;
    const char *words;
  } happenings[] = {
    { IKRAR_IMPORT_ATTENDED, _ ("attendance recorded") },
    { IKRAR_IMPORT_PLEDGED, _ ("pledged") },
    { IKRAR_IMPORT_CERTIFIED, _ ("certificate issued") },
    { IKRAR_IMPORT_EDITED, _ ("changed later") },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (happenings); i++)
    if ((what & happenings[i].bit) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", happenings[i].words);
  return g_string_free (text, FALSE);
}

static char *
name_people (GPtrArray *people)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < people->len && i < NAMED_MAX; i++)
    {
      const IkrarImportDependent *dependent = g_ptr_array_index (people, i);
      g_autofree char *what = describe_what (dependent->what);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? "; " : "", dependent->name, what);
    }
  if (people->len > NAMED_MAX)
    {
      gulong more = people->len - NAMED_MAX;

      g_string_append (text, "; ");
      /* Translators: after the names of a few people: and so many others. */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%lu more", "%lu more", more),
                              more);
    }
  return g_string_free (text, FALSE);
}

static void
append_people (GString *text, GPtrArray *people)
{
  g_autofree char *names = NULL;

  if (people->len == 0)
    return;
  names = name_people (people);
  g_string_append_printf (
      text,
      /* Translators: %1$d is a number of people, %2$s are names of them and what happened. */
      g_dngettext (GETTEXT_PACKAGE,
                   "Something happened since to %1$d person of this import: %2$s. Take that back "
                   "first, or let them withdraw instead.",
                   "Something happened since to %1$d people of this import: %2$s. Take that back "
                   "first, or let them withdraw instead.",
                   (gulong) people->len),
      (int) people->len, names);
}

static void
append_later (GString *text, GPtrArray *later)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (later->len == 0)
    return;
  for (guint i = 0; i < later->len; i++)
    {
      const IkrarImportBatch *batch = g_ptr_array_index (later, i);
      g_autofree char *date = ikrar_time_format_date (batch->imported_at, batch->zone);
      g_autofree char *clock = ikrar_time_format_clock (batch->imported_at, batch->zone);

      g_string_append_printf (names, "%s“%s” (%s %s)", i > 0 ? ", " : "", batch->file_name, date,
                              clock);
    }
  g_string_append_printf (
      text,
      /* Translators: %s are names of files, each with the time of its import. */
      g_dngettext (GETTEXT_PACKAGE, "%sA later import builds on this one: %s. Undo that one first.",
                   "%sLater imports build on this one: %s. Undo those first, the newest before the "
                   "others.",
                   (gulong) later->len),
      text->len > 0 ? " " : "", names->str);
}

char *
ikrar_import_describe_dependents (GPtrArray *people, GPtrArray *later)
{
  GString *text = g_string_new (NULL);

  append_people (text, people);
  append_later (text, later);
  return g_string_free (text, FALSE);
}
