/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "roster/html-private.h"
#include "roster/limits-private.h"
#include "roster/reader-private.h"

#define TITLE_LETTERS_MAX 100

/* What is found of a table when the page is opened. */
typedef struct
{
  char *title;
  /* How many cells with text the fullest row has. */
  guint width;
} Found;

typedef struct
{
  IkrarReader reader;
  IkrarSource source;
  IkrarTextEncoding encoding;
  /* GArray of guint: which table of the page a sheet is. */
  GArray *tables;
} HtmlReader;

/* The page while its tables are found. */
typedef struct
{
  IkrarReader *reader;
  /* GArray of Found. */
  GArray *all;
  /* Rows of tables that do more than arrange the page. */
  guint n_rows;
} Finding;

typedef struct
{
  IkrarCells cells;
  IkrarSheetRow row;
  IkrarSheetRowFunc func;
  gpointer user_data;
  GArray *merges;
  guint last_row;
  IkrarReader *reader;
} Reading;

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_free (found->title);
}

static char *
shorten_title (const char *title)
{
  g_autofree char *line = g_strdelimit (g_strdup (title), "\n", ' ');

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), TITLE_LETTERS_MAX));
}

static void
on_found (gpointer user_data, IkrarHtml *html, guint table, const char *title)
{
  GArray *all = ((Finding *) user_data)->all;
  Found found = { NULL };

  if (table >= IKRAR_SHEETS_MAX)
    {
      _ikrar_html_refuse (html, _ ("There are more sheets than in any roster. Split the workbook "
                                   "into several files."));
      return;
    }
  if (table >= all->len)
    g_array_append_val (all, found);
  g_free (g_array_index (all, Found, table).title);
  g_array_index (all, Found, table).title = shorten_title (title);
}

static void
on_found_row (gpointer user_data, IkrarHtml *html, guint table, guint n_cells)
{
  Finding *finding = user_data;
  GArray *all = finding->all;

  if (table < all->len)
    g_array_index (all, Found, table).width =
        MAX (g_array_index (all, Found, table).width, n_cells);
  finding->n_rows += n_cells > 1;
  if (!finding->reader->glance || finding->n_rows <= IKRAR_GLANCE_ROWS)
    return;
  finding->reader->partial = TRUE;
  _ikrar_html_stop (html, NULL);
}

/* Tables without two cells side by side only arrange a page, unless there is nothing else. */
static guint
find_width (const GArray *all)
{
  guint width = 0;

  for (guint i = 0; i < all->len; i++)
    width = MAX (width, MIN (g_array_index (all, Found, i).width, 2));
  return width;
}

static void
add_sheets (HtmlReader *reader, const GArray *all)
{
  guint width = find_width (all);
  guint n_sheets = 0;

  for (guint i = 0; i < all->len; i++)
    n_sheets += width > 0 && g_array_index (all, Found, i).width >= width;
  for (guint i = 0; i < all->len && n_sheets > 0; i++)
    {
      const Found *found = &g_array_index (all, Found, i);
      g_autofree char *number = g_strdup_printf (_ ("Table %u"), reader->tables->len + 1);

      if (found->width < width)
        continue;
      _ikrar_reader_add_sheet (
          &reader->reader, *found->title != '\0' || n_sheets == 1 ? found->title : number, FALSE);
      g_array_append_val (reader->tables, i);
    }
}

static gboolean
find_tables (HtmlReader *reader, GError **error)
{
  const IkrarHtmlWish wish = { .table = on_found, .row = on_found_row };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  Finding finding = { &reader->reader, all, 0 };

  g_array_set_clear_func (all, clear_found);
  if (!_ikrar_html_tables_read (&reader->source, &reader->encoding, NULL, &wish, &finding, NULL,
                                error))
    return FALSE;
  add_sheets (reader, all);
  if (reader->tables->len > 0)
    return TRUE;
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET,
               _ ("%s is a web page without a table. Ask the sender for the spreadsheet."),
               reader->source.name);
  return FALSE;
}

static void
take_cell (gpointer user_data, IkrarHtml *html, const IkrarMerge *place, const char *text)
{
  Reading *reading = user_data;

  _ikrar_cells_add (&reading->cells, place->first_column, IKRAR_VALUE_TEXT, text, text);
  if (_ikrar_cells_are_full (&reading->cells))
    _ikrar_html_refuse (html, _ ("A row holds more text than in any roster. Copy the table into a "
                                 "new workbook."));
}

static void
take_row (gpointer user_data, IkrarHtml *html, guint number, gboolean hidden, gboolean marked)
{
  Reading *reading = user_data;
  GError *error = NULL;

  reading->row.number = number;
  reading->row.hidden = hidden;
  reading->row.marked = marked;
  _ikrar_cells_settle (&reading->cells, &reading->row);
  if (!reading->func (&reading->row, reading->user_data, &error))
    _ikrar_html_stop (html, error);
  _ikrar_cells_begin (&reading->cells);
}

static void
take_hidden (gpointer user_data, guint first, guint last)
{
  Reading *reading = user_data;

  _ikrar_reader_hide_columns (reading->reader, reading->row.sheet, first, last);
}

static gboolean
read_table (HtmlReader *reader,
            guint sheet,
            IkrarHtmlWish *wish,
            Reading *reading,
            const IkrarProgress *progress,
            GError **error)
{
  const char *title = g_array_index (reader->reader.sheets, IkrarSheet, sheet).name;

  wish->wanted = g_array_index (reader->tables, guint, sheet);
  return _ikrar_html_tables_read (&reader->source, &reader->encoding, title, wish, reading,
                                  progress, error);
}

static gboolean
read_html (IkrarReader *base,
           guint sheet,
           IkrarSheetRowFunc func,
           gpointer user_data,
           const IkrarProgress *progress,
           GError **error)
{
  IkrarHtmlWish wish = { .cell = take_cell, .cells = take_row, .hidden = take_hidden };
  Reading reading = {
    .row = { .sheet = sheet }, .func = func, .user_data = user_data, .reader = base
  };
  gboolean success;

  _ikrar_cells_init (&reading.cells);
  success = read_table ((HtmlReader *) base, sheet, &wish, &reading, progress, error);
  _ikrar_cells_clear (&reading.cells);
  return success;
}

static void
take_merge (gpointer user_data, IkrarHtml *html, const IkrarMerge *place, const char *text)
{
  Reading *reading = user_data;

  if (reading->reader->glance && place->first_row > IKRAR_GLANCE_ROWS)
    {
      reading->reader->partial = TRUE;
      _ikrar_html_stop (html, NULL);
      return;
    }
  reading->last_row = place->first_row;
  if (place->first_row == place->last_row && place->first_column == place->last_column)
    return;
  if (reading->merges->len < IKRAR_MERGES_MAX)
    g_array_append_val (reading->merges, *place);
  else
    _ikrar_html_refuse (html, _ ("There are more merged cells than in any roster. Copy the table "
                                 "into a new workbook."));
}

static gboolean
read_merges (IkrarReader *base, guint sheet, GArray *merges, GError **error)
{
  IkrarHtmlWish wish = { .cell = take_merge };
  Reading reading = { .merges = merges, .reader = base };

  if (!read_table ((HtmlReader *) base, sheet, &wish, &reading, NULL, error))
    return FALSE;
  for (guint i = 0; i < merges->len; i++)
    {
      IkrarMerge *merge = &g_array_index (merges, IkrarMerge, i);

      merge->last_row = MIN (merge->last_row, reading.last_row);
    }
  return TRUE;
}

static void
free_html (IkrarReader *base)
{
  HtmlReader *reader = (HtmlReader *) base;

  _ikrar_reader_clear (base);
  _ikrar_source_clear (&reader->source);
  g_array_unref (reader->tables);
  g_free (reader);
}

IkrarReader *
_ikrar_html_open (const IkrarSource *source, GError **error)
{
  static const IkrarReaderFormat format = { read_html, read_merges, free_html };
  HtmlReader *reader = g_new0 (HtmlReader, 1);
  GError *reason = NULL;

  _ikrar_reader_init (&reader->reader, &format);
  _ikrar_source_init (&reader->source, source);
  reader->reader.glance = source->glance;
  reader->tables = g_array_new (FALSE, FALSE, sizeof (guint));
  if (_ikrar_html_encoding_find (source, &reader->encoding, &reason) &&
      find_tables (reader, &reason))
    return &reader->reader;
  _ikrar_source_fail (source, reason, error);
  free_html (&reader->reader);
  return NULL;
}
