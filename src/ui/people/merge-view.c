/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/merge-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/person-duplicates.h"
#include "store/person-merge.h"

#include "ui/common/fact-row.h"
#include "ui/common/fold-bin.h"
#include "ui/common/list.h"
#include "ui/common/notice.h"
#include "ui/common/work.h"
#include "ui/people/merge-row.h"

struct _IkrarMergeView
{
  AdwBin parent_instance;

  /* Template widgets */
  IkrarFoldBin *bin;
  GtkScrolledWindow *scroller;
  GtkWidget *warning_box;
  GtkLabel *warning_label;
  GtkToggleButton *reveal_button;
  GtkListBox *fields_list;
  GtkListBox *result_list;
  GtkWidget *events_box;
  GtkListBox *events_list;
  IkrarMergeRow *rows[IKRAR_N_PERSON_FIELDS]; /* of fields_list */

  /* Owned */
  IkrarContext *context;
  GCancellable *cancellable; /* cancelled when others are shown */
  IkrarMergePlan *plan;      /* NULL as long as it is not read */

  IkrarId keep; /* 0 for nobody */
  IkrarId other;
  gboolean choosing; /* whether somebody has chosen: what they chose stays */
  gboolean busy;     /* whether the two are being merged */
};

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarMergeView, ikrar_merge_view, ADW_TYPE_BIN)

/* What is done with the two, and with what. */
typedef struct
{
  IkrarId people[2];
  IkrarMergeChoice choice;
} Task;

static const char *const field_names[IKRAR_N_PERSON_FIELDS] = {
  [IKRAR_PERSON_NAME] = N_ ("Name"),       [IKRAR_PERSON_NUMBER] = N_ ("Number"),
  [IKRAR_PERSON_GRADE] = N_ ("Grade"),     [IKRAR_PERSON_POSITION] = N_ ("Position"),
  [IKRAR_PERSON_UNIT] = N_ ("Unit"),       [IKRAR_PERSON_SEX] = N_ ("Sex"),
  [IKRAR_PERSON_PHONE] = N_ ("Telephone"), [IKRAR_PERSON_EMAIL] = N_ ("E-Mail"),
};

static char *
show_number (IkrarMergeView *self, const char *digits, IkrarNumberKind kind)
{
  g_autofree char *text = gtk_toggle_button_get_active (self->reveal_button)
                              ? ikrar_number_format (digits)
                              : ikrar_number_mask (digits);

  return *digits != '\0' ? g_strdup_printf ("%s %s", ikrar_number_label (kind), text)
                         : g_strdup ("");
}

static char *
show_field (IkrarMergeView *self, IkrarPersonField field, guint side)
{
  const IkrarPerson *person = (side == 0 ? self->plan->keep : self->plan->other)->person;
  const char *text = self->plan->texts[field][side];

  if (field == IKRAR_PERSON_NUMBER)
    return show_number (self, person->number, person->number_kind);
  if (field == IKRAR_PERSON_SEX && *text != '\0')
    return g_strdup (*text == 'L' ? _ ("Male") : _ ("Female"));
  return g_strdup (text);
}

static void
get_choice (IkrarMergeView *self, IkrarMergeChoice *choice)
{
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    choice->other[i] = ikrar_merge_row_get_other (self->rows[i]);
}

static void
show_fields (IkrarMergeView *self)
{
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    {
      g_autofree char *keep = show_field (self, i, 0);
      g_autofree char *other = show_field (self, i, 1);
      gboolean same = strcmp (self->plan->texts[i][0], self->plan->texts[i][1]) == 0;

      ikrar_merge_row_show (self->rows[i], keep, other, same);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), !same || *keep != '\0');
      if (!self->choosing)
        ikrar_merge_row_set_other (self->rows[i], self->plan->choice.other[i]);
    }
}

static void
add_number (IkrarMergeView *self, const char *digits, IkrarNumberKind kind, const char *standing)
{
  g_autofree char *text = show_number (self, digits, kind);

  if (strcmp (digits, standing) != 0)
    ikrar_fact_row_add (self->result_list, _ ("Earlier Number"), text);
}

static void
add_earlier (IkrarMergeView *self, const IkrarPersonRecord *record, const char *standing)
{
  if (*record->person->number != '\0')
    add_number (self, record->person->number, record->person->number_kind, standing);
  for (guint i = 0; i < record->numbers->len; i++)
    {
      const IkrarPersonNumber *earlier = g_ptr_array_index (record->numbers, i);

      add_number (self, earlier->number, earlier->number_kind, standing);
    }
}

/* What the one person will be, as it is chosen now. */
static void
show_result (IkrarMergeView *self)
{
  IkrarMergeChoice choice;
  g_autoptr (IkrarPerson) result = NULL;

  get_choice (self, &choice);
  result = ikrar_person_merge_plan_result (self->plan, &choice);
  ikrar_list_clear (self->result_list);
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    {
      g_autofree char *text = show_field (self, i, choice.other[i]);

      ikrar_fact_row_add (self->result_list, _ (field_names[i]), *text != '\0' ? text : NULL);
    }
  add_earlier (self, self->plan->keep, result->number);
  add_earlier (self, self->plan->other, result->number);
}

static const char *
describe_fate (IkrarMergeFate fate)
{
  switch (fate)
    {
    case IKRAR_MERGE_OTHER_GOES:
    case IKRAR_MERGE_KEPT_GOES:
      return _ ("Both are on the roster: the place without anything on record is taken away, and "
                "its pass is not valid any more");
    case IKRAR_MERGE_BOTH:
      return _ ("Both have something on record there, so they may be two people");
    case IKRAR_MERGE_FOLLOWS:
    default:
      return _ ("Follows with attendance, pledge and certificate");
    }
}

static void
show_events (IkrarMergeView *self)
{
  ikrar_list_clear (self->events_list);
  for (guint i = 0; i < self->plan->events->len; i++)
    {
      const IkrarMergeEvent *event = g_ptr_array_index (self->plan->events, i);

      gtk_list_box_append (self->events_list,
                           g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                         event->title, "subtitle", describe_fate (event->fate),
                                         "title-lines", 3, "subtitle-lines", 0, NULL));
    }
  gtk_widget_set_visible (self->events_box, self->plan->events->len > 0);
}

static const char *
find_warning (const IkrarMergePlan *plan)
{
  if (plan->blocked)
    return _ ("Both have attended, pledged or received a certificate at the same event. They "
              "cannot be merged.");
  if (plan->apart)
    return _ ("Somebody said that these are two people.");
  return NULL;
}

static void
show_plan (IkrarMergeView *self)
{
  const char *warning;

  if (self->plan == NULL)
    return;
  warning = find_warning (self->plan);
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning_box, warning != NULL);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal_button),
                            gtk_toggle_button_get_active (self->reveal_button)
                                ? "view-conceal-symbolic"
                                : "view-reveal-symbolic");
  show_fields (self);
  show_result (self);
  show_events (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", !self->plan->blocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apart", !self->plan->apart);
}

static void
on_row_chosen (IkrarMergeView *self)
{
  self->choosing = TRUE;
  if (self->plan != NULL)
    show_result (self);
}

static void
on_narrow_changed (IkrarMergeView *self)
{
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    ikrar_merge_row_set_narrow (self->rows[i], ikrar_fold_bin_get_narrow (self->bin));
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Task *task = input;

  return ikrar_person_merge_plan (store, task->people[0], task->people[1], error);
}

static void
settle (IkrarMergeView *self, IkrarId person)
{
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, person);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarMergeView *self = owner;

  if (self->busy)
    {
      ikrar_merge_plan_free (output);
      return;
    }
  if (error != NULL)
    {
      /* Somebody else merged or erased one of them. */
      settle (self, 0);
      return;
    }
  g_clear_pointer (&self->plan, ikrar_merge_plan_free);
  self->plan = output;
  show_plan (self);
}

static void
start (IkrarMergeView *self, IkrarWorkFunc func, IkrarWorkDone done, GDestroyNotify free_output)
{
  Task *task = g_new0 (Task, 1);
  const IkrarWork work = {
    .func = func,
    .input = task,
    .free_input = g_free,
    .free_output = free_output,
    .done = done,
  };

  task->people[0] = self->keep;
  task->people[1] = self->other;
  get_choice (self, &task->choice);
  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static gpointer
merge (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Task *task = input;
  IkrarId entry =
      ikrar_person_merge (store, task->people[0], task->people[1], &task->choice, error);

  return entry != 0 ? g_memdup2 (&entry, sizeof entry) : NULL;
}

static gpointer
tell_apart (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Task *task = input;
  IkrarId entry = ikrar_person_apart (store, task->people[0], task->people[1], error);

  return entry != 0 ? g_memdup2 (&entry, sizeof entry) : NULL;
}

static void
finish (IkrarMergeView *self, IkrarId *entry, const char *message, IkrarId person)
{
  ikrar_notice_undo (GTK_WIDGET (self), message, *entry);
  g_free (entry);
  self->busy = FALSE;
  settle (self, person);
}

static void
on_merged (gpointer owner, gpointer output, const GError *error)
{
  IkrarMergeView *self = owner;

  if (error != NULL)
    {
      self->busy = FALSE;
      gtk_widget_action_set_enabled (owner, "merge.apply", TRUE);
      ikrar_notice_error (owner, _ ("The Two Could Not Be Merged"), error);
      return;
    }
  finish (self, output, _ ("Merged into one person"), self->keep);
}

static void
on_told_apart (gpointer owner, gpointer output, const GError *error)
{
  IKRAR_MERGE_VIEW (owner)->busy = FALSE;
  if (error != NULL)
    ikrar_notice_error (owner, _ ("This Could Not Be Noted"), error);
  else
    finish (owner, output, _ ("Noted that they are two people"), 0);
}

static void
apply (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_action_set_enabled (widget, "merge.apply", FALSE);
  IKRAR_MERGE_VIEW (widget)->busy = TRUE;
  start (IKRAR_MERGE_VIEW (widget), merge, on_merged, g_free);
}

static void
set_apart (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IKRAR_MERGE_VIEW (widget)->busy = TRUE;
  start (IKRAR_MERGE_VIEW (widget), tell_apart, on_told_apart, g_free);
}

static void
stop (IkrarMergeView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
ikrar_merge_view_dispose (GObject *object)
{
  IkrarMergeView *self = IKRAR_MERGE_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_MERGE_VIEW);
  G_OBJECT_CLASS (ikrar_merge_view_parent_class)->dispose (object);
}

static void
ikrar_merge_view_finalize (GObject *object)
{
  IkrarMergeView *self = IKRAR_MERGE_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  ikrar_merge_plan_free (self->plan);
  G_OBJECT_CLASS (ikrar_merge_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/merge-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, bin);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, warning_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, warning_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, fields_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, result_list);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, events_box);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeView, events_list);
  gtk_widget_class_bind_template_callback (widget_class, show_plan);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
ikrar_merge_view_class_init (IkrarMergeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_merge_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_merge_view_finalize;
  g_type_ensure (IKRAR_TYPE_FOLD_BIN);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply);
  gtk_widget_class_install_action (widget_class, "merge.apart", NULL, set_apart);

  /**
   * IkrarMergeView::settled:
   * @view: the view
   * @person: the one who stays, 0 if they are two or one of them is gone
   */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ikrar_merge_view_init (IkrarMergeView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    {
      self->rows[i] = IKRAR_MERGE_ROW (ikrar_merge_row_new (_ (field_names[i])));
      g_signal_connect_object (self->rows[i], "chosen", G_CALLBACK (on_row_chosen), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->fields_list, GTK_WIDGET (self->rows[i]));
    }
}

void
ikrar_merge_view_open (IkrarMergeView *self, IkrarContext *context, IkrarId keep, IkrarId other)
{
  g_return_if_fail (IKRAR_IS_MERGE_VIEW (self));

  ikrar_merge_view_close (self);
  g_set_object (&self->context, context);
  self->keep = keep;
  self->other = other;
  start (self, load, on_loaded, (GDestroyNotify) ikrar_merge_plan_free);
}

/* Nothing of somebody stays in a widget. */
void
ikrar_merge_view_close (IkrarMergeView *self)
{
  g_return_if_fail (IKRAR_IS_MERGE_VIEW (self));

  stop (self);
  g_clear_pointer (&self->plan, ikrar_merge_plan_free);
  self->keep = self->other = 0;
  self->choosing = self->busy = FALSE;
  for (guint i = 0; i < IKRAR_N_PERSON_FIELDS; i++)
    {
      ikrar_merge_row_show (self->rows[i], "", "", TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), FALSE);
    }
  ikrar_list_clear (self->result_list);
  ikrar_list_clear (self->events_list);
  gtk_widget_set_visible (self->warning_box, FALSE);
  gtk_toggle_button_set_active (self->reveal_button, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apart", FALSE);
}

void
ikrar_merge_view_refresh (IkrarMergeView *self)
{
  g_return_if_fail (IKRAR_IS_MERGE_VIEW (self));

  if (self->keep != 0 && !self->busy)
    start (self, load, on_loaded, (GDestroyNotify) ikrar_merge_plan_free);
}
