/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/context.h"

G_BEGIN_DECLS

/**
 * IkrarCopyUse:
 * @owner: the object that asked for the copy
 * @uri: where the copy is
 *
 * Called when the copy is there and shall be used from now on.
 */
typedef void (*IkrarCopyUse) (gpointer owner, const char *uri);

/**
 * ikrar_copy_job_start:
 * @window: the window that waits
 * @context: the database that is copied
 * @uri: an empty database, or a file that does not exist yet
 * @use: called if the copy shall be used
 * @owner: (type GObject): for @use
 *
 * Copies all data, verifies the copy, tells how it went and asks whether to use it. Main thread.
 */
void ikrar_copy_job_start (GtkWindow *window,
                           IkrarContext *context,
                           const char *uri,
                           IkrarCopyUse use,
                           gpointer owner);

G_END_DECLS
