/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/roster/participants-model.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_TABLE (ikrar_participants_table_get_type ())

/**
 * IkrarParticipantsTable:
 *
 * Participants as a table, for where there is room.
 *
 * Signals: `activated` with a participant's id as int64; `ordered` when a column's head was
 * pressed, with an IkrarParticipantOrder and whether it is turned round.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsTable,
                      ikrar_participants_table,
                      IKRAR,
                      PARTICIPANTS_TABLE,
                      GtkWidget)

/**
 * ikrar_participants_table_set_model:
 * @table: a table
 * @model: (nullable): whom it shows, `NULL` while it is not seen
 */
void
ikrar_participants_table_set_model (IkrarParticipantsTable *table, IkrarParticipantsModel *model);

/**
 * ikrar_participants_table_show_order:
 * @table: a table
 * @order: how the participants are ordered
 * @descending: whether it is turned round
 *
 * Shows in the columns' heads what they are ordered by.
 */
void ikrar_participants_table_show_order (IkrarParticipantsTable *table,
                                          IkrarParticipantOrder order,
                                          gboolean descending);

/**
 * ikrar_participants_table_scroll_to_top:
 * @table: a table
 */
void ikrar_participants_table_scroll_to_top (IkrarParticipantsTable *table);

G_END_DECLS
