/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/reason.h"
#include "roster/field.h"
#include "roster/fixes.h"

G_BEGIN_DECLS

/**
 * IkrarImportPlace:
 * @sheet: sheet, from 0
 * @row: row of the file, from 1
 * @block: which of the tables that stand side by side, from 0
 *
 * Where a row of a roster stands in its file.
 */
typedef struct
{
  guint sheet;
  guint row;
  guint block;
} IkrarImportPlace;

/**
 * IkrarImportFixes:
 *
 * What somebody corrected on a roster before its import, in the order it was done, so that each
 * step can be taken back. One thread at a time.
 */
typedef struct _IkrarImportFixes IkrarImportFixes;

/**
 * ikrar_import_fixes_new:
 *
 * Returns: (transfer full): no corrections
 */
IkrarImportFixes *ikrar_import_fixes_new (void);

/**
 * ikrar_import_fixes_copy:
 * @fixes: (nullable): corrections
 *
 * Returns: (transfer full): a copy, for another thread
 */
IkrarImportFixes *ikrar_import_fixes_copy (const IkrarImportFixes *fixes);

/**
 * ikrar_import_fixes_add_cell:
 * @fixes: corrections
 * @place: where the row stands
 * @column: column of the file, from 0
 * @text: what the cell should say
 */
void ikrar_import_fixes_add_cell (IkrarImportFixes *fixes,
                                  IkrarImportPlace place,
                                  guint column,
                                  const char *text);

/**
 * ikrar_import_fixes_add_skipped:
 * @fixes: corrections
 * @place: where the row stands
 * @skipped: whether it is left out
 */
void
ikrar_import_fixes_add_skipped (IkrarImportFixes *fixes, IkrarImportPlace place, gboolean skipped);

/**
 * ikrar_import_fixes_add_meaning:
 * @fixes: corrections
 * @field: a field
 * @written: what cells of it say
 * @meaning: what that means, in all rows
 */
void ikrar_import_fixes_add_meaning (IkrarImportFixes *fixes,
                                     IkrarRosterField field,
                                     const char *written,
                                     const char *meaning);

/**
 * ikrar_import_fixes_undo:
 * @fixes: corrections
 *
 * Takes the last step back.
 *
 * Returns: `FALSE` if there is none
 */
gboolean ikrar_import_fixes_undo (IkrarImportFixes *fixes);

/**
 * ikrar_import_fixes_redo:
 * @fixes: corrections
 *
 * Does again what was taken back last. A new step lets go of what was taken back.
 *
 * Returns: `FALSE` if there is nothing
 */
gboolean ikrar_import_fixes_redo (IkrarImportFixes *fixes);

/**
 * ikrar_import_fixes_get_size:
 * @fixes: (nullable): corrections
 *
 * Returns: how many steps stand
 */
guint ikrar_import_fixes_get_size (const IkrarImportFixes *fixes);

/**
 * ikrar_import_fixes_can_redo:
 * @fixes: (nullable): corrections
 *
 * Returns: whether something was taken back
 */
gboolean ikrar_import_fixes_can_redo (const IkrarImportFixes *fixes);

/**
 * ikrar_import_fixes_get_text:
 * @fixes: (nullable): corrections
 * @place: where a row stands
 * @column: column of the file, from 0
 *
 * Returns: (transfer none) (nullable): what the cell should say, `NULL` for what it says
 */
const char *
ikrar_import_fixes_get_text (const IkrarImportFixes *fixes, IkrarImportPlace place, guint column);

/**
 * ikrar_import_fixes_get_skipped:
 * @fixes: (nullable): corrections
 * @place: where a row stands
 *
 * Returns: whether somebody said that it is left out
 */
gboolean ikrar_import_fixes_get_skipped (const IkrarImportFixes *fixes, IkrarImportPlace place);

/**
 * ikrar_import_fixes_make:
 * @fixes: (nullable): corrections
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the corrections for the judge, `NULL` if there are none
 */
IkrarRosterFixes *ikrar_import_fixes_make (const IkrarImportFixes *fixes);

/**
 * ikrar_import_fixes_free:
 * @fixes: (transfer full) (nullable): corrections
 */
void ikrar_import_fixes_free (IkrarImportFixes *fixes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarImportFixes, ikrar_import_fixes_free)

G_END_DECLS
