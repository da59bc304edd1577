/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/layout.h"
#include "roster/row.h"

G_BEGIN_DECLS

/* Takes a judged row, until the call returns. FALSE stops: with an error it failed, without one it
 * is done. */
typedef gboolean (*IkrarPumpFunc) (IkrarRosterRow *row, gpointer user_data, GError **error);

/* Reads and judges the rows of all sheets that are read, table by table, in a thread of its own
 * while the caller's thread takes them in order: reading a workbook and writing a database take
 * about as long, and most office computers have two cores. Until it returns, workbook and judge
 * belong to that thread. */
gboolean _ikrar_pump_run (IkrarWorkbook *workbook,
                          const IkrarLayout *layout,
                          IkrarJudge *judge,
                          IkrarPumpFunc func,
                          gpointer user_data,
                          const IkrarProgress *progress,
                          GError **error);

G_END_DECLS
