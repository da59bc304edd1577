/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_SEAL_ERROR (ikrar_seal_error_quark ())

/**
 * IkrarSealError:
 * @IKRAR_SEAL_ERROR_SYNTAX: bytes or text that are not of the format at all: unreadable
 * @IKRAR_SEAL_ERROR_SIGNATURE: the format is right, no known key made the signature: forged, or
 *   from an office whose key is not known
 * @IKRAR_SEAL_ERROR_ALTERED: signed or sealed content does not match its proof
 * @IKRAR_SEAL_ERROR_PASSPHRASE: a passphrase is needed, or the one given is wrong
 * @IKRAR_SEAL_ERROR_NO_KEY: the secret key that the work needs is not on this machine
 * @IKRAR_SEAL_ERROR_FAILED: the system refused (file, memory)
 */
typedef enum
{
  IKRAR_SEAL_ERROR_SYNTAX,
  IKRAR_SEAL_ERROR_SIGNATURE,
  IKRAR_SEAL_ERROR_ALTERED,
  IKRAR_SEAL_ERROR_PASSPHRASE,
  IKRAR_SEAL_ERROR_NO_KEY,
  IKRAR_SEAL_ERROR_FAILED,
} IkrarSealError;

GQuark ikrar_seal_error_quark (void);

G_END_DECLS
