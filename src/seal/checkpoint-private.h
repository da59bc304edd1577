/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/checkpoint.h"

G_BEGIN_DECLS

/**
 * ikrar_checkpoint_read_size:
 * @note: a signed note
 * @size: (out): what its second line says
 *
 * Nothing is checked but that line: the number is good for putting notes in order.
 *
 * Returns: whether the second line is a size
 */
gboolean ikrar_checkpoint_read_size (const char *note, guint64 *size);

G_END_DECLS
