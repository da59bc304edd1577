/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/error.h"

/* Not G_DEFINE_QUARK: clang-format puts spaces around the hyphens that the macro turns to text. */
GQuark
ikrar_core_error_quark (void)
{
  return g_quark_from_static_string ("ikrar-core-error-quark");
}
