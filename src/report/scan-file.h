/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/scan-log.h"

#include "core/date.h"

G_BEGIN_DECLS

/**
 * ikrar_scan_file_write:
 * @lines: (element-type IkrarScanLine): scans of an event
 * @zone: zone of the event
 * @path: file name; an .xlsx file becomes a workbook, every other one a table for a spreadsheet
 * @error: return location for an error
 *
 * Writes the log of scans, a line each. Every cell is text and stays text: no name becomes a
 * formula. No employee number is in it.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`
 */
gboolean ikrar_scan_file_write (GPtrArray *lines, IkrarZone zone, const char *path, GError **error);

/**
 * ikrar_scan_verdict_official:
 * @verdict: the stable word of a verdict
 *
 * Any thread.
 *
 * Returns: (transfer none): what papers print, such as `Hadir`; @verdict itself if it is unknown
 */
const char *ikrar_scan_verdict_official (const char *verdict);

G_END_DECLS
