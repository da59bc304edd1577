/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/clock.h"

#include <string.h>

#include "core/text.h"

/* Words that stand around a time and say nothing new. */
static const char *const fillers[] = { "pukul", "pkl", "jam", "wib", "wita", "wit" };

static gboolean
is_filler (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (word, fillers[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && word[strspn (word, "0123456789")] == '\0' && strlen (word) <= 4;
}

/* Hour and minute of `8`, `08` or `0830`. */
static void
split_number (const char *word, int *hour, int *minute)
{
  int value = (int) g_ascii_strtoll (word, NULL, 10);
  gboolean together = strlen (word) > 2;

  *hour = together ? value / 100 : value;
  *minute = together ? value % 100 : 0;
}

gboolean
ikrar_clock_parse (const char *text, int *hour, int *minute)
{
  g_autofree char *folded = ikrar_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const char *numbers[2];
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (is_filler (words[i]))
        continue;
      if (n == G_N_ELEMENTS (numbers) || !is_number (words[i]))
        return FALSE;
      numbers[n++] = words[i];
    }
  if (n == 0 || (n == 2 && (strlen (numbers[0]) > 2 || strlen (numbers[1]) != 2)))
    return FALSE;
  split_number (numbers[0], hour, minute);
  if (n == 2)
    *minute = (int) g_ascii_strtoll (numbers[1], NULL, 10);
  return *hour < 24 && *minute < 60;
}

char *
ikrar_clock_format (int hour, int minute)
{
  return g_strdup_printf ("%02d.%02d", hour, minute);
}
