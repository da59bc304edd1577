/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/sessions-group.h"

#include <glib/gi18n-lib.h>

#include "ui/events/session-row.h"

struct _IkrarSessionsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  GPtrArray *rows; /* the rows, which the group holds too */

  IkrarEvent event; /* its times only */
};

G_DEFINE_FINAL_TYPE (IkrarSessionsGroup, ikrar_sessions_group, ADW_TYPE_PREFERENCES_GROUP)

/* An event keeps at least one session. */
static void
update_remove (IkrarSessionsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    ikrar_session_row_set_removable (g_ptr_array_index (self->rows, i), self->rows->len > 1);
}

static void
on_row_removed (IkrarSessionRow *row, IkrarSessionsGroup *self)
{
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_remove (self->rows, row);
  update_remove (self);
}

static GtkWidget *
add_row (IkrarSessionsGroup *self, const IkrarEventSession *session, const IkrarEvent *event)
{
  GtkWidget *row = ikrar_session_row_new (session, event);

  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  update_remove (self);
  return row;
}

static void
on_add_clicked (IkrarSessionsGroup *self)
{
  /* Sessions are named on official papers: Indonesian in any language of the window. */
  g_autofree char *title = g_strdup_printf ("Sesi %u", self->rows->len + 1);
  const IkrarEventSession session = { .title = title };
  GtkWidget *row = add_row (self, &session, &self->event);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static void
ikrar_sessions_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SESSIONS_GROUP);
  G_OBJECT_CLASS (ikrar_sessions_group_parent_class)->dispose (object);
}

static void
ikrar_sessions_group_finalize (GObject *object)
{
  g_ptr_array_unref (IKRAR_SESSIONS_GROUP (object)->rows);
  G_OBJECT_CLASS (ikrar_sessions_group_parent_class)->finalize (object);
}

static void
ikrar_sessions_group_class_init (IkrarSessionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_sessions_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_sessions_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/sessions-group.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
ikrar_sessions_group_init (IkrarSessionsGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_times (IkrarSessionsGroup *self, const IkrarEvent *event)
{
  self->event.start_at = event->start_at;
  self->event.end_at = event->end_at;
  self->event.zone = event->zone;
}

void
ikrar_sessions_group_show (IkrarSessionsGroup *self, const IkrarEventDraft *draft)
{
  g_return_if_fail (IKRAR_IS_SESSIONS_GROUP (self));

  take_times (self, draft->event);
  for (guint i = 0; i < draft->sessions->len; i++)
    add_row (self, g_ptr_array_index (draft->sessions, i), draft->event);
  if (draft->sessions->len == 0)
    add_row (self, &(const IkrarEventSession){ .title = (char *) "Sesi 1" }, draft->event);
}

void
ikrar_sessions_group_collect (IkrarSessionsGroup *self, IkrarEventDraft *draft, GArray *problems)
{
  g_return_if_fail (IKRAR_IS_SESSIONS_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (draft->sessions, ikrar_session_row_collect (g_ptr_array_index (self->rows, i),
                                                                 draft->event, problems));
}

void
ikrar_sessions_group_set_event (IkrarSessionsGroup *self, const IkrarEvent *event)
{
  g_return_if_fail (IKRAR_IS_SESSIONS_GROUP (self));

  take_times (self, event);
  for (guint i = 0; i < self->rows->len; i++)
    ikrar_session_row_set_event (g_ptr_array_index (self->rows, i), event);
}
