/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/event-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/calendar-file.h"
#include "store/event.h"

#include "ui/common/actions.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/desk/attendance-view.h"
#include "ui/documents/documents-view.h"
#include "ui/events/exchange.h"
#include "ui/events/summary-view.h"
#include "ui/pledge/event-pledges-view.h"
#include "ui/roster/import-intake.h"
#include "ui/roster/import-window.h"
#include "ui/roster/participants-view.h"
#include "ui/roster/update-batches.h"

struct _IkrarEventPage
{
  IkrarPage parent_instance;

  /* Template widgets */
  AdwViewSwitcherTitle *switcher;
  AdwViewStack *views;

  IkrarId event;
};

G_DEFINE_FINAL_TYPE (IkrarEventPage, ikrar_event_page, IKRAR_TYPE_PAGE)

static const struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  GType (*get_type) (void);
} views[] = {
  { "summary", "view-grid-symbolic", N_ ("Summary"), ikrar_summary_view_get_type },
  { "participants", "system-users-symbolic", N_ ("Participants"),
    ikrar_participants_view_get_type },
  { "attendance", "checkbox-checked-symbolic", N_ ("Attendance"), ikrar_attendance_view_get_type },
  { "pledges", "ikrar-pledge-symbolic", N_ ("Pledges"), ikrar_event_pledges_view_get_type },
  { "documents", "emblem-documents-symbolic", N_ ("Documents"), ikrar_documents_view_get_type },
};

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  return ikrar_event_get (store, *(const IkrarId *) input, error);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarEventPage *self = owner;
  g_autoptr (IkrarEvent) event = output;

  if (event == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "events");
      return;
    }
  adw_view_switcher_title_set_title (self->switcher, event->title);
}

static void
run (IkrarEventPage *self, IkrarWorkFunc func, IkrarWorkDone done, GDestroyNotify free_output)
{
  const IkrarWork work = {
    .func = func,
    .input = g_memdup2 (&self->event, sizeof self->event),
    .free_input = g_free,
    .free_output = free_output,
    .done = done,
  };

  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
ikrar_event_page_refresh (IkrarPage *page)
{
  IkrarEventPage *self = IKRAR_EVENT_PAGE (page);

  if (self->event != 0)
    run (self, load, on_loaded, (GDestroyNotify) ikrar_event_free);
}

/* event.open-desk and its like are the window's, for this event. */
static void
pass_to_window (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *verb = action + strlen ("event.");
  g_autofree char *name =
      g_strdup_printf ("win.%s", g_str_equal (verb, "edit") ? "edit-event" : verb);

  gtk_widget_activate_action (widget, name, "x", IKRAR_EVENT_PAGE (widget)->event);
}

/* A roster that was dropped on the event, or pasted. */
static void
take_roster (GtkWidget *widget, IkrarImportSource *source)
{
  IkrarEventPage *self = IKRAR_EVENT_PAGE (widget);

  if (self->event != 0)
    ikrar_import_window_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                 ikrar_page_get_context (IKRAR_PAGE (self)), self->event, source);
}

static void
paste_roster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_import_intake_paste (widget, take_roster);
}

/* Search and print belong to the view that is shown. */
static void
pass_to_view (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat ("view.", action + strlen ("page."), NULL);
  GtkWidget *view = adw_view_stack_get_visible_child (IKRAR_EVENT_PAGE (widget)->views);

  gtk_widget_activate_action_variant (view, name, NULL);
}

static gpointer
copy (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarId id = ikrar_event_copy (store, *(const IkrarId *) input, FALSE, error);

  return g_memdup2 (&id, sizeof id);
}

static void
on_copied (gpointer owner, gpointer output, const GError *error)
{
  g_autofree IkrarId *id = output;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Event Could Not Be Copied"), error);
      return;
    }
  ikrar_event_page_set_event (owner, *id);
  ikrar_notice (owner, _ ("Copied as a draft. Set its day and time."));
}

static void
copy_event (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (IKRAR_EVENT_PAGE (widget), copy, on_copied, g_free);
}

static gpointer
remove_row (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarId journal = ikrar_event_remove (store, *(const IkrarId *) input, error);

  return g_memdup2 (&journal, sizeof journal);
}

static void
on_removed (gpointer owner, gpointer output, const GError *error)
{
  g_autofree IkrarId *journal = output;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Event Could Not Be Removed"), error);
      return;
    }
  ikrar_notice_undo (owner, _ ("Event removed"), *journal);
  gtk_widget_activate_action (owner, "win.show-page", "s", "events");
}

static void
remove_event (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (IKRAR_EVENT_PAGE (widget), remove_row, on_removed, g_free);
}

/* Which event, into which file. */
typedef struct
{
  IkrarId event;
  char *path;
} Calendar;

static void
calendar_free (Calendar *calendar)
{
  g_free (calendar->path);
  g_free (calendar);
}

static gpointer
write_calendar (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Calendar *calendar = input;

  ikrar_calendar_file_write (store, calendar->event, calendar->path, error);
  return g_strdup (calendar->path);
}

static void
on_calendar_written (gpointer owner, gpointer output, const GError *error)
{
  g_autofree char *path = output;
  g_autoptr (GFile) file = NULL;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("The Calendar File Could Not Be Saved"), error);
      return;
    }
  file = g_file_new_for_path (path);
  ikrar_notice_file (owner, _ ("Calendar file saved"), file);
}

static void
on_calendar_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IkrarEventPage *self = IKRAR_EVENT_PAGE (widget);
  Calendar *calendar = g_new0 (Calendar, 1);
  const IkrarWork work = {
    .func = write_calendar,
    .input = calendar,
    .free_input = (GDestroyNotify) calendar_free,
    .free_output = g_free,
    .done = on_calendar_written,
  };

  calendar->event = self->event;
  calendar->path = g_file_get_path (file);
  ikrar_page_run (IKRAR_PAGE (self), &work);
}

static void
save_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_save (widget, _ ("Save Calendar File"), "kegiatan.ics", on_calendar_chosen,
                           NULL);
}

static void
hand_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_exchange_hand_on (IKRAR_PAGE (widget), IKRAR_EVENT_PAGE (widget)->event);
}

static void
take_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_exchange_take_in (IKRAR_PAGE (widget));
}

static void
show_differences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_exchange_show_differences (IKRAR_PAGE (widget), IKRAR_EVENT_PAGE (widget)->event);
}

static void
show_imports (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventPage *self = IKRAR_EVENT_PAGE (widget);

  ikrar_update_batches_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                ikrar_page_get_context (IKRAR_PAGE (self)), self->event);
}

static void
ikrar_event_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EVENT_PAGE);
  G_OBJECT_CLASS (ikrar_event_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const IkrarAction actions[] = {
    { "event.edit", NULL, pass_to_window },
    { "event.import-roster", NULL, pass_to_window },
    { "event.paste-roster", NULL, paste_roster },
    { "event.open-desk", NULL, pass_to_window },
    { "event.open-stage", NULL, pass_to_window },
    { "event.open-signing", NULL, pass_to_window },
    { "event.copy", NULL, copy_event },
    { "event.save-calendar", NULL, save_calendar },
    { "event.remove", NULL, remove_event },
    { "event.hand-on", NULL, hand_on },
    { "event.take-in", NULL, take_in },
    { "event.show-differences", NULL, show_differences },
    { "event.show-imports", NULL, show_imports },
    { "page.search", NULL, pass_to_view },
    { "page.print", NULL, pass_to_view },
  };

  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}

static void
ikrar_event_page_class_init (IkrarEventPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_event_page_dispose;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_event_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/event-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventPage, views);
  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "event.paste-roster", NULL);
}

static void
add_views (IkrarEventPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = g_object_new (views[i].get_type (), NULL);

      g_object_bind_property (self, "context", view, "context", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "folded", view, "folded", G_BINDING_SYNC_CREATE);
      adw_view_stack_add_titled (self->views, view, views[i].name, _ (views[i].title));
      adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->views, view),
                                         views[i].icon_name);
    }
}

static void
ikrar_event_page_init (IkrarEventPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_views (self);
  ikrar_import_intake_accept (GTK_WIDGET (self), take_roster);
}

void
ikrar_event_page_set_event (IkrarEventPage *self, IkrarId event)
{
  g_return_if_fail (IKRAR_IS_EVENT_PAGE (self));

  self->event = event;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    g_object_set (adw_view_stack_get_child_by_name (self->views, views[i].name), "event", event,
                  NULL);
  ikrar_page_refresh (IKRAR_PAGE (self));
}

void
ikrar_event_page_show_view (IkrarEventPage *self, const char *view)
{
  g_return_if_fail (IKRAR_IS_EVENT_PAGE (self));

  adw_view_stack_set_visible_child_name (self->views, view);
}
