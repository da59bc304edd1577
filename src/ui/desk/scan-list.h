/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/desk/scan-row.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SCAN_LIST (ikrar_scan_list_get_type ())

/**
 * IkrarScanList:
 *
 * The last scans at a desk, the newest first.
 */
G_DECLARE_FINAL_TYPE (IkrarScanList, ikrar_scan_list, IKRAR, SCAN_LIST, AdwBin)

/**
 * ikrar_scan_list_fill:
 * @list: a list
 * @scans: (element-type IkrarScan): marks that were made before, the newest first
 * @zone: zone of the event
 *
 * Shows these instead of those before.
 */
void ikrar_scan_list_fill (IkrarScanList *list, GPtrArray *scans, IkrarZone zone);

/**
 * ikrar_scan_list_prepend:
 * @list: a list
 * @row: (transfer floating): a row
 */
void ikrar_scan_list_prepend (IkrarScanList *list, GtkWidget *row);

/**
 * ikrar_scan_list_get_last:
 * @list: a list
 *
 * Returns: (transfer none) (nullable): the newest row that can be undone
 */
IkrarScanRow *ikrar_scan_list_get_last (IkrarScanList *list);

/**
 * ikrar_scan_list_find:
 * @list: a list
 * @journal: a journal entry
 *
 * Returns: (transfer none) (nullable): the row that it belongs to
 */
IkrarScanRow *ikrar_scan_list_find (IkrarScanList *list, IkrarId journal);

/**
 * ikrar_scan_list_get_newest_person:
 * @list: a list
 *
 * Returns: the participant who was scanned last, 0 if there is none
 */
IkrarId ikrar_scan_list_get_newest_person (IkrarScanList *list);

/**
 * ikrar_scan_list_rename:
 * @list: a list
 * @card: somebody whose name was corrected
 */
void ikrar_scan_list_rename (IkrarScanList *list, const IkrarParticipantCard *card);

/**
 * ikrar_scan_list_set_guarded:
 * @list: a list
 * @guarded: whether only the last scan is shown from now on, and none that was made before; what
 *   is shown already goes with the next [method@ScanList.fill]
 */
void ikrar_scan_list_set_guarded (IkrarScanList *list, gboolean guarded);

G_END_DECLS
