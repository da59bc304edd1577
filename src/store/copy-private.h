/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "store/copy.h"

G_BEGIN_DECLS

/* Copies every row from one connection to another, whose tables have to be empty, each within the
 * transaction that it is in, then reads them there again and compares their numbers and digests. */
gboolean _ikrar_copy_rows (IkrarDb *from,
                           IkrarDb *to,
                           IkrarCopy *copy,
                           const IkrarProgress *progress,
                           GError **error);

/* What ikrar_db_copy() is for an engine that cannot do it by itself. */
gboolean _ikrar_copy_to_file (IkrarDb *db, const char *path, GError **error);

G_END_DECLS
