/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_PASSPHRASE_DIALOG (ikrar_passphrase_dialog_get_type ())

/**
 * IkrarPassphraseDialog:
 *
 * Asks for a passphrase.
 */
G_DECLARE_FINAL_TYPE (IkrarPassphraseDialog,
                      ikrar_passphrase_dialog,
                      IKRAR,
                      PASSPHRASE_DIALOG,
                      AdwMessageDialog)

/**
 * IkrarPassphraseFunc:
 * @parent: the window that asked
 * @passphrase: (nullable): what was typed, `NULL` if it was cancelled
 * @user_data: data given with it
 *
 * Called once.
 */
typedef void (*IkrarPassphraseFunc) (GtkWindow *parent, const char *passphrase, gpointer user_data);

/**
 * ikrar_passphrase_dialog_ask:
 * @parent: the window that asks
 * @heading: what the passphrase is for
 * @func: takes the answer
 * @user_data: data for @func
 */
void ikrar_passphrase_dialog_ask (GtkWindow *parent,
                                  const char *heading,
                                  IkrarPassphraseFunc func,
                                  gpointer user_data);

/**
 * ikrar_passphrase_dialog_ask_new:
 * @parent: the window that asks
 * @heading: what the passphrase will be for
 * @func: takes the answer
 * @user_data: data for @func
 *
 * Asks for a passphrase that was not there before, twice.
 */
void ikrar_passphrase_dialog_ask_new (GtkWindow *parent,
                                      const char *heading,
                                      IkrarPassphraseFunc func,
                                      gpointer user_data);

G_END_DECLS
