/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/window/window.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/institution.h"
#include "store/ledger.h"

#include "ui/common/page.h"
#include "ui/events/event-page.h"
#include "ui/events/events-page.h"
#include "ui/people/people-page.h"
#include "ui/pledge/pledges-page.h"
#include "ui/reports/overview-page.h"
#include "ui/reports/reports-page.h"
#include "ui/window/link-pill.h"
#include "ui/window/navigation-row.h"
#include "ui/window/trouble-page.h"
#include "ui/window/wind-up.h"
#include "ui/window/window-private.h"

struct _IkrarWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkStack *root;
  AdwLeaflet *leaflet;
  GtkLabel *institution_label;
  GtkListBox *navigation;
  GtkStack *pages;
  GtkImage *seal_icon;
  GtkLabel *seal_title;
  GtkLabel *seal_subtitle;
  IkrarTroublePage *trouble_page;

  /* Owned */
  IkrarContext *context;
  GSettings *settings;
  GCancellable *cancellable; /* cancelled when the window closes */
  gboolean opened;           /* the database could be read before */
  gboolean closing;
};

/* What the sidebar shows. */
typedef struct
{
  char *institution;
  gint64 events;
  gint64 people;
  IkrarLedgerState ledger;
  IkrarZone zone;
} Glance;

G_DEFINE_FINAL_TYPE (IkrarWindow, ikrar_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  GType (*get_type) (void);
} pages[] = {
  { "overview", "go-home-symbolic", N_ ("Overview"), ikrar_overview_page_get_type },
  { "events", "x-office-calendar-symbolic", N_ ("Events"), ikrar_events_page_get_type },
  { "people", "system-users-symbolic", N_ ("People"), ikrar_people_page_get_type },
  { "pledges", "ikrar-pledge-symbolic", N_ ("Pledges"), ikrar_pledges_page_get_type },
  { "reports", "x-office-spreadsheet-symbolic", N_ ("Reports"), ikrar_reports_page_get_type },
};

static void
glance_free (Glance *glance)
{
  g_free (glance->institution);
  ikrar_ledger_state_clear (&glance->ledger);
  g_free (glance);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Glance, glance_free)

static gpointer
load_glance (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  g_autoptr (Glance) glance = g_new0 (Glance, 1);
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (store, error);
  IkrarDb *db = ikrar_store_get_db (store);

  if (institution == NULL || !ikrar_db_get_int (db, "event_count", &glance->events, error, "") ||
      !ikrar_db_get_int (db, "person_count", &glance->people, error, "") ||
      !ikrar_ledger_get_state (store, &glance->ledger, error))
    return NULL;
  glance->zone = institution->zone;
  glance->institution =
      *institution->government != '\0'
          ? g_strdup_printf ("%s %s", institution->short_name, institution->government)
          : g_strdup (institution->short_name);
  return g_steal_pointer (&glance);
}

static void
show_count (IkrarWindow *self, const char *page, gint64 count)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->navigation, i)) != NULL; i++)
    if (g_str_equal (ikrar_navigation_row_get_page (IKRAR_NAVIGATION_ROW (row)), page))
      ikrar_navigation_row_set_count (IKRAR_NAVIGATION_ROW (row), count);
}

static void
show_seal (IkrarWindow *self, const Glance *glance)
{
  const IkrarLedgerState *ledger = &glance->ledger;
  g_autofree char *day = ikrar_time_format_date (ledger->checkpoint_at, glance->zone);
  g_autofree char *clock = ikrar_time_format_clock (ledger->checkpoint_at, glance->zone);
  g_autofree char *sealed = NULL;

  gtk_image_set_from_icon_name (self->seal_icon, ledger->size > 0 ? "security-high-symbolic"
                                                                  : "changes-prevent-symbolic");
  if (ledger->size > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->seal_icon), "present");
  gtk_label_set_label (self->seal_title,
                       ledger->size > 0 ? _ ("Records sealed") : _ ("No records yet"));
  if (ledger->checkpoint_at != 0)
    /* Translators: %1$s is a date, %2$s a time. */
    sealed = g_strdup_printf (_ ("Signed %1$s, %2$s"), day, clock);
  gtk_label_set_label (self->seal_subtitle,
                       sealed != NULL ? sealed : _ ("Sealing starts by itself"));
}

static gboolean
has_trouble (IkrarWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->root), "trouble");
}

static void
show_trouble (IkrarWindow *self, const GError *error)
{
  gtk_stack_set_visible_child_name (self->root, "trouble");
  ikrar_trouble_page_show (self->trouble_page, self->context, error);
}

/* Pages could not be read meanwhile. */
static void
leave_trouble (IkrarWindow *self)
{
  if (!has_trouble (self))
    return;
  gtk_stack_set_visible_child_name (self->root, "main");
  g_signal_emit_by_name (self->context, "changed");
}

static void
on_glance_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarWindow *self = owner;
  g_autoptr (Glance) glance = output;

  if (error != NULL)
    {
      /* What was open stays when the server goes: the header tells, and the desk goes on. */
      if (!(self->opened && g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST)))
        show_trouble (self, error);
      return;
    }
  self->opened = TRUE;
  leave_trouble (self);
  gtk_label_set_label (self->institution_label, glance->institution);
  show_count (self, "events", glance->events);
  show_count (self, "people", glance->people);
  show_seal (self, glance);
}

static void
refresh_glance (IkrarWindow *self)
{
  const IkrarWork work = {
    .func = load_glance,
    .free_output = (GDestroyNotify) glance_free,
    .done = on_glance_loaded,
    .shown = TRUE,
  };

  ikrar_work_start (self->context, self, self->cancellable, &work);
}

static void
add_page (IkrarWindow *self, const char *name, GType type)
{
  GtkWidget *page = g_object_new (type, "context", self->context, NULL);

  g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->pages, page, name);
}

static void
add_pages (IkrarWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      add_page (self, pages[i].name, pages[i].get_type ());
      gtk_list_box_append (
          self->navigation,
          ikrar_navigation_row_new (pages[i].name, pages[i].icon_name, _ (pages[i].title)));
    }
  add_page (self, "event", IKRAR_TYPE_EVENT_PAGE);
}

/* The sidebar's row of a page; an event belongs to the events. */
static void
select_row (IkrarWindow *self, const char *page)
{
  GtkListBoxRow *row;
  const char *name = g_str_equal (page, "event") ? "events" : page;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->navigation, i)) != NULL; i++)
    if (g_str_equal (ikrar_navigation_row_get_page (IKRAR_NAVIGATION_ROW (row)), name) &&
        !gtk_list_box_row_is_selected (row))
      gtk_list_box_select_row (self->navigation, row);
}

static void
on_navigation_row_selected (GtkListBox *navigation, GtkListBoxRow *row, IkrarWindow *self)
{
  const char *shown;
  const char *page;

  /* The list empties after the stack is gone when the window goes. */
  if (row == NULL || self->pages == NULL)
    return;
  shown = gtk_stack_get_visible_child_name (self->pages);
  page = ikrar_navigation_row_get_page (IKRAR_NAVIGATION_ROW (row));
  if (!(g_strcmp0 (shown, "event") == 0 && g_str_equal (page, "events")))
    gtk_stack_set_visible_child_name (self->pages, page);
}

static void
on_navigation_row_activated (GtkListBox *navigation, GtkListBoxRow *row, IkrarWindow *self)
{
  ikrar_window_show_page (self, ikrar_navigation_row_get_page (IKRAR_NAVIGATION_ROW (row)));
}

static void
on_retry (IkrarWindow *self)
{
  refresh_glance (self);
}

static void
save_state (IkrarWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
ikrar_window_close_request (GtkWindow *window)
{
  IkrarWindow *self = IKRAR_WINDOW (window);

  save_state (self);
  if (self->closing || has_trouble (self))
    return GTK_WINDOW_CLASS (ikrar_window_parent_class)->close_request (window);
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  ikrar_wind_up (self->context, self);
  return TRUE;
}

static void
ikrar_window_dispose (GObject *object)
{
  IkrarWindow *self = IKRAR_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ikrar_window_parent_class)->dispose (object);
}

static void
ikrar_window_finalize (GObject *object)
{
  IkrarWindow *self = IKRAR_WINDOW (object);

  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ikrar_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IKRAR_TYPE_LINK_PILL);
  g_type_ensure (IKRAR_TYPE_TROUBLE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, root);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, institution_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, seal_icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, seal_title);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, seal_subtitle);
  gtk_widget_class_bind_template_child (widget_class, IkrarWindow, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, on_navigation_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_navigation_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
ikrar_window_class_init (IkrarWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ikrar_window_close_request;
  bind_template (GTK_WIDGET_CLASS (klass));
  _ikrar_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_window_init (IkrarWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new ("id.ikrar.Ikrar");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

IkrarWindow *
ikrar_window_new (GtkApplication *application, IkrarContext *context)
{
  IkrarWindow *self = g_object_new (IKRAR_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh_glance), self,
                           G_CONNECT_SWAPPED);
  add_pages (self);
  ikrar_window_show_page (self, "overview");
  refresh_glance (self);
  ikrar_context_watch (context);
  return self;
}

gboolean
ikrar_window_has_trouble (IkrarWindow *self)
{
  g_return_val_if_fail (IKRAR_IS_WINDOW (self), FALSE);

  return has_trouble (self);
}

IkrarContext *
ikrar_window_get_context (IkrarWindow *self)
{
  g_return_val_if_fail (IKRAR_IS_WINDOW (self), NULL);

  return self->context;
}

GtkWidget *
ikrar_window_get_page (IkrarWindow *self)
{
  g_return_val_if_fail (IKRAR_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child (self->pages);
}

void
ikrar_window_show_page (IkrarWindow *self, const char *page)
{
  g_return_if_fail (IKRAR_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->pages, page);
  select_row (self, page);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

void
ikrar_window_show_event (IkrarWindow *self, IkrarId event, const char *view)
{
  GtkWidget *page;

  g_return_if_fail (IKRAR_IS_WINDOW (self));

  page = gtk_stack_get_child_by_name (self->pages, "event");
  ikrar_event_page_set_event (IKRAR_EVENT_PAGE (page), event);
  ikrar_event_page_show_view (IKRAR_EVENT_PAGE (page), view);
  ikrar_window_show_page (self, "event");
}

void
ikrar_window_go_back (IkrarWindow *self)
{
  g_return_if_fail (IKRAR_IS_WINDOW (self));

  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "event"))
    ikrar_window_show_page (self, "events");
  else
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}
