/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib-object.h>

#include "store/attendance.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SCAN_ITEM (ikrar_scan_item_get_type ())

/**
 * IkrarScanItem:
 *
 * An attendance mark as lists bind to it.
 */
G_DECLARE_FINAL_TYPE (IkrarScanItem, ikrar_scan_item, IKRAR, SCAN_ITEM, GObject)

/**
 * ikrar_scan_item_new:
 * @scan: (transfer full): a mark
 *
 * Returns: (transfer full): an item
 */
IkrarScanItem *ikrar_scan_item_new (IkrarScan *scan);

/**
 * ikrar_scan_item_get:
 * @item: an item
 *
 * Returns: (transfer none): its mark
 */
const IkrarScan *ikrar_scan_item_get (IkrarScanItem *item);

/**
 * ikrar_scan_item_matches:
 * @item: an item
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether all @words are in its name or unit
 */
gboolean ikrar_scan_item_matches (IkrarScanItem *item, GStrv words);

G_END_DECLS
