/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-head.h"

#include <glib/gi18n-lib.h>

struct _IkrarImportHead
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkDropDown *drop;
  GtkLabel *title_label;

  gboolean setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportHead, ikrar_import_head, GTK_TYPE_BOX)

static void
on_selected (IkrarImportHead *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ikrar_import_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_HEAD);
  G_OBJECT_CLASS (ikrar_import_head_parent_class)->dispose (object);
}

static void
ikrar_import_head_class_init (IkrarImportHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_head_dispose;

  /**
   * IkrarImportHead::changed:
   *
   * The user chose what the column is to be taken for.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-head.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportHead, drop);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportHead, title_label);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
ikrar_import_head_init (IkrarImportHead *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < IKRAR_N_ROSTER_FIELDS; i++)
    gtk_string_list_append (labels, ikrar_roster_field_label ((IkrarRosterField) i));
  gtk_drop_down_set_model (self->drop, G_LIST_MODEL (labels));
  self->setting = FALSE;
}

GtkWidget *
ikrar_import_head_new (const IkrarRosterColumn *column, int width)
{
  IkrarImportHead *self = g_object_new (IKRAR_TYPE_IMPORT_HEAD, NULL);
  g_autofree char *letters = ikrar_sheet_column_letters (column->column);
  g_autofree char *title = g_strconcat (letters, "  ", column->title, NULL);
  /* Translators: %1$s are the letters of a spreadsheet's column, %2$s is its head. */
  g_autofree char *name =
      g_strdup_printf (_ ("What Column %1$s “%2$s” Holds"), letters, column->title);

  gtk_widget_set_size_request (GTK_WIDGET (self), width, -1);
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), column->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  ikrar_import_head_set_field (self, column->field);
  return GTK_WIDGET (self);
}

IkrarRosterField
ikrar_import_head_get_field (IkrarImportHead *self)
{
  g_return_val_if_fail (IKRAR_IS_IMPORT_HEAD (self), IKRAR_ROSTER_FIELD_NONE);

  return (IkrarRosterField) gtk_drop_down_get_selected (self->drop);
}

void
ikrar_import_head_set_field (IkrarImportHead *self, IkrarRosterField field)
{
  g_return_if_fail (IKRAR_IS_IMPORT_HEAD (self));

  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop, field);
  self->setting = FALSE;
}
