/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarAttendance:
 * @IKRAR_ATTENDANCE_UNRECORDED: `-` belum tercatat; never silently an absence
 * @IKRAR_ATTENDANCE_PRESENT: `H` hadir
 * @IKRAR_ATTENDANCE_ONLINE: `D` hadir daring
 * @IKRAR_ATTENDANCE_STANDING_IN: `W` hadir mewakili
 * @IKRAR_ATTENDANCE_REPRESENTED: `R` diwakili
 * @IKRAR_ATTENDANCE_EXCUSED: `I` izin
 * @IKRAR_ATTENDANCE_SICK: `S` sakit
 * @IKRAR_ATTENDANCE_ON_DUTY: `DL` dinas luar
 * @IKRAR_ATTENDANCE_ON_LEAVE: `C` cuti
 * @IKRAR_ATTENDANCE_STUDY_LEAVE: `TB` tugas belajar; usually not counted as expected
 * @IKRAR_ATTENDANCE_LATE: `T` terlambat
 * @IKRAR_ATTENDANCE_UNEXCUSED: `TK` tanpa keterangan
 *
 * Attendance states of government events (docs/rules.md, Attendance). The values are stable within
 * one process only; the database holds the codes.
 */
typedef enum
{
  IKRAR_ATTENDANCE_UNRECORDED,
  IKRAR_ATTENDANCE_PRESENT,
  IKRAR_ATTENDANCE_ONLINE,
  IKRAR_ATTENDANCE_STANDING_IN,
  IKRAR_ATTENDANCE_REPRESENTED,
  IKRAR_ATTENDANCE_EXCUSED,
  IKRAR_ATTENDANCE_SICK,
  IKRAR_ATTENDANCE_ON_DUTY,
  IKRAR_ATTENDANCE_ON_LEAVE,
  IKRAR_ATTENDANCE_STUDY_LEAVE,
  IKRAR_ATTENDANCE_LATE,
  IKRAR_ATTENDANCE_UNEXCUSED,
  IKRAR_N_ATTENDANCES,
} IkrarAttendance;

/**
 * IkrarAttendanceGroup:
 * @IKRAR_ATTENDANCE_GROUP_UNRECORDED: not recorded
 * @IKRAR_ATTENDANCE_GROUP_PRESENT: there, on site or online, also standing in or late
 * @IKRAR_ATTENDANCE_GROUP_REPRESENTED: represented by somebody
 * @IKRAR_ATTENDANCE_GROUP_EXCUSED: away with a reason
 * @IKRAR_ATTENDANCE_GROUP_ABSENT: away without one
 *
 * The five meanings that colours, chips and charts distinguish.
 */
typedef enum
{
  IKRAR_ATTENDANCE_GROUP_UNRECORDED,
  IKRAR_ATTENDANCE_GROUP_PRESENT,
  IKRAR_ATTENDANCE_GROUP_REPRESENTED,
  IKRAR_ATTENDANCE_GROUP_EXCUSED,
  IKRAR_ATTENDANCE_GROUP_ABSENT,
  IKRAR_N_ATTENDANCE_GROUPS,
} IkrarAttendanceGroup;

/**
 * IkrarAttendanceCount:
 * @by_state: people in each state
 * @invited: all of them: the base
 *
 * Counts of one event, unit or session. Plain value; zero-initialise.
 */
typedef struct
{
  guint by_state[IKRAR_N_ATTENDANCES];
  guint invited;
} IkrarAttendanceCount;

/**
 * ikrar_attendance_code:
 * @state: a state
 *
 * Any thread.
 *
 * Returns: (transfer none): the code kept in the database: `H`, `DL`, `-`, ...
 */
const char *ikrar_attendance_code (IkrarAttendance state);

/**
 * ikrar_attendance_word:
 * @state: a state
 *
 * Any thread.
 *
 * Returns: (transfer none): the Indonesian words on official papers, such as `Dinas luar`
 */
const char *ikrar_attendance_word (IkrarAttendance state);

/**
 * ikrar_attendance_name:
 * @state: a state
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word for JSON, such as `on-duty`
 */
const char *ikrar_attendance_name (IkrarAttendance state);

/**
 * ikrar_attendance_parse:
 * @text: (nullable): a code or a word in any accepted spelling (`izin`, `ijin`, `alpa`, `alfa`,
 *   `TK`, `DL`, `Tugas luar`, `Perjadin`, `Tubel`, `WFO`, `present`, ...)
 * @state: (out): the state
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_CORE_ERROR_UNKNOWN` if no state is meant
 */
gboolean ikrar_attendance_parse (const char *text, IkrarAttendance *state, GError **error);

/**
 * ikrar_attendance_group:
 * @state: a state
 *
 * Any thread.
 *
 * Returns: the meaning of @state
 */
IkrarAttendanceGroup ikrar_attendance_group (IkrarAttendance state);

/**
 * ikrar_attendance_is_present:
 * @state: a state
 *
 * Any thread.
 *
 * Returns: whether the person counts as present (docs/rules.md, Attendance)
 */
gboolean ikrar_attendance_is_present (IkrarAttendance state);

/**
 * ikrar_attendance_count_add:
 * @count: a count
 * @state: a state
 * @people: how many to add
 *
 * Adds to a state and to the base, so that the states always add up to the base.
 *
 * Any thread.
 */
void ikrar_attendance_count_add (IkrarAttendanceCount *count, IkrarAttendance state, guint people);

/**
 * ikrar_attendance_count_group:
 * @count: a count
 * @group: a group
 *
 * Any thread.
 *
 * Returns: people whose state is of @group
 */
guint ikrar_attendance_count_group (const IkrarAttendanceCount *count, IkrarAttendanceGroup group);

/**
 * ikrar_attendance_count_rate:
 * @count: a count
 *
 * Any thread.
 *
 * Returns: present divided by the base, 0 to 1; -1 when the base is 0. Print the base beside it.
 */
double ikrar_attendance_count_rate (const IkrarAttendanceCount *count);

G_END_DECLS
