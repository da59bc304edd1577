/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/status.h"

#include <glib/gi18n-lib.h>

static const IkrarStatus attendances[IKRAR_N_ATTENDANCES] = {
  [IKRAR_ATTENDANCE_UNRECORDED] = { "unrecorded", "content-loading-symbolic",
                                    NC_ ("attendance", "Not recorded") },
  [IKRAR_ATTENDANCE_PRESENT] = { "present", "object-select-symbolic",
                                 NC_ ("attendance", "Present") },
  [IKRAR_ATTENDANCE_ONLINE] = { "present", "object-select-symbolic", NC_ ("attendance", "Online") },
  [IKRAR_ATTENDANCE_STANDING_IN] = { "present", "system-switch-user-symbolic",
                                     NC_ ("attendance", "Standing in") },
  [IKRAR_ATTENDANCE_REPRESENTED] = { "represented", "system-switch-user-symbolic",
                                     NC_ ("attendance", "Represented") },
  [IKRAR_ATTENDANCE_EXCUSED] = { "excused", "mail-unread-symbolic", NC_ ("attendance", "Excused") },
  [IKRAR_ATTENDANCE_SICK] = { "excused", "mail-unread-symbolic", NC_ ("attendance", "Sick") },
  [IKRAR_ATTENDANCE_ON_DUTY] = { "excused", "mail-unread-symbolic",
                                 NC_ ("attendance", "On duty elsewhere") },
  [IKRAR_ATTENDANCE_ON_LEAVE] = { "excused", "mail-unread-symbolic",
                                  NC_ ("attendance", "On leave") },
  [IKRAR_ATTENDANCE_STUDY_LEAVE] = { "excused", "mail-unread-symbolic",
                                     NC_ ("attendance", "Study leave") },
  [IKRAR_ATTENDANCE_LATE] = { "present", "alarm-symbolic", NC_ ("attendance", "Late") },
  [IKRAR_ATTENDANCE_UNEXCUSED] = { "absent", "dialog-error-symbolic",
                                   NC_ ("attendance", "Absent without notice") },
};

static const IkrarStatus groups[IKRAR_N_ATTENDANCE_GROUPS] = {
  [IKRAR_ATTENDANCE_GROUP_UNRECORDED] = { "unrecorded", "content-loading-symbolic",
                                          NC_ ("attendance", "Not recorded") },
  [IKRAR_ATTENDANCE_GROUP_PRESENT] = { "present", "object-select-symbolic",
                                       NC_ ("attendance", "Present") },
  [IKRAR_ATTENDANCE_GROUP_REPRESENTED] = { "represented", "system-switch-user-symbolic",
                                           NC_ ("attendance", "Represented") },
  [IKRAR_ATTENDANCE_GROUP_EXCUSED] = { "excused", "mail-unread-symbolic",
                                       NC_ ("attendance", "Excused") },
  [IKRAR_ATTENDANCE_GROUP_ABSENT] = { "absent", "dialog-error-symbolic",
                                      NC_ ("attendance", "Absent") },
};

static const IkrarStatus pledges[IKRAR_N_PLEDGE_STATES] = {
  [IKRAR_PLEDGE_NONE] = { "unrecorded", "content-loading-symbolic", NC_ ("pledge", "Not yet") },
  [IKRAR_PLEDGE_RECITED] = { "pledge", "audio-input-microphone-symbolic",
                             NC_ ("pledge", "Recited") },
  [IKRAR_PLEDGE_SIGNED] = { "pledge", "ikrar-pledge-symbolic", NC_ ("pledge", "Signed") },
};

static IkrarStatus
translated (const IkrarStatus *status, const char *message_context)
{
  IkrarStatus result = *status;

  result.label = g_dpgettext2 (GETTEXT_PACKAGE, message_context, status->label);
  return result;
}

IkrarStatus
ikrar_status_of_attendance (IkrarAttendance state)
{
  return translated (&attendances[state], "attendance");
}

IkrarStatus
ikrar_status_of_attendance_group (IkrarAttendanceGroup group)
{
  return translated (&groups[group], "attendance");
}

IkrarStatus
ikrar_status_of_pledge (IkrarPledgeState state)
{
  return translated (&pledges[state], "pledge");
}

IkrarStatus
ikrar_status_of_event (IkrarEventState state)
{
  static const struct
  {
    const char *css_class;
    const char *icon_name;
  } looks[IKRAR_N_EVENT_STATES] = {
    [IKRAR_EVENT_DRAFT] = { "unrecorded", "document-edit-symbolic" },
    [IKRAR_EVENT_PLANNED] = { "represented", "x-office-calendar-symbolic" },
    [IKRAR_EVENT_RUNNING] = { "present", "emblem-default-symbolic" },
    [IKRAR_EVENT_DONE] = { "unrecorded", "object-select-symbolic" },
    [IKRAR_EVENT_CANCELLED] = { "absent", "action-unavailable-symbolic" },
  };
  const char *word = ikrar_vocabulary_word (IKRAR_VOCABULARY_EVENT_STATE, state);

  return (IkrarStatus){ looks[state].css_class, looks[state].icon_name,
                        ikrar_vocabulary_label (IKRAR_VOCABULARY_EVENT_STATE, word) };
}
