/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "seal/digest.h"

#include "store/store.h"

G_BEGIN_DECLS

/**
 * IkrarCopy:
 * @without_keys: set by the caller: leave the secret keys where they are
 * @tables: tables that were copied and compared
 * @rows: rows of all of them
 * @records: records of the sealed log, verified in the copy
 * @root: root of the tree over them
 * @keys: whether secret keys were copied
 *
 * A move of a whole database from one place to another, of whichever engine.
 */
typedef struct
{
  gboolean without_keys;
  guint tables;
  guint64 rows;
  guint64 records;
  IkrarDigest root;
  gboolean keys;
} IkrarCopy;

/**
 * ikrar_copy_run:
 * @source: the database as it is; others may go on writing, and what they write is not copied
 * @target: path or address of a database that is empty or does not exist yet
 * @copy: what is asked for, and what was done
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Copies every table in one transaction on either side, reads it again at the target and compares
 * digests, and verifies the sealed log there; the secret keys go beside the target's own files.
 * Without success the target is as it was, but for an empty schema on a server.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CONFLICT` if the target, or its place for keys, is not
 *   empty, `IKRAR_STORE_ERROR_CORRUPT` if the copy or its sealed log does not hold,
 *   `G_IO_ERROR_CANCELLED`, or another store error
 */
gboolean ikrar_copy_run (IkrarStore *source,
                         const char *target,
                         IkrarCopy *copy,
                         const IkrarProgress *progress,
                         GError **error);

G_END_DECLS
