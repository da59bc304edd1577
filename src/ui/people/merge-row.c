/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/people/merge-row.h"

#include <glib/gi18n-lib.h>

struct _IkrarMergeRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *name_label;
  GtkLabel *same_label;
  GtkBox *sides;
  GtkCheckButton *keep_button;
  GtkCheckButton *other_button;
  GtkLabel *keep_label;
  GtkLabel *other_label;

  gboolean setting; /* whether the program chooses */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarMergeRow, ikrar_merge_row, GTK_TYPE_LIST_BOX_ROW)

/* One of the two goes off when the other goes on: once is enough. */
static void
on_toggled (IkrarMergeRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
ikrar_merge_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_MERGE_ROW);
  G_OBJECT_CLASS (ikrar_merge_row_parent_class)->dispose (object);
}

static void
ikrar_merge_row_class_init (IkrarMergeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_merge_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/merge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, same_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, sides);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, other_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, keep_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarMergeRow, other_label);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);

  /**
   * IkrarMergeRow::chosen:
   * @row: the row
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_merge_row_init (IkrarMergeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_merge_row_new (const char *name)
{
  IkrarMergeRow *self = g_object_new (IKRAR_TYPE_MERGE_ROW, NULL);

  gtk_label_set_label (self->name_label, name);
  return GTK_WIDGET (self);
}

static void
show_side (IkrarMergeRow *self, GtkCheckButton *button, GtkLabel *label, const char *value)
{
  const char *text = *value != '\0' ? value : _ ("Not known");
  g_autofree char *spoken =
      g_strdup_printf ("%s: %s", gtk_label_get_label (self->name_label), text);

  gtk_label_set_label (label, text);
  if (*value != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

void
ikrar_merge_row_show (IkrarMergeRow *self, const char *keep, const char *other, gboolean same)
{
  g_return_if_fail (IKRAR_IS_MERGE_ROW (self));

  show_side (self, self->keep_button, self->keep_label, keep);
  show_side (self, self->other_button, self->other_label, other);
  gtk_label_set_label (self->same_label, keep);
  gtk_widget_set_visible (GTK_WIDGET (self->same_label), same);
  gtk_widget_set_visible (GTK_WIDGET (self->sides), !same);
}

void
ikrar_merge_row_set_other (IkrarMergeRow *self, gboolean other)
{
  g_return_if_fail (IKRAR_IS_MERGE_ROW (self));

  self->setting = TRUE;
  gtk_check_button_set_active (other ? self->other_button : self->keep_button, TRUE);
  self->setting = FALSE;
}

gboolean
ikrar_merge_row_get_other (IkrarMergeRow *self)
{
  g_return_val_if_fail (IKRAR_IS_MERGE_ROW (self), FALSE);

  return gtk_check_button_get_active (self->other_button);
}

void
ikrar_merge_row_set_narrow (IkrarMergeRow *self, gboolean narrow)
{
  g_return_if_fail (IKRAR_IS_MERGE_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->sides, !narrow);
  gtk_box_set_spacing (self->sides, narrow ? 3 : 12);
}
