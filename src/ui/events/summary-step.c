/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/summary-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long before its start an event counts as on. */
#define DOORS_BEFORE (G_GINT64_CONSTANT (4) * 3600 * 1000)

static guint
count_present (const IkrarSummary *summary)
{
  return ikrar_attendance_count_group (&summary->tally.attendance, IKRAR_ATTENDANCE_GROUP_PRESENT);
}

static gboolean
is_over (const IkrarSummary *summary)
{
  const IkrarEvent *event = summary->draft->event;

  return event->state == IKRAR_EVENT_DONE || summary->now > ikrar_event_get_end (event);
}

static gboolean
is_ahead (const IkrarSummary *summary)
{
  return !is_over (summary);
}

static gboolean
has_roster (const IkrarSummary *summary)
{
  return summary->tally.attendance.invited > 0;
}

static gboolean
lacks_roster (const IkrarSummary *summary)
{
  return is_ahead (summary) && !has_roster (summary);
}

static gboolean
is_draft (const IkrarSummary *summary)
{
  return is_ahead (summary) && has_roster (summary) &&
         summary->draft->event->state == IKRAR_EVENT_DRAFT;
}

static gboolean
lacks_passes (const IkrarSummary *summary)
{
  return is_ahead (summary) && has_roster (summary) && !summary->tally.has_passes;
}

static gboolean
opens_doors (const IkrarSummary *summary)
{
  return is_ahead (summary) && has_roster (summary) &&
         summary->now > summary->draft->event->start_at - DOORS_BEFORE;
}

/* Coordination meetings, briefings, declarations and roll calls are where pledges are recited. */
static gboolean
is_with_pledge (const IkrarSummary *summary)
{
  const char *kind = summary->draft->event->kind;

  return strcmp (kind, "bimtek") != 0 && strcmp (kind, "webinar") != 0;
}

static gboolean
lacks_reader (const IkrarSummary *summary)
{
  GPtrArray *roles = summary->draft->roles;

  if (!is_ahead (summary) || !has_roster (summary) || !is_with_pledge (summary))
    return FALSE;
  for (guint i = 0; i < roles->len; i++)
    if (((const IkrarEventRole *) g_ptr_array_index (roles, i))->kind == IKRAR_ROLE_PLEDGE_READER)
      return FALSE;
  return TRUE;
}

static gboolean
lacks_pledges (const IkrarSummary *summary)
{
  guint pledged =
      summary->tally.pledges[IKRAR_PLEDGE_RECITED] + summary->tally.pledges[IKRAR_PLEDGE_SIGNED];

  return is_with_pledge (summary) && count_present (summary) > pledged;
}

static gboolean
lacks_attendance (const IkrarSummary *summary)
{
  return is_over (summary) && ikrar_attendance_count_group (&summary->tally.attendance,
                                                            IKRAR_ATTENDANCE_GROUP_UNRECORDED) > 0;
}

static gboolean
lacks_end (const IkrarSummary *summary)
{
  return is_over (summary) && summary->draft->event->state != IKRAR_EVENT_DONE;
}

static gboolean
lacks_signatory (const IkrarSummary *summary)
{
  return has_roster (summary) && !summary->has_signatory;
}

static gboolean
lacks_certificates (const IkrarSummary *summary)
{
  return is_over (summary) && summary->has_signatory &&
         count_present (summary) > summary->tally.certificates;
}

static const struct
{
  gboolean (*applies) (const IkrarSummary *summary);
  IkrarSummaryStep step;
} rules[] = {
  { opens_doors,
    { "scanner-symbolic", "present", N_ ("The Doors Are Open"),
      N_ ("Scan the passes; the desk works without internet."), N_ ("Open Desk"), "event.open-desk",
      NULL } },
  { lacks_roster,
    { "document-open-symbolic", "represented", N_ ("No Roster Yet"),
      N_ ("Spreadsheets as the offices send them; no row is lost."), N_ ("Import Roster"),
      "event.import-roster", NULL } },
  { is_draft,
    { "document-edit-symbolic", NULL, N_ ("Still a Draft"),
      N_ ("Say so once day and place are certain."), N_ ("Mark as Planned"), "view.set-state",
      "planned" } },
  { lacks_passes,
    { "ikrar-qr-symbolic", "represented", N_ ("No Passes Yet"),
      N_ ("Print them in time for the doors, or send them."), N_ ("Make Passes"), "win.show-event",
      "documents" } },
  { lacks_reader,
    { "audio-input-microphone-symbolic", NULL, N_ ("Nobody Named to Read the Pledge"),
      N_ ("The minutes name who read it and who witnessed."), N_ ("Name Somebody"), "event.edit",
      NULL } },
  { lacks_pledges,
    { "ikrar-pledge-symbolic", "pledge", N_ ("Pledge Not Made by All Present"),
      N_ ("Show the text on the stage and have it recited, or collect signatures."),
      N_ ("Open Stage"), "event.open-stage", NULL } },
  { lacks_end,
    { "object-select-symbolic", NULL, N_ ("The Event Is Over"),
      N_ ("Certificates and reports come next."), N_ ("Mark as Done"), "view.set-state", "done" } },
  { lacks_attendance,
    { "content-loading-symbolic", "excused", N_ ("Attendance Not Recorded for All"),
      N_ ("Not recorded is not absent: say who was excused and who was not."), N_ ("Record"),
      "win.show-event", "attendance" } },
  { lacks_signatory,
    { "document-properties-symbolic", "excused", N_ ("Nobody Named to Sign"),
      N_ ("Certificates and lists print the name and post of the signatory."), N_ ("Set Up"),
      "win.preferences", NULL } },
  { lacks_certificates,
    { "application-certificate-symbolic", "represented", N_ ("Certificates Not Issued to All"),
      N_ ("For those who were present, numbered without a gap."), N_ ("Issue"), "win.show-event",
      "documents" } },
};

guint
ikrar_summary_steps (const IkrarSummary *summary, IkrarSummaryStep *steps, guint n_steps)
{
  guint n = 0;

  if (summary->draft->event->state == IKRAR_EVENT_CANCELLED)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (rules) && n < n_steps; i++)
    {
      if (!rules[i].applies (summary))
        continue;
      steps[n] = rules[i].step;
      steps[n].title = _ (rules[i].step.title);
      steps[n].subtitle = _ (rules[i].step.subtitle);
      steps[n].verb = _ (rules[i].step.verb);
      n++;
    }
  return n;
}
