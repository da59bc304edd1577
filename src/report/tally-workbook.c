/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/tally-workbook-private.h"

/* A sheet of the format ends here; the people of a whole country need several. */
#define SHEET_ROWS_MAX 1000000

#define FROZEN_COLUMNS 3

/* Days from 30 December 1899, where spreadsheets begin to count, to 1970. */
#define EPOCH_DAYS 25569
#define DAY_MILLISECONDS (24 * 60 * 60 * 1000.0)

typedef struct
{
  lxw_format *head;
  lxw_format *cells[IKRAR_TALLY_TIME + 1]; /* by kind */
} Formats;

static void
make_formats (Formats *formats, IkrarWorkbookFile *workbook)
{
  formats->head = ikrar_workbook_file_add_head_format (workbook);
  for (guint i = 0; i < G_N_ELEMENTS (formats->cells); i++)
    formats->cells[i] = ikrar_workbook_file_add_format (workbook);
  format_set_num_format (formats->cells[IKRAR_TALLY_TEXT], "@");
  format_set_num_format (formats->cells[IKRAR_TALLY_NUMBER], "0");
  format_set_num_format (formats->cells[IKRAR_TALLY_TIME], "dd/mm/yyyy hh:mm");
}

static lxw_worksheet *
begin_sheet (IkrarWorkbookFile *workbook,
             const IkrarTallyRecord *record,
             const Formats *formats,
             guint number,
             guint n_rows)
{
  g_autofree char *name =
      number == 1 ? g_strdup ("Daftar peserta") : g_strdup_printf ("Daftar peserta %u", number);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook->book, name);
  lxw_col_t last = (lxw_col_t) (IKRAR_TALLY_COLUMNS - 1);

  for (guint i = 0; i < IKRAR_TALLY_COLUMNS; i++)
    {
      const IkrarTallyColumn *column = &ikrar_tally_columns[i];

      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, column->width,
                            formats->cells[column->kind]);
    }
  worksheet_freeze_panes (sheet, 1, FROZEN_COLUMNS);
  worksheet_autofilter (sheet, 0, 0, n_rows, last);
  ikrar_workbook_file_set_print (
      sheet, ikrar_occasion_choose_paper (record->occasion, IKRAR_PAPER_OFFICE), 1);
  worksheet_set_row (sheet, 0, 30, NULL);
  for (guint i = 0; i < IKRAR_TALLY_COLUMNS; i++)
    {
      g_autofree char *title = ikrar_tally_column_title (&ikrar_tally_columns[i], record);

      ikrar_workbook_file_note (
          workbook, worksheet_write_string (sheet, 0, (lxw_col_t) i, title, formats->head));
    }
  return sheet;
}

/* A moment as a clock of the zone shows it, counted the way spreadsheets do. */
static double
make_serial (IkrarTime time, IkrarZone zone)
{
  IkrarTime midnight = ikrar_time_join (zone, 1970, 1, 1, 0, 0); /* where the zone's 1970 began */

  return (time - midnight) / DAY_MILLISECONDS + EPOCH_DAYS;
}

static lxw_error
write_cell (lxw_worksheet *sheet,
            lxw_row_t row,
            lxw_col_t place,
            const IkrarTallyColumn *column,
            const IkrarParticipantLine *line,
            IkrarZone zone)
{
  const char *text = column->kind == IKRAR_TALLY_TEXT ? column->text (line) : NULL;
  gint64 value = text == NULL ? column->value (line) : 0;

  if (text != NULL)
    return *text != '\0' ? worksheet_write_string (sheet, row, place, text, NULL) : LXW_NO_ERROR;
  if (column->kind == IKRAR_TALLY_TIME && value == 0)
    return LXW_NO_ERROR;
  return worksheet_write_number (
      sheet, row, place, column->kind == IKRAR_TALLY_TIME ? make_serial (value, zone) : value,
      NULL);
}

static void
write_line (IkrarWorkbookFile *workbook,
            lxw_worksheet *sheet,
            const IkrarTallyRecord *record,
            lxw_row_t row,
            const IkrarParticipantLine *line)
{
  IkrarZone zone = record->occasion->event->zone;

  for (guint i = 0; i < IKRAR_TALLY_COLUMNS; i++)
    ikrar_workbook_file_note (
        workbook, write_cell (sheet, row, (lxw_col_t) i, &ikrar_tally_columns[i], line, zone));
}

static gboolean
add_people_sheets (IkrarWorkbookFile *workbook,
                   const IkrarTallyRecord *record,
                   const IkrarProgress *progress,
                   GError **error)
{
  guint n_lines = record->lines->len, n_sheets = n_lines / SHEET_ROWS_MAX + 1;
  Formats formats;

  make_formats (&formats, workbook);
  if (!ikrar_progress_step (progress, 0, n_lines, error))
    return FALSE;
  for (guint i = 0; i < n_sheets; i++)
    {
      guint first = i * SHEET_ROWS_MAX, n_rows = MIN (n_lines - first, SHEET_ROWS_MAX);
      lxw_worksheet *sheet = begin_sheet (workbook, record, &formats, i + 1, n_rows);

      for (guint j = 0; j < n_rows; j++)
        {
          write_line (workbook, sheet, record, j + 1, g_ptr_array_index (record->lines, first + j));
          if (!ikrar_progress_step (progress, first + j + 1, n_lines, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
ikrar_tally_workbook_write_record (const IkrarTallyRecord *record,
                                   const char *path,
                                   const IkrarProgress *progress,
                                   GError **error)
{
  g_autofree char *title = g_strdup_printf ("Rekapitulasi %s", record->occasion->event->title);
  const char *agency = ikrar_occasion_get_agency (record->occasion);
  const IkrarWorkbookFacts facts = { .title = title, .author = agency != NULL ? agency : "" };
  g_autoptr (IkrarWorkbookFile) workbook = ikrar_workbook_file_new (path, &facts, error);

  if (workbook == NULL)
    return FALSE;
  ikrar_tally_add_units_sheet (workbook, record);
  if (!add_people_sheets (workbook, record, progress, error))
    return FALSE;
  ikrar_tally_add_notes_sheet (workbook, record);
  return ikrar_workbook_file_commit (workbook, error);
}

gboolean
ikrar_tally_workbook_write (IkrarStore *store,
                            IkrarId event,
                            IkrarId unit,
                            const char *path,
                            const IkrarProgress *progress,
                            GError **error)
{
  IkrarTallyRecord record = { 0 };
  gboolean done;

  g_return_val_if_fail (store != NULL && path != NULL, FALSE);

  done = ikrar_tally_record_load (&record, store, event, unit, progress, error) &&
         ikrar_tally_workbook_write_record (&record, path, progress, error);
  ikrar_tally_record_clear (&record);
  return done;
}
