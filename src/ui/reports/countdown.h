/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"

G_BEGIN_DECLS

/**
 * IkrarCountdownPhase:
 * @IKRAR_COUNTDOWN_BEFORE: it has not begun
 * @IKRAR_COUNTDOWN_RUNNING: it has begun and not ended
 * @IKRAR_COUNTDOWN_OVER: it has ended
 */
typedef enum
{
  IKRAR_COUNTDOWN_BEFORE,
  IKRAR_COUNTDOWN_RUNNING,
  IKRAR_COUNTDOWN_OVER,
} IkrarCountdownPhase;

/**
 * IkrarCountdown:
 * @phase: where the event stands by the clock
 * @days: whole calendar days to the start, since the start or since the end; 0 within a day
 * @hours: beyond them, 0 if @days is not
 * @minutes: beyond them, 0 if @days is not
 *
 * How far an event is. Plain value.
 */
typedef struct
{
  IkrarCountdownPhase phase;
  guint days;
  guint hours;
  guint minutes;
} IkrarCountdown;

/**
 * ikrar_countdown_get:
 * @event: an event; with an open end it is taken to last to the end of its day
 * @now: the present moment
 *
 * Minutes are rounded so that an event begins when the countdown says 0.
 *
 * Any thread.
 *
 * Returns: how far it is
 */
IkrarCountdown ikrar_countdown_get (const IkrarEvent *event, IkrarTime now);

/**
 * ikrar_countdown_format:
 * @countdown: how far an event is
 *
 * Returns: (transfer full): such as `24 min`, `2 h 5 min`, `3 days`
 */
char *ikrar_countdown_format (const IkrarCountdown *countdown);

/**
 * ikrar_countdown_choose:
 * @lines: (element-type IkrarEventLine): events
 * @now: the present moment
 *
 * Chooses the event that matters: the one that is running, else the next one, else the last one.
 * Events that were cancelled never do.
 *
 * Any thread.
 *
 * Returns: (transfer none) (nullable): its line, `NULL` if there is none
 */
const IkrarEventLine *ikrar_countdown_choose (GPtrArray *lines, IkrarTime now);

G_END_DECLS
