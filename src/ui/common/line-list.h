/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_LINE_ITEM (ikrar_line_item_get_type ())
#define IKRAR_TYPE_LINE_LIST (ikrar_line_list_get_type ())

/**
 * IkrarLineItem:
 *
 * A line of a list as long as somebody looks at it. Emits `changed` when another line, or a newer
 * state of the same one, takes its place on the screen.
 */
G_DECLARE_FINAL_TYPE (IkrarLineItem, ikrar_line_item, IKRAR, LINE_ITEM, GObject)

/**
 * IkrarLineList:
 *
 * A list model over an array of plain lines. Items exist only for lines that are looked at, so that
 * 180,751 lines cost as little as ten, and what is on the screen is filled anew in place instead of
 * being built anew. Emits `shown` when lines changed without a change of their number. Needs no
 * display.
 */
G_DECLARE_FINAL_TYPE (IkrarLineList, ikrar_line_list, IKRAR, LINE_LIST, GObject)

/**
 * IkrarLineKey:
 * @line: a line
 *
 * Returns: what stays the same in newer states of the same line, such as an id
 */
typedef gint64 (*IkrarLineKey) (gconstpointer line);

/**
 * ikrar_line_item_get_line:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): its line, `NULL` once it is no longer in the list, or
 * lingers
 */
gconstpointer ikrar_line_item_get_line (IkrarLineItem *item);

/**
 * ikrar_line_list_new:
 *
 * Returns: (transfer full): an empty list
 */
IkrarLineList *ikrar_line_list_new (void);

/**
 * ikrar_line_list_set_lingers:
 * @list: a list
 * @lingers: whether items may linger
 *
 * Lets items stay for a moment when there are fewer lines than before, so that nobody waits until
 * their widgets are gone. An item that lingers has no line; its row is hidden by
 * [func@line_row_update].
 */
void ikrar_line_list_set_lingers (IkrarLineList *list, gboolean lingers);

/**
 * ikrar_line_list_get_size:
 * @list: a list
 *
 * Returns: how many lines it has, whatever the list model still has to tell of
 */
guint ikrar_line_list_get_size (IkrarLineList *list);

/**
 * ikrar_line_list_get_line:
 * @list: a list
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the line there, without an item being made
 */
gconstpointer ikrar_line_list_get_line (IkrarLineList *list, guint position);

/**
 * ikrar_line_list_show:
 * @list: a list
 * @lines: (element-type gpointer): the lines; the list keeps a reference to the array, and whoever
 *   owns the lines keeps them until others are shown
 *
 * Shows other lines, as after a search.
 */
void ikrar_line_list_show (IkrarLineList *list, GPtrArray *lines);

/**
 * ikrar_line_list_follow:
 * @list: a list
 * @lines: (element-type gpointer): the lines as they are now; those before are kept by their owner
 *   until this returns
 * @key: tells which lines are the same
 *
 * Shows the same lines in a newer state: only those that came or went are added and removed, so
 * that the screen stays where it is.
 */
void ikrar_line_list_follow (IkrarLineList *list, GPtrArray *lines, IkrarLineKey key);

G_END_DECLS
