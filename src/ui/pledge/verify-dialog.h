/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_VERIFY_DIALOG (ikrar_verify_dialog_get_type ())

/**
 * IkrarVerifyDialog:
 *
 * Checks a certificate, pass or log that somebody brings: by its code, or by its file. Says what is
 * proven and what is not. Knows the keys of this database; another office's key can be pasted.
 */
G_DECLARE_FINAL_TYPE (IkrarVerifyDialog, ikrar_verify_dialog, IKRAR, VERIFY_DIALOG, AdwWindow)

/**
 * ikrar_verify_dialog_present:
 * @widget: the widget that asks
 * @keys: (element-type IkrarPublicKeyLine): keys of this database
 */
void ikrar_verify_dialog_present (GtkWidget *widget, GArray *keys);

G_END_DECLS
