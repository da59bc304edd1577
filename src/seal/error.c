/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/error.h"

G_DEFINE_QUARK (ikrar_seal_error, ikrar_seal_error)
