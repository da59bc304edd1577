/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/import.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UPDATE_BATCH_ROW (ikrar_update_batch_row_get_type ())

/**
 * IkrarUpdateBatchRow:
 *
 * An import of an event: which file, when, by whom, what it did, what depends on it, and a button
 * that takes it back with the action `batches.undo`.
 */
G_DECLARE_FINAL_TYPE (IkrarUpdateBatchRow,
                      ikrar_update_batch_row,
                      IKRAR,
                      UPDATE_BATCH_ROW,
                      GtkListBoxRow)

/**
 * ikrar_update_batch_row_new:
 * @batch: an import
 * @depends: what depends on it, "" for nothing
 *
 * Returns: a row
 */
GtkWidget *ikrar_update_batch_row_new (const IkrarImportBatch *batch, const char *depends);

G_END_DECLS
