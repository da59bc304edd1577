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
 * ikrar_find_panel_set_table:
 * @panel: a panel
 * @table: the roster to search
 */
void ikrar_find_panel_set_table (IkrarFindPanel *panel, IkrarParticipantTable *table);

/**
 * ikrar_find_panel_start:
 * @panel: a panel
 *
 * Begins a new search: empties the entry and gives it the focus.
 */
void ikrar_find_panel_start (IkrarFindPanel *panel);

G_END_DECLS
