/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/throttle.h"

/* A pause is at least so many times as long as what was done before: a fifth of one core. */
#define PAUSE_FACTOR 4

void
ikrar_throttle_init (IkrarThrottle *throttle,
                     guint pause_ms,
                     void (*run) (gpointer user_data),
                     gpointer user_data)
{
  *throttle = (IkrarThrottle){ .run = run, .user_data = user_data, .pause_ms = pause_ms };
}

static void
start (IkrarThrottle *throttle)
{
  throttle->wanted = FALSE;
  throttle->hurried = FALSE;
  throttle->running = TRUE;
  throttle->started_at = g_get_monotonic_time ();
  throttle->run (throttle->user_data);
}

static gboolean
on_pause_over (gpointer user_data)
{
  IkrarThrottle *throttle = user_data;

  throttle->source_id = 0;
  start (throttle);
  return G_SOURCE_REMOVE;
}

void
ikrar_throttle_request (IkrarThrottle *throttle)
{
  gint64 now = g_get_monotonic_time ();

  if (throttle->running)
    throttle->wanted = TRUE;
  else if (throttle->source_id == 0 && now < throttle->ready_at)
    throttle->source_id =
        g_timeout_add ((guint) ((throttle->ready_at - now) / 1000 + 1), on_pause_over, throttle);
  else if (throttle->source_id == 0)
    start (throttle);
}

void
ikrar_throttle_hurry (IkrarThrottle *throttle)
{
  throttle->hurried = throttle->running;
  g_clear_handle_id (&throttle->source_id, g_source_remove);
  throttle->ready_at = 0;
  ikrar_throttle_request (throttle);
}

void
ikrar_throttle_finish (IkrarThrottle *throttle)
{
  gint64 now = g_get_monotonic_time ();

  if (!throttle->running)
    return;
  throttle->running = FALSE;
  throttle->ready_at = now + MAX (throttle->pause_ms * G_GINT64_CONSTANT (1000),
                                  (now - throttle->started_at) * PAUSE_FACTOR);
  if (throttle->hurried)
    throttle->ready_at = 0;
  if (throttle->wanted)
    ikrar_throttle_request (throttle);
}

void
ikrar_throttle_reset (IkrarThrottle *throttle)
{
  g_clear_handle_id (&throttle->source_id, g_source_remove);
  throttle->ready_at = 0;
  throttle->running = FALSE;
  throttle->wanted = FALSE;
  throttle->hurried = FALSE;
}
