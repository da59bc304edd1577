/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/progress-strip.h"

#define DELAY_MS 400

struct _IkrarProgressStrip
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *bar;

  guint delay_source;
};

enum
{
  SIGNAL_CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarProgressStrip, ikrar_progress_strip, GTK_TYPE_WIDGET)

static gboolean
on_delay_over (gpointer user_data)
{
  IkrarProgressStrip *self = user_data;

  self->delay_source = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_cancel_clicked (IkrarProgressStrip *self)
{
  ikrar_progress_strip_stop (self);
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
ikrar_progress_strip_dispose (GObject *object)
{
  IkrarProgressStrip *self = IKRAR_PROGRESS_STRIP (object);

  g_clear_handle_id (&self->delay_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PROGRESS_STRIP);
  G_OBJECT_CLASS (ikrar_progress_strip_parent_class)->dispose (object);
}

static void
ikrar_progress_strip_class_init (IkrarProgressStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_progress_strip_dispose;

  /**
   * IkrarProgressStrip::cancelled:
   *
   * The user pressed Cancel; the strip is hidden already.
   */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/progress-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarProgressStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, IkrarProgressStrip, label);
  gtk_widget_class_bind_template_child (widget_class, IkrarProgressStrip, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
ikrar_progress_strip_init (IkrarProgressStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_progress_strip_start (IkrarProgressStrip *self, const char *text)
{
  g_return_if_fail (IKRAR_IS_PROGRESS_STRIP (self));

  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, 0);
  if (self->delay_source == 0 && !gtk_revealer_get_reveal_child (self->revealer))
    self->delay_source = g_timeout_add (DELAY_MS, on_delay_over, self);
}

void
ikrar_progress_strip_set (IkrarProgressStrip *self, guint64 done, guint64 total)
{
  g_return_if_fail (IKRAR_IS_PROGRESS_STRIP (self));

  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) done / total));
  else
    gtk_progress_bar_pulse (self->bar);
}

void
ikrar_progress_strip_stop (IkrarProgressStrip *self)
{
  g_return_if_fail (IKRAR_IS_PROGRESS_STRIP (self));

  g_clear_handle_id (&self->delay_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
