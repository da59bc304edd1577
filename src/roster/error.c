/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/error.h"

G_DEFINE_QUARK (ikrar - roster - error, ikrar_roster_error)
