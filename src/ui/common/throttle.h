/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarThrottle:
 *
 * Lets something be done as often as it is asked for, but not all the time: after it was done there
 * is a pause, longer if it took long. What is asked for meanwhile is done once, afterwards.
 */
typedef struct
{
  void (*run) (gpointer user_data);
  gpointer user_data;
  guint pause_ms;
  guint source_id;   /* waits for the pause to end */
  gint64 started_at; /* monotonic */
  gint64 ready_at;   /* monotonic; when the pause ends */
  gboolean running;
  gboolean wanted;
  gboolean hurried;
} IkrarThrottle;

/**
 * ikrar_throttle_init:
 * @throttle: (out caller-allocates): a throttle
 * @pause_ms: shortest pause
 * @run: starts what is done; [func@throttle_finish] tells that it is over
 * @user_data: data for @run
 */
void ikrar_throttle_init (IkrarThrottle *throttle,
                          guint pause_ms,
                          void (*run) (gpointer user_data),
                          gpointer user_data);

/**
 * ikrar_throttle_request:
 * @throttle: a throttle
 *
 * Runs now, or after the pause.
 */
void ikrar_throttle_request (IkrarThrottle *throttle);

/**
 * ikrar_throttle_hurry:
 * @throttle: a throttle
 *
 * Runs now without a pause, or right after what runs: somebody waits for it.
 */
void ikrar_throttle_hurry (IkrarThrottle *throttle);

/**
 * ikrar_throttle_finish:
 * @throttle: a throttle
 *
 * Tells that what was run is over.
 */
void ikrar_throttle_finish (IkrarThrottle *throttle);

/**
 * ikrar_throttle_reset:
 * @throttle: a throttle
 *
 * Forgets what was asked for, what runs and the pause. Also before a throttle is freed.
 */
void ikrar_throttle_reset (IkrarThrottle *throttle);

G_END_DECLS
