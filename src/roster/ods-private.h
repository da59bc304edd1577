/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/cells-private.h"
#include "roster/flow-text-private.h"
#include "roster/reader-private.h"
#include "roster/xml-private.h"

G_BEGIN_DECLS

#define IKRAR_ODS_CONTENT "content.xml"

/* A cell while it is read: what its attributes say, and what is shown. */
typedef struct
{
  guint repeated;
  guint columns;
  guint rows;
  gboolean covered;
  gboolean failed;
  gboolean marked;
  /* Names of the styles with a colour behind the text or a stroke through it. */
  GHashTable *marking;
  GString *type;
  GString *value;
  GString *formula;
  IkrarFlowText shown;
  guint n_lines;
  /* How deep an element is within the cell. */
  guint depth;
} IkrarOdsCell;

void _ikrar_ods_cell_init (IkrarOdsCell *cell);
void _ikrar_ods_cell_clear (IkrarOdsCell *cell);
void _ikrar_ods_cell_begin (IkrarOdsCell *cell, gboolean covered, const char **attributes);
/* An element within the cell; FALSE if it and all within it are no text of the cell. */
gboolean _ikrar_ods_cell_start (IkrarOdsCell *cell,
                                IkrarXml *xml,
                                const char *name,
                                const char **attributes);
void _ikrar_ods_cell_end (IkrarOdsCell *cell, IkrarXml *xml);
/* Adds what it is to a row. */
void _ikrar_ods_cell_add (IkrarOdsCell *cell, IkrarCells *cells, guint column);

/* How often something is repeated or how far it reaches: from 1 to @most. */
guint _ikrar_ods_count (const char *value, guint most);

gboolean _ikrar_ods_sheet_read (IkrarReader *reader,
                                IkrarPackage *package,
                                GHashTable *marking,
                                guint sheet,
                                IkrarSheetRowFunc func,
                                gpointer user_data,
                                const IkrarProgress *progress,
                                GError **error);
/* Down to a row; @partial is set if the sheet goes on. */
gboolean _ikrar_ods_merges_read (IkrarPackage *package,
                                 const char *title,
                                 guint sheet,
                                 guint last_row,
                                 GArray *merges,
                                 gboolean *partial,
                                 GError **error);

G_END_DECLS
