/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/events/times-group.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

#include "ui/common/clock-row.h"
#include "ui/common/date-row.h"

struct _IkrarTimesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  IkrarDateRow *first_day_row;
  IkrarDateRow *last_day_row;
  IkrarClockRow *start_row;
  IkrarClockRow *end_row;
  AdwComboRow *zone_row;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarTimesGroup, ikrar_times_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_changed (IkrarTimesGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ikrar_times_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_TIMES_GROUP);
  G_OBJECT_CLASS (ikrar_times_group_parent_class)->dispose (object);
}

static void
ikrar_times_group_class_init (IkrarTimesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_times_group_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (IKRAR_TYPE_DATE_ROW);
  g_type_ensure (IKRAR_TYPE_CLOCK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/times-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarTimesGroup, first_day_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarTimesGroup, last_day_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarTimesGroup, start_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarTimesGroup, end_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarTimesGroup, zone_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
ikrar_times_group_init (IkrarTimesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_moment (IkrarTime time, IkrarZone zone, IkrarDateRow *day_row, IkrarClockRow *clock_row)
{
  IkrarMoment moment = { .hour = -1 };

  if (time != 0)
    ikrar_time_split (time, zone, &moment);
  ikrar_date_row_set (day_row, moment.year, moment.month, moment.day);
  ikrar_clock_row_set (clock_row, moment.hour, moment.minute);
}

void
ikrar_times_group_show (IkrarTimesGroup *self, const IkrarEvent *event)
{
  gboolean same_day = event->end_at != 0 && ikrar_time_today (event->start_at, event->zone) ==
                                                ikrar_time_today (event->end_at, event->zone);

  g_return_if_fail (IKRAR_IS_TIMES_GROUP (self));

  show_moment (event->start_at, event->zone, self->first_day_row, self->start_row);
  show_moment (event->end_at, event->zone, self->last_day_row, self->end_row);
  if (same_day)
    ikrar_date_row_set (self->last_day_row, 0, 0, 0);
  adw_combo_row_set_selected (self->zone_row, event->zone);
}

static gboolean
is_blank (gpointer row)
{
  return ikrar_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static const char *
find_day_problem (gpointer row)
{
  return is_blank (row) ? _ ("Enter the day")
                        : _ ("Write the day like 7 November 2026 or 7/11/2026");
}

static IkrarTime
collect_start (IkrarTimesGroup *self, IkrarZone zone, GArray *problems)
{
  int year, month, day, hour, minute;
  gboolean has_day = ikrar_date_row_get (self->first_day_row, &year, &month, &day);
  gboolean has_time = ikrar_clock_row_get (self->start_row, &hour, &minute);

  if (!has_day)
    ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (self->first_day_row),
                                 find_day_problem (self->first_day_row), problems);
  if (!has_time)
    ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (self->start_row), _ ("Write the time like 08.30"),
                                 problems);
  return has_day && has_time ? ikrar_time_join (zone, year, month, day, hour, minute) : 0;
}

/* The end, 0 for an open one: the last day is the first one if it is left out, and an event of
 * several days without an hour ends with its last day. */
static IkrarTime
collect_end (IkrarTimesGroup *self, IkrarZone zone, GArray *problems)
{
  int year, month, day, hour = 23, minute = 59;
  IkrarDateRow *day_row = is_blank (self->last_day_row) ? self->first_day_row : self->last_day_row;
  gboolean has_day = ikrar_date_row_get (day_row, &year, &month, &day);

  if (is_blank (self->end_row) && is_blank (self->last_day_row))
    return 0;
  if (!has_day && day_row == self->last_day_row)
    ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (day_row), find_day_problem (day_row), problems);
  if (!is_blank (self->end_row) && !ikrar_clock_row_get (self->end_row, &hour, &minute))
    {
      ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (self->end_row), _ ("Write the time like 08.30"),
                                   problems);
      return 0;
    }
  return has_day ? ikrar_time_join (zone, year, month, day, hour, minute) : 0;
}

void
ikrar_times_group_collect (IkrarTimesGroup *self, IkrarEvent *event, GArray *problems)
{
  g_return_if_fail (IKRAR_IS_TIMES_GROUP (self));

  event->zone = adw_combo_row_get_selected (self->zone_row);
  event->start_at = collect_start (self, event->zone, problems);
  event->end_at = collect_end (self, event->zone, problems);
  if (event->start_at == 0 || event->end_at == 0 || event->end_at >= event->start_at)
    return;
  ikrar_entry_row_add_problem (IKRAR_ENTRY_ROW (is_blank (self->last_day_row)
                                                    ? (gpointer) self->end_row
                                                    : (gpointer) self->last_day_row),
                               _ ("The event ends before it starts"), problems);
}

char *
ikrar_times_group_dup_written (IkrarTimesGroup *self)
{
  g_return_val_if_fail (IKRAR_IS_TIMES_GROUP (self), NULL);

  return g_strjoin ("\n", gtk_editable_get_text (GTK_EDITABLE (self->first_day_row)),
                    gtk_editable_get_text (GTK_EDITABLE (self->start_row)),
                    gtk_editable_get_text (GTK_EDITABLE (self->end_row)),
                    gtk_editable_get_text (GTK_EDITABLE (self->last_day_row)), NULL);
}
