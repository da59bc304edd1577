/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"
#include "core/progress.h"

G_BEGIN_DECLS

/**
 * ikrar_tally_csv_write:
 * @store: a store
 * @event: id of an event
 * @unit: only this unit, 0 for all
 * @path: file name, of a .csv file
 * @progress: (nullable): who watches; a step is a person
 * @error: return location for an error
 *
 * Writes the people of an event as text: UTF-8 with a mark, semicolons, quotes where they are
 * needed (RFC 4180), CR LF. A cell that a spreadsheet program would take for a formula begins with
 * an apostrophe. Spreadsheet programs round the long numbers of a text file: give them a workbook.
 *
 * A thread that may wait for the disk.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`, a store error or `G_IO_ERROR_CANCELLED`
 */
gboolean ikrar_tally_csv_write (IkrarStore *store,
                                IkrarId event,
                                IkrarId unit,
                                const char *path,
                                const IkrarProgress *progress,
                                GError **error);

G_END_DECLS
