/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/context.h"

G_BEGIN_DECLS

/**
 * ikrar_backup_dialog_present:
 * @parent: the window that asks
 * @context: the database
 *
 * Asks whether to seal the backup and where to put it, writes and verifies it, and tells in @parent
 * how it went. Main thread.
 */
void ikrar_backup_dialog_present (GtkWindow *parent, IkrarContext *context);

G_END_DECLS
