/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/group-csv.h"

#include <string.h>

#include "core/number-word.h"
#include "core/vocabulary.h"

#include "report/output-file-private.h"
#include "report/tally-csv-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* What the first column holds, and what stands in it for those who have none. */
static const struct
{
  const char *title;
  const char *none;
} groupings[IKRAR_N_GROUPINGS] = {
  [IKRAR_GROUPING_UNIT] = { "Perangkat daerah / unit kerja", "(tanpa unit kerja)" },
  [IKRAR_GROUPING_GRADE] = { "Golongan", "(tanpa golongan)" },
  [IKRAR_GROUPING_KIND] = { "Sebagai", "(tanpa keterangan)" },
};

/* Each state stands in exactly one column. */
static const struct
{
  const char *title;
  IkrarAttendanceGroup group;
} columns[] = {
  { "Hadir", IKRAR_ATTENDANCE_GROUP_PRESENT },
  { "Diwakili", IKRAR_ATTENDANCE_GROUP_REPRESENTED },
  { "Izin, sakit, DL, cuti, TB", IKRAR_ATTENDANCE_GROUP_EXCUSED },
  { "Tanpa keterangan", IKRAR_ATTENDANCE_GROUP_ABSENT },
  { "Belum tercatat", IKRAR_ATTENDANCE_GROUP_UNRECORDED },
};

static void
append_head (GString *text, IkrarGrouping grouping)
{
  ikrar_tally_csv_append (text, groupings[grouping].title);
  g_string_append (text, ";Diundang");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_string_append_c (text, ';');
      ikrar_tally_csv_append (text, columns[i].title);
    }
  g_string_append (text, ";Hadir (% dari diundang);Berikrar;Menandatangani;Ikrar (% dari diundang)"
                         "\r\n");
}

/* Percent without its sign: a column of numbers. */
static void
append_rate (GString *text, double rate)
{
  g_autofree char *percent = ikrar_number_percent (rate);
  char *sign = strchr (percent, '%');

  if (sign != NULL)
    *sign = '\0';
  g_string_append_c (text, ';');
  if (rate >= 0)
    g_string_append (text, percent);
}

static void
append_line (GString *text, const char *name, const IkrarGroupLine *line)
{
  ikrar_tally_csv_append (text, name);
  g_string_append_printf (text, ";%u", line->count.invited);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, ";%u",
                            ikrar_attendance_count_group (&line->count, columns[i].group));
  append_rate (text, ikrar_attendance_count_rate (&line->count));
  g_string_append_printf (text, ";%u;%u", line->pledges[IKRAR_PLEDGE_RECITED],
                          line->pledges[IKRAR_PLEDGE_SIGNED]);
  append_rate (text, ikrar_group_line_get_pledge_rate (line));
  g_string_append (text, "\r\n");
}

static const char *
get_name (const IkrarGroupTally *tally, const IkrarGroupLine *line)
{
  if (*line->name == '\0')
    return groupings[tally->grouping].none;
  if (tally->grouping == IKRAR_GROUPING_KIND)
    return ikrar_vocabulary_official (IKRAR_VOCABULARY_PARTICIPANT_KIND, line->name);
  return line->name;
}

gboolean
ikrar_group_csv_write (const IkrarGroupTally *tally, const char *path, GError **error)
{
  g_autoptr (IkrarOutputFile) file = ikrar_output_file_new (path, error);
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);

  g_return_val_if_fail (tally != NULL && path != NULL, FALSE);

  if (file == NULL)
    return FALSE;
  append_head (text, tally->grouping);
  for (guint i = 0; i < tally->lines->len; i++)
    {
      const IkrarGroupLine *line = &g_array_index (tally->lines, IkrarGroupLine, i);

      append_line (text, get_name (tally, line), line);
    }
  append_line (text, "JUMLAH", &tally->total);
  ikrar_output_file_write (file, text->str, text->len);
  return ikrar_output_file_commit (file, error);
}
