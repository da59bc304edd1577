/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * ikrar_rehearsal_present:
 * @parent: the window it was asked for in
 * @context: the database
 * @event: the event
 *
 * Copies the database and opens the desk of the event on the copy, marked so that nobody takes it
 * for the real one. The copy goes away with the window. Main thread.
 */
void ikrar_rehearsal_present (GtkWindow *parent, IkrarContext *context, IkrarId event);

G_END_DECLS
