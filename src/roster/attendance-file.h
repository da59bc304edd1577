/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"

#include "core/attendance.h"
#include "core/progress.h"

#include "roster/workbook.h"

G_BEGIN_DECLS

/**
 * IkrarAttendanceSource:
 * @IKRAR_SOURCE_GUESS: what the file looks like
 * @IKRAR_SOURCE_FORM: answers of an online form
 * @IKRAR_SOURCE_ZOOM: the report of an online meeting, a line for each time somebody joined
 * @IKRAR_SOURCE_PRESENSI: a list of another attendance program
 *
 * What wrote a file with attendance.
 */
typedef enum
{
  IKRAR_SOURCE_GUESS,
  IKRAR_SOURCE_FORM,
  IKRAR_SOURCE_ZOOM,
  IKRAR_SOURCE_PRESENSI,
  IKRAR_N_ATTENDANCE_SOURCES,
} IkrarAttendanceSource;

/**
 * IkrarAttendanceStay:
 * @at: when somebody joined
 * @left: when they left
 *
 * A time for which somebody was there.
 */
typedef struct
{
  IkrarTime at;
  IkrarTime left;
} IkrarAttendanceStay;

/**
 * IkrarAttendanceAnswer:
 * @name: the name without titles, unit and brackets, "" if there is none
 * @name_key: its key, see [func@person_name_key]
 * @number: bare digits of a number that may be right, ""
 * @digits: the first 15 digits of a number that a spreadsheet destroyed, ""
 * @unit: name of the unit as written, ""
 * @unit_key: its key, ""
 * @email: mail address, folded, ""
 * @is_account: whether the name is that of a device or an office
 * @state: what the file says; %IKRAR_ATTENDANCE_UNRECORDED if it says nothing of the kind
 * @at: when somebody came, 0 if the file does not say
 * @left: when somebody left last, 0 if the file does not say
 * @stays: (element-type IkrarAttendanceStay): when somebody was there, one after the other; empty
 *   if the file does not say
 * @minutes: how long somebody was there, 0 if the file does not say
 * @other_day: whether @at is on a day on which the event is not
 * @rows: (element-type guint): rows of the file, from 1
 * @nonce: made of the first of them and the session
 *
 * Somebody in a file: all lines that say the same name, number, unit and address.
 */
typedef struct
{
  char *name;
  char *name_key;
  char *number;
  char *digits;
  char *unit;
  char *unit_key;
  char *email;
  gboolean is_account;
  IkrarAttendance state;
  IkrarTime at;
  IkrarTime left;
  GArray *stays;
  guint minutes;
  gboolean other_day;
  GArray *rows;
  guint8 nonce[IKRAR_NONCE_SIZE];
} IkrarAttendanceAnswer;

/**
 * IkrarAttendanceFile:
 * @name: name of the file, without folders
 * @source: what wrote it
 * @answers: (element-type IkrarAttendanceAnswer): who is in it, in its order
 *
 * Attendance as another program wrote it down.
 */
typedef struct
{
  char *name;
  IkrarAttendanceSource source;
  GPtrArray *answers;
} IkrarAttendanceFile;

/**
 * ikrar_attendance_file_read:
 * @workbook: a file
 * @event: its event; days are read by it, and times in its zone
 * @session: its session
 * @source: what wrote the file
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Reads who is in a file as rosters are read. A day is read day first, unless that puts it outside
 * the event and month first puts more lines of the file within it: reports of meetings are written
 * so (docs/rules.md, Attendance).
 *
 * A thread that may wait for the disk.
 *
 * Returns: (transfer full) (nullable): the file, or `NULL` with an error of `IKRAR_ROSTER_ERROR`,
 *   or `G_IO_ERROR_CANCELLED`
 */
IkrarAttendanceFile *ikrar_attendance_file_read (IkrarWorkbook *workbook,
                                                 const IkrarEvent *event,
                                                 IkrarId session,
                                                 IkrarAttendanceSource source,
                                                 const IkrarProgress *progress,
                                                 GError **error);

/**
 * ikrar_attendance_stays_merge:
 * @stays: (element-type IkrarAttendanceStay): in any order
 *
 * Orders them and makes one of those that overlap: two devices at once are one person.
 *
 * Any thread.
 */
void ikrar_attendance_stays_merge (GArray *stays);

/**
 * ikrar_attendance_source_word:
 * @source: a source
 *
 * Any thread.
 *
 * Returns: (transfer none): `guess`, `form`, `zoom` or `e-presensi`
 */
const char *ikrar_attendance_source_word (IkrarAttendanceSource source);

/**
 * ikrar_attendance_source_parse:
 * @word: a word as [func@attendance_source_word] has it
 * @source: (out): the source
 *
 * Any thread.
 *
 * Returns: whether there is such a source
 */
gboolean ikrar_attendance_source_parse (const char *word, IkrarAttendanceSource *source);

/**
 * ikrar_attendance_file_free:
 * @file: (transfer full) (nullable): a file
 */
void ikrar_attendance_file_free (IkrarAttendanceFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarAttendanceFile, ikrar_attendance_file_free)

G_END_DECLS
