/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * IkrarGrouping:
 * @IKRAR_GROUPING_UNIT: by unit, as units are ordered on papers
 * @IKRAR_GROUPING_GRADE: by grade, the highest first
 * @IKRAR_GROUPING_KIND: by what people take part as
 *
 * How people are put together to be counted.
 */
typedef enum
{
  IKRAR_GROUPING_UNIT,
  IKRAR_GROUPING_GRADE,
  IKRAR_GROUPING_KIND,
  IKRAR_N_GROUPINGS,
} IkrarGrouping;

/**
 * IkrarGroupLine:
 * @name: name of a unit, text of a grade, or word of %IKRAR_VOCABULARY_PARTICIPANT_KIND; "" for
 *   those who have none
 * @count: attendance of those invited
 * @pledges: of them by what they did with the pledge
 */
typedef struct
{
  char *name;
  IkrarAttendanceCount count;
  guint pledges[IKRAR_N_PLEDGE_STATES];
} IkrarGroupLine;

/**
 * IkrarGroupTally:
 * @lines: (element-type IkrarGroupLine): the groups, in order
 * @total: all of them together
 *
 * Everybody invited, counted once, in exactly one group: lines add up to the total. Those who
 * withdrew are nowhere.
 */
typedef struct
{
  IkrarGrouping grouping;
  GArray *lines;
  IkrarGroupLine total;
} IkrarGroupTally;

/**
 * ikrar_group_tally_new:
 * @table: a roster
 * @grouping: how people are put together
 *
 * Any thread.
 *
 * Returns: (transfer full): the counts
 */
IkrarGroupTally *ikrar_group_tally_new (const IkrarParticipantTable *table, IkrarGrouping grouping);

/**
 * ikrar_group_tally_free:
 * @tally: (transfer full) (nullable): counts
 */
void ikrar_group_tally_free (IkrarGroupTally *tally);

/**
 * ikrar_group_line_get_pledge_rate:
 * @line: a group
 *
 * Any thread.
 *
 * Returns: those who recited or signed divided by those invited, 0 to 1; -1 when nobody is invited
 */
double ikrar_group_line_get_pledge_rate (const IkrarGroupLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarGroupTally, ikrar_group_tally_free)

G_END_DECLS
