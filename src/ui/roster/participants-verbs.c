/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"
#include "store/attendance.h"
#include "store/pledge.h"

#include "ui/common/actions.h"
#include "ui/common/notice.h"
#include "ui/common/status.h"
#include "ui/roster/add-dialog.h"
#include "ui/roster/ask-dialog.h"
#include "ui/roster/participant-dialog.h"
#include "ui/roster/participants-view-private.h"

/* What is done, to whom. */
typedef struct
{
  GArray *ids;
  IkrarId event;
  IkrarAttendance state;
  gboolean withdrawn;
  char *first;
  char *second;
} Deed;

/* What was done: the sentence that tells, and the entry that takes it back. */
typedef struct
{
  IkrarId journal;
  char *message;
} Outcome;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_array_unref (deed->ids);
  g_free (deed->first);
  g_free (deed->second);
  g_free (deed);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_free (outcome->message);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static IkrarIdSelection *
get_selection (IkrarParticipantsView *view)
{
  return ikrar_participants_model_get_selection (_ikrar_participants_view_get_model (view));
}

static Deed *
deed_new (IkrarParticipantsView *view)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->ids = ikrar_id_selection_get_ids (get_selection (view));
  deed->event = ikrar_event_view_get_event (IKRAR_EVENT_VIEW (view));
  return deed;
}

static const IkrarId *
ids_of (const Deed *deed)
{
  return (const IkrarId *) (gconstpointer) deed->ids->data;
}

/* Takes the sentence; there is none to tell if it failed. */
static Outcome *
outcome_new (IkrarId journal, char *message)
{
  g_autofree char *owned = message;
  Outcome *outcome;

  if (journal == 0)
    return NULL;
  outcome = g_new0 (Outcome, 1);
  outcome->journal = journal;
  outcome->message = g_steal_pointer (&owned);
  return outcome;
}

static void
on_done (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (Outcome) outcome = output;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("This Could Not Be Done"), error);
      return;
    }
  gtk_widget_activate_action (owner, "view.clear-selection", NULL);
  ikrar_notice_undo (owner, outcome->message, outcome->journal);
}

/* Takes the deed. Nobody is no deed. */
static void
run (IkrarParticipantsView *view, Deed *deed, IkrarWorkFunc func)
{
  const IkrarWork work = {
    .func = func,
    .input = deed,
    .free_input = deed_free,
    .free_output = outcome_free,
    .done = on_done,
  };

  if (deed->ids->len > 0)
    ikrar_page_run (IKRAR_PAGE (view), &work);
  else
    deed_free (deed);
}

static gpointer
do_set_state (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Deed *deed = input;
  guint size = deed->ids->len;
  IkrarId journal =
      ikrar_attendance_set (store, ids_of (deed), size, 0, deed->state, deed->first, error);
  g_autofree char *number = ikrar_number_thousands (size);

  return outcome_new (
      journal,
      g_strdup_printf (
          /* Translators: %1$s is a number of people, %2$s a state of attendance. */
          ngettext ("%1$s participant is now “%2$s”", "%1$s participants are now “%2$s”", size),
          number, ikrar_status_of_attendance (deed->state).label));
}

static gpointer
do_withdraw (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Deed *deed = input;
  guint size = deed->ids->len;
  IkrarId journal = ikrar_participant_withdraw (store, ids_of (deed), size, deed->withdrawn, error);
  g_autofree char *number = ikrar_number_thousands (size);
  char *message;

  if (deed->withdrawn)
    message = g_strdup_printf (
        ngettext ("%s participant withdrew", "%s participants withdrew", size), number);
  else
    message = g_strdup_printf (
        ngettext ("%s participant is invited again", "%s participants are invited again", size),
        number);
  return outcome_new (journal, message);
}

static gpointer
do_revoke (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Deed *deed = input;
  guint size = deed->ids->len;
  IkrarId journal = ikrar_participant_revoke_passes (store, ids_of (deed), size, error);
  g_autofree char *number = ikrar_number_thousands (size);

  return outcome_new (
      journal,
      g_strdup_printf (ngettext ("%s printed pass is no longer valid. Print a new one.",
                                 "%s printed passes are no longer valid. Print new ones.", size),
                       number));
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static gpointer
do_place (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Deed *deed = input;
  guint size = deed->ids->len;
  IkrarId journal = ikrar_participant_place (store, ids_of (deed), size, or_null (deed->first),
                                             or_null (deed->second), error);
  g_autofree char *number = ikrar_number_thousands (size);

  return outcome_new (journal, g_strdup_printf (ngettext ("Place of %s participant set",
                                                          "Places of %s participants set", size),
                                                number));
}

static gpointer
do_pledge (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Deed *deed = input;
  guint pledged;
  IkrarId journal = ikrar_pledge_sign_on_paper (store, deed->event, ids_of (deed), deed->ids->len,
                                                &pledged, progress, error);
  g_autofree char *number = ikrar_number_thousands (pledged);

  return outcome_new (journal,
                      g_strdup_printf (ngettext ("%s pledge signed on paper is recorded and sealed",
                                                 "%s pledges signed on paper are recorded and "
                                                 "sealed",
                                                 pledged),
                                       number));
}

/* The states that the menu offers, by their stable words. */
static IkrarAttendance
find_state (GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < IKRAR_N_ATTENDANCES; i++)
    if (g_str_equal (ikrar_attendance_name (i), word))
      return i;
  g_return_val_if_reached (IKRAR_ATTENDANCE_UNRECORDED);
}

static void
set_state (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarParticipantsView *view = IKRAR_PARTICIPANTS_VIEW (widget);
  Deed *deed = deed_new (view);

  deed->state = find_state (parameter);
  run (view, deed, do_set_state);
}

static void
on_stand_in_answered (GtkWidget *widget, const char *name, const char *unused, gpointer state)
{
  IkrarParticipantsView *view = IKRAR_PARTICIPANTS_VIEW (widget);
  Deed *deed = deed_new (view);

  deed->state = GPOINTER_TO_UINT (state);
  deed->first = g_strdup (name);
  run (view, deed, do_set_state);
}

static void
ask_stand_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const IkrarAskQuestion questions[] = {
    { N_ ("Represented"),
      N_ ("The office is represented; the person is counted apart from those "
          "present."),
      N_ ("_Set"), N_ ("Represented by"), NULL },
    { N_ ("Standing In"), N_ ("The person is present, for somebody else."), N_ ("_Set"),
      N_ ("Standing in for"), NULL },
  };
  IkrarAttendance state = find_state (parameter);
  const IkrarAskQuestion *source = &questions[state == IKRAR_ATTENDANCE_STANDING_IN];
  const IkrarAskQuestion question = { _ (source->heading), _ (source->body), _ (source->verb),
                                      _ (source->first), NULL };

  ikrar_ask_dialog_present (widget, &question, on_stand_in_answered, GUINT_TO_POINTER (state));
}

static void
on_place_answered (GtkWidget *widget, const char *seat, const char *group, gpointer unused)
{
  IkrarParticipantsView *view = IKRAR_PARTICIPANTS_VIEW (widget);
  Deed *deed = deed_new (view);

  deed->first = g_strdup (seat);
  deed->second = g_strdup (group);
  run (view, deed, do_place);
}

static void
ask_place (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const IkrarAskQuestion question = {
    _ ("Seat and Group"),
    _ ("They stand on passes and are told at the desk. What is left empty stays as it is."),
    _ ("_Set"), _ ("Seat"), _ ("Group")
  };

  ikrar_ask_dialog_present (widget, &question, on_place_answered, NULL);
}

static void
withdraw (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarParticipantsView *view = IKRAR_PARTICIPANTS_VIEW (widget);
  IkrarParticipantsModel *model = _ikrar_participants_view_get_model (view);
  Deed *deed = deed_new (view);

  deed->withdrawn = ikrar_participants_model_get_filter (model) != IKRAR_PARTICIPANTS_WITHDRAWN;
  run (view, deed, do_withdraw);
}

static void
revoke_passes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarParticipantsView *view = IKRAR_PARTICIPANTS_VIEW (widget);

  run (view, deed_new (view), do_revoke);
}

static void
on_pledge_progress (gpointer owner, guint64 done, guint64 total)
{
  ikrar_progress_strip_set (_ikrar_participants_view_get_progress (owner), done, total);
}

static void
on_pledged (gpointer owner, gpointer output, const GError *error)
{
  _ikrar_participants_view_end (owner);
  on_done (owner, output, error);
}

/* Each pledge is sealed, which takes its time for thousands: it is shown, and can be stopped. */
static void
record_pledges (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarParticipantsView *view = IKRAR_PARTICIPANTS_VIEW (widget);
  Deed *deed = deed_new (view);
  const IkrarWork work = {
    .func = do_pledge,
    .input = deed,
    .free_input = deed_free,
    .free_output = outcome_free,
    .done = on_pledged,
    .progress = on_pledge_progress,
  };

  if (deed->ids->len > 0)
    ikrar_work_start (ikrar_page_get_context (IKRAR_PAGE (view)), view,
                      _ikrar_participants_view_begin (view, _ ("Sealing pledges…")), &work);
  else
    deed_free (deed);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_add_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (widget)),
                            ikrar_event_view_get_event (IKRAR_EVENT_VIEW (widget)));
}

static void
open_participant (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_participant_dialog_present (widget, ikrar_page_get_context (IKRAR_PAGE (widget)),
                                    g_variant_get_int64 (parameter));
}

void
_ikrar_participants_verbs_install (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "view.add", NULL, add },
    { "view.open", "x", open_participant },
    { "view.set-state", "s", set_state },
    { "view.set-stand-in", "s", ask_stand_in },
    { "view.place", NULL, ask_place },
    { "view.withdraw", NULL, withdraw },
    { "view.record-pledges", NULL, record_pledges },
    { "view.revoke-passes", NULL, revoke_passes },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}
