/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is being written beside its target: it takes the target's place, synced, when it is
 * complete, and is gone if it never is. */
typedef struct _IkrarOutputFile IkrarOutputFile;

IkrarOutputFile *ikrar_output_file_new (const char *path, GError **error);

/* For libraries that write to a path of their own. */
const char *ikrar_output_file_get_path (IkrarOutputFile *file);

/* Buffered. A failure is kept and told by the commit; returns FALSE from then on. */
gboolean ikrar_output_file_write (IkrarOutputFile *file, gconstpointer data, gsize size);

gboolean ikrar_output_file_commit (IkrarOutputFile *file, GError **error);

void ikrar_output_file_free (IkrarOutputFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarOutputFile, ikrar_output_file_free)

G_END_DECLS
