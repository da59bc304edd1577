/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a spreadsheet comes from: a file, or bytes that were pasted or dropped. */
typedef struct
{
  /* One of both. */
  const char *path;
  GBytes *bytes;
  /* What it is called in messages. */
  const char *name;
  /* Whether only the first rows are wanted. */
  gboolean glance;
} IkrarSource;

/* A copy of its own for a reader; clear it with the other function. */
void _ikrar_source_init (IkrarSource *copy, const IkrarSource *source);
void _ikrar_source_clear (IkrarSource *source);

/* A seekable stream of the bytes, from the beginning. */
GInputStream *_ikrar_source_open (const IkrarSource *source, GError **error);
/* The size of what such a stream gives; the stream stays where it is. */
goffset _ikrar_source_measure (GInputStream *stream);
/* Puts what reading failed with into words: UNREADABLE, unless it says all by itself. Takes @reason
 * and returns FALSE. */
gboolean _ikrar_source_fail (const IkrarSource *source, GError *reason, GError **error);

G_END_DECLS
