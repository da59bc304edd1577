/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/events-page.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "store/event.h"

#include "ui/common/compat.h"
#include "ui/common/list.h"
#include "ui/common/notice.h"
#include "ui/events/event-row.h"
#include "ui/events/exchange.h"

struct _IkrarEventsPage
{
  IkrarPage parent_instance;

  /* Template widgets */
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list;

  /* Owned */
  GStrv words; /* what is searched, folded */
};

G_DEFINE_FINAL_TYPE (IkrarEventsPage, ikrar_events_page, IKRAR_TYPE_PAGE)

static gpointer
load (IkrarStore *store, gpointer unused, const IkrarProgress *progress, GError **error)
{
  return ikrar_event_list (store, error);
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer user_data)
{
  IkrarEventsPage *self = user_data;

  return self->words == NULL || ikrar_event_row_matches (IKRAR_EVENT_ROW (row), self->words);
}

static gboolean
has_wanted_row (IkrarEventsPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_wanted (row, self))
      return TRUE;
  return FALSE;
}

static void
update_stack (IkrarEventsPage *self)
{
  const char *child = "list";

  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    child = "empty";
  else if (!has_wanted_row (self))
    child = "no-results";
  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  IkrarEventsPage *self = owner;
  g_autoptr (GPtrArray) lines = output;

  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("The Events Cannot Be Read"), error);
      return;
    }
  ikrar_list_clear (self->list);
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->list, ikrar_event_row_new (g_ptr_array_index (lines, i)));
  update_stack (self);
}

static void
ikrar_events_page_refresh (IkrarPage *page)
{
  const IkrarWork work = {
    .func = load,
    .free_output = (GDestroyNotify) g_ptr_array_unref,
    .done = on_loaded,
    .shown = TRUE,
  };

  ikrar_page_run (page, &work);
}

static void
on_search_changed (IkrarEventsPage *self)
{
  g_autofree char *folded =
      ikrar_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_list_box_invalidate_filter (self->list);
  update_stack (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, IkrarEventsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-event", "(xs)",
                              ikrar_event_row_get_event (IKRAR_EVENT_ROW (row)), "summary");
}

static void
start_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarEventsPage *self = IKRAR_EVENTS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
take_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_exchange_take_in (IKRAR_PAGE (widget));
}

static void
ikrar_events_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EVENTS_PAGE);
  G_OBJECT_CLASS (ikrar_events_page_parent_class)->dispose (object);
}

static void
ikrar_events_page_finalize (GObject *object)
{
  g_strfreev (IKRAR_EVENTS_PAGE (object)->words);
  G_OBJECT_CLASS (ikrar_events_page_parent_class)->finalize (object);
}

static void
ikrar_events_page_class_init (IkrarEventsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_events_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_events_page_finalize;
  IKRAR_PAGE_CLASS (klass)->refresh = ikrar_events_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/events-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarEventsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "events.take-in", NULL, take_in);
}

static void
ikrar_events_page_init (IkrarEventsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
  ikrar_compat_set_placeholder (self->search_entry, _ ("Title, place or year"));
}
