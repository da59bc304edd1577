/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ikrar_password_look_up:
 * @uri: the address of a shared database
 * @error: return location for an error
 *
 * Asks the keyring of the desktop, which may ask the person to unlock it: takes as long as that
 * takes. Any thread but the main one.
 *
 * Returns: (transfer full) (nullable): the password, `NULL` if none is kept, or with an error if
 *   there is no keyring
 */
char *ikrar_password_look_up (const char *uri, GError **error);

/**
 * ikrar_password_keep:
 * @uri: the address of a shared database
 * @password: its password
 * @error: return location for an error
 *
 * Keeps a password in the keyring of the desktop. Any thread but the main one.
 *
 * Returns: `FALSE` with an error if there is no keyring or it was not unlocked
 */
gboolean ikrar_password_keep (const char *uri, const char *password, GError **error);

G_END_DECLS
