/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/person-panel.h"

#include "core/text.h"

struct _IkrarPersonPanel
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *unit_label;
  GtkEditable *name_entry;
  GtkLabel *error_label;
  GtkWidget *save_button;
  GtkWidget *print_button;

  IkrarId participant;
  char *name; /* as it is saved */
};

enum
{
  SIGNAL_CORRECTED,
  SIGNAL_PRINT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarPersonPanel, ikrar_person_panel, ADW_TYPE_BIN)

static void
on_changed (IkrarPersonPanel *self)
{
  const char *name = gtk_editable_get_text (self->name_entry);

  gtk_widget_set_sensitive (self->save_button,
                            !ikrar_text_is_blank (name) && g_strcmp0 (name, self->name) != 0);
  ikrar_person_panel_show_error (self, NULL);
}

static void
save (IkrarPersonPanel *self)
{
  if (gtk_widget_get_sensitive (self->save_button))
    g_signal_emit (self, signals[SIGNAL_CORRECTED], 0, self->participant,
                   gtk_editable_get_text (self->name_entry));
}

static void
print (IkrarPersonPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_PRINT], 0, self->participant);
}

static void
ikrar_person_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_PERSON_PANEL);
  G_OBJECT_CLASS (ikrar_person_panel_parent_class)->dispose (object);
}

static void
ikrar_person_panel_finalize (GObject *object)
{
  g_free (IKRAR_PERSON_PANEL (object)->name);
  G_OBJECT_CLASS (ikrar_person_panel_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/person-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonPanel, unit_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonPanel, name_entry);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonPanel, error_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonPanel, save_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarPersonPanel, print_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, print);
}

static void
ikrar_person_panel_class_init (IkrarPersonPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_person_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_person_panel_finalize;
  signals[SIGNAL_CORRECTED] =
      g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[SIGNAL_PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_person_panel_init (IkrarPersonPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_person_panel_start (IkrarPersonPanel *self, const IkrarParticipantCard *card)
{
  g_autofree char *masked = NULL;
  g_autofree char *unit = NULL;

  g_return_if_fail (IKRAR_IS_PERSON_PANEL (self));

  masked = ikrar_number_mask (card->employee_number);
  unit = *masked != '\0' ? g_strdup_printf ("%s · %s", card->unit, masked) : g_strdup (card->unit);
  self->participant = card->participant->id;
  ikrar_text_replace (&self->name, card->name);
  gtk_label_set_label (self->unit_label, unit);
  gtk_editable_set_text (self->name_entry, card->name);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

void
ikrar_person_panel_show_error (IkrarPersonPanel *self, const char *message)
{
  g_return_if_fail (IKRAR_IS_PERSON_PANEL (self));

  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}
