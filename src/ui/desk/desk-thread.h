/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "desk/desk.h"
#include "desk/door.h"
#include "desk/forecast.h"
#include "store/context.h"

#include "core/attendance.h"

#include "ui/desk/guest.h"

G_BEGIN_DECLS

/**
 * IkrarDeskJob:
 * @IKRAR_DESK_JOB_SCAN: judge a line
 * @IKRAR_DESK_JOB_ADMIT: admit somebody found by name
 * @IKRAR_DESK_JOB_GUEST: add and admit a guest
 * @IKRAR_DESK_JOB_UNDO: take an admission back
 * @IKRAR_DESK_JOB_COUNT: count again, because somebody else wrote
 * @IKRAR_DESK_JOB_PACE: look at the last minutes again, because they go by
 * @IKRAR_DESK_JOB_STOP: end
 */
typedef enum
{
  IKRAR_DESK_JOB_SCAN,
  IKRAR_DESK_JOB_ADMIT,
  IKRAR_DESK_JOB_GUEST,
  IKRAR_DESK_JOB_UNDO,
  IKRAR_DESK_JOB_COUNT,
  IKRAR_DESK_JOB_PACE,
  IKRAR_DESK_JOB_STOP,
} IkrarDeskJob;

/**
 * IkrarDeskAnswer:
 * @job: what was asked
 * @result: for a scan, an admission or a guest: the verdict
 * @journal: for an undo: what was taken back
 * @count: the session as it stands now
 * @forecast: when the queue will be gone
 * @at: the present moment
 * @door: whether the desk works without the link, and what waits to be delivered
 * @error: (nullable): why it could not be done; then nothing else is set
 *
 * An answer of the desk's thread. Everything in it is committed.
 */
typedef struct
{
  IkrarDeskJob job;
  IkrarDeskResult result;
  IkrarId journal;
  IkrarAttendanceCount count;
  IkrarForecast forecast;
  IkrarTime at;
  IkrarDoorState door;
  GError *error;
} IkrarDeskAnswer;

/**
 * IkrarDeskAnswered:
 * @owner: the object that asks
 * @answer: (transfer none): the answer; contents may be taken
 *
 * Takes an answer on the main thread, in the order of the questions.
 */
typedef void (*IkrarDeskAnswered) (gpointer owner, IkrarDeskAnswer *answer);

/**
 * IkrarDeskThread:
 *
 * The one thread of a check-in desk, with its own store: lines are judged and committed in the
 * order they were scanned, while the window stays alive.
 */
typedef struct _IkrarDeskThread IkrarDeskThread;

/**
 * ikrar_desk_thread_new:
 * @context: the database
 * @event: an event
 * @session: a session of it, 0 for the first
 * @owner: (type GObject): who asks; not kept alive
 * @answered: takes the answers as long as @owner lives and the desk is not freed
 *
 * Opens a desk. Main thread, as all of these.
 *
 * Returns: (transfer full): the thread
 */
IkrarDeskThread *ikrar_desk_thread_new (IkrarContext *context,
                                        IkrarId event,
                                        IkrarId session,
                                        gpointer owner,
                                        IkrarDeskAnswered answered);

/**
 * ikrar_desk_thread_free:
 * @thread: (transfer full) (nullable): a thread
 *
 * Lets the thread end when it has done what it was asked: nobody who was scanned is lost. Nothing
 * is answered any more.
 */
void ikrar_desk_thread_free (IkrarDeskThread *thread);

/**
 * ikrar_desk_thread_set_way:
 * @thread: a thread
 * @way: %IKRAR_WAY_OUT to let out whoever is scanned or found from now on, else in
 */
void ikrar_desk_thread_set_way (IkrarDeskThread *thread, IkrarWay way);

/**
 * ikrar_desk_thread_scan:
 * @thread: a thread
 * @line: what was scanned or typed
 */
void ikrar_desk_thread_scan (IkrarDeskThread *thread, const char *line);

/**
 * ikrar_desk_thread_scan_alone:
 * @thread: a thread
 * @line: what a guest scanned at a kiosk, where nobody looks on: only a pass counts
 */
void ikrar_desk_thread_scan_alone (IkrarDeskThread *thread, const char *line);

/**
 * ikrar_desk_thread_admit:
 * @thread: a thread
 * @participant: somebody found by name
 */
void ikrar_desk_thread_admit (IkrarDeskThread *thread, IkrarId participant);

/**
 * ikrar_desk_thread_add_guest:
 * @thread: a thread
 * @guest: who came
 */
void ikrar_desk_thread_add_guest (IkrarDeskThread *thread, const IkrarGuest *guest);

/**
 * ikrar_desk_thread_undo:
 * @thread: a thread
 * @journal: the journal entry of an admission
 */
void ikrar_desk_thread_undo (IkrarDeskThread *thread, IkrarId journal);

/**
 * ikrar_desk_thread_count:
 * @thread: a thread
 *
 * Asks for the counts as they stand in the database.
 */
void ikrar_desk_thread_count (IkrarDeskThread *thread);

/**
 * ikrar_desk_thread_look_at_pace:
 * @thread: a thread
 *
 * Asks for the forecast of this moment: in an empty hall, too, the minutes go by.
 */
void ikrar_desk_thread_look_at_pace (IkrarDeskThread *thread);

G_END_DECLS
