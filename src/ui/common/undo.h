/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/id.h"

#include "ui/common/work.h"

G_BEGIN_DECLS

/**
 * ikrar_undo_start:
 * @context: where the database is
 * @owner: who waits, a widget or another object of the main thread
 * @journal: id of a journal entry
 * @done: told how it ended; its output is `NULL`
 *
 * Takes a change back, for whoever has more to do then than to say so. Main thread.
 */
void ikrar_undo_start (IkrarContext *context, gpointer owner, IkrarId journal, IkrarWorkDone done);

/**
 * ikrar_undo_change:
 * @widget: a widget within the toast overlay that shall tell of it
 * @context: the database
 * @journal: the journal entry to take back
 *
 * Takes a change back, and tells how it went. For the windows that are not the main one: what a
 * toast's Undo does there.
 */
void ikrar_undo_change (GtkWidget *widget, IkrarContext *context, IkrarId journal);

G_END_DECLS
