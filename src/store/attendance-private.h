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

/* Whoever decides by what stands for a participant holds this until the end of the transaction. */
gboolean _ikrar_attendance_lock (IkrarDb *db, IkrarId participant, GError **error);

/* Appends a mark and makes it the one that stands. */
gboolean _ikrar_attendance_mark (IkrarChange *change, const IkrarMark *mark, GError **error);

/* The event's first session, unless @session names one of it. */
gboolean
_ikrar_attendance_find_session (IkrarDb *db, IkrarId event, IkrarId *session, GError **error);

/* Takes the marks of a journal entry back: what stood before them stands again. */
gboolean _ikrar_attendance_undo (IkrarChange *change, IkrarId journal, GError **error);

G_END_DECLS
