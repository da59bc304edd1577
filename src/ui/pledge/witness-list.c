/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/witness-list.h"

#include "ui/pledge/witness-row.h"
#include "ui/pledge/witness.h"

struct _IkrarWitnessList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (IkrarWitnessList, ikrar_witness_list, ADW_TYPE_BIN)

static void
on_removed (IkrarWitnessList *self, IkrarWitnessRow *row)
{
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static GtkWidget *
add_row (IkrarWitnessList *self, const IkrarWitness *witness)
{
  GtkWidget *row = ikrar_witness_row_new (witness);

  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
on_add_clicked (IkrarWitnessList *self)
{
  gtk_widget_child_focus (add_row (self, NULL), GTK_DIR_TAB_FORWARD);
}

static void
ikrar_witness_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_WITNESS_LIST);
  G_OBJECT_CLASS (ikrar_witness_list_parent_class)->dispose (object);
}

static void
ikrar_witness_list_class_init (IkrarWitnessListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_witness_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/witness-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarWitnessList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
}

static void
ikrar_witness_list_init (IkrarWitnessList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_witness_list_fill (IkrarWitnessList *self, GPtrArray *witnesses)
{
  GtkListBoxRow *row;

  g_return_if_fail (IKRAR_IS_WITNESS_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < witnesses->len; i++)
    add_row (self, g_ptr_array_index (witnesses, i));
}

GPtrArray *
ikrar_witness_list_get (IkrarWitnessList *self)
{
  GPtrArray *witnesses = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_witness_free);
  GtkListBoxRow *row;

  g_return_val_if_fail (IKRAR_IS_WITNESS_LIST (self), witnesses);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      IkrarWitness *witness = ikrar_witness_row_get (IKRAR_WITNESS_ROW (row));

      if (witness != NULL)
        g_ptr_array_add (witnesses, witness);
    }
  return witnesses;
}
