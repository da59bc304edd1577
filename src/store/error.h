/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_STORE_ERROR (ikrar_store_error_quark ())

/**
 * IkrarStoreError:
 * @IKRAR_STORE_ERROR_NOT_FOUND: nothing has this id, or there is no database at this place
 * @IKRAR_STORE_ERROR_INVALID: the value is refused by a rule; ask for another
 * @IKRAR_STORE_ERROR_CONFLICT: something else depends on it or was changed since; show what
 * @IKRAR_STORE_ERROR_DUPLICATE: it is there already (a number, a nonce); the first one stands
 * @IKRAR_STORE_ERROR_BUSY: another program holds the database too long; try again
 * @IKRAR_STORE_ERROR_FULL: the disk is full; nothing acknowledged is lost; make room, try again
 * @IKRAR_STORE_ERROR_READ_ONLY: no permission to write
 * @IKRAR_STORE_ERROR_CORRUPT: the file is damaged; offer the newest good backup
 * @IKRAR_STORE_ERROR_FOREIGN: the file is of another application; choose another
 * @IKRAR_STORE_ERROR_TOO_NEW: a newer Ikrar made the database; update the program
 * @IKRAR_STORE_ERROR_LOST: the connection is gone; reconnect and retry with the same nonce
 * @IKRAR_STORE_ERROR_NO_KEY: the secret key that the work needs is not on this machine
 * @IKRAR_STORE_ERROR_FAILED: anything else; the message says what
 */
typedef enum
{
  IKRAR_STORE_ERROR_NOT_FOUND,
  IKRAR_STORE_ERROR_INVALID,
  IKRAR_STORE_ERROR_CONFLICT,
  IKRAR_STORE_ERROR_DUPLICATE,
  IKRAR_STORE_ERROR_BUSY,
  IKRAR_STORE_ERROR_FULL,
  IKRAR_STORE_ERROR_READ_ONLY,
  IKRAR_STORE_ERROR_CORRUPT,
  IKRAR_STORE_ERROR_FOREIGN,
  IKRAR_STORE_ERROR_TOO_NEW,
  IKRAR_STORE_ERROR_LOST,
  IKRAR_STORE_ERROR_NO_KEY,
  IKRAR_STORE_ERROR_FAILED,
} IkrarStoreError;

GQuark ikrar_store_error_quark (void);

/**
 * ikrar_store_error_is_refusal:
 * @error: an error
 *
 * Returns: whether it is the file itself that is no good, rather than the place or the moment: it
 * is damaged, of another application or of a newer version
 */
gboolean ikrar_store_error_is_refusal (const GError *error);

G_END_DECLS
