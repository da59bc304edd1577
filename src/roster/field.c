/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/error.h"
#include "roster/header-private.h"

static const struct
{
  const char *word;
  const char *label;
} fields[IKRAR_N_ROSTER_FIELDS] = {
  [IKRAR_ROSTER_FIELD_NONE] = { "none", N_ ("Not read") },
  [IKRAR_ROSTER_FIELD_LIST_NUMBER] = { "list-number", N_ ("Number in the list") },
  [IKRAR_ROSTER_FIELD_NAME] = { "name", N_ ("Full name") },
  [IKRAR_ROSTER_FIELD_NUMBER] = { "number", N_ ("NIP / NI PPPK") },
  [IKRAR_ROSTER_FIELD_TITLE_BEFORE] = { "title-before", N_ ("Titles before the name") },
  [IKRAR_ROSTER_FIELD_TITLE_AFTER] = { "title-after", N_ ("Titles after the name") },
  [IKRAR_ROSTER_FIELD_GRADE] = { "grade", N_ ("Grade") },
  [IKRAR_ROSTER_FIELD_RANK] = { "rank", N_ ("Rank") },
  [IKRAR_ROSTER_FIELD_POSITION] = { "position", N_ ("Position") },
  [IKRAR_ROSTER_FIELD_UNIT] = { "unit", N_ ("Unit") },
  [IKRAR_ROSTER_FIELD_STATUS] = { "status", N_ ("Employment status") },
  [IKRAR_ROSTER_FIELD_KIND] = { "kind", N_ ("Kind of participant") },
  [IKRAR_ROSTER_FIELD_SEX] = { "sex", N_ ("Sex") },
  [IKRAR_ROSTER_FIELD_PHONE] = { "phone", N_ ("Phone") },
  [IKRAR_ROSTER_FIELD_EMAIL] = { "email", N_ ("E-mail") },
  [IKRAR_ROSTER_FIELD_SEAT] = { "seat", N_ ("Seat") },
  [IKRAR_ROSTER_FIELD_GROUP] = { "group", N_ ("Group") },
  [IKRAR_ROSTER_FIELD_NOTE] = { "note", N_ ("Note") },
  [IKRAR_ROSTER_FIELD_PRIVATE] = { "private", N_ ("Private, not kept") },
};

const char *
ikrar_roster_field_word (IkrarRosterField field)
{
  g_return_val_if_fail (field < IKRAR_N_ROSTER_FIELDS, "");

  return fields[field].word;
}

const char *
ikrar_roster_field_label (IkrarRosterField field)
{
  g_return_val_if_fail (field < IKRAR_N_ROSTER_FIELDS, "");

  return _ (fields[field].label);
}

static char *
list_words (void)
{
  GString *words = g_string_new (fields[0].word);

  for (guint i = 1; i < IKRAR_N_ROSTER_FIELDS; i++)
    g_string_append_printf (words, ", %s", fields[i].word);
  return g_string_free (words, FALSE);
}

gboolean
ikrar_roster_field_parse (const char *text, IkrarRosterField *field, GError **error)
{
  IkrarHeadGuess guess;
  g_autofree char *words = NULL;

  g_return_val_if_fail (text != NULL && field != NULL, FALSE);

  for (guint i = 0; i < IKRAR_N_ROSTER_FIELDS; i++)
    if (g_ascii_strcasecmp (fields[i].word, text) == 0)
      {
        *field = (IkrarRosterField) i;
        return TRUE;
      }
  if (_ikrar_head_guess (text, &guess))
    {
      *field = guess.field;
      return TRUE;
    }
  words = list_words ();
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_COLUMN,
               _ ("“%s” is no field of a roster. Give one of: %s."), text, words);
  return FALSE;
}
