/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/name-fit-private.h"

#include <string.h>

#include "core/person-name.h"

#define LETTERS 26

/* Names that are run together begin alike. */
#define BEGINNING 2

void
_ikrar_name_fit_init (IkrarNameFit *fit, const char *key)
{
  fit->words = g_strsplit (key, " ", -1);
  fit->n_words = *key != '\0' ? g_strv_length (fit->words) : 0;
  fit->initials = 0;
  for (guint i = 0; i < fit->n_words; i++)
    if (g_ascii_islower (*fit->words[i]))
      fit->initials |= 1u << (*fit->words[i] - 'a');
    else
      fit->initials |= 1u << LETTERS;
}

void
_ikrar_name_fit_clear (IkrarNameFit *fit)
{
  g_clear_pointer (&fit->words, g_strfreev);
}

/* "Abdurrahman" is Abdul Rahman. */
static gboolean
fits_run_together (const IkrarNameFit *name, const IkrarNameFit *other)
{
  g_autofree char *run = NULL;
  g_autofree char *other_run = NULL;

  if (name->n_words == other->n_words || name->n_words == 0 || other->n_words == 0 ||
      strncmp (name->words[0], other->words[0], BEGINNING) != 0)
    return FALSE;
  run = g_strjoinv ("", name->words);
  other_run = g_strjoinv ("", other->words);
  return ikrar_person_name_may_match (run, other_run);
}

static gboolean
fits_word_by_word (const IkrarNameFit *name, const IkrarNameFit *other)
{
  const IkrarNameFit *shorter = name->n_words <= other->n_words ? name : other;
  const IkrarNameFit *longer = shorter == name ? other : name;
  guint next = 0;

  if (shorter->n_words == 0 || (shorter->initials & ~longer->initials) != 0)
    return FALSE;
  for (guint i = 0; i < shorter->n_words; i++)
    {
      while (next < longer->n_words &&
             !ikrar_person_name_may_match (shorter->words[i], longer->words[next]))
        next++;
      if (next == longer->n_words)
        return FALSE;
      next++;
    }
  return TRUE;
}

gboolean
_ikrar_name_fits (const IkrarNameFit *name, const IkrarNameFit *other)
{
  return fits_word_by_word (name, other) || fits_run_together (name, other);
}
