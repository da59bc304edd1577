/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/date.h"
#include "store/participant-table.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANT_ROW (ikrar_participant_row_get_type ())

/**
 * IkrarParticipantRow:
 *
 * A participant in a list, for where a table has no room.
 *
 * Properties: `selecting`, whether a check box stands in front.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantRow, ikrar_participant_row, IKRAR, PARTICIPANT_ROW, GtkWidget)

/**
 * ikrar_participant_row_new:
 *
 * Returns: an empty row
 */
GtkWidget *ikrar_participant_row_new (void);

/**
 * ikrar_participant_row_set_line:
 * @row: a row
 * @line: a participant
 * @zone: zone of the event
 */
void ikrar_participant_row_set_line (IkrarParticipantRow *row,
                                     const IkrarParticipantLine *line,
                                     IkrarZone zone);

/**
 * ikrar_participant_row_set_selected:
 * @row: a row
 * @selected: whether the participant is selected
 */
void ikrar_participant_row_set_selected (IkrarParticipantRow *row, gboolean selected);

G_END_DECLS
