/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "desk/desk.h"
#include "store/scan-log.h"
#include "ui/common/work.h"

G_BEGIN_DECLS

/**
 * IkrarScanChip:
 * @IKRAR_SCAN_CHIP_ALL: every scan
 * @IKRAR_SCAN_CHIP_REFUSED: those that let nobody through
 * @IKRAR_SCAN_CHIP_VERDICT: those with the first verdict; one place for each follows
 * @IKRAR_N_SCAN_CHIPS: how many there are
 *
 * Filters by verdict, in the order they are shown.
 */
typedef enum
{
  IKRAR_SCAN_CHIP_ALL,
  IKRAR_SCAN_CHIP_REFUSED,
  IKRAR_SCAN_CHIP_VERDICT,
  IKRAR_N_SCAN_CHIPS = IKRAR_SCAN_CHIP_VERDICT + IKRAR_N_DESK_VERDICTS,
} IkrarScanChip;

/**
 * IkrarScanWanted:
 * @event: the event
 * @session: only of this session, 0 for all
 * @desk: (nullable): only of this desk
 * @text: what is searched
 * @chip: which verdicts are saved; what is shown has all of them
 * @file: (nullable): where to save it
 *
 * Which scans are shown or saved, for the thread that does it.
 */
typedef struct
{
  IkrarId event;
  IkrarId session;
  char *desk;
  char *text;
  IkrarScanChip chip;
  GFile *file;
} IkrarScanWanted;

/**
 * IkrarScanLogData:
 * @zone: zone of the event
 * @days: whether the scans are of more than one day
 * @sessions: (element-type IkrarEventSession): its sessions
 * @desks: (element-type utf8): the desks that scanned
 * @lines: (element-type IkrarScanLine): the scans, the newest first, with any verdict
 * @counts: how many of them a chip shows
 *
 * What the log shows.
 */
typedef struct
{
  IkrarZone zone;
  gboolean days;
  GPtrArray *sessions;
  GPtrArray *desks;
  GPtrArray *lines;
  guint counts[IKRAR_N_SCAN_CHIPS];
} IkrarScanLogData;

/**
 * ikrar_scan_wanted_free:
 * @wanted: (transfer full) (nullable): which scans
 */
void ikrar_scan_wanted_free (IkrarScanWanted *wanted);

/**
 * ikrar_scan_chip_has:
 * @chip: a filter
 * @line: a scan
 *
 * Returns: whether the filter shows it
 */
gboolean ikrar_scan_chip_has (IkrarScanChip chip, const IkrarScanLine *line);

/**
 * ikrar_scan_log_data_verdict:
 * @line: a scan
 *
 * Returns: its verdict, `IKRAR_N_DESK_VERDICTS` for a word of a newer Ikrar
 */
IkrarDeskVerdict ikrar_scan_log_data_verdict (const IkrarScanLine *line);

/**
 * ikrar_scan_log_data_load:
 * @store: a store
 * @input: an [struct@ScanWanted]
 * @progress: (nullable): how far it is
 * @error: return location for an error
 *
 * Reads what the log shows.
 *
 * Returns: (transfer full) (nullable): an [struct@ScanLogData]
 */
gpointer ikrar_scan_log_data_load (IkrarStore *store,
                                   gpointer input,
                                   const IkrarProgress *progress,
                                   GError **error);

/**
 * ikrar_scan_log_data_save:
 * @store: a store
 * @input: an [struct@ScanWanted]
 * @progress: (nullable): how far it is
 * @error: return location for an error
 *
 * Saves the scans wanted, see [func@scan_file_write].
 *
 * Returns: (transfer full) (nullable): the #GFile
 */
gpointer ikrar_scan_log_data_save (IkrarStore *store,
                                   gpointer input,
                                   const IkrarProgress *progress,
                                   GError **error);

/**
 * ikrar_scan_log_data_free:
 * @data: (transfer full) (nullable): what a log showed
 */
void ikrar_scan_log_data_free (IkrarScanLogData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarScanLogData, ikrar_scan_log_data_free)

G_END_DECLS
