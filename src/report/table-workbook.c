/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/table-workbook.h"
#include "report/workbook-file-private.h"

#define WIDTH_LEAST 6
#define WIDTH_MOST 60
/* A column in which texts are broken into lines still holds an employee number. */
#define WIDTH_BROKEN 22
/* What a page of F4 across holds in letters that can be read. */
#define WIDTH_PAGE 190
/* Room for the button of the filter. */
#define FILTER_WIDTH 3
#define LINE_HEIGHT 15
#define LINES_MOST 20
#define SHEET_NAME_MAX 31

/* What a cell of the format holds. */
#define CELL_LENGTH_MAX 32767

/* The columns that say what is wrong with a row and what to do. */
static const char *const set_off_heads[] = { "Masalah", "Saran" };

#define HIGHLIGHT_FILL 0xfdecc8
#define HIGHLIGHT_FONT 0x7a5200
#define RULE_COLOR 0xc8c8c8

/* How wide a column would be with each text on one line, what its longest word needs, and what it
 * gets. */
typedef struct
{
  double natural;
  double least;
  double width;
} Column;

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
width_of (glong letters)
{
  return letters * 1.1 + 2;
}

static glong
count_longest_word (const char *text)
{
  glong longest = 0, letters = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      letters = g_ascii_isspace (*text) ? 0 : letters + 1;
      longest = MAX (longest, letters);
    }
  return longest;
}

static void
measure_column (const IkrarSheetRows *rows, guint index, Column *column)
{
  const char *head = ikrar_sheet_rows_get_head (rows, index);
  glong longest = g_utf8_strlen (head, -1) + FILTER_WIDTH;
  glong word = count_longest_word (head) + FILTER_WIDTH;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (rows); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (rows, i, index);

      longest = MAX (longest, g_utf8_strlen (text, -1));
      word = MAX (word, count_longest_word (text));
    }
  column->natural = CLAMP (width_of (longest), WIDTH_LEAST, WIDTH_MOST);
  column->least = MIN (width_of (word), column->natural);
}

/* The widest columns give way until all of them are on one page, as far as words allow. */
static Column *
find_widths (const IkrarSheetRows *rows)
{
  guint n_columns = ikrar_sheet_rows_get_width (rows);
  Column *columns = g_new0 (Column, n_columns);
  double most = WIDTH_MOST, sum;

  for (guint i = 0; i < n_columns; i++)
    measure_column (rows, i, &columns[i]);
  do
    {
      sum = 0;
      for (guint i = 0; i < n_columns; i++)
        {
          columns[i].width = MAX (MIN (columns[i].natural, most), columns[i].least);
          sum += columns[i].width;
        }
    }
  while (sum > WIDTH_PAGE && --most >= WIDTH_BROKEN);
  return columns;
}

static guint
count_lines (const char *text, double width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", LINES_MOST);
  guint count = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    count += (guint) ((double) g_utf8_strlen (lines[i], -1) / width) + 1;
  return MAX (count, 1);
}

/* Not every program finds by itself how high a row with broken lines is. */
static double
find_height (const IkrarSheetRows *rows, int row, const Column *columns)
{
  guint lines = 1;

  for (guint i = 0; i < ikrar_sheet_rows_get_width (rows); i++)
    {
      const char *text = row < 0 ? ikrar_sheet_rows_get_head (rows, i)
                                 : ikrar_sheet_rows_get_text (rows, (guint) row, i);

      if (width_of (g_utf8_strlen (text, -1)) > columns[i].width || strchr (text, '\n') != NULL)
        lines = MAX (lines, count_lines (text, columns[i].width));
    }
  return LINE_HEIGHT * MIN (lines, LINES_MOST);
}

static gboolean
is_set_off (const char *head)
{
  for (guint i = 0; i < G_N_ELEMENTS (set_off_heads); i++)
    if (strcmp (set_off_heads[i], head) == 0)
      return TRUE;
  return FALSE;
}

/* Of cells that stay empty as well: what is typed there keeps its zeros. */
static lxw_format *
make_text_format (IkrarWorkbookFile *workbook)
{
  lxw_format *format = ikrar_workbook_file_add_format (workbook);

  format_set_num_format (format, "@");
  return format;
}

static lxw_format *
make_cell_format (IkrarWorkbookFile *workbook, gboolean highlighted)
{
  lxw_format *format = make_text_format (workbook);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap (format);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, RULE_COLOR);
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
  g_autofree Column *columns = find_widths (rows);
  lxw_format *head = ikrar_workbook_file_add_head_format (workbook);
  lxw_format *text = make_text_format (workbook);
  lxw_format *plain = make_cell_format (workbook, FALSE);
  lxw_format *highlighted = make_cell_format (workbook, TRUE);
  guint n_columns = ikrar_sheet_rows_get_width (rows), n_rows = ikrar_sheet_rows_get_size (rows);

  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, text);
  format_set_align (head, LXW_ALIGN_VERTICAL_CENTER);
  worksheet_set_row (sheet, 0, find_height (rows, -1, columns), NULL);
  for (guint i = 0; i < n_columns; i++)
    write_cell (workbook, sheet, 0, i, ikrar_sheet_rows_get_head (rows, i), head);
  for (guint i = 0; i < n_rows; i++)
    {
      worksheet_set_row (sheet, i + 1, find_height (rows, (int) i, columns), NULL);
      for (guint j = 0; j < n_columns; j++)
        {
          gboolean problem = is_set_off (ikrar_sheet_rows_get_head (rows, j));

          write_cell (workbook, sheet, i + 1, j, ikrar_sheet_rows_get_text (rows, i, j),
                      problem ? highlighted : plain);
        }
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
