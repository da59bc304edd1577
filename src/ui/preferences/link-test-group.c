/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/link-test-group.h"

#include <glib/gi18n-lib.h>

#include "ui/common/errand.h"
#include "ui/common/pill.h"

struct _IkrarLinkTestGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwActionRow *start_row;
  GtkButton *start_button;

  /* Owned */
  GCancellable *cancellable; /* of the test that is under way, NULL without one */
  IkrarLinkTest *test;       /* how the last one went */

  /* Borrowed from the group */
  AdwActionRow *rows[IKRAR_LINK_TEST_PASSED];
  IkrarPill *pills[IKRAR_LINK_TEST_PASSED];

  guint focus_source;
};

/* A test that a thread does. */
typedef struct
{
  char *uri;
  char *password;
  GCancellable *cancellable;
  IkrarLinkTestGroup *group;
  IkrarLinkTest *test;
} Job;

/* A step on its way to the main thread. */
typedef struct
{
  IkrarLinkTestGroup *group;
  GCancellable *cancellable;
  guint step;
} Report;

enum
{
  SIGNAL_ASKED,
  SIGNAL_TESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarLinkTestGroup, ikrar_link_test_group, ADW_TYPE_PREFERENCES_GROUP)

/* What each step is called; in the order of IkrarLinkTestStep. */
static const char *const titles[] = {
  N_ ("Address"),           N_ ("Name of the Server"), N_ ("Server Answers"), N_ ("Encryption"),
  N_ ("User and Password"), N_ ("Database"),           N_ ("Data of Ikrar"),  N_ ("May Write"),
};

static void
job_free (Job *job)
{
  g_free (job->uri);
  g_free (job->password);
  g_object_unref (job->cancellable);
  ikrar_link_test_free (job->test);
  g_free (job);
}

static void
report_free (Report *report)
{
  g_object_unref (report->group);
  g_object_unref (report->cancellable);
  g_free (report);
}

static void
show_step (IkrarLinkTestGroup *self,
           guint step,
           const char *status,
           const char *icon_name,
           const char *word)
{
  ikrar_pill_set (self->pills[step], status, icon_name, word);
}

static void
show_good (IkrarLinkTestGroup *self, guint step)
{
  show_step (self, step, "present", "object-select-symbolic", _ ("Good"));
}

static void
show_not_tested (IkrarLinkTestGroup *self, guint step)
{
  show_step (self, step, "unrecorded", "content-loading-symbolic", _ ("Not tested"));
}

static void
show_rows (IkrarLinkTestGroup *self, gboolean visible)
{
  for (guint i = 0; i < IKRAR_LINK_TEST_PASSED; i++)
    {
      adw_action_row_set_subtitle (self->rows[i], "");
      gtk_widget_remove_css_class (GTK_WIDGET (self->rows[i]), "fault");
      show_not_tested (self, i);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), visible);
    }
}

static void
show_running (IkrarLinkTestGroup *self, gboolean running)
{
  gtk_button_set_label (self->start_button, running ? _ ("_Stop") : _ ("_Test Connection"));
}

static gboolean
on_report (gpointer user_data)
{
  const Report *report = user_data;
  IkrarLinkTestGroup *self = report->group;

  if (g_cancellable_is_cancelled (report->cancellable) || self->cancellable != report->cancellable)
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < report->step; i++)
    show_good (self, i);
  show_step (self, report->step, "pledge", "view-refresh-symbolic", _ ("Testing…"));
  return G_SOURCE_REMOVE;
}

/* In the thread of the test. */
static void
send_report (guint64 done, guint64 total, gpointer user_data)
{
  const Job *job = user_data;
  Report *report = g_new0 (Report, 1);

  report->group = g_object_ref (job->group);
  report->cancellable = g_object_ref (job->cancellable);
  report->step = (guint) done;
  g_idle_add_full (G_PRIORITY_DEFAULT, on_report, report, (GDestroyNotify) report_free);
}

static void
run_test (GTask *task, gpointer unused, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const IkrarProgress progress = { send_report, job, job->cancellable };

  job->test = ikrar_link_test_run (job->uri, job->password, &progress);
  g_task_return_boolean (task, TRUE);
}

/* Brings it into view, as soon as its lines have their places. */
static gboolean
focus_failed (gpointer user_data)
{
  IkrarLinkTestGroup *self = user_data;

  self->focus_source = 0;
  if (self->test != NULL && self->test->failed < IKRAR_LINK_TEST_PASSED)
    gtk_widget_grab_focus (GTK_WIDGET (self->rows[self->test->failed]));
  return G_SOURCE_REMOVE;
}

static void
show_failed (IkrarLinkTestGroup *self, const IkrarLinkTest *test)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", test->cause, test->advice);

  if (test->failed == IKRAR_LINK_TEST_RIGHTS && test->readable)
    show_step (self, test->failed, "excused", "dialog-warning-symbolic", _ ("Only looking"));
  else
    show_step (self, test->failed, "absent", "dialog-error-symbolic", _ ("Failed"));
  adw_action_row_set_subtitle (self->rows[test->failed], text);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows[test->failed]), "fault");
  g_clear_handle_id (&self->focus_source, g_source_remove);
  self->focus_source = g_idle_add_full (G_PRIORITY_LOW, focus_failed, self, NULL);
}

static void
show_remarks (IkrarLinkTestGroup *self, const IkrarLinkTest *test)
{
  if (test->failed > IKRAR_LINK_TEST_TLS && !test->encrypted)
    {
      show_step (self, IKRAR_LINK_TEST_TLS, "excused", "dialog-warning-symbolic", _ ("None"));
      adw_action_row_set_subtitle (self->rows[IKRAR_LINK_TEST_TLS],
                                   _ ("Whoever is between here and the server can read along"));
    }
  if (test->failed == IKRAR_LINK_TEST_PASSED && test->empty)
    adw_action_row_set_subtitle (self->rows[IKRAR_LINK_TEST_SCHEMA],
                                 _ ("None yet: the first start makes it ready"));
  adw_action_row_set_subtitle (self->rows[IKRAR_LINK_TEST_REACH], test->remark);
}

static void
show_test (IkrarLinkTestGroup *self, const IkrarLinkTest *test)
{
  for (guint i = 0; i < IKRAR_LINK_TEST_PASSED; i++)
    if (i < test->failed)
      show_good (self, i);
    else
      show_not_tested (self, i);
  show_remarks (self, test);
  if (test->failed < IKRAR_LINK_TEST_PASSED)
    show_failed (self, test);
  adw_action_row_set_subtitle (self->start_row, test->failed == IKRAR_LINK_TEST_PASSED
                                                    ? _ ("Everything is in order")
                                                    : _ ("It did not work"));
}

static void
on_run (gpointer owner, GTask *task)
{
  IkrarLinkTestGroup *self = owner;
  Job *job = g_task_get_task_data (task);

  if (self->cancellable != job->cancellable)
    return;
  g_clear_object (&self->cancellable);
  show_running (self, FALSE);
  if (job->test == NULL)
    return;
  self->test = g_steal_pointer (&job->test);
  show_test (self, self->test);
  g_signal_emit (self, signals[SIGNAL_TESTED], 0);
}

static void
stop (IkrarLinkTestGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_start_clicked (IkrarLinkTestGroup *self)
{
  if (self->cancellable == NULL)
    g_signal_emit (self, signals[SIGNAL_ASKED], 0);
  else
    ikrar_link_test_group_reset (self);
}

static void
ikrar_link_test_group_dispose (GObject *object)
{
  stop (IKRAR_LINK_TEST_GROUP (object));
  g_clear_handle_id (&IKRAR_LINK_TEST_GROUP (object)->focus_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_LINK_TEST_GROUP);
  G_OBJECT_CLASS (ikrar_link_test_group_parent_class)->dispose (object);
}

static void
ikrar_link_test_group_finalize (GObject *object)
{
  ikrar_link_test_free (IKRAR_LINK_TEST_GROUP (object)->test);
  G_OBJECT_CLASS (ikrar_link_test_group_parent_class)->finalize (object);
}

static void
ikrar_link_test_group_class_init (IkrarLinkTestGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_link_test_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_link_test_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/link-test-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkTestGroup, start_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarLinkTestGroup, start_button);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);

  /**
   * IkrarLinkTestGroup::asked:
   *
   * Somebody wants a test of what is entered.
   */
  signals[SIGNAL_ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IkrarLinkTestGroup::tested:
   *
   * A test came to its end.
   */
  signals[SIGNAL_TESTED] = g_signal_new ("tested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_row (IkrarLinkTestGroup *self, guint step)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = ikrar_pill_new ();

  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == IKRAR_LINK_TEST_PASSED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[step]));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[step] = ADW_ACTION_ROW (row);
  self->pills[step] = IKRAR_PILL (pill);
}

static void
ikrar_link_test_group_init (IkrarLinkTestGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < IKRAR_LINK_TEST_PASSED; i++)
    add_row (self, i);
  show_rows (self, FALSE);
  show_running (self, FALSE);
}

void
ikrar_link_test_group_start (IkrarLinkTestGroup *self, const char *uri, const char *password)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (IKRAR_IS_LINK_TEST_GROUP (self));

  ikrar_link_test_group_reset (self);
  self->cancellable = g_cancellable_new ();
  job->uri = g_strdup (uri);
  job->password = g_strdup (password);
  job->cancellable = g_object_ref (self->cancellable);
  job->group = self; /* kept by the errand */
  show_rows (self, TRUE);
  show_running (self, TRUE);
  ikrar_errand_run (self, NULL, run_test, job, (GDestroyNotify) job_free, on_run);
}

void
ikrar_link_test_group_reset (IkrarLinkTestGroup *self)
{
  g_return_if_fail (IKRAR_IS_LINK_TEST_GROUP (self));

  stop (self);
  g_clear_pointer (&self->test, ikrar_link_test_free);
  adw_action_row_set_subtitle (self->start_row, _ ("Nothing is changed on the server"));
  show_rows (self, FALSE);
  show_running (self, FALSE);
}

const IkrarLinkTest *
ikrar_link_test_group_get_test (IkrarLinkTestGroup *self)
{
  g_return_val_if_fail (IKRAR_IS_LINK_TEST_GROUP (self), NULL);

  return self->test;
}

void
ikrar_link_test_group_set_ready (IkrarLinkTestGroup *self, gboolean ready)
{
  g_return_if_fail (IKRAR_IS_LINK_TEST_GROUP (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), ready);
}
