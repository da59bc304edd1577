/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/reshape-private.h"

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/row-private.h"

#define TEXTS_SIZE 4096

typedef struct
{
  const IkrarSheetLayout *layout;
  const IkrarHeader *header;
  guint block;
  /* Columns of the table, and of the names in it. */
  guint first_column;
  guint end_column;
  guint name_column;
  int place_column;
  int number_column;
  IkrarMender *mender;
  IkrarSheetRowFunc func;
  gpointer user_data;

  /* The row that was begun: the rows of a person are joined in it. */
  GArray *cells;
  GStringChunk *texts;
  IkrarSheetRow held;
  guint n_joined;
  /* Whether reading was ended without an error. */
  gboolean stopped;
} Reshape;

static guint
find_name_column (const IkrarHeader *header, guint block)
{
  int index = ikrar_header_find_column (header, IKRAR_ROSTER_FIELD_NAME, block);

  return ikrar_header_get_column (header, (guint) MAX (index, 0))->column;
}

static int
find_column (const IkrarHeader *header, guint block, IkrarRosterField field)
{
  int index = ikrar_header_find_column (header, field, block);

  return index >= 0 ? (int) ikrar_header_get_column (header, (guint) index)->column : -1;
}

/* What lies left of the first table belongs to it, and what lies right of the last one to that. */
static void
find_columns (Reshape *reshape)
{
  reshape->first_column = 0;
  reshape->end_column = G_MAXUINT;
  for (guint i = 0; i < reshape->header->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (reshape->header, i);

      if (column->block == reshape->block && reshape->block > 0 && reshape->first_column == 0)
        reshape->first_column = column->column;
      if (column->block > reshape->block)
        reshape->end_column = MIN (reshape->end_column, column->column);
    }
}

static void
init_reshape (Reshape *reshape)
{
  find_columns (reshape);
  reshape->name_column = find_name_column (reshape->header, reshape->block);
  reshape->place_column =
      find_column (reshape->header, reshape->block, IKRAR_ROSTER_FIELD_LIST_NUMBER);
  reshape->number_column = find_column (reshape->header, reshape->block, IKRAR_ROSTER_FIELD_NUMBER);
  reshape->cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  reshape->texts = g_string_chunk_new (TEXTS_SIZE);
}

static void
clear_reshape (Reshape *reshape)
{
  g_array_unref (reshape->cells);
  g_string_chunk_free (reshape->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reshape, clear_reshape)

/* Hands the row over that was begun. */
static gboolean
emit_held (Reshape *reshape, GError **error)
{
  gboolean wanted;

  if (reshape->n_joined == 0)
    return TRUE;
  reshape->n_joined = 0;
  if (reshape->cells->len == 0)
    return TRUE;
  reshape->held.block = reshape->block;
  reshape->held.n_cells = reshape->cells->len;
  reshape->held.cells = (const IkrarSheetCell *) (gpointer) reshape->cells->data;
  wanted = reshape->func (&reshape->held, reshape->user_data, error);
  reshape->stopped = !wanted;
  return wanted;
}

static void
hold (Reshape *reshape, const IkrarSheetRow *row)
{
  reshape->held = *row;
  reshape->n_joined = 1;
  g_array_set_size (reshape->cells, 0);
  g_string_chunk_clear (reshape->texts);
  for (guint i = 0; i < row->n_cells; i++)
    {
      IkrarSheetCell cell = row->cells[i];
      gboolean is_raw = cell.raw == cell.text;

      if (cell.column < reshape->first_column || cell.column >= reshape->end_column)
        continue;
      cell.text = g_string_chunk_insert (reshape->texts, cell.text);
      cell.raw = is_raw ? cell.text : g_string_chunk_insert (reshape->texts, cell.raw);
      g_array_append_val (reshape->cells, cell);
    }
}

static const char *
join_texts (Reshape *reshape, const char *upper, const char *lower)
{
  g_autofree char *joined = g_strjoin ("\n", upper, lower, NULL);

  return g_string_chunk_insert (reshape->texts, joined);
}

static void
join_cell (Reshape *reshape, const IkrarSheetCell *cell)
{
  IkrarSheetCell added = *cell;
  guint at = 0;

  while (at < reshape->cells->len &&
         g_array_index (reshape->cells, IkrarSheetCell, at).column < cell->column)
    at++;
  if (at < reshape->cells->len &&
      g_array_index (reshape->cells, IkrarSheetCell, at).column == cell->column)
    {
      IkrarSheetCell *held = &g_array_index (reshape->cells, IkrarSheetCell, at);

      held->text = join_texts (reshape, held->text, cell->text);
      held->raw = join_texts (reshape, held->raw, cell->raw);
      held->type = IKRAR_VALUE_TEXT;
      return;
    }
  added.text = g_string_chunk_insert (reshape->texts, cell->text);
  added.raw = g_string_chunk_insert (reshape->texts, cell->raw);
  g_array_insert_val (reshape->cells, at, added);
}

/* Whether a row goes on with the person above: without a number in the list, and with a rank or a
 * number where names stand, or a rank where numbers do. */
static gboolean
continues (const Reshape *reshape, const IkrarSheetRow *row)
{
  const char *name = ikrar_sheet_row_get_text (row, reshape->name_column);

  if (reshape->n_joined == 0 || reshape->n_joined >= reshape->layout->record_rows ||
      row->number != reshape->held.number + reshape->n_joined ||
      reshape->held.number <= reshape->header->last_row)
    return FALSE;
  if (reshape->place_column >= 0 &&
      !ikrar_text_is_blank (ikrar_sheet_row_get_text (row, (guint) reshape->place_column)))
    return FALSE;
  if (ikrar_text_is_blank (name))
    return reshape->number_column >= 0 &&
           _ikrar_content_is_grade (ikrar_sheet_row_get_text (row, (guint) reshape->number_column));
  return _ikrar_name_part_is_number (name) || _ikrar_content_is_grade (name);
}

static gboolean
on_plain_row (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  Reshape *reshape = user_data;

  return reshape->func (_ikrar_mender_mend (reshape->mender, row), reshape->user_data, error);
}

static gboolean
on_row (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  Reshape *reshape = user_data;

  row = _ikrar_mender_mend (reshape->mender, row);
  if (continues (reshape, row))
    {
      for (guint i = 0; i < row->n_cells; i++)
        if (row->cells[i].column >= reshape->first_column &&
            row->cells[i].column < reshape->end_column)
          join_cell (reshape, &row->cells[i]);
      reshape->n_joined++;
      reshape->held.hidden &= row->hidden;
      reshape->held.marked |= row->marked;
      return TRUE;
    }
  if (!emit_held (reshape, error))
    return FALSE;
  hold (reshape, row);
  return TRUE;
}

gboolean
_ikrar_reshape_read (IkrarWorkbook *workbook,
                     const IkrarLayout *layout,
                     guint sheet,
                     guint block,
                     IkrarMender *mender,
                     IkrarSheetRowFunc func,
                     gpointer user_data,
                     const IkrarProgress *progress,
                     GError **error)
{
  const IkrarSheetLayout *plan = _ikrar_layout_sheet (layout, sheet);
  g_auto (Reshape) reshape = { plan, plan->header, block };
  GError *failure = NULL;

  reshape.mender = mender;
  reshape.func = func;
  reshape.user_data = user_data;
  init_reshape (&reshape);
  if (plan->record_rows == 1 && plan->header->n_blocks == 1)
    return ikrar_workbook_read (workbook, sheet, on_plain_row, &reshape, progress, error);
  if (!ikrar_workbook_read (workbook, sheet, on_row, &reshape, progress, error))
    return FALSE;
  if (!reshape.stopped)
    emit_held (&reshape, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}
