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

/* The columns that say what is wrong with a row and what to do. */
static const char *const set_off_heads[] = { "Masalah", "Saran" };

#define HIGHLIGHT_FILL 0xfdecc8
#define HIGHLIGHT_FONT 0x7a5200

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (names->pdata[i], -1);

      if (strcmp (other, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The title as far as a sheet's name may be so long, with what is put behind it. */
static char *
cut_name (const char *title, const char *end)
{
  glong room = SHEET_NAME_MAX - g_utf8_strlen (end, -1);
  g_autofree char *front = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), room));

  return g_strconcat (front, end, NULL);
}

/* A name that a sheet can have and no other sheet has. */
static char *
make_sheet_name (const char *title, GPtrArray *names)
{
  g_autofree char *clean = g_strdup (title);
  char *name;

  g_strdelimit (clean, "[]:*?/\\'", ' ');
  g_strstrip (clean);
  name = cut_name (*clean != '\0' ? clean : "Tabel", "");
  for (guint i = 2; has_name (names, name); i++)
    {
      g_autofree char *end = g_strdup_printf (" (%u)", i);

      g_free (name);
      name = cut_name (clean, end);
    }
  g_ptr_array_add (names, name);
  return name;
}

static double
find_width (const IkrarSheetRows *rows, guint column)
{
  glong longest = g_utf8_strlen (ikrar_sheet_rows_get_head (rows, column), -1);

  for (guint i = 0; i < ikrar_sheet_rows_get_size (rows); i++)
    longest = MAX (longest, g_utf8_strlen (ikrar_sheet_rows_get_text (rows, i, column), -1));
  return CLAMP (longest * 1.1 + 2, WIDTH_LEAST, WIDTH_MOST);
}

static gboolean
is_set_off (const char *head)
{
  for (guint i = 0; i < G_N_ELEMENTS (set_off_heads); i++)
    if (strcmp (set_off_heads[i], head) == 0)
      return TRUE;
  return FALSE;
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
        gboolean problem = is_set_off (ikrar_sheet_rows_get_head (rows, j));

        write_cell (workbook, sheet, i + 1, j, ikrar_sheet_rows_get_text (rows, i, j),
                    problem ? highlighted : plain);
      }
}

static void
write_sheet (IkrarWorkbookFile *workbook, const IkrarSheetRows *rows, const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet (workbook->book, name);

  worksheet_freeze_panes (sheet, 1, 0);
  if (ikrar_sheet_rows_get_width (rows) > 0)
    worksheet_autofilter (sheet, 0, 0, ikrar_sheet_rows_get_size (rows),
                          (lxw_col_t) (ikrar_sheet_rows_get_width (rows) - 1));
  ikrar_workbook_file_set_print (sheet, IKRAR_PAPER_F4, 1);
  write_rows (rows, workbook, sheet);
}

gboolean
ikrar_table_workbook_write_all (const GPtrArray *tables,
                                const char *title,
                                const char *path,
                                GError **error)
{
  const IkrarWorkbookFacts facts = { .title = title, .author = "Ikrar" };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (IkrarWorkbookFile) workbook = NULL;

  g_return_val_if_fail (tables != NULL && title != NULL && path != NULL, FALSE);

  workbook = ikrar_workbook_file_new (path, &facts, error);
  if (workbook == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const char *own = ikrar_sheet_rows_get_title (tables->pdata[i]);

      write_sheet (workbook, tables->pdata[i], make_sheet_name (*own != '\0' ? own : title, names));
    }
  return ikrar_workbook_file_commit (workbook, error);
}

gboolean
ikrar_table_workbook_write (const IkrarSheetRows *rows,
                            const char *title,
                            const char *path,
                            GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  g_return_val_if_fail (rows != NULL, FALSE);

  g_ptr_array_add (tables, (gpointer) rows);
  return ikrar_table_workbook_write_all (tables, title, path, error);
}
