/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"

#include "ui/roster/import-fixes.h"

G_BEGIN_DECLS

/* What stands around a roster's own columns in every row. */
#define IKRAR_IMPORT_SPACING 12
#define IKRAR_IMPORT_ROW_WIDTH 54
#define IKRAR_IMPORT_VERDICT_WIDTH 112
#define IKRAR_IMPORT_REASON_WIDTH 280

/**
 * IkrarImportColumn:
 * @index: index of a column of the header
 * @width: its width in pixels
 *
 * A column of a roster as the preview shows it.
 */
typedef struct
{
  guint index;
  int width;
} IkrarImportColumn;

/**
 * IkrarImportShown:
 * @result: what was found, with lines
 * @fixes: (nullable): what the user corrected; may be ahead of @result for a moment
 * @cursor: index of the shown column that the user points at
 *
 * What the rows of a roster on the screen are filled from. Nothing in it is owned.
 */
typedef struct
{
  const IkrarRosterResult *result;
  const IkrarImportFixes *fixes;
  guint cursor;
} IkrarImportShown;

/**
 * ikrar_import_columns_get_place:
 * @result: what was found, with lines
 * @line: which line
 *
 * Returns: where it stands in the file
 */
IkrarImportPlace ikrar_import_columns_get_place (const IkrarRosterResult *result, guint line);

/**
 * ikrar_import_columns_get_column:
 * @result: what was found, with lines
 * @line: which line
 * @index: index of a column of the header
 *
 * Tables of one file may have their columns in other places.
 *
 * Returns: the column of the file, from 0, in which the line has that cell; -1 if it has none
 */
int ikrar_import_columns_get_column (const IkrarRosterResult *result, guint line, guint index);

/**
 * ikrar_import_columns_get_text:
 * @shown: what is shown
 * @line: which line
 * @index: index of a column of the header
 * @edited: (out) (optional): whether the user wrote it
 *
 * Returns: (transfer none): what the cell says, "" if it is empty or private
 */
const char *ikrar_import_columns_get_text (const IkrarImportShown *shown,
                                           guint line,
                                           guint index,
                                           gboolean *edited);

/**
 * ikrar_import_columns_choose:
 * @result: what was found, with lines
 * @all: whether all columns are wanted
 *
 * Chooses which columns the preview shows and how wide they are, by what is in them. Exports of
 * SIASN have more than seventy columns, of which ten are read; a sheet that is not wide is shown
 * whole.
 *
 * Returns: (transfer full) (element-type IkrarImportColumn): the columns
 */
GArray *ikrar_import_columns_choose (const IkrarRosterResult *result, gboolean all);

/**
 * ikrar_import_columns_find:
 * @header: a header
 * @field: a field
 *
 * Returns: index of the column that holds @field, -1 if none does
 */
int ikrar_import_columns_find (const IkrarHeader *header, IkrarRosterField field);

/**
 * ikrar_import_columns_describe:
 * @header: a header
 *
 * Returns: (transfer full): what all its columns hold, each `COL=FIELD`, apart by lines, for
 *   somebody else's files of this shape
 */
char *ikrar_import_columns_describe (const IkrarHeader *header);

/**
 * ikrar_import_columns_map:
 * @header: the header as it is
 * @mapping: (nullable): what the user said of columns before
 * @index: index of a column
 * @field: what the user says it holds
 *
 * Returns: (transfer full): what the user says of columns now, for [func@header_find]
 */
GStrv ikrar_import_columns_map (const IkrarHeader *header,
                                const char *const *mapping,
                                guint index,
                                IkrarRosterField field);

G_END_DECLS
