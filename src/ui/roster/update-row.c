/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/update-row.h"

#include "ui/common/compat.h"
#include "ui/roster/update-words.h"

struct _IkrarUpdateRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *changes_label;
  GtkLabel *hold_label;

  gboolean filling; /* whether the check box is set by the program */
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarUpdateRow, ikrar_update_row, GTK_TYPE_WIDGET)

static void
on_check_toggled (IkrarUpdateRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
ikrar_update_row_dispose (GObject *object)
{
  ikrar_compat_unparent_children (GTK_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_UPDATE_ROW);
  G_OBJECT_CLASS (ikrar_update_row_parent_class)->dispose (object);
}

static void
ikrar_update_row_class_init (IkrarUpdateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_update_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/update-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateRow, check);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateRow, changes_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarUpdateRow, hold_label);
  gtk_widget_class_bind_template_callback (widget_class, on_check_toggled);

  /**
   * IkrarUpdateRow::toggled:
   * @row: the row
   *
   * Somebody pressed its check box.
   */
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_update_row_init (IkrarUpdateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_update_row_new (void)
{
  return g_object_new (IKRAR_TYPE_UPDATE_ROW, NULL);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_check (IkrarUpdateRow *self, gboolean active, gboolean some, const char *name)
{
  self->filling = TRUE;
  gtk_check_button_set_active (self->check, active);
  gtk_check_button_set_inconsistent (self->check, some);
  self->filling = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
ikrar_update_row_show (IkrarUpdateRow *self, const IkrarDifference *item)
{
  g_autofree char *subtitle = ikrar_update_describe_person (item);
  g_autofree char *changes = ikrar_update_describe_changes (item);
  g_autofree char *hold = ikrar_update_describe_hold (item);

  g_return_if_fail (IKRAR_IS_UPDATE_ROW (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self), "head");
  set_check (self, item->accepted, FALSE, item->name);
  set_text (self->title_label, item->name);
  set_text (self->subtitle_label, subtitle);
  set_text (self->changes_label, changes);
  set_text (self->hold_label, hold);
}

void
ikrar_update_row_show_head (IkrarUpdateRow *self,
                            IkrarDifferenceKind kind,
                            guint total,
                            guint accepted)
{
  g_autofree char *title = ikrar_update_describe_group (kind, total, accepted);

  g_return_if_fail (IKRAR_IS_UPDATE_ROW (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "head");
  set_check (self, accepted == total, accepted > 0 && accepted < total, title);
  set_text (self->title_label, title);
  set_text (self->subtitle_label, ikrar_update_group_hint (kind));
  set_text (self->changes_label, "");
  set_text (self->hold_label, "");
}
