/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/tone.h"

#include <math.h>
#include <stdlib.h>

/* Below this a sample counts as silent. */
#define SILENCE 300

static const struct
{
  IkrarDeskVerdict verdict;
  guint ms;
  guint beeps;
  double from_hz; /* at the beginning of the first beep */
  double to_hz;   /* at the end of the last one */
} tones[] = {
  { IKRAR_DESK_WELCOME, 120, 1, 880, 1175 },     { IKRAR_DESK_ALREADY, 200, 2, 660, 660 },
  { IKRAR_DESK_NOT_IN_EVENT, 380, 2, 523, 392 }, { IKRAR_DESK_REVOKED, 350, 1, 220, 220 },
  { IKRAR_DESK_EXPIRED, 350, 1, 220, 220 },      { IKRAR_DESK_FORGED, 350, 1, 220, 220 },
  { IKRAR_DESK_UNREADABLE, 380, 2, 523, 392 },   { IKRAR_DESK_RETURNED, 120, 1, 880, 1175 },
  { IKRAR_DESK_LEFT, 120, 1, 880, 1175 },        { IKRAR_DESK_NOT_INSIDE, 200, 2, 660, 660 },
};

static const gint16 *
samples_of (GBytes *bytes, guint *count)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  *count = (guint) (size / sizeof (gint16));
  return data;
}

static void
test_length (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (tones), ==, IKRAR_N_DESK_VERDICTS);
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      g_autoptr (GBytes) bytes = ikrar_tone_render (tones[i].verdict);
      guint count, expected = tones[i].ms * IKRAR_TONE_RATE / 1000;

      samples_of (bytes, &count);
      /* Each of at most three beeps may lose a sample by rounding. */
      g_assert_cmpuint (count, <=, expected);
      g_assert_cmpuint (count, >=, expected - 3);
    }
}

/* Loud enough to be heard, never clipped, without a click at the ends. */
static void
test_loudness (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      g_autoptr (GBytes) bytes = ikrar_tone_render (tones[i].verdict);
      guint count;
      const gint16 *samples = samples_of (bytes, &count);
      int loudest = 0, steepest = 0;

      for (guint s = 0; s < count; s++)
        {
          loudest = MAX (loudest, abs (samples[s]));
          if (s > 0)
            steepest = MAX (steepest, abs (samples[s] - samples[s - 1]));
        }
      g_assert_cmpint (loudest, >, G_MAXINT16 * 45 / 100);
      g_assert_cmpint (loudest, <=, G_MAXINT16 / 2);
      g_assert_cmpint (abs (samples[0]), <, SILENCE);
      g_assert_cmpint (abs (samples[count - 1]), <, SILENCE);
      /* A full swing from one sample to the next would be a click. */
      g_assert_cmpint (steepest, <, G_MAXINT16 / 4);
    }
}

/* Runs of sound, apart by at least 20 ms of silence. */
static guint
count_beeps (const gint16 *samples, guint count)
{
  guint beeps = 0, quiet = IKRAR_TONE_RATE;

  for (guint s = 0; s < count; s++)
    {
      if (abs (samples[s]) < SILENCE)
        {
          quiet++;
          continue;
        }
      beeps += quiet > IKRAR_TONE_RATE / 50;
      quiet = 0;
    }
  return beeps;
}

/* The pitch by the crossings of zero within 20 ms. */
static double
pitch_at (const gint16 *samples, guint from)
{
  guint window = IKRAR_TONE_RATE / 50;
  guint crossings = 0;

  for (guint s = from + 1; s < from + window; s++)
    crossings += (samples[s - 1] < 0) != (samples[s] < 0);
  return crossings * IKRAR_TONE_RATE / (2.0 * window);
}

static void
test_rhythm_and_pitch (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      g_autoptr (GBytes) bytes = ikrar_tone_render (tones[i].verdict);
      guint count;
      const gint16 *samples = samples_of (bytes, &count);

      g_assert_cmpuint (count_beeps (samples, count), ==, tones[i].beeps);
      g_assert_cmpfloat (fabs (pitch_at (samples, 0) - tones[i].from_hz), <, 60);
      g_assert_cmpfloat (fabs (pitch_at (samples, count - IKRAR_TONE_RATE / 50) - tones[i].to_hz),
                         <, 60);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/tone/length", test_length);
  g_test_add_func ("/desk/tone/loudness", test_loudness);
  g_test_add_func ("/desk/tone/rhythm-and-pitch", test_rhythm_and_pitch);
  return g_test_run ();
}
