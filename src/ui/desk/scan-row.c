/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/scan-row.h"

#include <glib/gi18n-lib.h>

#include "ui/desk/desk-words.h"

struct _IkrarScanRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkWidget *undo_button;

  IkrarId journal;
};

G_DEFINE_FINAL_TYPE (IkrarScanRow, ikrar_scan_row, GTK_TYPE_LIST_BOX_ROW)

static void
ikrar_scan_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SCAN_ROW);
  G_OBJECT_CLASS (ikrar_scan_row_parent_class)->dispose (object);
}

static void
ikrar_scan_row_class_init (IkrarScanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_scan_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/scan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarScanRow, icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarScanRow, undo_button);
}

static void
ikrar_scan_row_init (IkrarScanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_undo (IkrarScanRow *self, IkrarId journal)
{
  /* Translators: %s is the name of a person. */
  g_autofree char *name =
      g_strdup_printf (_ ("Undo the presence of %s"), gtk_label_get_label (self->name_label));

  self->journal = journal;
  gtk_widget_set_visible (self->undo_button, journal != 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "x", journal);
  /* It names the button, too. */
  gtk_widget_set_tooltip_text (self->undo_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->name_label), -1);
}

GtkWidget *
ikrar_scan_row_new (const IkrarDeskResult *result, IkrarTime at, IkrarZone zone)
{
  IkrarScanRow *self = g_object_new (IKRAR_TYPE_SCAN_ROW, NULL);
  IkrarDeskLook look = ikrar_desk_look (result->verdict);
  g_autofree char *summary = ikrar_desk_summary (result, at, zone);

  gtk_image_set_from_icon_name (self->icon, look.icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), look.css_class);
  gtk_label_set_label (self->name_label,
                       result->card != NULL ? result->card->name : _ ("Unknown code"));
  gtk_label_set_label (self->detail_label, summary);
  set_undo (self, result->journal);
  return GTK_WIDGET (self);
}

GtkWidget *
ikrar_scan_row_new_recorded (const IkrarScan *scan, IkrarZone zone)
{
  IkrarScanRow *self = g_object_new (IKRAR_TYPE_SCAN_ROW, NULL);
  IkrarStatus status = ikrar_desk_scan_status (scan);
  g_autofree char *clock = ikrar_time_format_clock (scan->at, zone);
  /* Translators: %1$s is a state such as Present, %2$s a time, %3$s the name of a desk. */
  g_autofree char *detail =
      g_strdup_printf (_ ("%1$s %2$s, %3$s"), status.label, clock, scan->desk);

  gtk_image_set_from_icon_name (self->icon, status.icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), status.css_class);
  gtk_label_set_label (self->name_label, scan->name);
  gtk_label_set_label (self->detail_label, detail);
  set_undo (self, scan->journal);
  if (scan->undone)
    ikrar_scan_row_set_undone (self);
  return GTK_WIDGET (self);
}

IkrarId
ikrar_scan_row_get_journal (IkrarScanRow *self)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_ROW (self), 0);

  return self->journal;
}

const char *
ikrar_scan_row_get_name (IkrarScanRow *self)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_ROW (self), NULL);

  return gtk_label_get_label (self->name_label);
}

void
ikrar_scan_row_set_undone (IkrarScanRow *self)
{
  g_return_if_fail (IKRAR_IS_SCAN_ROW (self));

  self->journal = 0;
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  gtk_image_set_from_icon_name (self->icon, "edit-undo-symbolic");
  gtk_label_set_label (self->detail_label, _ ("Taken back"));
}
