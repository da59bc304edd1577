/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/reason.h"

G_BEGIN_DECLS

/**
 * ikrar_language_get:
 *
 * Any thread.
 *
 * Returns: the language the window is shown in, for sentences that core writes
 */
IkrarLanguage ikrar_language_get (void);

G_END_DECLS
