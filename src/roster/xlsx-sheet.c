/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/xlsx-private.h"

typedef enum
{
  VALUE_NUMBER,
  VALUE_SHARED,
  VALUE_TEXT,
  VALUE_RESULT,
  VALUE_BOOLEAN,
  VALUE_ERROR,
  VALUE_DATE,
} Value;

/* Values of the attribute t (ECMA-376 part 1, 18.18.11). */
static const struct
{
  const char *word;
  Value value;
} values[] = {
  { "s", VALUE_SHARED },   { "n", VALUE_NUMBER },  { "inlineStr", VALUE_TEXT },
  { "str", VALUE_RESULT }, { "b", VALUE_BOOLEAN }, { "e", VALUE_ERROR },
  { "d", VALUE_DATE },
};

/* A cell whose own texts stand in Reading.texts, which may still move. */
typedef struct
{
  IkrarSheetCell cell;
  gsize text;
  gsize raw;
} Pending;

typedef struct
{
  IkrarXlsx *xlsx;
  guint sheet;
  IkrarSheetRowFunc func;
  gpointer user_data;

  GArray *pending;
  GArray *cells;
  GString *texts;
  GString *formula;
  IkrarXlsxText text;

  guint row;
  guint column;
  guint style;
  /* How deep an element is within its cell. */
  guint depth;
  Value value;
  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_inline;
  gboolean hidden;
  gboolean unsorted;
} Reading;

static void
refuse_place (IkrarXml *xml, const char *what, IkrarRosterError code)
{
  Reading *reading = _ikrar_xml_data (xml);
  g_autofree char *letters = ikrar_sheet_column_letters (reading->column - 1);
  g_autofree char *message = g_strdup_printf ("%s%u: %s", letters, reading->row, what);

  _ikrar_xml_refuse (xml, code, message);
}

static gboolean
is_letter (const char *name, char letter)
{
  return name[0] == letter && name[1] == '\0';
}

/* Reads a number of digits only; FALSE for anything else. Far cheaper than the C library's, and
 * there is one in most cells. */
static gboolean
read_index (const char *text, guint32 *index)
{
  guint64 value = 0;

  if (*text == '\0')
    return FALSE;
  for (; g_ascii_isdigit (*text) && value < G_MAXUINT32; text++)
    value = value * 10 + (guint64) (*text - '0');
  *index = (guint32) value;
  return *text == '\0' && value < G_MAXUINT32;
}

static void
start_row (IkrarXml *xml, Reading *reading, const char **attributes)
{
  const char *number = _ikrar_xml_attribute (attributes, "r");
  guint32 row;

  /* Some programs leave the number out; a sheet where it does not rise is no sheet. */
  if (number != NULL && read_index (number, &row) && row > reading->row)
    reading->row = row;
  else
    reading->row++;
  if (reading->row > IKRAR_SHEET_ROWS_MAX)
    _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                       _ ("There are more rows than a spreadsheet allows (1,048,576). Split the "
                          "sheet into several files."));
  reading->column = 0;
  reading->hidden = _ikrar_xml_flag (attributes, "hidden");
  reading->in_row = TRUE;
  reading->unsorted = FALSE;
  g_array_set_size (reading->pending, 0);
  g_string_truncate (reading->texts, 0);
}

static Value
find_value (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].word, word) == 0)
      return values[i].value;
  return VALUE_NUMBER;
}

/* Some programs leave out where a cell stands: then it follows the one before. Columns count from
 * 1 here, 0 standing for "before the first". */
static void
place_cell (IkrarXml *xml, Reading *reading, const char *reference)
{
  int column = reference != NULL ? ikrar_sheet_column_parse (reference, NULL) : -1;
  guint next = column >= 0 ? (guint) column + 1 : reading->column + 1;

  reading->unsorted |= next <= reading->column;
  reading->column = next;
  if (next > IKRAR_SHEET_COLUMNS_MAX)
    refuse_place (
        xml,
        _ ("There are more columns than a spreadsheet allows (16,384). Copy the table into "
           "a new workbook."),
        IKRAR_ROSTER_ERROR_TOO_LARGE);
}

static void
start_cell (IkrarXml *xml, Reading *reading, const char **attributes)
{
  const char *reference = NULL;

  reading->in_cell = TRUE;
  reading->value = VALUE_NUMBER;
  reading->style = 0;
  for (; attributes[0] != NULL; attributes += 2)
    if (is_letter (attributes[0], 'r'))
      reference = attributes[1];
    else if (is_letter (attributes[0], 't'))
      reading->value = find_value (attributes[1]);
    else if (is_letter (attributes[0], 's') && !read_index (attributes[1], &reading->style))
      reading->style = 0;
  g_string_truncate (reading->formula, 0);
  g_string_truncate (_ikrar_xml_text (xml), 0);
  place_cell (xml, reading, reference);
}

/* A value and a formula stand right below their cell; extensions may hold what is called alike. */
static void
start_content (IkrarXml *xml, Reading *reading, const char *name)
{
  reading->depth++;
  if (reading->depth == 1 && (is_letter (name, 'v') || is_letter (name, 'f')))
    _ikrar_xml_gather (xml);
  else if (reading->depth == 1 && strcmp (name, "is") == 0)
    reading->in_inline = TRUE;
  else if (reading->in_inline)
    _ikrar_xlsx_text_start (&reading->text, xml, name);
}

static void
on_start (IkrarXml *xml, const char *name, const char **attributes)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (reading->in_cell)
    start_content (xml, reading, name);
  else if (reading->in_row && is_letter (name, 'c'))
    start_cell (xml, reading, attributes);
  else if (reading->in_data && strcmp (name, "row") == 0)
    start_row (xml, reading, attributes);
  else if (strcmp (name, "sheetData") == 0)
    reading->in_data = TRUE;
}

static gsize
keep_text (Reading *reading, const char *text)
{
  gsize start = reading->texts->len;

  g_string_append_len (reading->texts, text, (gssize) strlen (text) + 1);
  return start;
}

static void
add_text (Reading *reading, IkrarValueType type, const char *text, const char *raw)
{
  Pending pending = { { reading->column - 1, type, NULL, NULL }, 0, 0 };

  if (*text == '\0')
    return;
  pending.text = keep_text (reading, text);
  pending.raw = raw == text ? pending.text : keep_text (reading, raw);
  g_array_append_val (reading->pending, pending);
}

static void
add_shared (IkrarXml *xml, Reading *reading, const char *index)
{
  Pending pending = { { reading->column - 1, IKRAR_VALUE_TEXT, NULL, NULL }, 0, 0 };
  const char *text = NULL;
  guint32 place;

  if (*index == '\0')
    return;
  if (read_index (index, &place))
    text = _ikrar_xlsx_strings_get (&reading->xlsx->strings, place);
  if (text == NULL)
    {
      refuse_place (xml,
                    _ ("The text of this cell is missing. Open the file in Excel or LibreOffice, "
                       "let it be repaired, and save it again."),
                    IKRAR_ROSTER_ERROR_DAMAGED);
      return;
    }
  pending.cell.text = pending.cell.raw = text;
  if (*text != '\0')
    g_array_append_val (reading->pending, pending);
}

static gboolean
is_date_style (Reading *reading)
{
  return reading->style < reading->xlsx->dates->len &&
         g_array_index (reading->xlsx->dates, gboolean, reading->style);
}

static void
add_number (Reading *reading, char *number)
{
  g_autofree char *iso = NULL;

  g_strstrip (number);
  if (is_date_style (reading))
    iso = _ikrar_xlsx_serial_to_iso (number, reading->xlsx->since_1904);
  if (iso != NULL)
    add_text (reading, IKRAR_VALUE_DATE, iso, number);
  else
    add_text (reading, IKRAR_VALUE_NUMBER, number, number);
}

static void
add_letters (IkrarXml *xml, Reading *reading, GString *text)
{
  if (!_ikrar_xlsx_text_check (xml, text, 0))
    return;
  _ikrar_xlsx_text_unescape (text, 0);
  add_text (reading, IKRAR_VALUE_TEXT, text->str, text->str);
}

/* Programs that cannot calculate write formulas without results. */
static gboolean
add_formula (Reading *reading, GString *text)
{
  g_autofree char *formula = NULL;

  if (text->len > 0 || reading->formula->len == 0 || reading->value == VALUE_RESULT)
    return FALSE;
  formula = g_strconcat ("=", reading->formula->str, NULL);
  add_text (reading, IKRAR_VALUE_ERROR, formula, formula);
  return TRUE;
}

static void
end_cell (IkrarXml *xml, Reading *reading)
{
  GString *text = _ikrar_xml_text (xml);
  const char *truth = *text->str == '0' ? "FALSE" : "TRUE";

  reading->in_cell = FALSE;
  if (add_formula (reading, text))
    return;
  if (reading->value == VALUE_SHARED)
    add_shared (xml, reading, text->str);
  else if (reading->value == VALUE_TEXT || reading->value == VALUE_RESULT)
    add_letters (xml, reading, text);
  else if (reading->value == VALUE_NUMBER)
    add_number (reading, text->str);
  else if (reading->value == VALUE_BOOLEAN)
    add_text (reading, IKRAR_VALUE_BOOLEAN, text->len > 0 ? truth : "", truth);
  else if (reading->value == VALUE_DATE)
    add_text (reading, IKRAR_VALUE_DATE, text->str, text->str);
  else
    add_text (reading, IKRAR_VALUE_ERROR, text->str, text->str);
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
settle_cells (Reading *reading)
{
  if (reading->unsorted)
    g_array_sort (reading->pending, compare_columns);
  g_array_set_size (reading->cells, 0);
  for (guint i = 0; i < reading->pending->len; i++)
    {
      Pending *pending = &g_array_index (reading->pending, Pending, i);

      if (pending->cell.text == NULL)
        {
          pending->cell.text = reading->texts->str + pending->text;
          pending->cell.raw = reading->texts->str + pending->raw;
        }
      g_array_append_val (reading->cells, pending->cell);
    }
}

static void
end_row (IkrarXml *xml, Reading *reading)
{
  GError *error = NULL;
  IkrarSheetRow row;

  reading->in_row = FALSE;
  if (reading->pending->len == 0)
    return;
  settle_cells (reading);
  row.sheet = reading->sheet;
  row.number = reading->row;
  row.hidden = reading->hidden;
  row.n_cells = reading->cells->len;
  row.cells = (const IkrarSheetCell *) (gpointer) reading->cells->data;
  if (!reading->func (&row, reading->user_data, &error))
    _ikrar_xml_stop (xml, error);
}

static void
end_formula (IkrarXml *xml, Reading *reading)
{
  GString *text = _ikrar_xml_text (xml);

  _ikrar_xml_skip (xml);
  g_string_append_len (reading->formula, text->str, (gssize) text->len);
  g_string_truncate (text, 0);
}

static void
end_content (IkrarXml *xml, Reading *reading, const char *name)
{
  if (reading->depth == 1 && is_letter (name, 'f'))
    end_formula (xml, reading);
  else if (reading->depth == 1)
    {
      reading->in_inline = FALSE;
      _ikrar_xml_skip (xml);
    }
  else if (reading->in_inline)
    _ikrar_xlsx_text_end (&reading->text, xml, name);
  reading->depth--;
}

static void
on_end (IkrarXml *xml, const char *name)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (reading->depth > 0)
    end_content (xml, reading, name);
  else if (reading->in_cell)
    end_cell (xml, reading);
  else if (reading->in_row && strcmp (name, "row") == 0)
    end_row (xml, reading);
  else if (strcmp (name, "sheetData") == 0)
    reading->in_data = FALSE;
}

gboolean
_ikrar_xlsx_sheet_read (IkrarXlsx *xlsx,
                        guint sheet,
                        IkrarSheetRowFunc func,
                        gpointer user_data,
                        const IkrarProgress *progress,
                        GError **error)
{
  static const IkrarXmlHandlers handlers = { on_start, on_end };
  const char *title = g_array_index (xlsx->reader.sheets, IkrarSheet, sheet).name;
  Reading reading = { xlsx, sheet, func, user_data };
  gboolean success;

  reading.pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  reading.cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  reading.texts = g_string_new (NULL);
  reading.formula = g_string_new (NULL);
  success = _ikrar_xml_read (xlsx->package, xlsx->parts->pdata[sheet], title, &handlers, &reading,
                             progress, error);
  g_array_unref (reading.pending);
  g_array_unref (reading.cells);
  g_string_free (reading.texts, TRUE);
  g_string_free (reading.formula, TRUE);
  return success;
}
