/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/table-workbook.h"
#include "report/workbook-file-private.h"

#define WIDTH_LEAST 10
#define WIDTH_MOST 60
#define SHEET_NAME_MAX 31

/* What a cell of the format holds. */
#define CELL_LENGTH_MAX 32767

/* The column that says what is wrong with a row. */
#define PROBLEM_HEAD "Masalah"

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

static double
find_width (const IkrarSheetRows *rows, guint column)
{
  glong longest = g_utf8_strlen (ikrar_sheet_rows_get_head (rows, column), -1);

  for (guint i = 0; i < ikrar_sheet_rows_get_size (rows); i++)
    longest = MAX (longest, g_utf8_strlen (ikrar_sheet_rows_get_text (rows, i, column), -1));
  return CLAMP (longest * 1.1 + 2, WIDTH_LEAST, WIDTH_MOST);
}

static lxw_format *
make_cell_format (IkrarWorkbookFile *workbook, gboolean highlighted)
{
  lxw_format *format = ikrar_workbook_file_add_format (workbook);

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
write_cell (IkrarWorkbookFile *workbook,
            lxw_worksheet *sheet,
            guint row,
            guint column,
            const char *text,
            lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (strlen (text) > CELL_LENGTH_MAX && g_utf8_strlen (text, -1) > CELL_LENGTH_MAX)
    text = cut = g_utf8_substring (text, 0, CELL_LENGTH_MAX);
  ikrar_workbook_file_note (
      workbook, *text != '\0'
                    ? worksheet_write_string (sheet, row, (lxw_col_t) column, text, format)
                    : worksheet_write_blank (sheet, row, (lxw_col_t) column, format));
}

static void
write_rows (const IkrarSheetRows *rows, IkrarWorkbookFile *workbook, lxw_worksheet *sheet)
{
  lxw_format *head = ikrar_workbook_file_add_head_format (workbook);
  lxw_format *plain = make_cell_format (workbook, FALSE);
  lxw_format *highlighted = make_cell_format (workbook, TRUE);
  guint n_columns = ikrar_sheet_rows_get_width (rows), n_rows = ikrar_sheet_rows_get_size (rows);

  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, find_width (rows, i), plain);
  for (guint i = 0; i < n_columns; i++)
    write_cell (workbook, sheet, 0, i, ikrar_sheet_rows_get_head (rows, i), head);
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        gboolean problem = strcmp (ikrar_sheet_rows_get_head (rows, j), PROBLEM_HEAD) == 0;

        write_cell (workbook, sheet, i + 1, j, ikrar_sheet_rows_get_text (rows, i, j),
                    problem ? highlighted : plain);
      }
}

gboolean
ikrar_table_workbook_write (const IkrarSheetRows *rows,
                            const char *title,
                            const char *path,
                            GError **error)
{
  const IkrarWorkbookFacts facts = { .title = title, .author = "Ikrar" };
  g_autoptr (IkrarWorkbookFile) workbook = NULL;
  g_autofree char *name = NULL;
  lxw_worksheet *sheet;

  g_return_val_if_fail (rows != NULL && title != NULL && path != NULL, FALSE);

  workbook = ikrar_workbook_file_new (path, &facts, error);
  if (workbook == NULL)
    return FALSE;
  name = make_sheet_name (title);
  sheet = workbook_add_worksheet (workbook->book, name);
  worksheet_freeze_panes (sheet, 1, 0);
  if (ikrar_sheet_rows_get_width (rows) > 0)
    worksheet_autofilter (sheet, 0, 0, ikrar_sheet_rows_get_size (rows),
                          (lxw_col_t) (ikrar_sheet_rows_get_width (rows) - 1));
  ikrar_workbook_file_set_print (sheet, IKRAR_PAPER_F4, 1);
  write_rows (rows, workbook, sheet);
  return ikrar_workbook_file_commit (workbook, error);
}
