/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/event-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

#include "ui/common/entry-row.h"
#include "ui/events/pledge-group.h"
#include "ui/events/roles-group.h"
#include "ui/events/sessions-group.h"
#include "ui/events/times-group.h"

struct _IkrarEventForm
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  IkrarEntryRow *title_row;
  AdwComboRow *kind_row;
  IkrarEntryRow *own_kind_row;
  IkrarEntryRow *theme_row;
  AdwComboRow *state_row;
  IkrarTimesGroup *times_group;
  AdwComboRow *mode_row;
  IkrarEntryRow *place_row;
  IkrarEntryRow *organizer_row;
  IkrarRolesGroup *roles_group;
  IkrarSessionsGroup *sessions_group;
  IkrarPledgeGroup *pledge_group;
  IkrarEntryRow *legal_basis_row;
  GtkAdjustment *lesson_hours;
  AdwExpanderRow *late_row;
  GtkAdjustment *late_after;
  GtkAdjustment *share;
  GtkAdjustment *reported;
  GtkTextBuffer *note;

  /* Owned */
  IkrarEventDraft *shown;  /* the event as it was given */
  IkrarEventDraft *before; /* what the form held at first */
  char *times_before;      /* what was written in the fields of days and times */
};

G_DEFINE_FINAL_TYPE (IkrarEventForm, ikrar_event_form, ADW_TYPE_PREFERENCES_PAGE)

static void
on_kind_selected (IkrarEventForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->own_kind_row),
                          adw_combo_row_get_selected (self->kind_row) ==
                              ikrar_vocabulary_size (IKRAR_VOCABULARY_EVENT_KIND));
}

/* Sessions and the pledge's year go with the event's times. */
static void
on_times_changed (IkrarEventForm *self)
{
  IkrarEvent event = { 0 };

  if (self->before == NULL)
    return;
  ikrar_times_group_collect (self->times_group, &event, NULL);
  ikrar_sessions_group_set_event (self->sessions_group, &event);
  ikrar_pledge_group_set_event (self->pledge_group, &event);
}

static GListModel *
list_labels (IkrarVocabulary vocabulary, const char *last)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < ikrar_vocabulary_size (vocabulary); i++)
    gtk_string_list_append (
        labels, ikrar_vocabulary_label (vocabulary, ikrar_vocabulary_word (vocabulary, i)));
  if (last != NULL)
    gtk_string_list_append (labels, last);
  return G_LIST_MODEL (labels);
}

static void
set_vocabulary (AdwComboRow *row, IkrarVocabulary vocabulary, const char *last)
{
  g_autoptr (GListModel) labels = list_labels (vocabulary, last);

  adw_combo_row_set_model (row, labels);
}

static void
ikrar_event_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EVENT_FORM);
  G_OBJECT_CLASS (ikrar_event_form_parent_class)->dispose (object);
}

static void
ikrar_event_form_finalize (GObject *object)
{
  IkrarEventForm *self = IKRAR_EVENT_FORM (object);

  ikrar_event_draft_free (self->shown);
  ikrar_event_draft_free (self->before);
  g_free (self->times_before);
  G_OBJECT_CLASS (ikrar_event_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  g_type_ensure (IKRAR_TYPE_TIMES_GROUP);
  g_type_ensure (IKRAR_TYPE_ROLES_GROUP);
  g_type_ensure (IKRAR_TYPE_SESSIONS_GROUP);
  g_type_ensure (IKRAR_TYPE_PLEDGE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/event-form.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, own_kind_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, theme_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, state_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, times_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, mode_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, organizer_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, roles_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, sessions_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, pledge_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, legal_basis_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, lesson_hours);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, late_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, late_after);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, share);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, reported);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventForm, note);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_times_changed);
}

static void
ikrar_event_form_class_init (IkrarEventFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_event_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_event_form_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_event_form_init (IkrarEventForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_vocabulary (self->kind_row, IKRAR_VOCABULARY_EVENT_KIND, _ ("Another kind"));
  set_vocabulary (self->state_row, IKRAR_VOCABULARY_EVENT_STATE, NULL);
  set_vocabulary (self->mode_row, IKRAR_VOCABULARY_EVENT_MODE, NULL);
}

static void
show_kind (IkrarEventForm *self, const char *kind)
{
  int index = ikrar_vocabulary_find (IKRAR_VOCABULARY_EVENT_KIND, kind, NULL);

  adw_combo_row_set_selected (self->kind_row,
                              index >= 0 ? (guint) index
                                         : ikrar_vocabulary_size (IKRAR_VOCABULARY_EVENT_KIND));
  if (index < 0)
    ikrar_entry_row_set_text (self->own_kind_row, kind);
  on_kind_selected (self);
}

static void
show_event (IkrarEventForm *self, const IkrarEvent *event)
{
  ikrar_entry_row_set_text (self->title_row, event->title);
  show_kind (self, event->kind);
  ikrar_entry_row_set_text (self->theme_row, event->theme);
  adw_combo_row_set_selected (self->state_row, event->state);
  ikrar_times_group_show (self->times_group, event);
  adw_combo_row_set_selected (self->mode_row, event->mode);
  ikrar_entry_row_set_text (self->place_row, event->place);
  ikrar_entry_row_set_text (self->organizer_row, event->organizer);
  ikrar_entry_row_set_text (self->legal_basis_row, event->legal_basis);
  gtk_adjustment_set_value (self->lesson_hours, event->lesson_hours);
  gtk_adjustment_set_value (self->reported, event->reported);
  gtk_text_buffer_set_text (self->note, event->note != NULL ? event->note : "", -1);
}

/* A rule that is switched on first begins with what is usual. */
#define LATE_AFTER_USUAL 15

static void
show_rule (IkrarEventForm *self, const IkrarEventRule *rule)
{
  gboolean has_rule = rule->late_after != IKRAR_LATE_NEVER;

  adw_expander_row_set_enable_expansion (self->late_row, has_rule);
  gtk_adjustment_set_value (self->late_after, has_rule ? rule->late_after : LATE_AFTER_USUAL);
  gtk_adjustment_set_value (self->share, rule->share);
}

static void
collect_rule (IkrarEventForm *self, IkrarEventRule *rule)
{
  rule->late_after = adw_expander_row_get_enable_expansion (self->late_row)
                         ? (int) gtk_adjustment_get_value (self->late_after)
                         : IKRAR_LATE_NEVER;
  rule->share = (int) gtk_adjustment_get_value (self->share);
}

static IkrarEventDraft *
copy_draft (const IkrarEventDraft *draft)
{
  IkrarEventDraft *copy = ikrar_event_draft_new ();

  ikrar_event_free (copy->event);
  copy->event = ikrar_entity_copy (&ikrar_event_entity, draft->event);
  return copy;
}

static char *
collect_kind (IkrarEventForm *self, GArray *problems)
{
  guint index = adw_combo_row_get_selected (self->kind_row);
  char *kind;

  if (index < ikrar_vocabulary_size (IKRAR_VOCABULARY_EVENT_KIND))
    return g_strdup (ikrar_vocabulary_word (IKRAR_VOCABULARY_EVENT_KIND, index));
  kind = ikrar_entry_row_dup_text (self->own_kind_row);
  if (*kind == '\0')
    ikrar_entry_row_add_problem (self->own_kind_row, _ ("Say what kind it is"), problems);
  return kind;
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static char *
collect_note (IkrarEventForm *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->note, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->note, &start, &end, FALSE));
}

static void
collect_event (IkrarEventForm *self, IkrarEvent *event, GArray *problems)
{
  take (&event->title, ikrar_entry_row_dup_text (self->title_row));
  if (*event->title == '\0')
    ikrar_entry_row_add_problem (self->title_row, _ ("Give the event a title"), problems);
  take (&event->kind, collect_kind (self, problems));
  take (&event->theme, ikrar_entry_row_dup_text (self->theme_row));
  event->state = adw_combo_row_get_selected (self->state_row);
  ikrar_times_group_collect (self->times_group, event, problems);
  event->mode = adw_combo_row_get_selected (self->mode_row);
  take (&event->place, ikrar_entry_row_dup_text (self->place_row));
  take (&event->organizer, ikrar_entry_row_dup_text (self->organizer_row));
  take (&event->legal_basis, ikrar_entry_row_dup_text (self->legal_basis_row));
  event->lesson_hours = (int) gtk_adjustment_get_value (self->lesson_hours);
  event->reported = (int) gtk_adjustment_get_value (self->reported);
  take (&event->note, collect_note (self));
  take (&event->pledge_fields, ikrar_pledge_group_dup_fields (self->pledge_group));
}

static IkrarEventDraft *
collect (IkrarEventForm *self, GArray *problems)
{
  IkrarEventDraft *draft = copy_draft (self->shown);

  collect_event (self, draft->event, problems);
  collect_rule (self, &draft->rule);
  ikrar_roles_group_collect (self->roles_group, draft, problems);
  ikrar_sessions_group_collect (self->sessions_group, draft, problems);
  return draft;
}

void
ikrar_event_form_show (IkrarEventForm *self,
                       const IkrarEventDraft *draft,
                       const IkrarInstitution *institution,
                       const char *pledge_template)
{
  g_return_if_fail (IKRAR_IS_EVENT_FORM (self));
  g_return_if_fail (self->shown == NULL);

  self->shown = copy_draft (draft);
  show_event (self, draft->event);
  show_rule (self, &draft->rule);
  ikrar_roles_group_show (self->roles_group, draft);
  ikrar_sessions_group_show (self->sessions_group, draft);
  ikrar_pledge_group_show (self->pledge_group, draft->event, institution, pledge_template);
  self->before = collect (self, NULL);
  self->times_before = ikrar_times_group_dup_written (self->times_group);
  /* A title that is there would be replaced by the first key if it were selected. */
  gtk_text_grab_focus_without_selecting (
      GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->title_row))));
}

IkrarEventDraft *
ikrar_event_form_collect (IkrarEventForm *self)
{
  g_autoptr (GArray) problems = ikrar_entry_row_new_problems ();
  g_autoptr (IkrarEventDraft) draft = NULL;

  g_return_val_if_fail (IKRAR_IS_EVENT_FORM (self), NULL);

  draft = collect (self, problems);
  return ikrar_entry_row_show_problems (problems) ? NULL : g_steal_pointer (&draft);
}

gboolean
ikrar_event_form_is_changed (IkrarEventForm *self)
{
  g_autoptr (IkrarEventDraft) now = NULL;
  g_autofree char *times = NULL;

  g_return_val_if_fail (IKRAR_IS_EVENT_FORM (self), FALSE);

  if (self->shown == NULL)
    return FALSE;
  now = collect (self, NULL);
  times = ikrar_times_group_dup_written (self->times_group);
  return strcmp (times, self->times_before) != 0 || !ikrar_event_draft_equal (self->before, now);
}
