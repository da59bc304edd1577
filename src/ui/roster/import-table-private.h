/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/line-list.h"
#include "ui/roster/import-columns.h"
#include "ui/roster/import-editor.h"
#include "ui/roster/import-table.h"

G_BEGIN_DECLS

struct _IkrarImportTable
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkWidget *lead;
  GtkScrolledWindow *strip;
  GtkScrollbar *scrollbar;
  GtkBox *heads;
  GtkWidget *reason_head;
  GtkStack *stack;
  GtkScrolledWindow *wide_scroller;
  GtkListView *wide;
  GtkScrolledWindow *narrow_scroller;
  GtkListView *cards;

  /* Owned */
  IkrarLineList *list; /* of the line's index + 1 */
  GtkSingleSelection *selection;
  GPtrArray *bound; /* what is on the screen, borrowed GtkListItem */
  GArray *columns;  /* IkrarImportColumn */
  IkrarImportEditor *editor;
  char *text; /* that is searched */

  IkrarImportShown shown;
  guint verdicts; /* that are wanted */
  guint update_source;
  gboolean narrow;
  gboolean has_lines;
};

/* How far the cells of all rows, and the heads above them, are scrolled sideways. */
GtkAdjustment *_ikrar_import_table_get_scroll (IkrarImportTable *table);

/* The lines that are wanted, as keys of the list. */
GPtrArray *_ikrar_import_table_find_lines (IkrarImportTable *table);

/* Shows rows or cards; only the list that is seen has any. */
void _ikrar_import_table_show_layout (IkrarImportTable *table);

/* Fills again what is on the screen. */
void _ikrar_import_table_fill (IkrarImportTable *table);

/* Points at another column. */
void _ikrar_import_table_set_cursor (IkrarImportTable *table, guint cursor);

/* Tells that another cell is pointed at. */
void _ikrar_import_table_point (IkrarImportTable *table);

/* Tells what somebody wrote into a cell. */
void _ikrar_import_table_tell_edited (IkrarImportTable *table, const char *text);

/* Takes keys, the wheel, and clicks on cells. */
void _ikrar_import_table_take_input (IkrarImportTable *table);

G_END_DECLS
