/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_PROGRESS_DIALOG (ikrar_progress_dialog_get_type ())

/**
 * IkrarProgressDialog:
 *
 * Long work that nothing else may be done meanwhile: how far it is, and Cancel where it can end.
 */
G_DECLARE_FINAL_TYPE (IkrarProgressDialog,
                      ikrar_progress_dialog,
                      IKRAR,
                      PROGRESS_DIALOG,
                      AdwMessageDialog)

/**
 * ikrar_progress_dialog_present:
 * @parent: the window that waits
 * @heading: what is done
 * @cancellable: (nullable): cancelled when Cancel is pressed; `NULL` if it cannot be ended
 *
 * Returns: (transfer none): the dialog; it stays until [method@ProgressDialog.finish]
 */
IkrarProgressDialog *
ikrar_progress_dialog_present (GtkWindow *parent, const char *heading, GCancellable *cancellable);

/**
 * ikrar_progress_dialog_update:
 * @dialog: a dialog
 * @done: steps done
 * @total: steps in all, 0 if unknown
 */
void ikrar_progress_dialog_update (IkrarProgressDialog *dialog, guint64 done, guint64 total);

/**
 * ikrar_progress_dialog_finish:
 * @dialog: a dialog
 *
 * Takes the dialog away.
 */
void ikrar_progress_dialog_finish (IkrarProgressDialog *dialog);

G_END_DECLS
