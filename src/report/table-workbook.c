/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/table-workbook.h"
#include "report/workbook-private.h"

#define WIDTH_LEAST 10
#define WIDTH_MOST 60
#define SHEET_NAME_MAX 31

/* What a cell of the format holds. */
#define CELL_LENGTH_MAX 32767

#define HIGHLIGHT_FILL 0xfdecc8
#define HIGHLIGHT_FONT 0x7a5200

static char *
make_sheet_name (const char *title)
{
  g_autofree char *name =
      g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), SHEET_NAME_MAX));

  g_strdelimit (name, "[]:*?/\\'", ' ');
  g_strstrip (name);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup ("Tabel");
}

static const char *
get_cell (const IkrarTableWorkbook *table, guint row, guint column)
{
  const char *const *cells = g_ptr_array_index (table->rows, row);

  for (guint i = 0; i <= column; i++)
    if (cells[i] == NULL)
      return "";
  return cells[column];
}

static double
find_width (const IkrarTableWorkbook *table, guint column)
{
  glong longest = g_utf8_strlen (table->header[column], -1);

  for (guint i = 0; i < table->rows->len; i++)
    longest = MAX (longest, g_utf8_strlen (get_cell (table, i, column), -1));
  return CLAMP (longest * 1.1 + 2, WIDTH_LEAST, WIDTH_MOST);
}

static lxw_format *
make_cell_format (IkrarWorkbook *workbook, gboolean highlighted)
{
  lxw_format *format = ikrar_workbook_add_format (workbook);

  format_set_num_format (format, "@");
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap (format);
  if (highlighted)
    {
      format_set_bg_color (format, HIGHLIGHT_FILL);
      format_set_font_color (format, HIGHLIGHT_FONT);
    }
  return format;
}

static void
write_cell (IkrarWorkbook *workbook,
            lxw_worksheet *sheet,
            guint row,
            guint column,
            const char *text,
            lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (strlen (text) > CELL_LENGTH_MAX && g_utf8_strlen (text, -1) > CELL_LENGTH_MAX)
    text = cut = g_utf8_substring (text, 0, CELL_LENGTH_MAX);
  ikrar_workbook_note (workbook,
                       *text != '\0'
                           ? worksheet_write_string (sheet, row, (lxw_col_t) column, text, format)
                           : worksheet_write_blank (sheet, row, (lxw_col_t) column, format));
}

static void
write_rows (const IkrarTableWorkbook *table, IkrarWorkbook *workbook, lxw_worksheet *sheet)
{
  lxw_format *head = ikrar_workbook_add_head_format (workbook);
  lxw_format *plain = make_cell_format (workbook, FALSE);
  lxw_format *highlighted = make_cell_format (workbook, TRUE);
  guint n_columns = g_strv_length ((char **) table->header);

  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, find_width (table, i), plain);
  for (guint i = 0; i < n_columns; i++)
    write_cell (workbook, sheet, 0, i, table->header[i], head);
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < n_columns; j++)
      write_cell (workbook, sheet, i + 1, j, get_cell (table, i, j),
                  g_strcmp0 (table->header[j], table->highlight) == 0 ? highlighted : plain);
}

gboolean
ikrar_table_workbook_write (const IkrarTableWorkbook *table, const char *path, GError **error)
{
  const IkrarWorkbookFacts facts = { .title = table->title, .author = table->author };
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autofree char *name = NULL;
  lxw_worksheet *sheet;

  g_return_val_if_fail (table->header != NULL && table->header[0] != NULL, FALSE);

  workbook = ikrar_workbook_new (path, &facts, error);
  if (workbook == NULL)
    return FALSE;
  name = make_sheet_name (table->title);
  sheet = workbook_add_worksheet (workbook->book, name);
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_autofilter (sheet, 0, 0, table->rows->len,
                        (lxw_col_t) (g_strv_length ((char **) table->header) - 1));
  ikrar_workbook_set_print (sheet, IKRAR_PAPER_F4, 1);
  write_rows (table, workbook, sheet);
  return ikrar_workbook_commit (workbook, error);
}
