/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/fixes-private.h"
#include "roster/layout-private.h"

G_BEGIN_DECLS

/* Reads one table of a sheet as logical rows: of tables that stand side by side only the cells of
 * this one, and of a person who takes several rows the rows joined, cell by cell with line breaks.
 * A plain sheet goes through untouched. Cells are corrected before that. */
gboolean _ikrar_reshape_read (IkrarWorkbook *workbook,
                              const IkrarLayout *layout,
                              guint sheet,
                              guint block,
                              IkrarMender *mender,
                              IkrarSheetRowFunc func,
                              gpointer user_data,
                              const IkrarProgress *progress,
                              GError **error);

G_END_DECLS
