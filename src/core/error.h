/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IKRAR_CORE_ERROR (ikrar_core_error_quark ())

/**
 * IkrarCoreError:
 * @IKRAR_CORE_ERROR_SYNTAX: the text does not have the expected form; show it again for correction
 * @IKRAR_CORE_ERROR_RANGE: the form is right, a value is outside what the rule allows
 * @IKRAR_CORE_ERROR_UNKNOWN: the word is not one of the known ones; offer the list
 *
 * What a caller can do about a value that a rule refuses.
 */
typedef enum
{
  IKRAR_CORE_ERROR_SYNTAX,
  IKRAR_CORE_ERROR_RANGE,
  IKRAR_CORE_ERROR_UNKNOWN,
} IkrarCoreError;

GQuark ikrar_core_error_quark (void);

G_END_DECLS
