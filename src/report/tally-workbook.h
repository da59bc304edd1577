/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"
#include "core/progress.h"

G_BEGIN_DECLS

/**
 * ikrar_tally_workbook_write:
 * @store: a store
 * @event: id of an event
 * @unit: only this unit, 0 for all
 * @path: file name, of an .xlsx file
 * @progress: (nullable): who watches; a step is a person
 * @error: return location for an error
 *
 * Writes the tally of an event as a workbook: a sheet "Rekap OPD" with a line a unit, rates as
 * formulas with their base named and a column that must be 0; "Daftar peserta" with a line a
 * person, employee numbers as text and times as times of the event's zone; "Keterangan". The file
 * is written beside @path and takes its place when it is complete.
 *
 * A thread that may wait for the disk.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`, a store error or `G_IO_ERROR_CANCELLED`
 */
gboolean ikrar_tally_workbook_write (IkrarStore *store,
                                     IkrarId event,
                                     IkrarId unit,
                                     const char *path,
                                     const IkrarProgress *progress,
                                     GError **error);

G_END_DECLS
