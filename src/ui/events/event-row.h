/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/event.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENT_ROW (ikrar_event_row_get_type ())

/**
 * IkrarEventRow:
 *
 * An event in a list: its day, title, place, counts and state.
 */
G_DECLARE_FINAL_TYPE (IkrarEventRow, ikrar_event_row, IKRAR, EVENT_ROW, GtkListBoxRow)

/**
 * ikrar_event_row_new:
 * @line: the event
 *
 * Returns: a row
 */
GtkWidget *ikrar_event_row_new (const IkrarEventLine *line);

/**
 * ikrar_event_row_get_event:
 * @row: a row
 *
 * Returns: id of its event
 */
IkrarId ikrar_event_row_get_event (IkrarEventRow *row);

/**
 * ikrar_event_row_matches:
 * @row: a row
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether all @words are in its title, place or year
 */
gboolean ikrar_event_row_matches (IkrarEventRow *row, GStrv words);

G_END_DECLS
