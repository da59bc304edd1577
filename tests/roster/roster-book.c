/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster-book.h"

#include <string.h>
#include <xlsxwriter.h>

#include "roster/sheet-row.h"

typedef struct
{
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_row_t row;
} Writing;

static void
add_sheet (Writing *writing, char *name)
{
  gboolean hidden = *name == '*';

  name[strlen (name) - 1] = '\0';
  writing->sheet = workbook_add_worksheet (writing->workbook, name + hidden);
  writing->row = 0;
  if (hidden)
    worksheet_hide (writing->sheet);
  else
    worksheet_activate (writing->sheet);
}

static void
read_corner (const char *text, lxw_row_t *row, lxw_col_t *column, const char **end)
{
  const char *digits;
  char *rest;

  *column = (lxw_col_t) ikrar_sheet_column_parse (text, &digits);
  *row = (lxw_row_t) g_ascii_strtoull (digits, &rest, 10) - 1;
  *end = rest;
}

/* Only the first cell of a merge has a text, which must be written later. */
static void
add_merge (Writing *writing, const char *range)
{
  lxw_row_t first_row, last_row;
  lxw_col_t first_column, last_column;

  read_corner (range, &first_row, &first_column, &range);
  read_corner (range + 1, &last_row, &last_column, &range);
  worksheet_merge_range (writing->sheet, first_row, first_column, last_row, last_column, "", NULL);
}

static void
add_merges (Writing *writing, char **lines)
{
  for (; *lines != NULL && **lines != '['; lines++)
    if (**lines == '+')
      add_merge (writing, *lines + 1);
}

static void
add_row (Writing *writing, const char *line)
{
  lxw_row_col_options hidden = { .hidden = TRUE };
  gboolean is_hidden = *line == '~';
  g_auto (GStrv) cells = g_strsplit (line + is_hidden, ";", -1);

  if (is_hidden)
    worksheet_set_row_opt (writing->sheet, writing->row, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (cells[i], "|", -1);
      g_autofree char *text = g_strjoinv ("\n", lines);

      if (*text != '\0')
        worksheet_write_string (writing->sheet, writing->row, (lxw_col_t) i, text, NULL);
    }
  writing->row++;
}

char *
roster_book_write (const char *folder, const char *text)
{
  char *path = g_build_filename (folder, "roster.xlsx", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Writing writing = { workbook_new (path), NULL, 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] == '[')
      {
        add_sheet (&writing, lines[i] + 1);
        add_merges (&writing, lines + i + 1);
      }
    else if (*lines[i] != '+' && lines[i + 1] != NULL)
      add_row (&writing, lines[i]);
  g_assert_cmpint (workbook_close (writing.workbook), ==, LXW_NO_ERROR);
  return path;
}
