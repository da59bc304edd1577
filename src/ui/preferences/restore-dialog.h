/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_RESTORE_DIALOG (ikrar_restore_dialog_get_type ())

/**
 * IkrarRestoreDialog:
 *
 * Asks whether a backup shall take the place of the database, and shows what either holds.
 */
G_DECLARE_FINAL_TYPE (IkrarRestoreDialog,
                      ikrar_restore_dialog,
                      IKRAR,
                      RESTORE_DIALOG,
                      AdwMessageDialog)

/**
 * ikrar_restore_dialog_choose:
 * @parent: the window that asks
 * @context: the database
 *
 * Asks which backup, and then as [func@restore_dialog_present] does.
 */
void ikrar_restore_dialog_choose (GtkWindow *parent, IkrarContext *context);

/**
 * ikrar_restore_dialog_present:
 * @parent: the window that asks
 * @context: the database; its listeners hear that it changed when the backup stands in its place
 * @path: a backup
 *
 * Asks, verifies the backup, puts it in place, and tells in @parent how it went. A passphrase that
 * is wrong is asked for again. Main thread.
 */
void ikrar_restore_dialog_present (GtkWindow *parent, IkrarContext *context, const char *path);

G_END_DECLS
