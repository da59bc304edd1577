/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/source-private.h"

G_BEGIN_DECLS

/* A zip file of named parts, as office programs write them. Parts are only ever read as streams,
 * under the limits of limits-private.h; nothing is unpacked to disk. Part names are compared
 * without regard to case, and a backslash counts as a slash. */
typedef struct _IkrarPackage IkrarPackage;
typedef struct _IkrarPart IkrarPart;

IkrarPackage *_ikrar_package_open (const IkrarSource *source, GError **error);
void _ikrar_package_free (IkrarPackage *package);
const char *_ikrar_package_get_name (IkrarPackage *package);
gboolean _ikrar_package_has (IkrarPackage *package, const char *part);

/* The part that @target, written in the part @base, means. */
char *_ikrar_package_resolve (const char *base, const char *target);

IkrarPart *_ikrar_part_open (IkrarPackage *package, const char *part, GError **error);
void _ikrar_part_free (IkrarPart *part);
/* Unpacked bytes, as the file claims. */
guint64 _ikrar_part_get_size (IkrarPart *part);
/* Reads up to @size bytes: how many, 0 at the end, -1 with an error. */
gssize _ikrar_part_read (IkrarPart *part, void *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPackage, _ikrar_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPart, _ikrar_part_free)

G_END_DECLS
