/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/scan-input.h"

#include <string.h>

#include "seal/pass-code.h"

/* Longer than any code; what comes before is forgotten. */
#define LENGTH_MAX 256

/* The fastest typists need 60 ms for a key over a whole word. */
#define FAST_STROKES_MIN 6
#define FAST_MS 35

/* What a scanner sends before a code comes as fast as the code, and not as slowly as a person
 * types. */
#define BEFORE_MS_MAX 60
#define JITTER_MS 5
#define BEFORE_MAX 40

/* `]`, a letter and a sign: it is known whatever its pace. */
#define AIM_LENGTH 3

struct _IkrarScanInput
{
  GArray *strokes; /* IkrarStroke */
  GArray *times;   /* guint32, of each stroke */
};

IkrarScanInput *
ikrar_scan_input_new (void)
{
  IkrarScanInput *line = g_new0 (IkrarScanInput, 1);

  line->strokes = g_array_new (FALSE, FALSE, sizeof (IkrarStroke));
  line->times = g_array_new (FALSE, FALSE, sizeof (guint32));
  return line;
}

void
ikrar_scan_input_free (IkrarScanInput *line)
{
  if (line == NULL)
    return;
  g_array_unref (line->strokes);
  g_array_unref (line->times);
  g_free (line);
}

void
ikrar_scan_input_add (IkrarScanInput *line, const IkrarStroke *stroke, guint32 time)
{
  if (line->strokes->len == LENGTH_MAX)
    {
      g_array_remove_index (line->strokes, 0);
      g_array_remove_index (line->times, 0);
    }
  g_array_append_vals (line->strokes, stroke, 1);
  g_array_append_val (line->times, time);
}

void
ikrar_scan_input_remove_last (IkrarScanInput *line)
{
  if (line->strokes->len == 0)
    return;
  g_array_set_size (line->strokes, line->strokes->len - 1);
  g_array_set_size (line->times, line->strokes->len);
}

void
ikrar_scan_input_clear (IkrarScanInput *line)
{
  g_array_set_size (line->strokes, 0);
  g_array_set_size (line->times, 0);
}

static guint32
time_of (const IkrarScanInput *line, guint stroke)
{
  return g_array_index (line->times, guint32, stroke);
}

gboolean
ikrar_scan_input_is_fast (const IkrarScanInput *line)
{
  guint n = line->strokes->len;

  return n >= FAST_STROKES_MIN && time_of (line, n - 1) - time_of (line, 0) <= FAST_MS * (n - 1);
}

/* The time that a stroke let pass after the one before. */
static guint32
gap_before (const IkrarScanInput *line, guint stroke)
{
  return time_of (line, stroke) - time_of (line, stroke - 1);
}

static gboolean
is_aim (const IkrarScanInput *line, guint start)
{
  const IkrarReading by_key = { .by_key = TRUE };
  char text[AIM_LENGTH + 1];

  return ikrar_scan_text_read (&g_array_index (line->strokes, IkrarStroke, start), AIM_LENGTH,
                               &by_key, text) &&
         text[0] == ']';
}

/* Where the scanner began that sent the code from @start on. */
static guint
find_begin (const IkrarScanInput *line, guint start)
{
  guint32 pace = 0;
  guint begin = start;

  for (guint i = start + 1; i < line->strokes->len; i++)
    pace = MAX (pace, gap_before (line, i));
  pace = MIN (pace + JITTER_MS, BEFORE_MS_MAX);
  while (begin > 0 && start - begin < BEFORE_MAX && gap_before (line, begin) <= pace)
    begin--;
  return begin == start && start >= AIM_LENGTH && is_aim (line, start - AIM_LENGTH)
             ? start - AIM_LENGTH
             : begin;
}

char *
ikrar_scan_input_find_passes (const IkrarScanInput *line, guint *length)
{
  guint n = line->strokes->len;
  char *passes = ikrar_scan_text_find_passes ((const IkrarStroke *) line->strokes->data, n);

  if (passes != NULL && length != NULL)
    *length = n - find_begin (line, n - IKRAR_PASS_TEXT_LENGTH);
  return passes;
}

char *
ikrar_scan_input_choose (const IkrarScanInput *line, const char *shown)
{
  const IkrarReading by_key = { .by_key = TRUE };
  guint n = line->strokes->len;
  g_autofree char *text = g_malloc (n + 1);

  if (g_utf8_strlen (shown, -1) == (glong) n &&
      ikrar_scan_text_read ((const IkrarStroke *) line->strokes->data, n, &by_key, text) &&
      strchr (text, '?') == NULL && g_ascii_strcasecmp (text, shown) != 0)
    return g_strdup_printf ("%s\n%s", shown, text);
  return g_strdup (shown);
}
