/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/workbook.h"

G_BEGIN_DECLS

/* The first rows of a sheet, for a format in which each reading begins with a lot of work. */
typedef struct
{
  GArray *rows;
  GArray *cells; /* IkrarSheetCell of all rows */
  GStringChunk *texts;
  gsize n_bytes;
  /* Whether these are all. */
  gboolean complete;
} IkrarFirstRows;

IkrarFirstRows *_ikrar_first_rows_new (void);
void _ikrar_first_rows_free (IkrarFirstRows *first);
void _ikrar_first_rows_add (IkrarFirstRows *first, const IkrarSheetRow *row);
guint _ikrar_first_rows_get_last (const IkrarFirstRows *first);
/* Gives the rows again; @stopped says whether @func wants no more. */
gboolean _ikrar_first_rows_give (const IkrarFirstRows *first,
                                 IkrarSheetRowFunc func,
                                 gpointer user_data,
                                 gboolean *stopped,
                                 GError **error);

G_END_DECLS
