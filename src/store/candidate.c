/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/candidate.h"

#include <string.h>

#include "core/person-name.h"

void
ikrar_candidate_free (IkrarCandidate *candidate)
{
  if (candidate == NULL)
    return;
  g_free (candidate->number);
  g_free (candidate->name);
  g_free (candidate->unit);
  g_free (candidate);
}

static gboolean
has_person (const GPtrArray *candidates, IkrarId id)
{
  for (guint i = 0; i < candidates->len; i++)
    if (((const IkrarCandidate *) candidates->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static IkrarCandidate *
read_candidate (IkrarStatement *statement, const char *digits, const char *name_key)
{
  IkrarCandidate *candidate = g_new0 (IkrarCandidate, 1);

  candidate->id = ikrar_statement_get_int (statement, 0);
  candidate->number = g_strdup (ikrar_statement_get_text (statement, 1));
  candidate->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 2),
                                               ikrar_statement_get_text (statement, 3),
                                               ikrar_statement_get_text (statement, 4));
  candidate->unit = g_strdup (ikrar_statement_get_text (statement, 5));
  candidate->same_digits = digits != NULL && g_str_has_prefix (candidate->number, digits);
  candidate->same_name =
      g_strcmp0 (ikrar_statement_get_text (statement, 6), name_key != NULL ? name_key : "") == 0;
  return candidate;
}

static gboolean
take_all (GPtrArray *candidates,
          IkrarStatement *statement,
          const char *digits,
          const char *name_key,
          GError **error)
{
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    if (!has_person (candidates, ikrar_statement_get_int (statement, 0)))
      g_ptr_array_add (candidates, read_candidate (statement, digits, name_key));
  return step == IKRAR_STEP_DONE;
}

/* The first text behind all that begin with the digits: ":" follows "9". */
static gboolean
take_by_digits (GPtrArray *candidates,
                IkrarDb *db,
                const char *digits,
                const char *name_key,
                guint limit,
                GError **error)
{
  g_autofree char *end = g_strconcat (digits, ":", NULL);

  return take_all (
      candidates,
      ikrar_db_query (db, "candidate_by_number", error, "tti", digits, end, (gint64) limit), digits,
      name_key, error);
}

static int
rank (const IkrarCandidate *candidate)
{
  return (candidate->same_digits ? 0 : 2) + (candidate->same_name ? 0 : 1);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const IkrarCandidate *one = *(const IkrarCandidate *const *) a;
  const IkrarCandidate *two = *(const IkrarCandidate *const *) b;

  return rank (one) != rank (two) ? rank (one) - rank (two) : strcmp (one->number, two->number);
}

GPtrArray *
ikrar_candidate_list (IkrarStore *store,
                      const char *digits,
                      const char *name_key,
                      guint limit,
                      GError **error)
{
  g_autoptr (GPtrArray) candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_candidate_free);
  IkrarDb *db = ikrar_store_get_db (store);

  if (digits != NULL && *digits != '\0' &&
      !take_by_digits (candidates, db, digits, name_key, limit, error))
    return NULL;
  if (name_key != NULL && *name_key != '\0' &&
      !take_all (candidates,
                 ikrar_db_query (db, "candidate_by_name", error, "ti", name_key, (gint64) limit),
                 digits, name_key, error))
    return NULL;
  g_ptr_array_sort (candidates, compare);
  if (candidates->len > limit)
    g_ptr_array_set_size (candidates, (int) limit);
  return g_steal_pointer (&candidates);
}
