/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_MERGE_ROW (ikrar_merge_row_get_type ())

/**
 * IkrarMergeRow:
 *
 * What two people have of one field, side by side, one of which is chosen. What both have alike is
 * said once.
 *
 * Signals: `chosen`, when the other one of the two is.
 */
G_DECLARE_FINAL_TYPE (IkrarMergeRow, ikrar_merge_row, IKRAR, MERGE_ROW, GtkListBoxRow)

/**
 * ikrar_merge_row_new:
 * @name: name of the field
 *
 * Returns: a row
 */
GtkWidget *ikrar_merge_row_new (const char *name);

/**
 * ikrar_merge_row_show:
 * @row: a row
 * @keep: what the one who stays has, "" for nothing
 * @other: what the other one has
 * @same: whether both mean the same
 */
void ikrar_merge_row_show (IkrarMergeRow *row, const char *keep, const char *other, gboolean same);

/**
 * ikrar_merge_row_set_other:
 * @row: a row
 * @other: whether what the other one has is chosen; `chosen` is not emitted
 */
void ikrar_merge_row_set_other (IkrarMergeRow *row, gboolean other);

/**
 * ikrar_merge_row_get_other:
 * @row: a row
 *
 * Returns: whether what the other one has is chosen
 */
gboolean ikrar_merge_row_get_other (IkrarMergeRow *row);

/**
 * ikrar_merge_row_set_narrow:
 * @row: a row
 * @narrow: whether the two stand one below the other
 */
void ikrar_merge_row_set_narrow (IkrarMergeRow *row, gboolean narrow);

G_END_DECLS
