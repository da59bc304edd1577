/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/ods-private.h"

typedef struct
{
  guint wanted;
  IkrarSheetRowFunc func;
  gpointer user_data;
  /* NULL unless only merged cells are wanted. */
  GArray *merges;
  guint last_row;
  gboolean is_cut;

  guint n_tables;
  /* How deep in an element that is left out, and in groups of rows that are hidden. */
  guint skipped;
  guint hidden_groups;
  gboolean in_table;
  gboolean in_row;
  gboolean in_cell;

  /* NULL if only merged cells are wanted; the column that is described next, and how deep in groups
   * of columns that are hidden. */
  IkrarReader *reader;
  GHashTable *marking;
  guint described;
  guint hidden_columns;

  IkrarSheetRow row;
  IkrarCells cells;
  IkrarOdsCell cell;
  guint column;
  guint repeated;
  /* Bytes of rows and cells that stand in the file once and count several times. */
  guint64 unrolled;
} Reading;

static gboolean
is_any (const char *name, const char *one, const char *two, const char *three)
{
  return strcmp (name, one) == 0 || strcmp (name, two) == 0 || strcmp (name, three) == 0;
}

static void
skip (Reading *reading, IkrarXml *xml)
{
  reading->skipped = 1;
  _ikrar_xml_skip (xml);
}

static gboolean
has_value (const char **attributes, const char *name, const char *one, const char *two)
{
  const char *value = _ikrar_xml_attribute (attributes, name);

  return value != NULL && (strcmp (value, one) == 0 || strcmp (value, two) == 0);
}

static void
begin_row (Reading *reading, const char **attributes)
{
  reading->in_row = TRUE;
  reading->column = 0;
  reading->repeated = _ikrar_ods_count (_ikrar_xml_attribute (attributes, "number-rows-repeated"),
                                        IKRAR_SHEET_ROWS_MAX);
  reading->row.hidden =
      reading->hidden_groups > 0 || has_value (attributes, "visibility", "collapse", "filter");
  reading->row.marked = FALSE;
  _ikrar_cells_begin (&reading->cells);
}

static void
take_columns (Reading *reading, const char **attributes)
{
  guint first = reading->described;
  guint count = _ikrar_ods_count (_ikrar_xml_attribute (attributes, "number-columns-repeated"),
                                  IKRAR_SHEET_COLUMNS_MAX);

  reading->described = MIN (first + count, IKRAR_SHEET_COLUMNS_MAX);
  if (reading->reader != NULL &&
      (reading->hidden_columns > 0 || has_value (attributes, "visibility", "collapse", "filter")))
    _ikrar_reader_hide_columns (reading->reader, reading->row.sheet, first, reading->described - 1);
}

static void
start_outside (Reading *reading, IkrarXml *xml, const char *name)
{
  if (strcmp (name, "table") == 0)
    {
      reading->in_table = reading->n_tables++ == reading->wanted;
      if (!reading->in_table)
        skip (reading, xml);
    }
  else if (!is_any (name, "document-content", "body", "spreadsheet"))
    skip (reading, xml);
}

/* Of merged cells only those of the first rows may be wanted. */
static gboolean
is_past (const Reading *reading)
{
  return reading->merges != NULL && reading->row.number >= reading->last_row;
}

static void
start_in_table (Reading *reading, IkrarXml *xml, const char *name, const char **attributes)
{
  if (strcmp (name, "table-row") == 0 && is_past (reading))
    {
      reading->is_cut = TRUE;
      _ikrar_xml_stop (xml, NULL);
    }
  else if (strcmp (name, "table-row") == 0)
    begin_row (reading, attributes);
  else if (strcmp (name, "table-row-group") == 0)
    reading->hidden_groups +=
        reading->hidden_groups > 0 || has_value (attributes, "display", "false", "false");
  else if (strcmp (name, "table-column") == 0)
    take_columns (reading, attributes);
  else if (strcmp (name, "table-column-group") == 0)
    reading->hidden_columns +=
        reading->hidden_columns > 0 || has_value (attributes, "display", "false", "false");
  else if (!is_any (name, "table-rows", "table-header-rows", "table-row-group") &&
           !is_any (name, "table-columns", "table-header-columns", "table-column-group"))
    skip (reading, xml);
}

static void
start_in_row (Reading *reading, IkrarXml *xml, const char *name, const char **attributes)
{
  gboolean covered = strcmp (name, "covered-table-cell") == 0;

  if (!covered && strcmp (name, "table-cell") != 0)
    {
      skip (reading, xml);
      return;
    }
  reading->in_cell = TRUE;
  _ikrar_ods_cell_begin (&reading->cell, covered, attributes);
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (reading->skipped > 0)
    reading->skipped++;
  else if (reading->in_cell && !_ikrar_ods_cell_start (&reading->cell, xml, name, attributes))
    skip (reading, xml);
  else if (reading->in_cell)
    return;
  else if (reading->in_row)
    start_in_row (reading, xml, name, attributes);
  else if (reading->in_table)
    start_in_table (reading, xml, name, attributes);
  else
    start_outside (reading, xml, name);
}

static void
refuse_place (Reading *reading, IkrarXml *xml, const char *what)
{
  g_autofree char *letters = ikrar_sheet_column_letters (reading->column);
  g_autofree char *message = g_strdup_printf ("%s%u: %s", letters, reading->row.number + 1, what);

  _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE, message);
}

/* Counts what repeating makes of a small file. */
static gboolean
unroll (Reading *reading, IkrarXml *xml, guint64 size)
{
  reading->unrolled += size;
  if (reading->unrolled <= IKRAR_REPEATED_BYTES_MAX && !_ikrar_cells_are_full (&reading->cells))
    return TRUE;
  refuse_place (reading, xml,
                _ ("Repeated cells make more text than any roster. Copy the table into a new "
                   "workbook."));
  return FALSE;
}

static void
add_cells (Reading *reading, IkrarXml *xml)
{
  for (guint i = 0; i < reading->cell.repeated; i++, reading->column++)
    {
      guint before = reading->cells.pending->len;

      if (reading->column < IKRAR_SHEET_COLUMNS_MAX)
        _ikrar_ods_cell_add (&reading->cell, &reading->cells, reading->column);
      else
        refuse_place (
            reading, xml,
            _ ("There are more columns than a spreadsheet allows (16,384). Copy the table "
               "into a new workbook."));
      if (reading->cells.pending->len == before || _ikrar_xml_is_stopped (xml) ||
          !unroll (reading, xml, i > 0 ? reading->cell.shown.text->len : 0))
        return;
    }
}

static gboolean
has_something (const IkrarOdsCell *cell)
{
  return !cell->covered &&
         (cell->shown.text->len > 0 || cell->value->len > 0 || cell->formula->len > 0);
}

static void
add_merge (Reading *reading, IkrarXml *xml)
{
  const IkrarMerge merge = {
    reading->row.number + 1, MIN (reading->row.number + reading->cell.rows, IKRAR_SHEET_ROWS_MAX),
    reading->column, MIN (reading->column + reading->cell.columns, IKRAR_SHEET_COLUMNS_MAX) - 1
  };

  if ((reading->cell.rows == 1 && reading->cell.columns == 1) ||
      reading->column >= IKRAR_SHEET_COLUMNS_MAX || reading->row.number >= IKRAR_SHEET_ROWS_MAX)
    return;
  if (reading->merges->len < IKRAR_MERGES_MAX)
    g_array_append_val (reading->merges, merge);
  else
    refuse_place (reading, xml,
                  _ ("There are more merged cells than in any roster. Copy the table into a new "
                     "workbook."));
}

static void
end_cell (Reading *reading, IkrarXml *xml)
{
  guint next = MIN (reading->column + reading->cell.repeated, IKRAR_SHEET_COLUMNS_MAX);

  reading->in_cell = FALSE;
  if (reading->merges != NULL)
    add_merge (reading, xml);
  else if (has_something (&reading->cell) &&
           _ikrar_xml_check_text (xml, reading->cell.shown.text, 0))
    {
      reading->row.marked |= reading->cell.marked && reading->cell.shown.text->len > 0;
      add_cells (reading, xml);
    }
  reading->column = next;
}

static void
give_row (Reading *reading, IkrarXml *xml)
{
  GError *error = NULL;

  if (reading->row.number > IKRAR_SHEET_ROWS_MAX)
    _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                       _ ("There are more rows than a spreadsheet allows (1,048,576). Split the "
                          "sheet into several files."));
  else if (!reading->func (&reading->row, reading->user_data, &error))
    _ikrar_xml_stop (xml, error);
}

static void
end_row (Reading *reading, IkrarXml *xml)
{
  guint64 size = reading->cells.texts->len + sizeof (IkrarSheetCell) * reading->cells.pending->len;

  reading->in_row = FALSE;
  if (reading->cells.pending->len == 0)
    {
      reading->row.number = MIN (reading->row.number + reading->repeated, IKRAR_SHEET_ROWS_MAX);
      return;
    }
  _ikrar_cells_settle (&reading->cells, &reading->row);
  for (guint i = 0; i < reading->repeated && !_ikrar_xml_is_stopped (xml); i++)
    {
      reading->row.number++;
      if (unroll (reading, xml, i > 0 ? size : 0))
        give_row (reading, xml);
    }
}

static void
end_skipped (Reading *reading, IkrarXml *xml)
{
  reading->skipped--;
  if (reading->skipped == 0 && reading->in_cell && reading->cell.depth > 0)
    _ikrar_xml_gather (xml);
}

static void
on_end (IkrarXml *xml, const char *name)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (reading->skipped > 0)
    end_skipped (reading, xml);
  else if (reading->in_cell && reading->cell.depth > 0)
    _ikrar_ods_cell_end (&reading->cell, xml);
  else if (reading->in_cell)
    end_cell (reading, xml);
  else if (reading->in_row)
    end_row (reading, xml);
  else if (reading->in_table && strcmp (name, "table") == 0)
    _ikrar_xml_stop (xml, NULL);
  else if (strcmp (name, "table-row-group") == 0)
    reading->hidden_groups -= reading->hidden_groups > 0;
  else if (strcmp (name, "table-column-group") == 0)
    reading->hidden_columns -= reading->hidden_columns > 0;
}

static gboolean
read_content (Reading *reading,
              IkrarPackage *package,
              const char *title,
              const IkrarProgress *progress,
              GError **error)
{
  static const IkrarXmlHandlers handlers = { on_start, on_end };
  gboolean success;

  _ikrar_cells_init (&reading->cells);
  _ikrar_ods_cell_init (&reading->cell);
  reading->cell.marking = reading->marking;
  success =
      _ikrar_xml_read (package, IKRAR_ODS_CONTENT, title, &handlers, reading, progress, error);
  _ikrar_ods_cell_clear (&reading->cell);
  _ikrar_cells_clear (&reading->cells);
  return success;
}

gboolean
_ikrar_ods_sheet_read (IkrarReader *reader,
                       IkrarPackage *package,
                       GHashTable *marking,
                       guint sheet,
                       IkrarSheetRowFunc func,
                       gpointer user_data,
                       const IkrarProgress *progress,
                       GError **error)
{
  const char *title = g_array_index (reader->sheets, IkrarSheet, sheet).name;
  Reading reading = { .wanted = sheet,
                      .func = func,
                      .user_data = user_data,
                      .reader = reader,
                      .marking = marking,
                      .row = { .sheet = sheet } };

  return read_content (&reading, package, title, progress, error);
}

gboolean
_ikrar_ods_merges_read (IkrarPackage *package,
                        const char *title,
                        guint sheet,
                        guint last_row,
                        GArray *merges,
                        gboolean *partial,
                        GError **error)
{
  Reading reading = { .wanted = sheet, .merges = merges, .last_row = last_row };
  gboolean success = read_content (&reading, package, title, NULL, error);

  *partial |= reading.is_cut && last_row < IKRAR_SHEET_ROWS_MAX;
  return success;
}
