/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/participant-table.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_FIND_PANEL (ikrar_find_panel_get_type ())

/**
 * IkrarFindPanel:
 *
 * Finds somebody of the roster by a part of the name, number or unit. The first one found is chosen
 * by Enter, others by the arrow keys or the pointer.
 *
 * Signals: `chosen`, with the participant's id as int64.
 */
G_DECLARE_FINAL_TYPE (IkrarFindPanel, ikrar_find_panel, IKRAR, FIND_PANEL, AdwBin)

/**
 * IkrarFindShows:
 * @IKRAR_FIND_SHOWS_ATTENDANCE: whether they are recorded
 * @IKRAR_FIND_SHOWS_PLEDGE: whether they pledged
 *
 * What stands beside the people found.
 */
typedef enum
{
  IKRAR_FIND_SHOWS_ATTENDANCE,
  IKRAR_FIND_SHOWS_PLEDGE,
} IkrarFindShows;

/**
 * ikrar_find_panel_set_shows:
 * @panel: a panel
 * @shows: what stands beside the people found
 */
void ikrar_find_panel_set_shows (IkrarFindPanel *panel, IkrarFindShows shows);

/**
 * ikrar_find_panel_set_queue:
 * @panel: a panel
 * @queue: (element-type guint) (nullable): lines of the roster that are shown as long as nothing is
 *   searched
 */
void ikrar_find_panel_set_queue (IkrarFindPanel *panel, GArray *queue);

/**
 * ikrar_find_panel_set_table:
 * @panel: a panel
 * @table: the roster to search; the queue before is forgotten
 */
void ikrar_find_panel_set_table (IkrarFindPanel *panel, IkrarParticipantTable *table);

/**
 * ikrar_find_panel_set_guarded:
 * @panel: a panel
 * @guarded: whether nobody may leaf through the roster: only three letters or four digits find
 *   anybody, and only a few are shown
 */
void ikrar_find_panel_set_guarded (IkrarFindPanel *panel, gboolean guarded);

/**
 * ikrar_find_panel_start:
 * @panel: a panel
 *
 * Begins a new search: empties the entry and gives it the focus.
 */
void ikrar_find_panel_start (IkrarFindPanel *panel);

G_END_DECLS
