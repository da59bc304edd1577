/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_KEY_DIALOG (ikrar_key_dialog_get_type ())

/**
 * IkrarKeyDialog:
 *
 * Shows the institution's public key, to be handed out: who has it can check every certificate and
 * log of the office.
 */
G_DECLARE_FINAL_TYPE (IkrarKeyDialog, ikrar_key_dialog, IKRAR, KEY_DIALOG, AdwMessageDialog)

/**
 * ikrar_key_dialog_present:
 * @widget: the widget that asks
 * @key: the public key as text, a line each
 */
void ikrar_key_dialog_present (GtkWidget *widget, const char *key);

G_END_DECLS
