/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/candidates.h"

#include <string.h>

#include "core/person-name.h"
#include "core/text.h"

#define CANDIDATES_MAX 8
/* What a spreadsheet keeps of a number. */
#define KEPT_DIGITS 15
/* An employee number. */
#define WHOLE_DIGITS 18

/* The digits that can be trusted, NULL if there are too few. In scientific notation those behind
 * the E are none. */
static char *
read_digits (const char *number)
{
  g_autofree char *front = g_strndup (number, strcspn (number, "eE"));
  g_autofree char *digits = ikrar_text_digits (front);

  if (strlen (digits) < KEPT_DIGITS || strlen (digits) > WHOLE_DIGITS + 1)
    return NULL;
  return g_strndup (digits, KEPT_DIGITS);
}

GPtrArray *
ikrar_roster_candidates (IkrarStore *store, const char *number, const char *name, GError **error)
{
  g_autofree char *digits = number != NULL ? read_digits (number) : NULL;
  g_autoptr (IkrarPersonName) parsed = ikrar_person_name_parse (name);
  g_autofree char *key = ikrar_person_name_key (parsed->name);

  g_return_val_if_fail (store != NULL, NULL);

  return ikrar_candidate_list (store, digits, key, CANDIDATES_MAX, error);
}

static const IkrarRosterReason *
find_refused_number (const IkrarRosterRow *row)
{
  for (guint i = 0; i < row->n_reasons; i++)
    if (row->reasons[i].field == IKRAR_ROSTER_FIELD_NUMBER &&
        row->reasons[i].verdict == IKRAR_VERDICT_ERROR &&
        row->reasons[i].reason < IKRAR_REASON_GRADE_UNKNOWN)
      return &row->reasons[i];
  return NULL;
}

GPtrArray *
ikrar_roster_row_candidates (const IkrarRosterRow *row, IkrarStore *store, GError **error)
{
  const IkrarRosterReason *reason = find_refused_number (row);

  if (reason == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_candidate_free);
  return ikrar_roster_candidates (
      store, *row->person.number != '\0' ? row->person.number : reason->argument, row->person.name,
      error);
}
