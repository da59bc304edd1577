/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/output-file-private.h"
#include "report/tally-csv-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define SEPARATOR ';'

/* What makes a spreadsheet program take text for a formula, full-width forms included (OWASP). */
static gboolean
needs_guard (const char *cell)
{
  static const char *const starts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (cell, starts[i]))
      return TRUE;
  return FALSE;
}

void
ikrar_tally_csv_append (GString *text, const char *cell)
{
  gboolean quoted = strpbrk (cell, ";,\"\r\n\t") != NULL;

  if (quoted)
    g_string_append_c (text, '"');
  if (needs_guard (cell))
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

/* The one form of a time that no locale reads with day and month exchanged. */
static void
append_time (GString *text, IkrarTime time, IkrarZone zone)
{
  IkrarMoment moment;

  if (time == 0)
    return;
  ikrar_time_split (time, zone, &moment);
  g_string_append_printf (text, "%04d-%02d-%02d %02d:%02d", moment.year, moment.month, moment.day,
                          moment.hour, moment.minute);
}

static void
append_cell (GString *text,
             const IkrarTallyRecord *record,
             const IkrarTallyColumn *column,
             const IkrarParticipantLine *line)
{
  switch (column->kind)
    {
    case IKRAR_TALLY_TEXT:
      ikrar_tally_csv_append (text, column->text (line));
      break;
    case IKRAR_TALLY_NUMBER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, column->value (line));
      break;
    case IKRAR_TALLY_TIME:
      append_time (text, column->value (line), record->occasion->event->zone);
      break;
    }
}

/* A NULL line is the head. */
static void
write_row (IkrarOutputFile *file,
           GString *text,
           const IkrarTallyRecord *record,
           const IkrarParticipantLine *line)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < IKRAR_TALLY_COLUMNS; i++)
    {
      const IkrarTallyColumn *column = &ikrar_tally_columns[i];
      g_autofree char *title = line == NULL ? ikrar_tally_column_title (column, record) : NULL;

      if (i > 0)
        g_string_append_c (text, SEPARATOR);
      if (line == NULL)
        ikrar_tally_csv_append (text, title);
      else
        append_cell (text, record, column, line);
    }
  g_string_append (text, "\r\n");
  ikrar_output_file_write (file, text->str, text->len);
}

gboolean
ikrar_tally_csv_write_record (const IkrarTallyRecord *record,
                              const char *path,
                              const IkrarProgress *progress,
                              GError **error)
{
  g_autoptr (IkrarOutputFile) file = ikrar_output_file_new (path, error);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_lines = record->lines->len;

  if (file == NULL || !ikrar_progress_step (progress, 0, n_lines, error))
    return FALSE;
  ikrar_output_file_write (file, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK));
  write_row (file, text, record, NULL);
  for (guint i = 0; i < n_lines; i++)
    {
      write_row (file, text, record, g_ptr_array_index (record->lines, i));
      if (!ikrar_progress_step (progress, i + 1, n_lines, error))
        return FALSE;
    }
  return ikrar_output_file_commit (file, error);
}

gboolean
ikrar_tally_csv_write (IkrarStore *store,
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
         ikrar_tally_csv_write_record (&record, path, progress, error);
  ikrar_tally_record_clear (&record);
  return done;
}
