/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/status.h"
#include "ui/roster/participants-model.h"

G_BEGIN_DECLS

/**
 * IkrarParticipantCell:
 * @IKRAR_PARTICIPANT_CELL_CHECK: whether somebody is selected
 * @IKRAR_PARTICIPANT_CELL_NAME: name, number and grade
 * @IKRAR_PARTICIPANT_CELL_POST: position and unit
 * @IKRAR_PARTICIPANT_CELL_STATE: attendance
 * @IKRAR_PARTICIPANT_CELL_TIME: when it was recorded
 * @IKRAR_PARTICIPANT_CELL_PLEDGE: what was done with the pledge
 *
 * What a cell of the table of participants shows.
 */
typedef enum
{
  IKRAR_PARTICIPANT_CELL_CHECK,
  IKRAR_PARTICIPANT_CELL_NAME,
  IKRAR_PARTICIPANT_CELL_POST,
  IKRAR_PARTICIPANT_CELL_STATE,
  IKRAR_PARTICIPANT_CELL_TIME,
  IKRAR_PARTICIPANT_CELL_PLEDGE,
  IKRAR_N_PARTICIPANT_CELLS,
} IkrarParticipantCell;

/**
 * ikrar_participant_cell_factory_new:
 * @cell: what it shows
 * @model: whom it shows
 *
 * Returns: (transfer full): what makes the cells of a column
 */
GtkListItemFactory *
ikrar_participant_cell_factory_new (IkrarParticipantCell cell, IkrarParticipantsModel *model);

/**
 * ikrar_participant_line_status:
 * @line: a participant
 *
 * Returns: how the attendance is shown, or that the participant withdrew
 */
IkrarStatus ikrar_participant_line_status (const IkrarParticipantLine *line);

/**
 * ikrar_participant_line_number:
 * @line: a participant
 *
 * Returns: (transfer full): number and grade in one line, "" if there is neither
 */
char *ikrar_participant_line_number (const IkrarParticipantLine *line);

/**
 * ikrar_participant_line_clock:
 * @line: a participant
 * @zone: zone of the event
 *
 * Returns: (transfer full): when somebody came, `–` for nobody
 */
char *ikrar_participant_line_clock (const IkrarParticipantLine *line, IkrarZone zone);

G_END_DECLS
