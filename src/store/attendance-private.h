/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/attendance.h"
#include "store/change.h"

G_BEGIN_DECLS

/* A mark to append. @at, @desk and @nonce are made where they are left out. */
typedef struct
{
  IkrarId participant;
  IkrarId session;
  IkrarAttendance state;
  IkrarTime at;
  const char *desk;
  const char *source;
  const char *stand_in;
  IkrarId corrects;
  const guint8 *nonce;
} IkrarMark;

/* The sources of marks that say which way somebody went through the door, and of one that takes
 * such a mark back. They say nothing of the state, and never stand for somebody. */
#define IKRAR_SOURCE_IN "in"
#define IKRAR_SOURCE_OUT "out"
#define IKRAR_SOURCE_VOID "void"

/* The mark that stands for somebody in a session. */
typedef struct
{
  IkrarAttendance state;
  IkrarTime at;
  char *desk;
  IkrarId mark; /* 0 if nothing was recorded */
} IkrarStanding;

void _ikrar_standing_clear (IkrarStanding *standing);

/* Locks the participant besides. */
gboolean _ikrar_attendance_get_standing (IkrarDb *db,
                                         IkrarId participant,
                                         IkrarId session,
                                         IkrarStanding *standing,
                                         GError **error);

/* IKRAR_WAY_NONE for the source of any other mark. */
IkrarWay _ikrar_passage_way (const char *source);
const char *_ikrar_passage_source (IkrarWay way);

/* Whether a mark with this source is a passage or takes one back. */
gboolean _ikrar_passage_is (const char *source);

/* The passages of somebody in a session that were not taken back. */
GArray *_ikrar_passage_list (IkrarDb *db, IkrarId participant, IkrarId session, GError **error);

/* Whoever decides by what stands for a participant holds this until the end of the transaction. */
gboolean _ikrar_attendance_lock (IkrarDb *db, IkrarId participant, GError **error);

/* A mark as the rule sees it that says which one stands. */
typedef struct
{
  IkrarId id;
  IkrarAttendance state;
  IkrarTime at;
  char *desk;
  char *source;
  char *stand_in;
  IkrarId corrects;
  guint8 nonce[IKRAR_NONCE_SIZE];
  gboolean superseded; /* set by _ikrar_attendance_stands() */
} IkrarMarkRow;

void _ikrar_mark_row_clear (IkrarMarkRow *mark);

/* All marks of somebody in a session, in no order. */
GArray *_ikrar_attendance_marks (IkrarDb *db, IkrarId participant, IkrarId session, GError **error);

/* Which of somebody's marks in a session stands, NULL for none. The answer depends on nothing but
 * the set of marks, whatever order they arrived in, so that databases which were apart agree once
 * each has all of them. A mark is superseded if another one corrects it, or if a hand that was not
 * corrected came later. Of the rest the first presence stands; without one, the last other state.
 */
const IkrarMarkRow *_ikrar_attendance_stands (IkrarMarkRow *marks, guint n_marks);

/* Writes down anew what stands for somebody in a session, and of the event as a whole. */
gboolean
_ikrar_attendance_settle (IkrarDb *db, IkrarId participant, IkrarId session, GError **error);

/* The event as a whole, from what stands in its sessions. */
gboolean _ikrar_attendance_summarize (IkrarDb *db, IkrarId participant, GError **error);

/* Appends a mark and writes down what stands then, which a passage leaves as it is. A mark that
 * corrects none says that there was none before. */
gboolean _ikrar_attendance_mark (IkrarChange *change, const IkrarMark *mark, GError **error);

/* The event's first session, unless @session names one of it. */
gboolean
_ikrar_attendance_find_session (IkrarDb *db, IkrarId event, IkrarId *session, GError **error);

/* FALSE if the participant is of another event. */
gboolean
_ikrar_attendance_check_event (IkrarDb *db, IkrarId participant, IkrarId event, GError **error);

/* Takes the marks of a journal entry back: what stood before them stands again. */
gboolean _ikrar_attendance_undo (IkrarChange *change, IkrarId journal, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkrarStanding, _ikrar_standing_clear)

G_END_DECLS
