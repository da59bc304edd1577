/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"

#include "ui/common/status.h"

G_BEGIN_DECLS

/**
 * ikrar_import_status:
 * @verdict: what becomes of a row
 *
 * Returns: how it is shown
 */
IkrarStatus ikrar_import_status (IkrarVerdict verdict);

/**
 * ikrar_import_error_title:
 * @error: why a file cannot be read
 *
 * Returns: (transfer none): what is wrong, in a few words
 */
const char *ikrar_import_error_title (const GError *error);

/**
 * ikrar_import_importable:
 * @summary: what was found
 *
 * Returns: how many people would be imported
 */
guint ikrar_import_importable (const IkrarRosterSummary *summary);

/**
 * ikrar_import_refused:
 * @summary: what was found
 *
 * Returns: how many rows go back to the sender
 */
guint ikrar_import_refused (const IkrarRosterSummary *summary);

/**
 * ikrar_import_button_label:
 * @count: how many people
 *
 * Returns: (transfer full): what the button says that imports them
 */
char *ikrar_import_button_label (guint count);

/**
 * ikrar_import_save_label:
 * @count: how many rows are refused
 *
 * Returns: (transfer full): what the button says that saves them
 */
char *ikrar_import_save_label (guint count);

/**
 * ikrar_import_describe_outlook:
 * @summary: what was found
 *
 * Returns: (transfer full): what an import would do
 */
char *ikrar_import_describe_outlook (const IkrarRosterSummary *summary);

/**
 * ikrar_import_describe_done:
 * @count: how many people
 *
 * Returns: (transfer full): what an import did
 */
char *ikrar_import_describe_done (guint count);

/**
 * ikrar_import_describe_refused:
 * @summary: what was found
 *
 * Returns: (transfer full): what is wrong with the refused rows and what to do
 */
char *ikrar_import_describe_refused (const IkrarRosterSummary *summary);

/**
 * ikrar_import_count_read:
 * @header: a header
 *
 * Returns: how many of its columns are read
 */
guint ikrar_import_count_read (const IkrarHeader *header);

/**
 * ikrar_import_describe_columns:
 * @header: a header
 *
 * Returns: (transfer full): how many columns were understood
 */
char *ikrar_import_describe_columns (const IkrarHeader *header);

/**
 * ikrar_import_find_lost_numbers:
 * @result: what was found, with lines
 *
 * Tells a sheet whose employee numbers were stored as numbers, which Excel cuts off after 15
 * digits: every row then fails for the same reason, and the file is to be asked for again.
 *
 * Returns: how many rows are refused for their number if these are most of the rows with people,
 *   else 0
 */
guint ikrar_import_find_lost_numbers (const IkrarRosterResult *result);

/**
 * ikrar_import_describe_place:
 * @result: what was found, with lines
 * @line: which line
 *
 * Returns: (transfer full): the row, and the sheet if several are read
 */
char *ikrar_import_describe_place (const IkrarRosterResult *result, guint line);

/**
 * ikrar_import_get_sheet_name:
 * @result: what was found, with lines
 * @line: which line
 *
 * Returns: (transfer none): name of the sheet it stands in, "" unless several are read
 */
const char *ikrar_import_get_sheet_name (const IkrarRosterResult *result, guint line);

/**
 * ikrar_import_count_sheets:
 * @result: what was found
 *
 * Returns: how many sheets are read
 */
guint ikrar_import_count_sheets (const IkrarRosterResult *result);

/**
 * ikrar_import_describe_sheet:
 * @result: what was found
 * @sheet: a sheet, from 0
 *
 * Returns: (transfer full): its name, and why it is not read
 */
char *ikrar_import_describe_sheet (const IkrarRosterResult *result, guint sheet);

G_END_DECLS
