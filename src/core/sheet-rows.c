/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/sheet-rows.h"

#include <string.h>

#include "core/text.h"

/* A row's cells stand one after the other in @text, each with its NUL. */
typedef struct
{
  gsize start;
  guint number;
  guint n_texts;
} Row;

struct _IkrarSheetRows
{
  GString *text;
  GArray *rows;
  Row heads;
  guint width;
  char *title;
};

IkrarSheetRows *
ikrar_sheet_rows_new (void)
{
  IkrarSheetRows *rows = g_new0 (IkrarSheetRows, 1);

  rows->text = g_string_new (NULL);
  rows->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return rows;
}

static Row
store (IkrarSheetRows *rows, guint number, const char *const *texts, guint n_texts)
{
  Row row = { rows->text->len, number, n_texts };

  for (guint i = 0; i < n_texts; i++)
    {
      if (texts[i] != NULL)
        g_string_append (rows->text, texts[i]);
      g_string_append_c (rows->text, '\0');
    }
  rows->width = MAX (rows->width, n_texts);
  return row;
}

void
ikrar_sheet_rows_set_heads (IkrarSheetRows *rows, const char *const *heads, guint n_heads)
{
  g_return_if_fail (rows != NULL);

  rows->heads = store (rows, 0, heads, n_heads);
}

void
ikrar_sheet_rows_set_title (IkrarSheetRows *rows, const char *title)
{
  g_return_if_fail (rows != NULL);

  ikrar_text_replace (&rows->title, title);
}

const char *
ikrar_sheet_rows_get_title (const IkrarSheetRows *rows)
{
  return rows->title != NULL ? rows->title : "";
}

void
ikrar_sheet_rows_add (IkrarSheetRows *rows, guint number, const char *const *texts, guint n_texts)
{
  Row row;

  g_return_if_fail (rows != NULL);

  row = store (rows, number, texts, n_texts);
  g_array_append_val (rows->rows, row);
}

guint
ikrar_sheet_rows_get_size (const IkrarSheetRows *rows)
{
  return rows->rows->len;
}

guint
ikrar_sheet_rows_get_width (const IkrarSheetRows *rows)
{
  return rows->width;
}

static const char *
text_of (const IkrarSheetRows *rows, const Row *row, guint column)
{
  const char *text = rows->text->str + row->start;

  if (column >= row->n_texts)
    return "";
  while (column-- > 0)
    text += strlen (text) + 1;
  return text;
}

const char *
ikrar_sheet_rows_get_head (const IkrarSheetRows *rows, guint column)
{
  return text_of (rows, &rows->heads, column);
}

guint
ikrar_sheet_rows_get_number (const IkrarSheetRows *rows, guint index)
{
  g_return_val_if_fail (index < rows->rows->len, 0);

  return g_array_index (rows->rows, Row, index).number;
}

const char *
ikrar_sheet_rows_get_text (const IkrarSheetRows *rows, guint index, guint column)
{
  g_return_val_if_fail (index < rows->rows->len, "");

  return text_of (rows, &g_array_index (rows->rows, Row, index), column);
}

void
ikrar_sheet_rows_free (IkrarSheetRows *rows)
{
  if (rows == NULL)
    return;
  g_string_free (rows->text, TRUE);
  g_array_unref (rows->rows);
  g_free (rows->title);
  g_free (rows);
}
