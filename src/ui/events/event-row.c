/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/event-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/number-word.h"
#include "core/text.h"

#include "ui/common/pill.h"
#include "ui/common/status.h"
#include "ui/common/wrap-layout.h"

struct _IkrarEventRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *month_label;
  GtkLabel *day_label;
  GtkLabel *year_label;
  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkLabel *counts_label;
  IkrarPill *state_pill;

  /* Owned */
  char *search; /* folded title, place and year */

  IkrarId event;
};

G_DEFINE_FINAL_TYPE (IkrarEventRow, ikrar_event_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_event_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_EVENT_ROW);
  G_OBJECT_CLASS (ikrar_event_row_parent_class)->dispose (object);
}

static void
ikrar_event_row_finalize (GObject *object)
{
  g_free (IKRAR_EVENT_ROW (object)->search);
  G_OBJECT_CLASS (ikrar_event_row_parent_class)->finalize (object);
}

static void
ikrar_event_row_class_init (IkrarEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_event_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_event_row_finalize;
  g_type_ensure (IKRAR_TYPE_PILL);
  g_type_ensure (IKRAR_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, month_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, day_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, year_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarEventRow, state_pill);
}

static void
ikrar_event_row_init (IkrarEventRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_day (IkrarEventRow *self, const IkrarEvent *event)
{
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;
  IkrarMoment moment;

  ikrar_time_split (event->start_at, event->zone, &moment);
  month = g_strdup_printf ("%.3s", ikrar_month_name (moment.month));
  day = g_strdup_printf ("%d", moment.day);
  year = g_strdup_printf ("%d", moment.year);
  gtk_label_set_label (self->month_label, month);
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->year_label, year);
}

static void
show_counts (IkrarEventRow *self, const IkrarEventLine *line)
{
  g_autofree char *invited = ikrar_number_thousands (line->invited);
  g_autofree char *present = ikrar_number_thousands (line->present);
  g_autofree char *pledged = ikrar_number_thousands (line->pledged);
  g_autofree char *text = g_strdup_printf (
      /* Translators: numbers of people of an event. */
      _ ("%1$s invited · %2$s present · %3$s pledged"), invited, present, pledged);

  gtk_label_set_label (self->counts_label, text);
}

static void
show_place (IkrarEventRow *self, const IkrarEvent *event)
{
  g_autofree char *hours = ikrar_time_format_hours (event->start_at, event->end_at, event->zone);
  g_autofree char *text =
      *event->place != '\0' ? g_strdup_printf ("%s · %s", event->place, hours) : NULL;

  gtk_label_set_label (self->place_label, text != NULL ? text : hours);
}

GtkWidget *
ikrar_event_row_new (const IkrarEventLine *line)
{
  IkrarEventRow *self = g_object_new (IKRAR_TYPE_EVENT_ROW, NULL);
  const IkrarEvent *event = line->event;
  IkrarStatus status = ikrar_status_of_event (event->state);
  g_autofree char *day = ikrar_time_format_date (event->start_at, event->zone);
  g_autofree char *written = g_strjoin (" ", event->title, event->place, day, NULL);

  self->event = event->id;
  self->search = ikrar_text_fold (written);
  gtk_label_set_label (self->title_label, event->title);
  show_day (self, event);
  show_place (self, event);
  show_counts (self, line);
  ikrar_pill_set (self->state_pill, status.css_class, status.icon_name, status.label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  event->title, -1);
  return GTK_WIDGET (self);
}

IkrarId
ikrar_event_row_get_event (IkrarEventRow *self)
{
  g_return_val_if_fail (IKRAR_IS_EVENT_ROW (self), 0);

  return self->event;
}

gboolean
ikrar_event_row_matches (IkrarEventRow *self, GStrv words)
{
  g_return_val_if_fail (IKRAR_IS_EVENT_ROW (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->search, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
