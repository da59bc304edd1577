/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/first-rows-private.h"

#include <string.h>

#define TEXTS_SIZE 4096

/* A row, and where its cells begin. */
typedef struct
{
  IkrarSheetRow row;
  guint first_cell;
} FirstRow;

IkrarFirstRows *
_ikrar_first_rows_new (void)
{
  IkrarFirstRows *first = g_new0 (IkrarFirstRows, 1);

  first->rows = g_array_new (FALSE, FALSE, sizeof (FirstRow));
  first->cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  first->texts = g_string_chunk_new (TEXTS_SIZE);
  return first;
}

void
_ikrar_first_rows_free (IkrarFirstRows *first)
{
  if (first == NULL)
    return;
  g_array_unref (first->rows);
  g_array_unref (first->cells);
  g_string_chunk_free (first->texts);
  g_free (first);
}

static const char *
keep (IkrarFirstRows *first, const char *text)
{
  first->n_bytes += strlen (text) + 1;
  return g_string_chunk_insert (first->texts, text);
}

void
_ikrar_first_rows_add (IkrarFirstRows *first, const IkrarSheetRow *row)
{
  const FirstRow kept = { *row, first->cells->len };

  for (guint i = 0; i < row->n_cells; i++)
    {
      IkrarSheetCell cell = row->cells[i];
      gboolean is_raw = cell.raw == cell.text;

      cell.text = keep (first, cell.text);
      cell.raw = is_raw ? cell.text : keep (first, cell.raw);
      g_array_append_val (first->cells, cell);
    }
  first->n_bytes += row->n_cells * sizeof (IkrarSheetCell);
  g_array_append_val (first->rows, kept);
}

guint
_ikrar_first_rows_get_last (const IkrarFirstRows *first)
{
  guint n_rows = first->rows->len;

  return n_rows > 0 ? g_array_index (first->rows, FirstRow, n_rows - 1).row.number : 0;
}

gboolean
_ikrar_first_rows_give (const IkrarFirstRows *first,
                        IkrarSheetRowFunc func,
                        gpointer user_data,
                        gboolean *stopped,
                        GError **error)
{
  *stopped = FALSE;
  for (guint i = 0; i < first->rows->len && !*stopped; i++)
    {
      const FirstRow *kept = &g_array_index (first->rows, FirstRow, i);
      IkrarSheetRow row = kept->row;
      GError *reason = NULL;

      row.cells = &g_array_index (first->cells, IkrarSheetCell, kept->first_cell);
      *stopped = !func (&row, user_data, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
    }
  return TRUE;
}
