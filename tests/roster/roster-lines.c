/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster-lines.h"

void
roster_lines_take (const IkrarRosterRow *row, gpointer string)
{
  g_autofree char *codes = ikrar_roster_row_codes (row);

  g_string_append_printf (string, "%u %s", row->source->number, ikrar_verdict_word (row->verdict));
  if (row->verdict != IKRAR_VERDICT_SKIPPED)
    g_string_append_printf (string, " %s|%s|%s|%s|%s|%s|%s", row->person.number, row->person.prefix,
                            row->person.name, row->person.suffix,
                            ikrar_grade_text ((IkrarGrade) row->person.grade), row->unit,
                            row->kind);
  g_string_append_printf (string, "%s%s\n", *codes != '\0' ? " " : "", codes);
}

char *
roster_lines_check (const char *path, const IkrarRosterOptions *options)
{
  IkrarRosterOptions present = options != NULL ? *options : (IkrarRosterOptions){ NULL };
  GString *lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (IkrarRosterResult) result = NULL;

  g_assert_no_error (error);
  present.today = ROSTER_TODAY;
  result = ikrar_roster_check (workbook, &present, NULL, 0, roster_lines_take, lines, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (lines, FALSE);
}
