/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of the formats: unsigned, most significant byte first. */

static inline void
ikrar_be_put (guint8 *bytes, gsize size, guint64 value)
{
  for (gsize i = size; i > 0; i--, value >>= 8)
    bytes[i - 1] = value & 0xff;
}

static inline guint64
ikrar_be_get (const guint8 *bytes, gsize size)
{
  guint64 value = 0;

  for (gsize i = 0; i < size; i++)
    value = value << 8 | bytes[i];
  return value;
}

G_END_DECLS
