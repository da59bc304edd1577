/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/context.h"

#include "core/id.h"
#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarWorkFunc:
 * @store: a store of the worker thread
 * @input: what the work needs
 * @progress: who watches, never `NULL`
 * @error: return location for an error
 *
 * Work that reads or writes. Runs in a worker thread and touches no widget.
 *
 * Returns: (transfer full): the result; read only if no error was set
 */
typedef gpointer (*IkrarWorkFunc) (IkrarStore *store,
                                   gpointer input,
                                   const IkrarProgress *progress,
                                   GError **error);

/**
 * IkrarWorkDone:
 * @owner: the object that asked for the work
 * @output: (transfer full): the result, `NULL` if it failed
 * @error: (nullable): why it failed
 *
 * Takes a result on the main thread. Not called once the work's cancellable is cancelled, nor for
 * what is out of date before it could be shown.
 */
typedef void (*IkrarWorkDone) (gpointer owner, gpointer output, const GError *error);

/**
 * IkrarWorkProgress:
 * @owner: the object that asked for the work
 * @done: steps done
 * @total: steps in all, 0 if unknown
 *
 * Told on the main thread how far the work is, at most some times a second.
 */
typedef void (*IkrarWorkProgress) (gpointer owner, guint64 done, guint64 total);

/**
 * IkrarWork:
 * @func: the work
 * @input: what it needs
 * @free_input: (nullable): frees @input afterwards
 * @free_output: (nullable): frees a result that nobody takes
 * @done: (nullable): takes the result
 * @progress: (nullable): told how far it is
 * @shown: whether it reads what is shown: threads end in any order, and a result is let go when the
 *   owner took one of the same @func that was asked for later
 * @replica: an event whose replica on this machine is read when the link to a shared database is
 *   gone, 0 for none
 *
 * A piece of work for a worker thread.
 */
typedef struct
{
  IkrarWorkFunc func;
  gpointer input;
  GDestroyNotify free_input;
  GDestroyNotify free_output;
  IkrarWorkDone done;
  IkrarWorkProgress progress;
  gboolean shown;
  IkrarId replica;
} IkrarWork;

/**
 * ikrar_work_start:
 * @context: the context that gives the store
 * @owner: (type GObject): the object that asks; kept alive until the work ends
 * @cancellable: (nullable): ends the work, and nobody is told of it
 * @work: the work, copied
 *
 * Runs work in a thread with a store of its own. Main thread.
 */
void ikrar_work_start (IkrarContext *context,
                       gpointer owner,
                       GCancellable *cancellable,
                       const IkrarWork *work);

G_END_DECLS
