/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/tone.h"

#include <math.h>

#define VOLUME 0.5
#define FADE_MS 6.0

/* One beep; a frequency of 0 is silence. */
typedef struct
{
  double from_hz;
  double to_hz;
  guint ms;
} Beep;

#define MELODY_MAX 3

static const Beep welcome[MELODY_MAX] = { { 880, 1175, 120 } };
static const Beep already[MELODY_MAX] = { { 660, 660, 70 }, { 0, 0, 60 }, { 660, 660, 70 } };
static const Beep unknown[MELODY_MAX] = { { 523, 523, 130 }, { 0, 0, 50 }, { 392, 392, 200 } };
static const Beep refused[MELODY_MAX] = { { 220, 220, 350 } };

static const Beep *const melodies[IKRAR_N_DESK_VERDICTS] = {
  [IKRAR_DESK_WELCOME] = welcome,      [IKRAR_DESK_ALREADY] = already,
  [IKRAR_DESK_NOT_IN_EVENT] = unknown, [IKRAR_DESK_REVOKED] = refused,
  [IKRAR_DESK_EXPIRED] = refused,      [IKRAR_DESK_FORGED] = refused,
  [IKRAR_DESK_UNREADABLE] = unknown,   [IKRAR_DESK_RETURNED] = welcome,
  [IKRAR_DESK_LEFT] = welcome,         [IKRAR_DESK_NOT_INSIDE] = already,
};

static void
append_beep (GArray *samples, const Beep *beep)
{
  guint count = beep->ms * IKRAR_TONE_RATE / 1000;
  double fade = FADE_MS * IKRAR_TONE_RATE / 1000.0;
  double phase = 0.0;

  for (guint i = 0; i < count; i++)
    {
      double hz = beep->from_hz + (beep->to_hz - beep->from_hz) * i / count;
      double edge = MIN (1.0, MIN (i, count - i) / fade);
      gint16 sample = (gint16) (sin (phase) * edge * VOLUME * G_MAXINT16);

      phase += 2.0 * G_PI * hz / IKRAR_TONE_RATE;
      g_array_append_val (samples, sample);
    }
}

GBytes *
ikrar_tone_render (IkrarDeskVerdict verdict)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  gsize size;
  gpointer data;

  for (guint i = 0; i < MELODY_MAX && melodies[verdict][i].ms > 0; i++)
    append_beep (samples, &melodies[verdict][i]);
  size = samples->len * sizeof (gint16);
  data = g_array_free (samples, FALSE);
  return g_bytes_new_take (data, size);
}
