/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_PIN_DIALOG (ikrar_pin_dialog_get_type ())

/**
 * IkrarPinDialog:
 *
 * Asks for the PIN of this computer's locked desk, or for a new one. It stays until the PIN is
 * right or it is cancelled; after wrong ones it waits, longer each time.
 */
G_DECLARE_FINAL_TYPE (IkrarPinDialog, ikrar_pin_dialog, IKRAR, PIN_DIALOG, AdwWindow)

/**
 * IkrarPinFunc:
 * @parent: the window that asked
 *
 * Called once if the PIN was right, or a new one was set.
 */
typedef void (*IkrarPinFunc) (GtkWindow *parent);

/**
 * ikrar_pin_dialog_begin:
 * @parent: the window that asks
 * @title: what begins
 * @body: what that means
 * @func: begins it
 *
 * Asks for the PIN before something is locked by it, so that it is known; sets it if there is none
 * yet or it was forgotten.
 */
void
ikrar_pin_dialog_begin (GtkWindow *parent, const char *title, const char *body, IkrarPinFunc func);

/**
 * ikrar_pin_dialog_leave:
 * @parent: the window that asks
 * @title: what ends
 * @func: ends it
 *
 * Asks for the PIN, and goes by itself when nobody types it.
 */
void ikrar_pin_dialog_leave (GtkWindow *parent, const char *title, IkrarPinFunc func);

G_END_DECLS
