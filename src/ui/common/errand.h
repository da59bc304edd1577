/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkrarErrandReady:
 * @owner: who sent for it
 * @task: tells what the thread returned, by `g_task_propagate_…`; its task data are what was given
 *   along
 *
 * Called in the main thread when the thread is done, also when it was cancelled.
 */
typedef void (*IkrarErrandReady) (gpointer owner, GTask *task);

/**
 * ikrar_errand_run:
 * @owner: a widget or another object of the main thread
 * @cancellable: (nullable): stops it
 * @func: what a thread does; its source object is `NULL`, and after it returned a value to the task
 *   it may not look at @data any more
 * @data: (transfer full) (nullable): what it needs, of its own
 * @free_data: (nullable): frees @data
 * @ready: takes what it returned
 *
 * Does something in a thread. The owner and the data are kept until @ready was called and are let
 * go in the main thread: a plain task may be the last that holds them, in the thread, where no
 * widget may end. Main thread.
 */
void ikrar_errand_run (gpointer owner,
                       GCancellable *cancellable,
                       GTaskThreadFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       IkrarErrandReady ready);

G_END_DECLS
