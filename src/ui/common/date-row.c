/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/date-row.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/text.h"

struct _IkrarDateRow
{
  IkrarEntryRow parent_instance;

  /* Template widgets */
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (IkrarDateRow, ikrar_date_row, IKRAR_TYPE_ENTRY_ROW)

/* Writes a day that was typed the way papers print it, or says how to type it. */
static void
ikrar_date_row_left (IkrarEntryRow *row)
{
  IkrarDateRow *self = IKRAR_DATE_ROW (row);
  int year, month, day;

  if (ikrar_date_row_get (self, &year, &month, &day))
    ikrar_date_row_set (self, year, month, day);
  else if (!ikrar_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self))))
    ikrar_entry_row_refuse (row, _ ("Write the day like 7 November 2026 or 7/11/2026"));
}

static void
on_popover_show (IkrarDateRow *self)
{
  g_autoptr (GDateTime) shown = NULL;
  int year, month, day;

  if (ikrar_date_row_get (self, &year, &month, &day))
    shown = g_date_time_new_local (year, month, day, 0, 0, 0);
  if (shown != NULL)
    gtk_calendar_select_day (self->calendar, shown);
}

static void
on_day_selected (IkrarDateRow *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->calendar)))
    return;
  ikrar_date_row_set (self, g_date_time_get_year (chosen), g_date_time_get_month (chosen),
                      g_date_time_get_day_of_month (chosen));
}

static void
ikrar_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DATE_ROW);
  G_OBJECT_CLASS (ikrar_date_row_parent_class)->dispose (object);
}

static void
ikrar_date_row_class_init (IkrarDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_date_row_dispose;
  IKRAR_ENTRY_ROW_CLASS (klass)->left = ikrar_date_row_left;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDateRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
}

static void
ikrar_date_row_init (IkrarDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
ikrar_date_row_get (IkrarDateRow *self, int *year, int *month, int *day)
{
  g_return_val_if_fail (IKRAR_IS_DATE_ROW (self), FALSE);

  return ikrar_date_parse (gtk_editable_get_text (GTK_EDITABLE (self)), year, month, day);
}

void
ikrar_date_row_set (IkrarDateRow *self, int year, int month, int day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (IKRAR_IS_DATE_ROW (self));

  if (year != 0)
    text = g_strdup_printf ("%d %s %d", day, ikrar_month_name (month), year);
  ikrar_entry_row_set_text (IKRAR_ENTRY_ROW (self), text);
}
