/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/exchange.h"

G_BEGIN_DECLS

/**
 * ikrar_conflict_csv_write:
 * @conflicts: (element-type IkrarExchangeConflict): what two databases said differently
 * @path: file name, of a .csv file
 * @error: return location for an error
 *
 * Writes the list for somebody to go through with a pen, a line each: what it is about, who, which
 * field, what stood here, what came, which of them stands, and what is to be done.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`
 */
gboolean ikrar_conflict_csv_write (GPtrArray *conflicts, const char *path, GError **error);

G_END_DECLS
