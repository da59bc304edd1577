/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "desk/desk.h"
#include "store/attendance.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SCAN_ROW (ikrar_scan_row_get_type ())

/**
 * IkrarScanRow:
 *
 * One of the last scans at a desk: icon, name, what became of it, and Undo for a welcome
 * (`desk.undo-scan` with the journal entry).
 */
G_DECLARE_FINAL_TYPE (IkrarScanRow, ikrar_scan_row, IKRAR, SCAN_ROW, GtkListBoxRow)

/**
 * ikrar_scan_row_new:
 * @result: an answer of the desk
 * @at: when it was given
 * @zone: zone of the event
 *
 * Returns: a row
 */
GtkWidget *ikrar_scan_row_new (const IkrarDeskResult *result, IkrarTime at, IkrarZone zone);

/**
 * ikrar_scan_row_new_recorded:
 * @scan: a mark that was made before the desk was opened
 * @zone: zone of the event
 *
 * Returns: a row
 */
GtkWidget *ikrar_scan_row_new_recorded (const IkrarScan *scan, IkrarZone zone);

/**
 * ikrar_scan_row_get_journal:
 * @row: a row
 *
 * Returns: the journal entry that Undo takes back, 0 if there is nothing to undo
 */
IkrarId ikrar_scan_row_get_journal (IkrarScanRow *row);

/**
 * ikrar_scan_row_get_name:
 * @row: a row
 *
 * Returns: (transfer none): whose scan it is
 */
const char *ikrar_scan_row_get_name (IkrarScanRow *row);

/**
 * ikrar_scan_row_set_undone:
 * @row: a row
 *
 * Shows that the presence was taken back.
 */
void ikrar_scan_row_set_undone (IkrarScanRow *row);

/**
 * ikrar_scan_row_get_participant:
 * @row: a row
 *
 * Returns: who was scanned, 0 for a code of nobody
 */
IkrarId ikrar_scan_row_get_participant (IkrarScanRow *row);

/**
 * ikrar_scan_row_set_name:
 * @row: a row
 * @name: the corrected name
 */
void ikrar_scan_row_set_name (IkrarScanRow *row, const char *name);

G_END_DECLS
