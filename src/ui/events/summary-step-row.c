/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/events/summary-step-row.h"

#include <string.h>

struct _IkrarSummaryStepRow
{
  AdwActionRow parent_instance;

  /* Template widgets */
  GtkImage *badge;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (IkrarSummaryStepRow, ikrar_summary_step_row, ADW_TYPE_ACTION_ROW)

static void
ikrar_summary_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SUMMARY_STEP_ROW);
  G_OBJECT_CLASS (ikrar_summary_step_row_parent_class)->dispose (object);
}

static void
ikrar_summary_step_row_class_init (IkrarSummaryStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_summary_step_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/summary-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryStepRow, badge);
  gtk_widget_class_bind_template_child (widget_class, IkrarSummaryStepRow, button);
}

static void
ikrar_summary_step_row_init (IkrarSummaryStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GVariant *
make_target (const IkrarSummaryStep *step, IkrarId event)
{
  if (strcmp (step->action, "win.show-event") == 0)
    return g_variant_new ("(xs)", event, step->target);
  return step->target != NULL ? g_variant_new_string (step->target) : NULL;
}

GtkWidget *
ikrar_summary_step_row_new (const IkrarSummaryStep *step, IkrarId event)
{
  IkrarSummaryStepRow *self = g_object_new (IKRAR_TYPE_SUMMARY_STEP_ROW, "title", step->title,
                                            "subtitle", step->subtitle, NULL);

  gtk_image_set_from_icon_name (self->badge, step->icon_name);
  if (step->css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), step->css_class);
  gtk_button_set_label (self->button, step->verb);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), make_target (step, event));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), step->action);
  return GTK_WIDGET (self);
}
