/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/state-counts.h"

#include <glib/gi18n-lib.h>

#include "core/number-word.h"

#include "ui/common/desk-shares.h"
#include "ui/common/pill.h"
#include "ui/common/share-bar.h"
#include "ui/common/status.h"

struct _IkrarStateCounts
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *present_label;
  GtkLabel *rate_label;
  IkrarShareBar *bar;
  GtkFlowBox *states;
  GtkLabel *desks_label;
};

G_DEFINE_FINAL_TYPE (IkrarStateCounts, ikrar_state_counts, ADW_TYPE_BIN)

static void
ikrar_state_counts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_STATE_COUNTS);
  G_OBJECT_CLASS (ikrar_state_counts_parent_class)->dispose (object);
}

static void
ikrar_state_counts_class_init (IkrarStateCountsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_state_counts_dispose;
  g_type_ensure (IKRAR_TYPE_SHARE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/state-counts.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarStateCounts, present_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarStateCounts, rate_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarStateCounts, bar);
  gtk_widget_class_bind_template_child (widget_class, IkrarStateCounts, states);
  gtk_widget_class_bind_template_child (widget_class, IkrarStateCounts, desks_label);
}

static void
ikrar_state_counts_init (IkrarStateCounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_state (IkrarAttendance state, guint people)
{
  IkrarStatus status = ikrar_status_of_attendance (state);
  g_autofree char *number = ikrar_number_thousands (people);
  /* Translators: %1$s is a state such as Present, %2$s a number of people. */
  g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"), status.label, number);
  GtkWidget *pill = ikrar_pill_new ();

  ikrar_pill_set (IKRAR_PILL (pill), status.css_class, status.icon_name, label);
  return pill;
}

static void
fill_states (IkrarStateCounts *self, const IkrarAttendanceCount *count)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->states, 0)) != NULL)
    gtk_flow_box_remove (self->states, GTK_WIDGET (child));
  for (guint i = 1; i <= IKRAR_N_ATTENDANCES; i++)
    {
      IkrarAttendance state = i % IKRAR_N_ATTENDANCES; /* those not recorded come last */

      if (count->by_state[state] > 0)
        gtk_flow_box_append (self->states, new_state (state, count->by_state[state]));
    }
}

void
ikrar_state_counts_set (IkrarStateCounts *self, const IkrarAttendanceCount *count)
{
  guint present, represented;
  g_autofree char *number = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *invited = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (IKRAR_IS_STATE_COUNTS (self));

  present = ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_PRESENT);
  represented = ikrar_attendance_count_group (count, IKRAR_ATTENDANCE_GROUP_REPRESENTED);
  number = ikrar_number_thousands (present);
  rate = ikrar_number_percent (ikrar_attendance_count_rate (count));
  invited = ikrar_number_thousands (count->invited);
  /* Translators: %1$s is a percentage, %2$s the number of people it is of. */
  text = g_strdup_printf (_ ("present, %1$s of %2$s invited"), rate, invited);
  gtk_label_set_label (self->present_label, number);
  gtk_label_set_label (self->rate_label, text);
  ikrar_share_bar_set (self->bar, present, represented, count->invited);
  fill_states (self, count);
}

void
ikrar_state_counts_set_desks (IkrarStateCounts *self, GPtrArray *desks)
{
  g_return_if_fail (IKRAR_IS_STATE_COUNTS (self));

  ikrar_desk_shares_show (self->desks_label, desks);
}
