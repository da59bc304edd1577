/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/xlsx-row-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/limits-private.h"

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT,
  TYPE_RESULT,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_DATE,
} Type;

/* Values of the attribute t (ECMA-376 part 1, 18.18.11). */
static const struct
{
  const char *word;
  Type type;
} types[] = {
  { "s", TYPE_SHARED },  { "n", TYPE_NUMBER }, { "inlineStr", TYPE_TEXT }, { "str", TYPE_RESULT },
  { "b", TYPE_BOOLEAN }, { "e", TYPE_ERROR },  { "d", TYPE_DATE },
};

void
_ikrar_xlsx_row_init (IkrarXlsxRow *row,
                      IkrarXlsx *xlsx,
                      guint sheet,
                      IkrarSheetRowFunc func,
                      gpointer user_data)
{
  memset (row, 0, sizeof *row);
  row->xlsx = xlsx;
  row->sheet = sheet;
  row->func = func;
  row->user_data = user_data;
  _ikrar_cells_init (&row->cells);
  row->formula = g_string_new (NULL);
}

void
_ikrar_xlsx_row_clear (IkrarXlsxRow *row)
{
  _ikrar_cells_clear (&row->cells);
  g_string_free (row->formula, TRUE);
}

static void
refuse_place (IkrarXlsxRow *row, IkrarXml *xml, const char *what, IkrarRosterError code)
{
  g_autofree char *letters = ikrar_sheet_column_letters (row->column - 1);
  g_autofree char *message = g_strdup_printf ("%s%u: %s", letters, row->number, what);

  _ikrar_xml_refuse (xml, code, message);
}

/* Reads a number of digits only; FALSE for anything else. Far cheaper than the C library's, and
 * there is one in most cells. */
static gboolean
read_index (IkrarXlsxValue value, guint32 *index)
{
  guint64 sum = 0;

  for (gsize i = 0; i < value.size; i++)
    {
      if (!g_ascii_isdigit (value.text[i]) || sum > G_MAXUINT32 / 10)
        return FALSE;
      sum = sum * 10 + (guint64) (value.text[i] - '0');
    }
  *index = (guint32) sum;
  return value.size > 0 && sum < G_MAXUINT32;
}

static gboolean
is_word (IkrarXlsxValue value, const char *word)
{
  return value.size == strlen (word) && memcmp (value.text, word, value.size) == 0;
}

void
_ikrar_xlsx_row_begin (IkrarXlsxRow *row,
                       IkrarXml *xml,
                       IkrarXlsxValue number,
                       IkrarXlsxValue hidden)
{
  guint32 place;

  /* Some programs leave the number out; a sheet where it does not rise is no sheet. */
  if (read_index (number, &place) && place > row->number)
    row->number = place;
  else
    row->number++;
  if (row->number > IKRAR_SHEET_ROWS_MAX)
    _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                       _ ("There are more rows than a spreadsheet allows (1,048,576). Split the "
                          "sheet into several files."));
  row->column = 0;
  row->marked = FALSE;
  row->hidden = is_word (hidden, "1") || is_word (hidden, "true");
  _ikrar_cells_begin (&row->cells);
}

static Type
find_type (IkrarXlsxValue word)
{
  for (guint i = 0; i < G_N_ELEMENTS (types) && word.size > 0; i++)
    if (is_word (word, types[i].word))
      return types[i].type;
  return TYPE_NUMBER;
}

/* Some programs leave out where a cell stands: then it follows the one before. Columns count from
 * 1 here, 0 standing for "before the first". */
static void
place_cell (IkrarXlsxRow *row, IkrarXml *xml, IkrarXlsxValue place)
{
  int column = place.size > 0 ? ikrar_sheet_column_parse (place.text, NULL) : -1;
  guint next = column >= 0 ? (guint) column + 1 : row->column + 1;

  row->column = next;
  if (next > IKRAR_SHEET_COLUMNS_MAX)
    refuse_place (row, xml,
                  _ ("There are more columns than a spreadsheet allows (16,384). Copy the table "
                     "into a new workbook."),
                  IKRAR_ROSTER_ERROR_TOO_LARGE);
}

void
_ikrar_xlsx_row_begin_cell (IkrarXlsxRow *row,
                            IkrarXml *xml,
                            IkrarXlsxValue place,
                            IkrarXlsxValue type,
                            IkrarXlsxValue style)
{
  row->type = find_type (type);
  if (!read_index (style, &row->style))
    row->style = 0;
  g_string_truncate (row->formula, 0);
  g_string_truncate (_ikrar_xml_text (xml), 0);
  place_cell (row, xml, place);
}

static void
add_text (IkrarXlsxRow *row, IkrarValueType type, const char *text, const char *raw)
{
  _ikrar_cells_add (&row->cells, row->column - 1, type, text, raw);
}

static void
add_shared (IkrarXlsxRow *row, IkrarXml *xml, const GString *index)
{
  const char *text = NULL;
  GError *error = NULL;
  guint32 place;

  if (index->len == 0)
    return;
  if (read_index ((IkrarXlsxValue){ index->str, index->len }, &place))
    text = _ikrar_xlsx_strings_get (&row->xlsx->strings, place, &error);
  if (error != NULL)
    {
      _ikrar_xml_stop (xml, error);
      return;
    }
  if (text == NULL)
    {
      refuse_place (row, xml,
                    _ ("The text of this cell is missing. Open the file in Excel or LibreOffice, "
                       "let it be repaired, and save it again."),
                    IKRAR_ROSTER_ERROR_DAMAGED);
      return;
    }
  _ikrar_cells_add_kept (&row->cells, row->column - 1, text);
}

static guint8
style_of (const IkrarXlsxRow *row)
{
  const GArray *styles = row->xlsx->styles;

  return row->style < styles->len ? g_array_index (styles, guint8, row->style) : 0;
}

static void
add_number (IkrarXlsxRow *row, char *number)
{
  g_autofree char *iso = NULL;

  g_strstrip (number);
  if ((style_of (row) & IKRAR_XLSX_DATE) != 0)
    iso = _ikrar_xlsx_serial_to_iso (number, row->xlsx->since_1904);
  if (iso != NULL)
    add_text (row, IKRAR_VALUE_DATE, iso, number);
  else
    add_text (row, IKRAR_VALUE_NUMBER, number, number);
}

static void
add_letters (IkrarXlsxRow *row, IkrarXml *xml, GString *text)
{
  if (!_ikrar_xml_check_text (xml, text, 0))
    return;
  _ikrar_xlsx_text_unescape (text, 0);
  add_text (row, IKRAR_VALUE_TEXT, text->str, text->str);
}

/* Programs that cannot calculate write formulas without results. */
static gboolean
add_formula (IkrarXlsxRow *row, const GString *text)
{
  g_autofree char *formula = NULL;

  if (text->len > 0 || row->formula->len == 0 || row->type == TYPE_RESULT)
    return FALSE;
  formula = g_strconcat ("=", row->formula->str, NULL);
  add_text (row, IKRAR_VALUE_ERROR, formula, formula);
  return TRUE;
}

void
_ikrar_xlsx_row_end_cell (IkrarXlsxRow *row, IkrarXml *xml)
{
  GString *text = _ikrar_xml_text (xml);
  const char *truth = *text->str == '0' ? "FALSE" : "TRUE";

  if (_ikrar_cells_are_full (&row->cells))
    refuse_place (row, xml,
                  _ ("The row holds more text than any roster. Copy the table into a new "
                     "workbook."),
                  IKRAR_ROSTER_ERROR_TOO_LARGE);
  row->marked |= text->len > 0 && (style_of (row) & IKRAR_XLSX_MARKED) != 0;
  if (add_formula (row, text))
    return;
  if (row->type == TYPE_SHARED)
    add_shared (row, xml, text);
  else if (row->type == TYPE_TEXT || row->type == TYPE_RESULT)
    add_letters (row, xml, text);
  else if (row->type == TYPE_NUMBER)
    add_number (row, text->str);
  else if (row->type == TYPE_BOOLEAN)
    add_text (row, IKRAR_VALUE_BOOLEAN, text->len > 0 ? truth : "", truth);
  else if (row->type == TYPE_DATE)
    add_text (row, IKRAR_VALUE_DATE, text->str, text->str);
  else
    add_text (row, IKRAR_VALUE_ERROR, text->str, text->str);
}

void
_ikrar_xlsx_row_end (IkrarXlsxRow *row, IkrarXml *xml)
{
  GError *error = NULL;
  IkrarSheetRow sheet_row;

  if (row->cells.pending->len == 0 || _ikrar_xml_is_stopped (xml))
    return;
  sheet_row.sheet = row->sheet;
  sheet_row.number = row->number;
  sheet_row.block = 0;
  sheet_row.hidden = row->hidden;
  sheet_row.marked = row->marked;
  _ikrar_cells_settle (&row->cells, &sheet_row);
  if (!row->func (&sheet_row, row->user_data, &error))
    {
      row->enough = TRUE;
      _ikrar_xml_stop (xml, error);
    }
}
