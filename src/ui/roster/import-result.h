/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "roster/import.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_RESULT (ikrar_import_result_get_type ())

/**
 * IkrarImportResult:
 *
 * What an import that refused rows comes to, and what can be done with them: they are saved by the
 * action `import.save-refused`, and the workbook is opened or shown in its folder. Main thread.
 */
G_DECLARE_FINAL_TYPE (IkrarImportResult, ikrar_import_result, IKRAR, IMPORT_RESULT, AdwBin)

/**
 * ikrar_import_result_show:
 * @result: the page
 * @title: what was done
 * @summary: what it comes to
 *
 * Shows an import whose refused rows were not saved yet.
 */
void ikrar_import_result_show (IkrarImportResult *result,
                               const char *title,
                               const IkrarRosterSummary *summary);

/**
 * ikrar_import_result_set_file:
 * @result: the page
 * @file: the workbook that the refused rows were saved in
 *
 * Offers to open that workbook from now on.
 */
void ikrar_import_result_set_file (IkrarImportResult *result, GFile *file);

G_END_DECLS
