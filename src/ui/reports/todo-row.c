/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/reports/todo-row.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

struct _IkrarTodoRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkImage *image;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (IkrarTodoRow, ikrar_todo_row, ADW_TYPE_ACTION_ROW)

/* What an action is told: nothing, the event, or the event and one of its views. */
typedef enum
{
  TARGET_NONE,
  TARGET_EVENT,
  TARGET_PARTICIPANTS,
  TARGET_DOCUMENTS,
} Target;

static const struct
{
  const char *icon_name;
  const char *status;
  const char *verb;
  const char *action;
  Target target;
} looks[IKRAR_N_TODO_KINDS] = {
  [IKRAR_TODO_INSTITUTION] = { "document-properties-symbolic", "represented", N_ ("_Fill In"),
                               "win.preferences", TARGET_NONE },
  [IKRAR_TODO_ROSTER] = { "document-open-symbolic", "represented", N_ ("_Import"),
                          "win.import-roster", TARGET_EVENT },
  [IKRAR_TODO_REFUSED] = { "dialog-warning-symbolic", "excused", N_ ("_Check"), "win.show-event",
                           TARGET_PARTICIPANTS },
  [IKRAR_TODO_CERTIFICATES] = { "application-certificate-symbolic", "represented", N_ ("_Issue"),
                                "win.show-event", TARGET_DOCUMENTS },
  [IKRAR_TODO_CLOSE] = { "x-office-calendar-symbolic", "excused", N_ ("_Edit"), "win.edit-event",
                         TARGET_EVENT },
  [IKRAR_TODO_BACKUP] = { "drive-harddisk-symbolic", "excused", N_ ("_Back Up"), "win.back-up",
                          TARGET_NONE },
  [IKRAR_TODO_PASSPHRASE] = { "changes-prevent-symbolic", "represented", N_ ("_Set"),
                              "win.preferences", TARGET_NONE },
};

static void
ikrar_todo_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_TODO_ROW);
  G_OBJECT_CLASS (ikrar_todo_row_parent_class)->dispose (object);
}

static void
ikrar_todo_row_class_init (IkrarTodoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_todo_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/todo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarTodoRow, image);
  gtk_widget_class_bind_template_child (widget_class, IkrarTodoRow, button);
}

static void
ikrar_todo_row_init (IkrarTodoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
make_refused_title (guint refused)
{
  g_autofree char *number = ikrar_number_thousands (refused);

  return g_strdup_printf (
      ngettext ("%s row of the roster to check", "%s rows of the roster to check", refused),
      number);
}

static char *
make_due_title (guint due)
{
  g_autofree char *number = ikrar_number_thousands (due);

  return g_strdup_printf (
      ngettext ("%s certificate not issued yet", "%s certificates not issued yet", due), number);
}

static char *
make_title (IkrarTodoKind kind, const IkrarTodoEvent *event)
{
  switch (kind)
    {
    case IKRAR_TODO_INSTITUTION:
      return g_strdup (_ ("The office is not set up"));
    case IKRAR_TODO_ROSTER:
      return g_strdup (_ ("No roster yet"));
    case IKRAR_TODO_REFUSED:
      return make_refused_title (event->refused);
    case IKRAR_TODO_CERTIFICATES:
      return make_due_title (event->due);
    case IKRAR_TODO_CLOSE:
      return g_strdup (_ ("Over, but still marked as running"));
    case IKRAR_TODO_BACKUP:
      return g_strdup (_ ("No backup for more than a day"));
    case IKRAR_TODO_PASSPHRASE:
    default:
      return g_strdup (_ ("Backups have no passphrase"));
    }
}

/* An event by its title and day. */
static char *
name_event (const IkrarTodoEvent *event)
{
  g_autofree char *day = ikrar_time_format_date (event->start_at, event->zone);

  /* Translators: %1$s is the title of an event, %2$s its date. */
  return g_strdup_printf (_ ("%1$s, %2$s"), event->title, day);
}

static char *
name_import (const IkrarTodoEvent *event)
{
  g_autofree char *day = ikrar_time_format_date (event->imported_at, event->zone);
  g_autofree char *clock = ikrar_time_format_clock (event->imported_at, event->zone);

  /* Translators: %1$s is the name of a file, %2$s a date, %3$s a time of day. */
  return g_strdup_printf (_ ("%1$s, imported %2$s, %3$s"), event->file_name, day, clock);
}

static char *
make_subtitle (IkrarTodoKind kind, const IkrarTodoEvent *event, const IkrarTodoFacts *facts)
{
  g_autofree char *day = ikrar_time_format_date (facts->backup_at, IKRAR_ZONE_WIB);

  switch (kind)
    {
    case IKRAR_TODO_INSTITUTION:
      return g_strdup (_ ("Papers have no letterhead and nobody who signs"));
    case IKRAR_TODO_REFUSED:
      return name_import (event);
    case IKRAR_TODO_BACKUP:
      /* Translators: %s is a date. */
      return *day != '\0' ? g_strdup_printf (_ ("The last one is of %s"), day)
                          : g_strdup (_ ("There is none at all"));
    case IKRAR_TODO_PASSPHRASE:
      return g_strdup (_ ("Whoever finds one can read it"));
    default:
      return name_event (event);
    }
}

static GVariant *
make_target (Target target, IkrarId event)
{
  switch (target)
    {
    case TARGET_EVENT:
      return g_variant_new_int64 (event);
    case TARGET_PARTICIPANTS:
      return g_variant_new ("(xs)", event, "participants");
    case TARGET_DOCUMENTS:
      return g_variant_new ("(xs)", event, "documents");
    case TARGET_NONE:
    default:
      return NULL;
    }
}

GtkWidget *
ikrar_todo_row_new (const IkrarTodoFacts *facts, const IkrarTodo *todo)
{
  IkrarTodoRow *self = g_object_new (IKRAR_TYPE_TODO_ROW, NULL);
  const IkrarTodoEvent *event = facts->events->len > todo->event
                                    ? &g_array_index (facts->events, IkrarTodoEvent, todo->event)
                                    : NULL;
  g_autofree char *title = make_title (todo->kind, event);
  g_autofree char *subtitle = make_subtitle (todo->kind, event, facts);
  GVariant *target = make_target (looks[todo->kind].target, event != NULL ? event->id : 0);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_image_set_from_icon_name (self->image, looks[todo->kind].icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->image), looks[todo->kind].status);
  gtk_button_set_label (self->button, _ (looks[todo->kind].verb));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), looks[todo->kind].action);
  return GTK_WIDGET (self);
}
