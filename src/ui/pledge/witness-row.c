/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/witness-row.h"

#include "core/text.h"

#include "ui/pledge/witness.h"

struct _IkrarWitnessRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkEditable *name_entry;
  GtkEditable *position_entry;
  GtkEditable *institution_entry;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarWitnessRow, ikrar_witness_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_remove_clicked (IkrarWitnessRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
ikrar_witness_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_WITNESS_ROW);
  G_OBJECT_CLASS (ikrar_witness_row_parent_class)->dispose (object);
}

static void
ikrar_witness_row_class_init (IkrarWitnessRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_witness_row_dispose;

  /**
   * IkrarWitnessRow::removed:
   *
   * The witness shall be taken out of the list.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/witness-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarWitnessRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarWitnessRow, position_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarWitnessRow, institution_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
ikrar_witness_row_init (IkrarWitnessRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_witness_row_new (const IkrarWitness *witness)
{
  IkrarWitnessRow *self = g_object_new (IKRAR_TYPE_WITNESS_ROW, NULL);

  if (witness != NULL)
    {
      gtk_editable_set_text (self->name_entry, witness->name);
      gtk_editable_set_text (self->position_entry, witness->position);
      gtk_editable_set_text (self->institution_entry, witness->institution);
    }
  return GTK_WIDGET (self);
}

IkrarWitness *
ikrar_witness_row_get (IkrarWitnessRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *position = NULL;
  g_autofree char *institution = NULL;

  g_return_val_if_fail (IKRAR_IS_WITNESS_ROW (self), NULL);

  name = ikrar_text_clean (gtk_editable_get_text (self->name_entry));
  position = ikrar_text_clean (gtk_editable_get_text (self->position_entry));
  institution = ikrar_text_clean (gtk_editable_get_text (self->institution_entry));
  return *name != '\0' ? ikrar_witness_new (name, position, institution) : NULL;
}
