/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/import-private.h"
#include "roster/layout-private.h"
#include "roster/lines-private.h"
#include "roster/row-private.h"

static gboolean
same_head (const char *one, const char *two)
{
  g_autofree char *first = ikrar_text_fold (one);
  g_autofree char *second = ikrar_text_fold (two);

  return *first != '\0' && strcmp (first, second) == 0;
}

/* Where a column of one more table stands among those that there are, by its head or else its
 * field;
 * @taken by no other of its own. -1 for nowhere. */
static int
find_place (const IkrarHeader *header, const IkrarRosterColumn *column, const GArray *taken)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
      {
        const IkrarRosterColumn *other = ikrar_header_get_column (header, i);
        gboolean is_field = column->field != IKRAR_ROSTER_FIELD_NONE;
        gboolean same = pass == 0 ? same_head (other->title, column->title)
                                  : is_field && other->field != IKRAR_ROSTER_FIELD_PRIVATE;

        if (same && other->field == column->field &&
            (i >= taken->len || !g_array_index (taken, gboolean, i)))
          return (int) i;
      }
  return -1;
}

static void
place_column (IkrarHeader *header, const IkrarRosterColumn *column, GArray *taken, GArray *places)
{
  const gboolean yes = TRUE;
  int at = find_place (header, column, taken);
  guint place = at >= 0 ? (guint) at : ikrar_header_get_n_columns (header);

  if (at < 0)
    _ikrar_header_add_column (header, column->column, column->title, column->field, 0);
  g_array_append_val (places, place);
  if (taken->len <= place)
    g_array_set_size (taken, place + 1);
  g_array_index (taken, gboolean, place) = yes;
}

/* Each table finds its own columns among those of all. */
static GArray *
add_columns (IkrarHeader *header, const IkrarHeader *other)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean plain = TRUE;

  for (guint block = 0; block < ikrar_header_get_n_blocks (other); block++)
    {
      g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (gboolean));

      for (guint i = 0; i < ikrar_header_get_n_columns (other); i++)
        if (ikrar_header_get_column (other, i)->block == block)
          place_column (header, ikrar_header_get_column (other, i), taken, places);
    }
  for (guint i = 0; i < places->len; i++)
    plain &= g_array_index (places, guint, i) == i;
  if (!plain || places->len != ikrar_header_get_n_columns (header))
    return places;
  g_array_unref (places);
  return NULL;
}

static void
join_headers (IkrarRosterResult *result)
{
  for (guint i = 0; i < ikrar_layout_get_n_sheets (result->layout); i++)
    {
      const IkrarHeader *header = ikrar_layout_get_header (result->layout, i);

      if (header != NULL && result->header == NULL)
        result->header =
            _ikrar_header_new (ikrar_header_get_row (header), ikrar_header_get_last_row (header));
      g_ptr_array_add (result->places,
                       header != NULL ? add_columns (result->header, header) : NULL);
    }
}

static void
free_places (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

IkrarRosterResult *
_ikrar_roster_result_new (IkrarLayout *layout, gboolean keep_lines)
{
  IkrarRosterResult *result = g_new0 (IkrarRosterResult, 1);

  result->layout = layout;
  result->places = g_ptr_array_new_with_free_func (free_places);
  result->sheets = g_array_new (FALSE, TRUE, sizeof (IkrarRosterSummary));
  g_array_set_size (result->sheets, ikrar_layout_get_n_sheets (layout));
  result->clues = _ikrar_clues_new ();
  for (guint i = 0; i < ikrar_layout_get_n_clues (layout); i++)
    {
      const IkrarClue *clue = ikrar_layout_get_clue (layout, i);

      _ikrar_clues_add (result->clues, clue->code, clue->sheet, clue->row, clue->column,
                        clue->field, clue->argument);
    }
  result->refused = _ikrar_refused_new ();
  result->lines = keep_lines ? _ikrar_roster_lines_new () : NULL;
  result->texts = g_ptr_array_new ();
  join_headers (result);
  return result;
}

void
_ikrar_roster_result_tell_remembered (IkrarRosterResult *result, guint sheet, IkrarTime at)
{
  g_autofree char *moment = ikrar_time_format_iso (at, IKRAR_ZONE_WIB);
  g_autofree char *day = g_strndup (moment, strlen ("2026-10-12"));

  _ikrar_clues_add (result->clues, IKRAR_CLUE_REMEMBERED, sheet, 0, IKRAR_CLUE_NO_COLUMN,
                    IKRAR_ROSTER_FIELD_NONE, day);
}

/* The workbook that goes back is one even where nothing does. */
static void
open_refused (IkrarRosterResult *result)
{
  guint sheet = ikrar_layout_get_first_sheet (result->layout);

  if (_ikrar_refused_is_empty (result->refused))
    _ikrar_refused_open (result->refused, ikrar_layout_get_header (result->layout, sheet), sheet, 0,
                         ikrar_layout_get_sheet_name (result->layout, sheet));
}

void
_ikrar_roster_result_finish (IkrarRosterResult *result, const IkrarJudge *judge)
{
  open_refused (result);
  _ikrar_refused_finish (result->refused);
  for (guint i = 0; i < judge->counts->len; i++)
    {
      const IkrarSheetCounts *counts = &g_array_index (judge->counts, IkrarSheetCounts, i);

      if (counts->n_hidden > 0)
        _ikrar_clues_add_count (result->clues, IKRAR_CLUE_HIDDEN_ROWS, i, counts->n_hidden);
      if (counts->n_marked > 0 && counts->n_marked <= counts->n_people / 2)
        _ikrar_clues_add_count (result->clues, IKRAR_CLUE_MARKED_ROWS, i, counts->n_marked);
      if (counts->n_no_results > 0)
        _ikrar_clues_add_count (result->clues, IKRAR_CLUE_NO_RESULTS, i, counts->n_no_results);
    }
  g_array_sort (result->clues, _ikrar_clues_compare);
}

/* Puts the cells of a row where the columns of all tables are; "" in the others and in what is
 * private. */
static void
gather_texts (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  const IkrarHeader *header = ikrar_layout_get_header (result->layout, row->source->sheet);
  const GArray *places = result->places->pdata[row->source->sheet];

  g_ptr_array_set_size (result->texts, 0);
  for (guint i = 0; i < ikrar_header_get_n_columns (result->header); i++)
    g_ptr_array_add (result->texts, (char *) "");
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);
      const IkrarSheetCell *cell = ikrar_sheet_row_get_cell (row->source, column->column);

      if (cell != NULL && column->field != IKRAR_ROSTER_FIELD_PRIVATE)
        result->texts->pdata[places != NULL ? g_array_index (places, guint, i) : i] =
            (char *) cell->text;
    }
}

static void
add_refused (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  guint sheet = row->source->sheet;

  _ikrar_refused_add (result->refused, ikrar_layout_get_header (result->layout, sheet), row,
                      ikrar_layout_get_sheet_name (result->layout, sheet));
}

static void
add_line (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  gather_texts (result, row);
  _ikrar_roster_lines_add (result->lines, row, (const char *const *) result->texts->pdata,
                           result->texts->len);
}

void
_ikrar_roster_result_add (IkrarRosterResult *result, const IkrarRosterRow *row)
{
  IkrarRosterSummary *sheet =
      &g_array_index (result->sheets, IkrarRosterSummary, row->source->sheet);

  result->summary.rows++;
  result->summary.counts[row->verdict]++;
  sheet->rows++;
  sheet->counts[row->verdict]++;
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
  return ikrar_layout_get_first_sheet (result->layout);
}

const IkrarLayout *
ikrar_roster_result_get_layout (const IkrarRosterResult *result)
{
  return result->layout;
}

const IkrarRosterSummary *
ikrar_roster_result_get_sheet_summary (const IkrarRosterResult *result, guint sheet)
{
  g_return_val_if_fail (sheet < result->sheets->len, NULL);

  return &g_array_index (result->sheets, IkrarRosterSummary, sheet);
}

guint
ikrar_roster_result_get_n_clues (const IkrarRosterResult *result)
{
  return result->clues->len;
}

const IkrarClue *
ikrar_roster_result_get_clue (const IkrarRosterResult *result, guint index)
{
  g_return_val_if_fail (index < result->clues->len, NULL);

  return &g_array_index (result->clues, IkrarClue, index);
}

const IkrarHeader *
ikrar_roster_result_get_header (const IkrarRosterResult *result)
{
  return result->header;
}

const GPtrArray *
ikrar_roster_result_get_refused (const IkrarRosterResult *result)
{
  return _ikrar_refused_get_tables (result->refused);
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
  ikrar_layout_free (result->layout);
  ikrar_header_free (result->header);
  g_ptr_array_unref (result->places);
  g_array_unref (result->sheets);
  g_array_unref (result->clues);
  _ikrar_refused_free (result->refused);
  _ikrar_roster_lines_free (result->lines);
  g_ptr_array_unref (result->texts);
  g_free (result);
}
