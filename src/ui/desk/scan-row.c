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
  GtkWidget *correct_button;
  GtkWidget *undo_button;

  IkrarId journal;
  IkrarId participant; /* 0 for an unknown code */
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
  gtk_widget_class_bind_template_child (widget_class, IkrarScanRow, correct_button);
}

static void
ikrar_scan_row_init (IkrarScanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_name (IkrarScanRow *self, const char *name)
{
  /* Translators: %s is the name of a person. */
  g_autofree char *undo = g_strdup_printf (_ ("Undo the presence of %s"), name);
  /* Translators: %s is the name of a person. */
  g_autofree char *correct = g_strdup_printf (_ ("Correct the name or print the pass of %s"), name);

  gtk_label_set_label (self->name_label, name);
  name_button (self->undo_button, undo);
  name_button (self->correct_button, correct);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_person (IkrarScanRow *self, const char *name, IkrarId participant, IkrarId journal)
{
  self->participant = participant;
  self->journal = journal;
  set_name (self, name);
  gtk_widget_set_visible (self->undo_button, journal != 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo_button), "x", journal);
  gtk_widget_set_visible (self->correct_button, participant != 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->correct_button), "x", participant);
}

GtkWidget *
ikrar_scan_row_new (const IkrarDeskResult *result, IkrarTime at, IkrarZone zone)
{
  IkrarScanRow *self = g_object_new (IKRAR_TYPE_SCAN_ROW, NULL);
  IkrarDeskLook look = ikrar_desk_look (result->verdict);
  g_autofree char *summary = ikrar_desk_summary (result, at, zone);

  gtk_image_set_from_icon_name (self->icon, look.icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), look.css_class);
  gtk_label_set_label (self->detail_label, summary);
  set_person (self, result->card != NULL ? result->card->name : _ ("Unknown code"),
              result->card != NULL ? result->card->participant->id : 0, result->journal);
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
  gtk_label_set_label (self->detail_label, detail);
  set_person (self, scan->name, scan->participant, scan->journal);
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

IkrarId
ikrar_scan_row_get_participant (IkrarScanRow *self)
{
  g_return_val_if_fail (IKRAR_IS_SCAN_ROW (self), 0);

  return self->participant;
}

void
ikrar_scan_row_set_name (IkrarScanRow *self, const char *name)
{
  g_return_if_fail (IKRAR_IS_SCAN_ROW (self));

  set_name (self, name);
}
