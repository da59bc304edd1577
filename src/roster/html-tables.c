/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/html-private.h"
#include "roster/limits-private.h"

#define TEXT_BYTES_MAX (3 * IKRAR_CELL_LETTERS_MAX)

/* A table that is open; another one may stand in a cell of it. */
typedef struct
{
  guint index;
  guint row;
  guint n_cells;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_caption;
  /* LibreOffice writes the comment of a cell beside its text. */
  gboolean in_comment;
  gboolean hidden;
  /* Whether the row, this cell, and any cell with text of the row have a colour or a stroke. */
  gboolean row_marked;
  gboolean cell_marked;
  gboolean marked;
  /* The column that is described next. */
  guint column;
  IkrarMerge place;
  IkrarFlowText text;
} Table;

typedef struct
{
  const IkrarHtmlWish *wish;
  gpointer user_data;
  GPtrArray *open;
  guint n_tables;
  /* What stands in the last heading above, and whether it is still being read. */
  IkrarFlowText heading;
  gboolean in_heading;
  IkrarHtmlGrid grid;
} Page;

/* Elements that stand on lines of their own. */
static const char *const blocks[] = { "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "pre" };

/* Elements whose text is struck through. */
static const char *const strokes[] = { "s", "strike", "del" };

static gboolean
is_one_of (const char *name, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_heading (const char *name)
{
  return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0';
}

static gboolean
is_cell (const char *name)
{
  return strcmp (name, "td") == 0 || strcmp (name, "th") == 0;
}

static void
free_table (gpointer data)
{
  Table *table = data;

  g_string_free (table->text.text, TRUE);
  g_free (table);
}

static Table *
innermost (Page *page)
{
  return page->open->len > 0 ? page->open->pdata[page->open->len - 1] : NULL;
}

static gboolean
is_wanted (const Page *page, const Table *table)
{
  return page->wish->cell != NULL && table->index == page->wish->wanted;
}

static void
begin_table (Page *page, IkrarHtml *html)
{
  Table *table = g_new0 (Table, 1);

  table->index = page->n_tables++;
  table->text.text = g_string_new (NULL);
  g_ptr_array_add (page->open, table);
  if (page->wish->table != NULL)
    page->wish->table (page->user_data, html, table->index, _ikrar_flow_text_end (&page->heading));
  _ikrar_flow_text_begin (&page->heading);
}

static void
refuse_text (IkrarHtml *html, const Table *table)
{
  g_autofree char *letters = ikrar_sheet_column_letters (table->place.first_column);
  g_autofree char *message =
      g_strdup_printf (_ ("%s%u holds more text than a spreadsheet allows (32,767 letters). Copy "
                          "the table into a new workbook."),
                       letters, table->row);

  _ikrar_html_refuse (html, message);
}

static void
end_cell (Page *page, IkrarHtml *html, Table *table)
{
  const char *text;

  if (!table->in_cell)
    return;
  table->in_cell = FALSE;
  text = _ikrar_flow_text_end (&table->text);
  table->n_cells += *text != '\0';
  table->marked |= *text != '\0' && (table->row_marked || table->cell_marked);
  if (!is_wanted (page, table))
    return;
  if (g_utf8_strlen (text, -1) > IKRAR_CELL_LETTERS_MAX)
    refuse_text (html, table);
  else
    page->wish->cell (page->user_data, html, &table->place, text);
}

static void
end_row (Page *page, IkrarHtml *html, Table *table)
{
  end_cell (page, html, table);
  if (!table->in_row)
    return;
  table->in_row = FALSE;
  if (page->wish->row != NULL)
    page->wish->row (page->user_data, html, table->index, table->n_cells);
  if (is_wanted (page, table) && page->wish->cells != NULL && table->n_cells > 0 &&
      !_ikrar_html_is_stopped (html))
    page->wish->cells (page->user_data, html, table->row, table->hidden, table->marked);
}

/* What the attribute says, without spaces and in lower case. */
static char *
read_style (const char **attributes)
{
  const char *style = _ikrar_html_attribute (attributes, "style");
  GString *plain = g_string_new (NULL);

  for (; style != NULL && *style != '\0'; style++)
    if (!g_ascii_isspace (*style))
      g_string_append_c (plain, g_ascii_tolower (*style));
  return g_string_free (plain, FALSE);
}

static gboolean
is_hidden (const char **attributes)
{
  g_autofree char *style = read_style (attributes);

  return _ikrar_html_attribute (attributes, "hidden") != NULL ||
         strstr (style, "display:none") != NULL || strstr (style, "visibility:collapse") != NULL;
}

static gboolean
is_colour (const char *value)
{
  static const char *const none[] = { "",     "#fff",    "#ffffff", "white", "transparent",
                                      "none", "inherit", "initial" };
  g_autofree char *word = g_strndup (value, strcspn (value, ";!"));

  g_strstrip (word);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    if (g_ascii_strcasecmp (word, none[i]) == 0)
      return FALSE;
  return TRUE;
}

/* Whether what an element says of itself is a colour behind its text or a stroke through it. */
static gboolean
is_marked (const char **attributes)
{
  static const char *const names[] = { "background:", "background-color:" };
  const char *colour = _ikrar_html_attribute (attributes, "bgcolor");
  g_autofree char *style = read_style (attributes);

  if ((colour != NULL && is_colour (colour)) || strstr (style, "line-through") != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *at = strstr (style, names[i]);

      if (at != NULL && is_colour (at + strlen (names[i])))
        return TRUE;
    }
  return FALSE;
}

static void
begin_row (Page *page, IkrarHtml *html, Table *table, const char **attributes)
{
  end_row (page, html, table);
  table->in_row = TRUE;
  table->n_cells = 0;
  table->hidden = is_hidden (attributes);
  table->row_marked = is_wanted (page, table) && is_marked (attributes);
  table->marked = FALSE;
  if (is_wanted (page, table))
    page->grid.column = 0;
  if (++table->row > IKRAR_SHEET_ROWS_MAX)
    _ikrar_html_refuse (html, _ ("There are more rows than a spreadsheet allows (1,048,576). Split "
                                 "the sheet into several files."));
}

static void
begin_cell (Page *page, IkrarHtml *html, Table *table, const char **attributes)
{
  end_cell (page, html, table);
  if (!table->in_row)
    begin_row (page, html, table, NULL);
  if (_ikrar_html_is_stopped (html) ||
      (is_wanted (page, table) &&
       !_ikrar_html_grid_place (&page->grid, html, table->row, attributes, &table->place)))
    return;
  table->in_cell = TRUE;
  table->in_caption = table->in_comment = FALSE;
  table->cell_marked = is_wanted (page, table) && is_marked (attributes);
  /* Pages hide a column cell by cell; those of the heads tell. */
  if (table->row == 1 && is_wanted (page, table) && page->wish->hidden != NULL &&
      is_hidden (attributes))
    page->wish->hidden (page->user_data, table->place.first_column, table->place.last_column);
  _ikrar_flow_text_begin (&table->text);
}

static void
take_column (Page *page, Table *table, const char **attributes)
{
  const char *span = _ikrar_html_attribute (attributes, "span");
  guint64 count = span != NULL ? g_ascii_strtoull (span, NULL, 10) : 1;
  guint first = table->column;

  table->column = first + (guint) CLAMP (count, 1, IKRAR_HTML_COLSPAN_MAX);
  table->column = MIN (table->column, IKRAR_SHEET_COLUMNS_MAX);
  if (is_wanted (page, table) && page->wish->hidden != NULL && first < table->column &&
      is_hidden (attributes))
    page->wish->hidden (page->user_data, first, table->column - 1);
}

static void
begin_caption (Table *table)
{
  table->in_caption = !table->in_row;
  if (table->in_caption)
    _ikrar_flow_text_begin (&table->text);
}

static void
end_caption (Page *page, IkrarHtml *html, Table *table)
{
  const char *title;

  if (!table->in_caption)
    return;
  table->in_caption = FALSE;
  title = _ikrar_flow_text_end (&table->text);
  if (page->wish->table != NULL && *title != '\0')
    page->wish->table (page->user_data, html, table->index, title);
}

static void
begin_heading (Page *page)
{
  _ikrar_flow_text_begin (&page->heading);
  page->in_heading = TRUE;
}

static IkrarFlowText *
open_text (Page *page)
{
  Table *table = innermost (page);

  if (table != NULL)
    return (table->in_cell && !table->in_comment) || table->in_caption ? &table->text : NULL;
  return page->in_heading ? &page->heading : NULL;
}

static void
break_line (Page *page, gboolean block)
{
  IkrarFlowText *text = open_text (page);

  if (text != NULL)
    _ikrar_flow_text_break (text, block);
}

static void
start_in_table (Page *page,
                IkrarHtml *html,
                Table *table,
                const char *name,
                const char **attributes)
{
  if (strcmp (name, "tr") == 0)
    begin_row (page, html, table, attributes);
  else if (is_cell (name))
    begin_cell (page, html, table, attributes);
  else if (strcmp (name, "caption") == 0)
    begin_caption (table);
  else if (strcmp (name, "col") == 0)
    take_column (page, table, attributes);
  else if (strcmp (name, "comment") == 0)
    table->in_comment = TRUE;
  else if (table->in_cell && is_wanted (page, table))
    table->cell_marked |=
        is_one_of (name, strokes, G_N_ELEMENTS (strokes)) || is_marked (attributes);
}

static void
on_start (IkrarHtml *html, const char *name, const char **attributes)
{
  Page *page = _ikrar_html_data (html);
  Table *table = innermost (page);

  if (strcmp (name, "table") == 0)
    begin_table (page, html);
  else if (strcmp (name, "br") == 0)
    break_line (page, FALSE);
  else if (table != NULL)
    start_in_table (page, html, table, name, attributes);
  else if (is_heading (name))
    begin_heading (page);
  if (is_one_of (name, blocks, G_N_ELEMENTS (blocks)))
    break_line (page, TRUE);
}

static void
end_in_table (Page *page, IkrarHtml *html, Table *table, const char *name)
{
  if (strcmp (name, "table") == 0)
    {
      end_row (page, html, table);
      g_ptr_array_remove_index (page->open, page->open->len - 1);
    }
  else if (strcmp (name, "tr") == 0)
    end_row (page, html, table);
  else if (is_cell (name))
    end_cell (page, html, table);
  else if (strcmp (name, "caption") == 0)
    end_caption (page, html, table);
  else if (strcmp (name, "comment") == 0)
    table->in_comment = FALSE;
}

static void
on_end (IkrarHtml *html, const char *name)
{
  Page *page = _ikrar_html_data (html);
  Table *table = innermost (page);

  if (is_one_of (name, blocks, G_N_ELEMENTS (blocks)))
    break_line (page, TRUE);
  if (table != NULL)
    end_in_table (page, html, table, name);
  else if (is_heading (name))
    page->in_heading = FALSE;
}

static void
on_letters (IkrarHtml *html, const char *letters, gsize size)
{
  Page *page = _ikrar_html_data (html);
  IkrarFlowText *text = open_text (page);

  if (text == NULL)
    return;
  _ikrar_flow_text_add (text, letters, size);
  if (text->text->len <= TEXT_BYTES_MAX)
    return;
  if (page->open->len > 0)
    refuse_text (html, innermost (page));
  else
    _ikrar_flow_text_begin (text);
}

gboolean
_ikrar_html_tables_read (const IkrarSource *source,
                         const IkrarTextEncoding *encoding,
                         const char *title,
                         const IkrarHtmlWish *wish,
                         gpointer user_data,
                         const IkrarProgress *progress,
                         GError **error)
{
  static const IkrarHtmlHandlers handlers = { on_start, on_end, on_letters };
  Page page = { .wish = wish, .user_data = user_data };
  gboolean success;

  page.open = g_ptr_array_new_with_free_func (free_table);
  page.heading.text = g_string_new (NULL);
  _ikrar_html_grid_init (&page.grid);
  success = _ikrar_html_read (source, encoding, title, &handlers, &page, progress, error);
  _ikrar_html_grid_clear (&page.grid);
  g_string_free (page.heading.text, TRUE);
  g_ptr_array_unref (page.open);
  return success;
}
