/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "roster/cells-private.h"
#include "roster/error.h"
#include "roster/flow-text-private.h"
#include "roster/source-private.h"
#include "roster/text-private.h"
#include "roster/workbook.h"

G_BEGIN_DECLS

/* A page that is read as a stream of tags. */
typedef struct _IkrarHtml IkrarHtml;

/* Names of elements and attributes are in lower case; the parser closes what a page leaves open. */
typedef struct
{
  void (*start) (IkrarHtml *html, const char *name, const char **attributes);
  void (*end) (IkrarHtml *html, const char *name);
  void (*letters) (IkrarHtml *html, const char *letters, gsize size);
} IkrarHtmlHandlers;

/* Finds out how a page is written: by its mark, by its letters, and by what it says of itself. */
gboolean
_ikrar_html_encoding_find (const IkrarSource *source, IkrarTextEncoding *encoding, GError **error);

/* @title names the table in messages, NULL for all. */
gboolean _ikrar_html_read (const IkrarSource *source,
                           const IkrarTextEncoding *encoding,
                           const char *title,
                           const IkrarHtmlHandlers *handlers,
                           gpointer user_data,
                           const IkrarProgress *progress,
                           GError **error);

/* For handlers, as those of xml-private.h. */
gpointer _ikrar_html_data (IkrarHtml *html);
void _ikrar_html_stop (IkrarHtml *html, GError *error);
void _ikrar_html_refuse (IkrarHtml *html, const char *what);
gboolean _ikrar_html_is_stopped (IkrarHtml *html);
const char *_ikrar_html_attribute (const char **attributes, const char *name);

/* Which columns are taken by cells that reach down from rows above. */
typedef struct
{
  /* The last row, of each column. */
  guint32 *taken;
  guint column;
  /* How many columns were looked at in all. */
  guint64 work;
} IkrarHtmlGrid;

void _ikrar_html_grid_init (IkrarHtmlGrid *grid);
void _ikrar_html_grid_clear (IkrarHtmlGrid *grid);
/* Finds where a cell of a row stands; FALSE if a limit is passed. */
gboolean _ikrar_html_grid_place (IkrarHtmlGrid *grid,
                                 IkrarHtml *html,
                                 guint row,
                                 const char **attributes,
                                 IkrarMerge *place);

/* What is wanted of the tables of a page, which are counted by where they begin. */
typedef struct
{
  /* All are told, */
  void (*table) (gpointer user_data, IkrarHtml *html, guint table, const char *title);
  /* and of each row how many cells have text. */
  void (*row) (gpointer user_data, IkrarHtml *html, guint table, guint n_cells);
  /* The rest is told of one table: a cell with its place, */
  void (*cell) (gpointer user_data, IkrarHtml *html, const IkrarMerge *place, const char *text);
  /* and the end of its row, with the cells in it if there are any. */
  void (
      *cells) (gpointer user_data, IkrarHtml *html, guint number, gboolean hidden, gboolean marked);
  /* and, before that, which columns are not shown. */
  void (*hidden) (gpointer user_data, guint first, guint last);
  guint wanted;
} IkrarHtmlWish;

gboolean _ikrar_html_tables_read (const IkrarSource *source,
                                  const IkrarTextEncoding *encoding,
                                  const char *title,
                                  const IkrarHtmlWish *wish,
                                  gpointer user_data,
                                  const IkrarProgress *progress,
                                  GError **error);

G_END_DECLS
