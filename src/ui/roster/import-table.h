/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-columns.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_TABLE (ikrar_import_table_get_type ())

/**
 * IkrarImportTable:
 *
 * The rows of a roster as they stand in the file, each with its verdict, below what each column is
 * taken for. Widgets exist only for rows on the screen: 180,751 rows cost as little as ten.
 *
 * Properties: `narrow`: rows become cards.
 *
 * Signals: `mapped` (index of a column of the header, a field) when the user says what a column
 * holds, `line-selected`, see [func@import_table_get_selected], and `edited` (the text) when the
 * user writes into the cell that is selected.
 */
G_DECLARE_FINAL_TYPE (IkrarImportTable, ikrar_import_table, IKRAR, IMPORT_TABLE, GtkBox)

/**
 * ikrar_import_table_show:
 * @table: a table
 * @result: (nullable): what was found, with lines; whoever owns it keeps it until another one is
 *   shown
 * @all_columns: whether the columns that are not read are shown, too, however many there are
 *
 * Shows the rows of @result that are wanted, see [func@import_table_filter].
 */
void ikrar_import_table_show (IkrarImportTable *table,
                              const IkrarRosterResult *result,
                              gboolean all_columns);

/**
 * ikrar_import_table_follow:
 * @table: a table
 * @result: what was found; whoever owns it keeps it until another one is shown
 *
 * Shows a newer state of what is shown: more of its rows, or the same after a correction. What the
 * user looks at stays where it is; a line that is no longer wanted gives its selection to the next.
 *
 * Returns: `FALSE` if it is another table, which [func@import_table_show] shows
 */
gboolean ikrar_import_table_follow (IkrarImportTable *table, const IkrarRosterResult *result);

/**
 * ikrar_import_table_set_fixes:
 * @table: a table
 * @fixes: (nullable): what the user corrected; whoever owns them keeps them until others are set
 *
 * Shows corrections, also before they are checked.
 */
void ikrar_import_table_set_fixes (IkrarImportTable *table, const IkrarImportFixes *fixes);

/**
 * ikrar_import_table_focus_head:
 * @table: a table
 * @column: a column of the file, from 0
 *
 * Gives the focus to what the column is taken for.
 */
void ikrar_import_table_focus_head (IkrarImportTable *table, guint column);

/**
 * ikrar_import_table_get_shown:
 * @table: a table
 *
 * Returns: (transfer none): what is shown
 */
const IkrarImportShown *ikrar_import_table_get_shown (IkrarImportTable *table);

/**
 * ikrar_import_table_reset_heads:
 * @table: a table
 *
 * Shows again what the columns were taken for, after another choice led nowhere.
 */
void ikrar_import_table_reset_heads (IkrarImportTable *table);

/**
 * ikrar_import_table_filter:
 * @table: a table
 * @text: what is searched, "" for everything
 * @verdicts: bits (1 << IkrarVerdict) of the verdicts wanted, 0 for all
 *
 * Shows only the rows that match.
 */
void ikrar_import_table_filter (IkrarImportTable *table, const char *text, guint verdicts);

/**
 * ikrar_import_table_get_selected:
 * @table: a table
 *
 * Returns: the line that is selected, -1 if none is
 */
int ikrar_import_table_get_selected (IkrarImportTable *table);

/**
 * ikrar_import_table_get_column:
 * @table: a table
 *
 * Returns: index of the header's column that the user points at, -1 if there is none
 */
int ikrar_import_table_get_column (IkrarImportTable *table);

/**
 * ikrar_import_table_set_column:
 * @table: a table
 * @index: index of a column of the header
 *
 * Points at another column.
 */
void ikrar_import_table_set_column (IkrarImportTable *table, guint index);

/**
 * ikrar_import_table_edit:
 * @table: a table
 *
 * Opens an entry over the cell that is selected.
 */
void ikrar_import_table_edit (IkrarImportTable *table);

/**
 * ikrar_import_table_get_hides_columns:
 * @table: a table
 *
 * Returns: whether there are columns that are not shown
 */
gboolean ikrar_import_table_get_hides_columns (IkrarImportTable *table);

G_END_DECLS
