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

/* A cell whose own texts stand in the row's texts, which may still move. */
typedef struct
{
  IkrarSheetCell cell;
  gsize text;
  gsize raw;
} Pending;

void
_ikrar_xlsx_row_init (IkrarXlsxRow *row,
                      const IkrarXlsx *xlsx,
                      guint sheet,
                      IkrarSheetRowFunc func,
                      gpointer user_data)
{
  memset (row, 0, sizeof *row);
  row->xlsx = xlsx;
  row->sheet = sheet;
  row->func = func;
  row->user_data = user_data;
  row->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  row->cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  row->texts = g_string_new (NULL);
  row->formula = g_string_new (NULL);
}

void
_ikrar_xlsx_row_clear (IkrarXlsxRow *row)
{
  g_array_unref (row->pending);
  g_array_unref (row->cells);
  g_string_free (row->texts, TRUE);
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
  row->hidden = is_word (hidden, "1") || is_word (hidden, "true");
  row->unsorted = FALSE;
  g_array_set_size (row->pending, 0);
  g_string_truncate (row->texts, 0);
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

  row->unsorted |= next <= row->column;
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

static gsize
keep_text (IkrarXlsxRow *row, const char *text)
{
  gsize start = row->texts->len;

  g_string_append_len (row->texts, text, (gssize) strlen (text) + 1);
  return start;
}

static void
add_text (IkrarXlsxRow *row, IkrarValueType type, const char *text, const char *raw)
{
  Pending pending = { { row->column - 1, type, NULL, NULL }, 0, 0 };

  if (*text == '\0')
    return;
  pending.text = keep_text (row, text);
  pending.raw = raw == text ? pending.text : keep_text (row, raw);
  g_array_append_val (row->pending, pending);
}

static void
add_shared (IkrarXlsxRow *row, IkrarXml *xml, const GString *index)
{
  Pending pending = { { row->column - 1, IKRAR_VALUE_TEXT, NULL, NULL }, 0, 0 };
  const char *text = NULL;
  guint32 place;

  if (index->len == 0)
    return;
  if (read_index ((IkrarXlsxValue){ index->str, index->len }, &place))
    text = _ikrar_xlsx_strings_get (&row->xlsx->strings, place);
  if (text == NULL)
    {
      refuse_place (row, xml,
                    _ ("The text of this cell is missing. Open the file in Excel or LibreOffice, "
                       "let it be repaired, and save it again."),
                    IKRAR_ROSTER_ERROR_DAMAGED);
      return;
    }
  pending.cell.text = pending.cell.raw = text;
  if (*text != '\0')
    g_array_append_val (row->pending, pending);
}

static gboolean
is_date_style (const IkrarXlsxRow *row)
{
  return row->style < row->xlsx->dates->len &&
         g_array_index (row->xlsx->dates, gboolean, row->style);
}

static void
add_number (IkrarXlsxRow *row, char *number)
{
  g_autofree char *iso = NULL;

  g_strstrip (number);
  if (is_date_style (row))
    iso = _ikrar_xlsx_serial_to_iso (number, row->xlsx->since_1904);
  if (iso != NULL)
    add_text (row, IKRAR_VALUE_DATE, iso, number);
  else
    add_text (row, IKRAR_VALUE_NUMBER, number, number);
}

static void
add_letters (IkrarXlsxRow *row, IkrarXml *xml, GString *text)
{
  if (!_ikrar_xlsx_text_check (xml, text, 0))
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

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Pending *one = a;
  const Pending *two = b;

  return one->cell.column < two->cell.column ? -1 : one->cell.column > two->cell.column;
}

/* The row's own texts stay where they are from now on. */
static void
settle_cells (IkrarXlsxRow *row)
{
  if (row->unsorted)
    g_array_sort (row->pending, compare_columns);
  g_array_set_size (row->cells, 0);
  for (guint i = 0; i < row->pending->len; i++)
    {
      Pending *pending = &g_array_index (row->pending, Pending, i);

      if (pending->cell.text == NULL)
        {
          pending->cell.text = row->texts->str + pending->text;
          pending->cell.raw = row->texts->str + pending->raw;
        }
      g_array_append_val (row->cells, pending->cell);
    }
}

void
_ikrar_xlsx_row_end (IkrarXlsxRow *row, IkrarXml *xml)
{
  GError *error = NULL;
  IkrarSheetRow sheet_row;

  if (row->pending->len == 0 || _ikrar_xml_is_stopped (xml))
    return;
  settle_cells (row);
  sheet_row.sheet = row->sheet;
  sheet_row.number = row->number;
  sheet_row.hidden = row->hidden;
  sheet_row.n_cells = row->cells->len;
  sheet_row.cells = (const IkrarSheetCell *) (gpointer) row->cells->data;
  if (!row->func (&sheet_row, row->user_data, &error))
    _ikrar_xml_stop (xml, error);
}
