/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Writes the tally of invented people, by Ikrar or by a bare loop on libxlsxwriter that writes the
 * same cells in constant memory. Prints the time it took.
 * Usage: write-tally ikrar|bare NUMBER FILE.xlsx */

#include <string.h>

#include "report/sample.h"

#include "report/tally-workbook-private.h"

#include "stopwatch.h"

static void
write_cell (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t place, const IkrarParticipantLine *line)
{
  const IkrarTallyColumn *column = &ikrar_tally_columns[place];

  if (column->kind == IKRAR_TALLY_TEXT)
    {
      const char *text = column->text (line);

      if (*text != '\0')
        worksheet_write_string (sheet, row, place, text, NULL);
    }
  else if (column->kind == IKRAR_TALLY_NUMBER)
    worksheet_write_number (sheet, row, place, (double) column->value (line), NULL);
  else if (column->value (line) != 0)
    worksheet_write_number (sheet, row, place, 25569 + (double) column->value (line) / 86400000,
                            NULL);
}

/* Cells take the format of their column, as Ikrar's do. */
static void
set_formats (lxw_workbook *book, lxw_worksheet *sheet)
{
  static const char *const numbers[] = {
    [IKRAR_TALLY_TEXT] = "@", [IKRAR_TALLY_NUMBER] = "0", [IKRAR_TALLY_TIME] = "dd/mm/yyyy hh:mm"
  };
  lxw_format *formats[G_N_ELEMENTS (numbers)];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      formats[i] = workbook_add_format (book);
      format_set_num_format (formats[i], numbers[i]);
    }
  for (lxw_col_t i = 0; i < IKRAR_TALLY_COLUMNS; i++)
    worksheet_set_column (sheet, i, i, ikrar_tally_columns[i].width,
                          formats[ikrar_tally_columns[i].kind]);
}

static void
write_bare (const GPtrArray *lines, const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  set_formats (book, sheet);
  for (lxw_col_t i = 0; i < IKRAR_TALLY_COLUMNS; i++)
    worksheet_write_string (sheet, 0, i, ikrar_tally_columns[i].title, NULL);
  for (guint i = 0; i < lines->len; i++)
    for (lxw_col_t j = 0; j < IKRAR_TALLY_COLUMNS; j++)
      write_cell (sheet, i + 1, j, g_ptr_array_index (lines, i));
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

static void
write_by_ikrar (const IkrarTallyRecord *record, const char *path)
{
  g_assert_true (ikrar_tally_workbook_write_record (record, path, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_autoptr (Sample) sample = NULL;
  IkrarTallyRecord record = { .now = 1 };
  Stopwatch start;

  g_assert_cmpint (argc, ==, 4);
  sample = sample_new ((guint) g_ascii_strtoull (argv[2], NULL, 10), SAMPLE_USUAL, 1);
  record.occasion = sample_make_occasion (TRUE);
  record.lines = g_ptr_array_ref (sample_get_lines (sample));
  start = stopwatch_start ();
  if (strcmp (argv[1], "ikrar") == 0)
    write_by_ikrar (&record, argv[3]);
  else
    write_bare (record.lines, argv[3]);
  stopwatch_print (&start);
  ikrar_tally_record_clear (&record);
  return 0;
}
