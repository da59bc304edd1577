/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkrarProgressFunc:
 * @done: steps done
 * @total: steps in all, 0 if unknown
 * @user_data: data given with it
 *
 * Called now and then in the thread that works.
 */
typedef void (*IkrarProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/**
 * IkrarProgress:
 * @report: (nullable): told how far the work is
 * @user_data: data for @report
 * @cancellable: (nullable): ends the work when it is cancelled
 *
 * How long work is watched and stopped. `NULL` in its place watches nothing.
 */
typedef struct
{
  IkrarProgressFunc report;
  gpointer user_data;
  GCancellable *cancellable;
} IkrarProgress;

/**
 * ikrar_progress_step:
 * @progress: (nullable): who watches
 * @done: steps done
 * @total: steps in all, 0 if unknown
 * @error: return location for an error
 *
 * Reports every 256 steps and at the end, and looks for cancellation.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `G_IO_ERROR_CANCELLED` if the work shall stop
 */
gboolean
ikrar_progress_step (const IkrarProgress *progress, guint64 done, guint64 total, GError **error);

G_END_DECLS
