/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/backup.h"

G_BEGIN_DECLS

/* Opens a copy without writing and proves file, schema and sealed log. */
gboolean _ikrar_backup_verify (const char *path, const IkrarProgress *progress, GError **error);

/* Whether a file begins as a sealed backup does. */
gboolean _ikrar_backup_looks_sealed (const char *path);

/* Writes a plain copy beside @path and puts it in place. */
gboolean _ikrar_backup_copy (IkrarDb *db, const char *path, GError **error);

G_END_DECLS
