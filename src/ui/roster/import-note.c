/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-note.h"

#include "ui/common/language.h"

struct _IkrarImportNote
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *sheet_label;
  GtkLabel *text_label;
  GtkButton *button;
};

enum
{
  SIGNAL_CORRECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportNote, ikrar_import_note, GTK_TYPE_BOX)

static void
on_clicked (IkrarImportNote *self)
{
  g_signal_emit (self, signals[SIGNAL_CORRECTED], 0);
}

static void
ikrar_import_note_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_NOTE);
  G_OBJECT_CLASS (ikrar_import_note_parent_class)->dispose (object);
}

static void
ikrar_import_note_class_init (IkrarImportNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_note_dispose;

  /**
   * IkrarImportNote::corrected:
   *
   * The user says that it is otherwise.
   */
  signals[SIGNAL_CORRECTED] = g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-note.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportNote, icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportNote, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportNote, text_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarImportNote, button);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
ikrar_import_note_init (IkrarImportNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ikrar_import_note_new (const IkrarClue *clue, const char *sheet, const char *verb)
{
  IkrarImportNote *self = g_object_new (IKRAR_TYPE_IMPORT_NOTE, NULL);
  g_autofree char *text = ikrar_clue_text (clue, ikrar_language_get ());

  gtk_image_set_from_icon_name (self->icon, ikrar_clue_is_question (clue)
                                                ? "dialog-question-symbolic"
                                                : "dialog-information-symbolic");
  gtk_label_set_label (self->sheet_label, sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_label), *sheet != '\0');
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), verb != NULL);
  if (verb == NULL)
    return GTK_WIDGET (self);
  gtk_button_set_label (self->button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}
