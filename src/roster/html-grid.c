/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "roster/html-private.h"
#include "roster/limits-private.h"

void
_ikrar_html_grid_init (IkrarHtmlGrid *grid)
{
  grid->taken = g_new0 (guint32, IKRAR_SHEET_COLUMNS_MAX);
  grid->column = 0;
  grid->work = 0;
}

void
_ikrar_html_grid_clear (IkrarHtmlGrid *grid)
{
  g_free (grid->taken);
}

/* How many columns or rows a cell has; 0 stands for all that are left. */
static guint
read_span (const char **attributes, const char *name, guint most)
{
  const char *value = _ikrar_html_attribute (attributes, name);
  guint64 span;
  char *end;

  if (value == NULL)
    return 1;
  span = g_ascii_strtoull (value, &end, 10);
  if (end == value)
    return 1;
  return span == 0 || span > most ? most : (guint) span;
}

static gboolean
refuse_columns (IkrarHtml *html, guint row)
{
  g_autofree char *message = g_strdup_printf (
      _ ("Row %u has more columns than a spreadsheet allows (16,384). Copy the table into a new "
         "workbook."),
      row);

  _ikrar_html_refuse (html, message);
  return FALSE;
}

gboolean
_ikrar_html_grid_place (IkrarHtmlGrid *grid,
                        IkrarHtml *html,
                        guint row,
                        const char **attributes,
                        IkrarMerge *place)
{
  guint columns = read_span (attributes, "colspan", IKRAR_HTML_COLSPAN_MAX);
  guint rows = read_span (attributes, "rowspan", IKRAR_HTML_ROWSPAN_MAX);
  guint first = grid->column;

  while (first < IKRAR_SHEET_COLUMNS_MAX && grid->taken[first] >= row)
    first++;
  if (first + columns > IKRAR_SHEET_COLUMNS_MAX)
    return refuse_columns (html, row);
  grid->work += first - grid->column + (rows > 1 ? columns : 0);
  grid->column = first + columns;
  place->first_row = row;
  place->last_row = MIN (row + rows - 1, IKRAR_SHEET_ROWS_MAX);
  place->first_column = first;
  place->last_column = grid->column - 1;
  for (guint i = first; rows > 1 && i < grid->column; i++)
    grid->taken[i] = place->last_row;
  if (grid->work <= IKRAR_HTML_WORK_MAX)
    return TRUE;
  _ikrar_html_refuse (html,
                      _ ("There are more merged cells than in any roster. Copy the table into "
                         "a new workbook."));
  return FALSE;
}
