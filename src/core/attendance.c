/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "config.h"

#include "core/attendance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/text.h"

static const struct
{
  const char *code;
  const char *word;
  const char *name;
  IkrarAttendanceGroup group;
} states[IKRAR_N_ATTENDANCES] = {
  [IKRAR_ATTENDANCE_UNRECORDED] = { "-", "Belum tercatat", "unrecorded",
                                    IKRAR_ATTENDANCE_GROUP_UNRECORDED },
  [IKRAR_ATTENDANCE_PRESENT] = { "H", "Hadir", "present", IKRAR_ATTENDANCE_GROUP_PRESENT },
  [IKRAR_ATTENDANCE_ONLINE] = { "D", "Hadir daring", "online", IKRAR_ATTENDANCE_GROUP_PRESENT },
  [IKRAR_ATTENDANCE_STANDING_IN] = { "W", "Hadir mewakili", "standing-in",
                                     IKRAR_ATTENDANCE_GROUP_PRESENT },
  [IKRAR_ATTENDANCE_REPRESENTED] = { "R", "Diwakili", "represented",
                                     IKRAR_ATTENDANCE_GROUP_REPRESENTED },
  [IKRAR_ATTENDANCE_EXCUSED] = { "I", "Izin", "excused", IKRAR_ATTENDANCE_GROUP_EXCUSED },
  [IKRAR_ATTENDANCE_SICK] = { "S", "Sakit", "sick", IKRAR_ATTENDANCE_GROUP_EXCUSED },
  [IKRAR_ATTENDANCE_ON_DUTY] = { "DL", "Dinas luar", "on-duty", IKRAR_ATTENDANCE_GROUP_EXCUSED },
  [IKRAR_ATTENDANCE_ON_LEAVE] = { "C", "Cuti", "on-leave", IKRAR_ATTENDANCE_GROUP_EXCUSED },
  [IKRAR_ATTENDANCE_STUDY_LEAVE] = { "TB", "Tugas belajar", "study-leave",
                                     IKRAR_ATTENDANCE_GROUP_EXCUSED },
  [IKRAR_ATTENDANCE_LATE] = { "T", "Terlambat", "late", IKRAR_ATTENDANCE_GROUP_PRESENT },
  [IKRAR_ATTENDANCE_UNEXCUSED] = { "TK", "Tanpa keterangan", "unexcused",
                                   IKRAR_ATTENDANCE_GROUP_ABSENT },
};

/* What real attendance files say beside the code, the word and the name of a state, folded. "Absen"
 * is left out: it is used for being there and for being away. */
static const struct
{
  const char *spelling;
  IkrarAttendance state;
} spellings[] = {
  { "belum", IKRAR_ATTENDANCE_UNRECORDED },
  { "not recorded", IKRAR_ATTENDANCE_UNRECORDED },
  { "hadir luring", IKRAR_ATTENDANCE_PRESENT },
  { "hadir wfo", IKRAR_ATTENDANCE_PRESENT },
  { "luring", IKRAR_ATTENDANCE_PRESENT },
  { "masuk", IKRAR_ATTENDANCE_PRESENT },
  { "present on site", IKRAR_ATTENDANCE_PRESENT },
  { "wfo", IKRAR_ATTENDANCE_PRESENT },
  { "daring", IKRAR_ATTENDANCE_ONLINE },
  { "hadir online", IKRAR_ATTENDANCE_ONLINE },
  { "hadir virtual", IKRAR_ATTENDANCE_ONLINE },
  { "hadir wfh", IKRAR_ATTENDANCE_ONLINE },
  { "present online", IKRAR_ATTENDANCE_ONLINE },
  { "virtual", IKRAR_ATTENDANCE_ONLINE },
  { "wfh", IKRAR_ATTENDANCE_ONLINE },
  { "zoom", IKRAR_ATTENDANCE_ONLINE },
  { "mewakili", IKRAR_ATTENDANCE_STANDING_IN },
  { "diwakilkan", IKRAR_ATTENDANCE_REPRESENTED },
  { "ijin", IKRAR_ATTENDANCE_EXCUSED },
  { "ijin izin", IKRAR_ATTENDANCE_EXCUSED },
  { "izin ijin", IKRAR_ATTENDANCE_EXCUSED },
  { "isoman", IKRAR_ATTENDANCE_SICK },
  { "away on duty", IKRAR_ATTENDANCE_ON_DUTY },
  { "dinas luar tugas luar", IKRAR_ATTENDANCE_ON_DUTY },
  { "perjadin", IKRAR_ATTENDANCE_ON_DUTY },
  { "perjalanan dinas", IKRAR_ATTENDANCE_ON_DUTY },
  { "tl", IKRAR_ATTENDANCE_ON_DUTY },
  { "tugas luar", IKRAR_ATTENDANCE_ON_DUTY },
  { "undangan", IKRAR_ATTENDANCE_ON_DUTY },
  { "cltn", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti alasan penting", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti besar", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti bersalin", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti cltn", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti di luar tanggungan negara", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti karena alasan penting", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti melahirkan", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti sakit", IKRAR_ATTENDANCE_ON_LEAVE },
  { "cuti tahunan", IKRAR_ATTENDANCE_ON_LEAVE },
  { "leave", IKRAR_ATTENDANCE_ON_LEAVE },
  { "tubel", IKRAR_ATTENDANCE_STUDY_LEAVE },
  { "hadir terlambat", IKRAR_ATTENDANCE_LATE },
  { "telat", IKRAR_ATTENDANCE_LATE },
  { "a", IKRAR_ATTENDANCE_UNEXCUSED },
  { "absent", IKRAR_ATTENDANCE_UNEXCUSED },
  { "absent without notice", IKRAR_ATTENDANCE_UNEXCUSED },
  { "alfa", IKRAR_ATTENDANCE_UNEXCUSED },
  { "alpa", IKRAR_ATTENDANCE_UNEXCUSED },
  { "alpha", IKRAR_ATTENDANCE_UNEXCUSED },
  { "tidak absen", IKRAR_ATTENDANCE_UNEXCUSED },
  { "tidak absen alpha", IKRAR_ATTENDANCE_UNEXCUSED },
  { "tidak hadir tanpa keterangan", IKRAR_ATTENDANCE_UNEXCUSED },
};

static const char *const dashes[] = { "-", "–", "—", "―" };

const char *
ikrar_attendance_code (IkrarAttendance state)
{
  g_return_val_if_fail ((guint) state < IKRAR_N_ATTENDANCES, "");

  return states[state].code;
}

const char *
ikrar_attendance_word (IkrarAttendance state)
{
  g_return_val_if_fail ((guint) state < IKRAR_N_ATTENDANCES, "");

  return states[state].word;
}

const char *
ikrar_attendance_name (IkrarAttendance state)
{
  g_return_val_if_fail ((guint) state < IKRAR_N_ATTENDANCES, "");

  return states[state].name;
}

static gboolean
is_dash (const char *text)
{
  g_autofree char *clean = ikrar_text_clean (text);

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (strcmp (clean, dashes[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_key_of (const char *key, const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);

  return strcmp (key, folded) == 0;
}

/* IKRAR_N_ATTENDANCES if no state is meant. */
static IkrarAttendance
find_state (const char *key)
{
  if (*key == '\0')
    return IKRAR_N_ATTENDANCES;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (is_key_of (key, states[i].code) || is_key_of (key, states[i].word) ||
        is_key_of (key, states[i].name))
      return (IkrarAttendance) i;

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strcmp (key, spellings[i].spelling) == 0)
      return spellings[i].state;

  return IKRAR_N_ATTENDANCES;
}

gboolean
ikrar_attendance_parse (const char *text, IkrarAttendance *state, GError **error)
{
  g_autofree char *key = ikrar_text_fold (text);
  IkrarAttendance found;

  g_return_val_if_fail (state != NULL, FALSE);

  found = is_dash (text) ? IKRAR_ATTENDANCE_UNRECORDED : find_state (key);
  if (found == IKRAR_N_ATTENDANCES)
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN,
                   _ ("“%s” is no attendance status; use H, D, W, R, I, S, DL, C, TB, T, TK or -"),
                   text != NULL ? text : "");
      return FALSE;
    }

  *state = found;
  return TRUE;
}

IkrarAttendanceGroup
ikrar_attendance_group (IkrarAttendance state)
{
  g_return_val_if_fail ((guint) state < IKRAR_N_ATTENDANCES, IKRAR_ATTENDANCE_GROUP_UNRECORDED);

  return states[state].group;
}

gboolean
ikrar_attendance_is_present (IkrarAttendance state)
{
  return ikrar_attendance_group (state) == IKRAR_ATTENDANCE_GROUP_PRESENT;
}

void
ikrar_attendance_count_add (IkrarAttendanceCount *count, IkrarAttendance state, guint people)
{
  g_return_if_fail (count != NULL);
  g_return_if_fail ((guint) state < IKRAR_N_ATTENDANCES);

  count->by_state[state] += people;
  count->invited += people;
}

guint
ikrar_attendance_count_group (const IkrarAttendanceCount *count, IkrarAttendanceGroup group)
{
  guint people = 0;

  g_return_val_if_fail (count != NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].group == group)
      people += count->by_state[i];

  return people;
}

double
ikrar_attendance_count_rate (const IkrarAttendanceCount *count)
{
  g_return_val_if_fail (count != NULL, -1);

  if (count->invited == 0)
    return -1;

  return (double) ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_PRESENT) /
         count->invited;
}
