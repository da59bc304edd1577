/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/cells-private.h"

#include <string.h>

#include "roster/limits-private.h"

/* A cell whose texts are at these places of the row's texts, unless it has its own. */
typedef struct
{
  IkrarSheetCell cell;
  gsize text;
  gsize raw;
} Pending;

void
_ikrar_cells_init (IkrarCells *cells)
{
  cells->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  cells->cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  cells->texts = g_string_new (NULL);
  cells->unsorted = FALSE;
}

void
_ikrar_cells_clear (IkrarCells *cells)
{
  g_array_unref (cells->pending);
  g_array_unref (cells->cells);
  g_string_free (cells->texts, TRUE);
}

void
_ikrar_cells_begin (IkrarCells *cells)
{
  cells->unsorted = FALSE;
  g_array_set_size (cells->pending, 0);
  g_string_truncate (cells->texts, 0);
}

gboolean
_ikrar_cells_are_full (const IkrarCells *cells)
{
  return cells->texts->len > IKRAR_ROW_BYTES_MAX;
}

static gsize
keep_text (IkrarCells *cells, const char *text)
{
  gsize start = cells->texts->len;

  g_string_append_len (cells->texts, text, (gssize) strlen (text) + 1);
  return start;
}

static void
add (IkrarCells *cells, const Pending *pending)
{
  guint n = cells->pending->len;

  if (n > 0)
    cells->unsorted |=
        g_array_index (cells->pending, Pending, n - 1).cell.column >= pending->cell.column;
  g_array_append_val (cells->pending, *pending);
}

void
_ikrar_cells_add (IkrarCells *cells,
                  guint column,
                  IkrarValueType type,
                  const char *text,
                  const char *raw)
{
  Pending pending = { { column, type, NULL, NULL }, 0, 0 };

  if (*text == '\0')
    return;
  pending.text = keep_text (cells, text);
  pending.raw = raw == text ? pending.text : keep_text (cells, raw);
  add (cells, &pending);
}

void
_ikrar_cells_add_kept (IkrarCells *cells, guint column, const char *text)
{
  const Pending pending = { { column, IKRAR_VALUE_TEXT, text, text }, 0, 0 };

  if (*text != '\0')
    add (cells, &pending);
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Pending *one = a;
  const Pending *two = b;

  return one->cell.column < two->cell.column ? -1 : one->cell.column > two->cell.column;
}

void
_ikrar_cells_settle (IkrarCells *cells, IkrarSheetRow *row)
{
  if (cells->unsorted)
    g_array_sort (cells->pending, compare_columns);
  g_array_set_size (cells->cells, 0);
  for (guint i = 0; i < cells->pending->len; i++)
    {
      Pending *pending = &g_array_index (cells->pending, Pending, i);

      if (pending->cell.text == NULL)
        {
          pending->cell.text = cells->texts->str + pending->text;
          pending->cell.raw = cells->texts->str + pending->raw;
        }
      g_array_append_val (cells->cells, pending->cell);
    }
  row->n_cells = cells->cells->len;
  row->cells = (const IkrarSheetCell *) (gpointer) cells->cells->data;
}
