/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_REVOKE_DIALOG (ikrar_revoke_dialog_get_type ())

/**
 * IkrarRevokeDialog:
 *
 * Asks why a pledge shall be revoked. That cannot be taken back, so it is asked for.
 */
G_DECLARE_FINAL_TYPE (IkrarRevokeDialog,
                      ikrar_revoke_dialog,
                      IKRAR,
                      REVOKE_DIALOG,
                      AdwMessageDialog)

/**
 * IkrarRevokeFunc:
 * @widget: the widget that asked
 * @reason: why
 *
 * Called once, if the pledge shall be revoked.
 */
typedef void (*IkrarRevokeFunc) (GtkWidget *widget, const char *reason);

/**
 * ikrar_revoke_dialog_present:
 * @widget: the widget that asks
 * @name: whose pledge
 * @func: told the reason
 */
void ikrar_revoke_dialog_present (GtkWidget *widget, const char *name, IkrarRevokeFunc func);

G_END_DECLS
