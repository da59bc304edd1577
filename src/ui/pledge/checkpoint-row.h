/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/ledger.h"

#include "core/date.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_CHECKPOINT_ROW (ikrar_checkpoint_row_get_type ())

/**
 * IkrarCheckpointRow:
 *
 * A checkpoint: its number, when it was signed, how many records it covers, its root.
 */
G_DECLARE_FINAL_TYPE (IkrarCheckpointRow,
                      ikrar_checkpoint_row,
                      IKRAR,
                      CHECKPOINT_ROW,
                      GtkListBoxRow)

/**
 * ikrar_checkpoint_row_new:
 * @line: a checkpoint
 * @number: which one it is, from 1
 * @before: records that the one before covers
 * @zone: the institution's zone
 *
 * Returns: a row
 */
GtkWidget *ikrar_checkpoint_row_new (const IkrarCheckpointLine *line,
                                     guint64 number,
                                     guint64 before,
                                     IkrarZone zone);

G_END_DECLS
