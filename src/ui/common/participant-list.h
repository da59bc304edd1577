/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "store/participant-table.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANT_ITEM (ikrar_participant_item_get_type ())
#define IKRAR_TYPE_PARTICIPANT_LIST (ikrar_participant_list_get_type ())

/**
 * IkrarParticipantItem:
 *
 * A line of a roster as lists bind to it. Keeps the roster alive.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantItem,
                      ikrar_participant_item,
                      IKRAR,
                      PARTICIPANT_ITEM,
                      GObject)

/**
 * IkrarParticipantList:
 *
 * A roster as a list model: items are made when a row is shown, so that 180,751 people open as fast
 * as ten.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantList,
                      ikrar_participant_list,
                      IKRAR,
                      PARTICIPANT_LIST,
                      GObject)

/**
 * ikrar_participant_item_get_line:
 * @item: an item
 *
 * Returns: (transfer none): its line
 */
const IkrarParticipantLine *ikrar_participant_item_get_line (IkrarParticipantItem *item);

/**
 * ikrar_participant_list_new:
 *
 * Returns: (transfer full): an empty list
 */
IkrarParticipantList *ikrar_participant_list_new (void);

/**
 * ikrar_participant_list_show:
 * @list: a list
 * @table: (nullable): a roster
 * @indexes: (element-type guint) (nullable): the lines to show, in order; `NULL` for none
 *
 * Shows these lines instead of those before.
 */
void ikrar_participant_list_show (IkrarParticipantList *list,
                                  IkrarParticipantTable *table,
                                  GArray *indexes);

/**
 * ikrar_participant_list_get_line:
 * @list: a list
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the line there, without making an item
 */
const IkrarParticipantLine *
ikrar_participant_list_get_line (IkrarParticipantList *list, guint position);

G_END_DECLS
