/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/date.h"
#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarWay:
 * @IKRAR_WAY_NONE: neither: a state of the attendance
 * @IKRAR_WAY_IN: back in
 * @IKRAR_WAY_OUT: out
 *
 * Which way somebody goes through the door.
 */
typedef enum
{
  IKRAR_WAY_NONE,
  IKRAR_WAY_IN,
  IKRAR_WAY_OUT,
} IkrarWay;

/**
 * IkrarPassage:
 * @way: in or out
 * @at: when
 * @id: decides between two of one moment
 *
 * Somebody going through the door of a session. Plain value.
 */
typedef struct
{
  IkrarWay way;
  IkrarTime at;
  IkrarId id;
} IkrarPassage;

#define IKRAR_LATE_NEVER (-1)

/**
 * ikrar_presence_is_late:
 * @start: when the session starts, 0 if that is not fixed
 * @late_after: minutes of grace, %IKRAR_LATE_NEVER for no rule
 * @at: when somebody came
 *
 * Any thread.
 *
 * Returns: whether they came later than the rule allows; to the minute of grace nobody is late
 */
gboolean ikrar_presence_is_late (IkrarTime start, int late_after, IkrarTime at);

/**
 * ikrar_presence_is_inside:
 * @arrived: when the presence was recorded, 0 if it is not
 * @passages: (array length=n_passages): in any order; sorted in place
 * @n_passages: how many
 *
 * Any thread.
 *
 * Returns: whether somebody who arrived and then went so is inside after all of it
 */
gboolean ikrar_presence_is_inside (IkrarTime arrived, IkrarPassage *passages, guint n_passages);

/**
 * ikrar_presence_minutes:
 * @start: when the session starts
 * @end: when it ends, or now, if it goes on
 * @arrived: when the presence was recorded, 0 if it is not
 * @passages: (array length=n_passages): in any order; sorted in place
 * @n_passages: how many
 *
 * How long somebody was in a session: from the arrival, or the start if that was later, to the end,
 * without the times between going out and coming back. Going out twice, or in twice, without the
 * other between counts once. Depends on nothing but the set of passages.
 *
 * Any thread.
 *
 * Returns: whole minutes, rounded down
 */
guint ikrar_presence_minutes (IkrarTime start,
                              IkrarTime end,
                              IkrarTime arrived,
                              IkrarPassage *passages,
                              guint n_passages);

/**
 * ikrar_presence_reaches:
 * @minutes: how long somebody was there
 * @of: how long they could have been
 * @share: percent that is asked for, 0 for no rule
 *
 * Any thread.
 *
 * Returns: whether @minutes are at least @share percent of @of
 */
gboolean ikrar_presence_reaches (guint minutes, guint of, int share);

G_END_DECLS
