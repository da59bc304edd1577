/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

#include "store/group-tally.h"

G_BEGIN_DECLS

/**
 * IkrarGroupColumn:
 *
 * What a report says of a group. The columns of states hold every state once, so that they add up
 * to those invited.
 */
typedef enum
{
  IKRAR_GROUP_NAME,
  IKRAR_GROUP_INVITED,
  IKRAR_GROUP_PRESENT,
  IKRAR_GROUP_REPRESENTED,
  IKRAR_GROUP_EXCUSED,
  IKRAR_GROUP_ABSENT,
  IKRAR_GROUP_UNRECORDED,
  IKRAR_GROUP_RATE,
  IKRAR_GROUP_SIGNED,
  IKRAR_GROUP_RECITED,
  IKRAR_GROUP_UNPLEDGED,
  IKRAR_GROUP_PLEDGE_RATE,
  IKRAR_N_GROUP_COLUMNS,
} IkrarGroupColumn;

/**
 * IkrarMeasure:
 * @IKRAR_MEASURE_ATTENDANCE: who came
 * @IKRAR_MEASURE_PLEDGES: who pledged
 *
 * What a report is about.
 */
typedef enum
{
  IKRAR_MEASURE_ATTENDANCE,
  IKRAR_MEASURE_PLEDGES,
  IKRAR_N_MEASURES,
} IkrarMeasure;

#define IKRAR_TYPE_GROUP_ITEM (ikrar_group_item_get_type ())

/**
 * IkrarGroupItem:
 *
 * A group of people in a list model.
 */
G_DECLARE_FINAL_TYPE (IkrarGroupItem, ikrar_group_item, IKRAR, GROUP_ITEM, GObject)

/**
 * ikrar_group_item_new:
 * @grouping: how people are put together
 * @line: the group, copied
 * @place: its place in the usual order
 *
 * Returns: (transfer full): an item
 */
IkrarGroupItem *
ikrar_group_item_new (IkrarGrouping grouping, const IkrarGroupLine *line, guint place);

/**
 * ikrar_group_item_new_total:
 * @line: all groups together, copied
 *
 * Returns: (transfer full): an item
 */
IkrarGroupItem *ikrar_group_item_new_total (const IkrarGroupLine *line);

/**
 * ikrar_group_item_is_total:
 * @item: an item
 *
 * Returns: whether it stands for all groups together
 */
gboolean ikrar_group_item_is_total (IkrarGroupItem *item);

/**
 * ikrar_group_item_get_line:
 * @item: an item
 *
 * Returns: (transfer none): its counts
 */
const IkrarGroupLine *ikrar_group_item_get_line (IkrarGroupItem *item);

/**
 * ikrar_group_item_format:
 * @item: an item
 * @column: a column
 *
 * Returns: (transfer full): what stands in the column
 */
char *ikrar_group_item_format (IkrarGroupItem *item, IkrarGroupColumn column);

/**
 * ikrar_group_item_get_key:
 * @item: an item
 * @column: a column
 *
 * Returns: a number that orders items by @column
 */
double ikrar_group_item_get_key (IkrarGroupItem *item, IkrarGroupColumn column);

/**
 * ikrar_group_name:
 * @grouping: how people are put together
 * @name: name of a group as counts have it
 *
 * Returns: (transfer none): the name in the user's language
 */
const char *ikrar_group_name (IkrarGrouping grouping, const char *name);

G_END_DECLS
