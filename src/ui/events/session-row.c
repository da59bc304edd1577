/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/session-row.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

#include "ui/common/clock-row.h"
#include "ui/common/date-row.h"

#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

struct _IkrarSessionRow
{
  AdwExpanderRow parent_instance;

  /* Template widgets */
  GtkWidget *remove_button;
  IkrarEntryRow *title_row;
  IkrarDateRow *day_row;
  IkrarClockRow *start_row;
  IkrarClockRow *end_row;

  IkrarEvent event; /* its times only */
  IkrarId id;
  int position;
  /* Whole days of a session that goes on over several: nobody enters them here, none is lost. */
  IkrarTime whole_days;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarSessionRow, ikrar_session_row, ADW_TYPE_EXPANDER_ROW)

static void
update_header (IkrarSessionRow *self)
{
  g_autofree char *title = ikrar_entry_row_dup_text (self->title_row);
  g_autoptr (IkrarEventSession) session = ikrar_session_row_collect (self, &self->event, NULL);
  g_autofree char *day = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *text = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *title != '\0' ? title : _ ("New Session"));
  if (session->start_at != 0)
    {
      day = ikrar_time_format_date (session->start_at, self->event.zone);
      hours = ikrar_time_format_hours (session->start_at, session->end_at, self->event.zone);
      /* Translators: %1$s is a date, %2$s are hours. */
      text = g_strdup_printf (_ ("%1$s, %2$s"), day, hours);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text != NULL ? text : "");
}

static void
on_remove_clicked (IkrarSessionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
ikrar_session_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SESSION_ROW);
  G_OBJECT_CLASS (ikrar_session_row_parent_class)->dispose (object);
}

static void
ikrar_session_row_class_init (IkrarSessionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_session_row_dispose;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IKRAR_TYPE_DATE_ROW);
  g_type_ensure (IKRAR_TYPE_CLOCK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/session-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSessionRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarSessionRow, title_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSessionRow, day_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSessionRow, start_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarSessionRow, end_row);
  gtk_widget_class_bind_template_callback (widget_class, update_header);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
ikrar_session_row_init (IkrarSessionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
take_times (IkrarSessionRow *self, const IkrarEvent *event)
{
  self->event.start_at = event->start_at;
  self->event.end_at = event->end_at;
  self->event.zone = event->zone;
}

static void
show_start (IkrarSessionRow *self, const IkrarEventSession *session, const IkrarEvent *event)
{
  IkrarMoment moment;

  ikrar_time_split (session->start_at, event->zone, &moment);
  if (ikrar_time_today (session->start_at, event->zone) !=
      ikrar_time_today (event->start_at, event->zone))
    ikrar_date_row_set (self->day_row, moment.year, moment.month, moment.day);
  ikrar_clock_row_set (self->start_row, moment.hour, moment.minute);
}

/* Times that are the event's are left empty. */
static void
show_times (IkrarSessionRow *self, const IkrarEventSession *session, const IkrarEvent *event)
{
  IkrarMoment moment;

  if (session->start_at == 0 ||
      (session->start_at == event->start_at && session->end_at == event->end_at))
    return;
  show_start (self, session, event);
  if (session->end_at == 0)
    return;
  self->whole_days = (session->end_at - session->start_at) / DAY_MS * DAY_MS;
  ikrar_time_split (session->end_at, event->zone, &moment);
  ikrar_clock_row_set (self->end_row, moment.hour, moment.minute);
}

GtkWidget *
ikrar_session_row_new (const IkrarEventSession *session, const IkrarEvent *event)
{
  IkrarSessionRow *self = g_object_new (IKRAR_TYPE_SESSION_ROW, NULL);

  self->id = session->id;
  self->position = session->position;
  take_times (self, event);
  ikrar_entry_row_set_text (self->title_row, session->title);
  show_times (self, session, event);
  update_header (self);
  return GTK_WIDGET (self);
}

static gboolean
is_blank (gpointer row)
{
  return ikrar_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* Day and hour as entered, those of the event where nothing is entered; 0 if something is wrong. */
static IkrarTime
collect_moment (IkrarSessionRow *self,
                IkrarClockRow *clock_row,
                const IkrarEvent *event,
                GArray *problems)
{
  IkrarMoment moment;
  gboolean day_ok, clock_ok;

  ikrar_time_split (event->start_at, event->zone, &moment);
  day_ok = is_blank (self->day_row) ||
           ikrar_date_row_get (self->day_row, &moment.year, &moment.month, &moment.day);
  clock_ok = is_blank (clock_row) || ikrar_clock_row_get (clock_row, &moment.hour, &moment.minute);
  if (!day_ok)
    ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (self->day_row),
                                 _ ("Write the day like 7 November 2026 or 7/11/2026"), problems);
  if (!clock_ok)
    ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (clock_row), _ ("Write the time like 08.30"),
                                 problems);
  if (!day_ok || !clock_ok || event->start_at == 0)
    return 0;
  return ikrar_time_join (event->zone, moment.year, moment.month, moment.day, moment.hour,
                          moment.minute);
}

/* An hour before the one of the start is past midnight, if the event goes on so long. */
static IkrarTime
collect_end (IkrarSessionRow *self, const IkrarEvent *event, IkrarTime start_at, GArray *problems)
{
  IkrarTime end_at = collect_moment (self, self->end_row, event, problems);

  if (end_at == 0)
    return 0;
  if (end_at < start_at && end_at + DAY_MS <= event->end_at)
    end_at += DAY_MS;
  return end_at + self->whole_days;
}

static gboolean
is_as_event (IkrarSessionRow *self)
{
  return is_blank (self->day_row) && is_blank (self->start_row) && is_blank (self->end_row);
}

static void
collect_times (IkrarSessionRow *self,
               const IkrarEvent *event,
               IkrarEventSession *session,
               GArray *problems)
{
  session->start_at = event->start_at;
  session->end_at = event->end_at;
  if (is_as_event (self))
    return;
  session->start_at = collect_moment (self, self->start_row, event, problems);
  session->end_at = 0;
  if (is_blank (self->end_row))
    return;
  session->end_at = collect_end (self, event, session->start_at, problems);
  if (session->end_at != 0 && session->start_at != 0 && session->end_at < session->start_at)
    ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (self->end_row),
                                 _ ("The session ends before it starts"), problems);
}

IkrarEventSession *
ikrar_session_row_collect (IkrarSessionRow *self, const IkrarEvent *event, GArray *problems)
{
  IkrarEventSession *session = g_new0 (IkrarEventSession, 1);

  g_return_val_if_fail (IKRAR_IS_SESSION_ROW (self), session);

  session->id = self->id;
  session->event_id = event->id;
  session->position = self->position;
  session->title = ikrar_entry_row_dup_text (self->title_row);
  if (*session->title == '\0')
    ikrar_entry_row_add_problem (self->title_row, _ ("Give the session a title"), problems);
  collect_times (self, event, session, problems);
  return session;
}

void
ikrar_session_row_set_event (IkrarSessionRow *self, const IkrarEvent *event)
{
  g_return_if_fail (IKRAR_IS_SESSION_ROW (self));

  take_times (self, event);
  update_header (self);
}

void
ikrar_session_row_set_removable (IkrarSessionRow *self, gboolean removable)
{
  g_return_if_fail (IKRAR_IS_SESSION_ROW (self));

  gtk_widget_set_sensitive (self->remove_button, removable);
}
