/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "core/text.h"
#include "roster/import-private.h"
#include "roster/lines-private.h"

/* Heads of the columns that refused rows get. What goes back to a sender is Indonesian. */
#define UNIT_HEAD "Unit Kerja"
#define PROBLEM_HEAD "Masalah"

static const IkrarRosterColumn *
column_at (const IkrarRosterResult *result, guint index)
{
  return ikrar_header_get_column (result->header, index);
}

static gboolean
is_private (const IkrarRosterResult *result, guint index)
{
  return column_at (result, index)->field == IKRAR_ROSTER_FIELD_PRIVATE;
}

static void
set_heads (IkrarRosterResult *result)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();

  for (guint i = 0; i < ikrar_header_get_n_columns (result->header); i++)
    if (!is_private (result, i))
      g_ptr_array_add (heads, column_at (result, i)->title);
  if (!ikrar_header_has_field (result->header, IKRAR_ROSTER_FIELD_UNIT))
    g_ptr_array_add (heads, (char *) UNIT_HEAD);
  g_ptr_array_add (heads, (char *) PROBLEM_HEAD);
  ikrar_sheet_rows_set_heads (result->refused, (const char *const *) heads->pdata, heads->len);
}

IkrarRosterResult *
_ikrar_roster_result_new (guint sheet, IkrarHeader *header, gboolean keep_lines)
{
  IkrarRosterResult *result = g_new0 (IkrarRosterResult, 1);

  result->sheet = sheet;
  result->header = header;
  result->refused = ikrar_sheet_rows_new ();
  result->lines = keep_lines ? _ikrar_roster_lines_new () : NULL;
  result->texts = g_ptr_array_new ();
  set_heads (result);
  return result;
}

static void
add_refused (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  g_autofree char *problem = ikrar_roster_row_problem (row, IKRAR_LANGUAGE_INDONESIAN);

  g_ptr_array_set_size (result->texts, 0);
  for (guint i = 0; i < ikrar_header_get_n_columns (result->header); i++)
    {
      const char *text = ikrar_sheet_row_get_text (row->source, column_at (result, i)->column);

      if (column_at (result, i)->field == IKRAR_ROSTER_FIELD_UNIT && ikrar_text_is_blank (text))
        text = row->unit;
      if (!is_private (result, i))
        g_ptr_array_add (result->texts, (char *) text);
    }
  if (!ikrar_header_has_field (result->header, IKRAR_ROSTER_FIELD_UNIT))
    g_ptr_array_add (result->texts, row->unit);
  g_ptr_array_add (result->texts, problem);
  ikrar_sheet_rows_add (result->refused, row->source->number,
                        (const char *const *) result->texts->pdata, result->texts->len);
}

static void
add_line (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  g_ptr_array_set_size (result->texts, 0);
  for (guint i = 0; i < ikrar_header_get_n_columns (result->header); i++)
    {
      const char *text = ikrar_sheet_row_get_text (row->source, column_at (result, i)->column);

      g_ptr_array_add (result->texts, (char *) (is_private (result, i) ? "" : text));
    }
  _ikrar_roster_lines_add (result->lines, row, (const char *const *) result->texts->pdata,
                           result->texts->len);
}

void
_ikrar_roster_result_add (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  result->summary.rows++;
  result->summary.counts[row->verdict]++;
  if (row->verdict == IKRAR_VERDICT_ERROR || row->verdict == IKRAR_VERDICT_DUPLICATE)
    add_refused (result, row);
  if (result->lines != NULL)
    add_line (result, row);
}

const IkrarRosterSummary *
ikrar_roster_result_get_summary (const IkrarRosterResult *result)
{
  return &result->summary;
}

guint
ikrar_roster_result_get_sheet (const IkrarRosterResult *result)
{
  return result->sheet;
}

const IkrarHeader *
ikrar_roster_result_get_header (const IkrarRosterResult *result)
{
  return result->header;
}

const IkrarSheetRows *
ikrar_roster_result_get_refused (const IkrarRosterResult *result)
{
  return result->refused;
}

const IkrarRosterLines *
ikrar_roster_result_get_lines (const IkrarRosterResult *result)
{
  return result->lines;
}

void
ikrar_roster_result_free (IkrarRosterResult *result)
{
  if (result == NULL)
    return;
  ikrar_header_free (result->header);
  ikrar_sheet_rows_free (result->refused);
  _ikrar_roster_lines_free (result->lines);
  g_ptr_array_unref (result->texts);
  g_free (result);
}
