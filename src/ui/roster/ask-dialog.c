/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/ask-dialog.h"

#include "core/text.h"

#include "ui/common/entry-row.h"

struct _IkrarAskDialog
{
  AdwMessageDialog parent_instance;

  /* Template widgets */
  IkrarEntryRow *first_row;
  IkrarEntryRow *second_row;

  /* Owned */
  GtkWidget *asker;

  IkrarAskFunc func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (IkrarAskDialog, ikrar_ask_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
is_blank (IkrarEntryRow *row)
{
  return ikrar_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
on_changed (IkrarAskDialog *self)
{
  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self), "ok", !is_blank (self->first_row) || !is_blank (self->second_row));
}

static void
ikrar_ask_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  IkrarAskDialog *self = IKRAR_ASK_DIALOG (dialog);
  g_autofree char *first = ikrar_entry_row_dup_text (self->first_row);
  g_autofree char *second = ikrar_entry_row_dup_text (self->second_row);

  if (g_str_equal (response, "ok"))
    self->func (self->asker, first, second, self->user_data);
}

static void
ikrar_ask_dialog_dispose (GObject *object)
{
  g_clear_object (&IKRAR_ASK_DIALOG (object)->asker);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_ASK_DIALOG);
  G_OBJECT_CLASS (ikrar_ask_dialog_parent_class)->dispose (object);
}

static void
ikrar_ask_dialog_class_init (IkrarAskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_ask_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ikrar_ask_dialog_response;
  g_type_ensure (IKRAR_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/ask-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarAskDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarAskDialog, second_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
ikrar_ask_dialog_init (IkrarAskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_question (IkrarAskDialog *self, const IkrarAskQuestion *question)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_set_body (dialog, question->body);
  adw_message_dialog_set_response_label (dialog, "ok", question->verb);
  if (question->destructive)
    adw_message_dialog_set_response_appearance (dialog, "ok", ADW_RESPONSE_DESTRUCTIVE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->first_row), question->first);
  gtk_widget_set_visible (GTK_WIDGET (self->second_row), question->second != NULL);
  if (question->second != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->second_row), question->second);
  on_changed (self);
}

void
ikrar_ask_dialog_present (GtkWidget *widget,
                          const IkrarAskQuestion *question,
                          IkrarAskFunc func,
                          gpointer user_data)
{
  IkrarAskDialog *self =
      g_object_new (IKRAR_TYPE_ASK_DIALOG, "transient-for", gtk_widget_get_root (widget), "heading",
                    question->heading, NULL);

  self->asker = g_object_ref (widget);
  self->func = func;
  self->user_data = user_data;
  show_question (self, question);
  gtk_window_present (GTK_WINDOW (self));
}
