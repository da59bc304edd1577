/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/desk-counts.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/fit-text.h"
#include "ui/common/share-bar.h"
#include "ui/desk/desk-words.h"

struct _IkrarDeskCounts
{
  AdwBin parent_instance;

  /* Template widgets */
  IkrarFitText *present_label;
  IkrarFitText *represented_label;
  IkrarFitText *unrecorded_label;
  GtkLabel *rate_label;
  GtkLabel *away_label;
  GtkLabel *forecast_label;
  GtkLabel *pace_label;
  IkrarShareBar *bar;
};

G_DEFINE_FINAL_TYPE (IkrarDeskCounts, ikrar_desk_counts, ADW_TYPE_BIN)

static void
ikrar_desk_counts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DESK_COUNTS);
  G_OBJECT_CLASS (ikrar_desk_counts_parent_class)->dispose (object);
}

static void
ikrar_desk_counts_class_init (IkrarDeskCountsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_desk_counts_dispose;
  g_type_ensure (IKRAR_TYPE_FIT_TEXT);
  g_type_ensure (IKRAR_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/desk-counts.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, present_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, represented_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, unrecorded_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, rate_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, away_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, forecast_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, pace_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarDeskCounts, bar);
}

static void
ikrar_desk_counts_init (IkrarDeskCounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_number (IkrarFitText *label, guint number)
{
  g_autofree char *text = ikrar_number_thousands (number);

  ikrar_fit_text_set_text (label, text);
}

static void
set_rate (IkrarDeskCounts *self, const IkrarAttendanceCount *count)
{
  g_autofree char *rate = ikrar_number_percent (ikrar_attendance_count_rate (count));
  g_autofree char *invited = ikrar_number_thousands (count->invited);
  /* Translators: %1$s is a percentage, %2$s the number of people it is of. */
  g_autofree char *text = g_strdup_printf (_ ("%1$s of %2$s invited"), rate, invited);

  gtk_label_set_label (self->rate_label, text);
}

/* The states add up to the base: who is neither present nor unrecorded is named. */
static void
set_away (IkrarDeskCounts *self, guint away)
{
  g_autofree char *number = ikrar_number_thousands (away);
  /* Translators: %s is a number of people with a reason, or without one. */
  g_autofree char *text = g_strdup_printf (_ ("%s away"), number);

  gtk_label_set_label (self->away_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->away_label), away > 0);
}

void
ikrar_desk_counts_set (IkrarDeskCounts *self, const IkrarAttendanceCount *count)
{
  guint present, represented, unrecorded;

  g_return_if_fail (IKRAR_IS_DESK_COUNTS (self));

  present = ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_PRESENT);
  represented = ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_REPRESENTED);
  unrecorded = ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_UNRECORDED);
  set_number (self->present_label, present);
  set_number (self->represented_label, represented);
  set_number (self->unrecorded_label, unrecorded);
  set_rate (self, count);
  set_away (self, count->invited - present - represented - unrecorded);
  ikrar_share_bar_set (self->bar, present, represented, count->invited);
}

void
ikrar_desk_counts_set_forecast (IkrarDeskCounts *self, const IkrarForecast *forecast)
{
  g_autofree char *text = NULL;
  g_autofree char *pace = NULL;

  g_return_if_fail (IKRAR_IS_DESK_COUNTS (self));

  text = ikrar_desk_forecast (forecast);
  pace = ikrar_desk_pace (forecast);
  gtk_label_set_label (self->forecast_label, text);
  gtk_label_set_label (self->pace_label, pace);
  gtk_widget_set_visible (GTK_WIDGET (self->forecast_label), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->pace_label), *pace != '\0');
}
