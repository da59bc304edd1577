/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/witness-dialog.h"

#include "ui/pledge/witness-list.h"

struct _IkrarWitnessDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  IkrarWitnessList *list;

  GtkWidget *asker; /* owned */
  IkrarWitnessesChosen chosen;
};

G_DEFINE_FINAL_TYPE (IkrarWitnessDialog, ikrar_witness_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
ikrar_witness_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  IkrarWitnessDialog *self = IKRAR_WITNESS_DIALOG (dialog);

  if (g_str_equal (response, "ok"))
    self->chosen (self->asker, ikrar_witness_list_get (self->list));
}

static void
ikrar_witness_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_WITNESS_DIALOG);
  g_clear_object (&IKRAR_WITNESS_DIALOG (object)->asker);
  G_OBJECT_CLASS (ikrar_witness_dialog_parent_class)->dispose (object);
}

static void
ikrar_witness_dialog_class_init (IkrarWitnessDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_witness_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ikrar_witness_dialog_response;
  g_type_ensure (IKRAR_TYPE_WITNESS_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/witness-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarWitnessDialog, list);
}

static void
ikrar_witness_dialog_init (IkrarWitnessDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_witness_dialog_present (GtkWidget *widget, GPtrArray *witnesses, IkrarWitnessesChosen chosen)
{
  IkrarWitnessDialog *self =
      g_object_new (IKRAR_TYPE_WITNESS_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->asker = g_object_ref (widget);
  self->chosen = chosen;
  ikrar_witness_list_fill (self->list, witnesses);
  gtk_window_present (GTK_WINDOW (self));
}
