/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarTallyOptions:
 * @order: how people are ordered
 * @unit: only this unit, 0 for all
 * @public_version: name, unit and whether somebody was there, nothing else of a person (UU 27/2022)
 *
 * What a tally holds. All zero is everything.
 */
typedef struct
{
  IkrarParticipantOrder order;
  IkrarId unit;
  gboolean public_version;
} IkrarTallyOptions;

/**
 * ikrar_tally_write_workbook:
 * @store: a store
 * @event: id of an event
 * @options: (nullable): what it holds
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
gboolean ikrar_tally_write_workbook (IkrarStore *store,
                                     IkrarId event,
                                     const IkrarTallyOptions *options,
                                     const char *path,
                                     const IkrarProgress *progress,
                                     GError **error);

/**
 * ikrar_tally_write_csv:
 * @store: a store
 * @event: id of an event
 * @options: (nullable): what it holds
 * @path: file name, of a .csv file
 * @progress: (nullable): who watches; a step is a person
 * @error: return location for an error
 *
 * Writes the people of an event as text: UTF-8 with a mark, semicolons, quotes where they are
 * needed (RFC 4180), CR LF. A cell that a spreadsheet program would take for a formula begins with
 * an apostrophe. Spreadsheet programs read long numbers of a text file as rounded: open a workbook
 * instead.
 *
 * A thread that may wait for the disk.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`, a store error or `G_IO_ERROR_CANCELLED`
 */
gboolean ikrar_tally_write_csv (IkrarStore *store,
                                IkrarId event,
                                const IkrarTallyOptions *options,
                                const char *path,
                                const IkrarProgress *progress,
                                GError **error);

G_END_DECLS
