/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/pledge/verify-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "seal/verify.h"
#include "store/signing-key.h"

#include "ui/common/errand.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/pill.h"

struct _IkrarVerifyDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkEditable *code_row;
  GtkEditable *key_row;
  GtkLabel *key_error;
  GtkStack *result_stack;
  IkrarPill *verdict_pill;
  GtkLabel *what_label;
  GtkListBox *facts;
  GtkListBox *reasons;
  GtkWidget *facts_group;

  /* Owned */
  GArray *keys; /* IkrarPublicKeyLine */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (IkrarVerifyDialog, ikrar_verify_dialog, ADW_TYPE_WINDOW)

/* A file to be looked at, for the thread that does it. */
typedef struct
{
  GFile *file;
  GArray *keys; /* IkrarPublicKey */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->file);
  g_array_unref (question->keys);
  g_free (question);
}

/* What each kind of thing is called. */
static const char *
describe_what (const IkrarVerification *verdict)
{
  static const struct
  {
    const char *what;
    const char *text;
  } names[] = {
    { "pass", N_ ("An event pass") },
    { "certificate", N_ ("A certificate") },
    { "ledger", N_ ("A sealed log") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (verdict->what, names[i].what))
      return _ (names[i].text);
  return _ ("Nothing that Ikrar makes");
}

static void
fill (GtkListBox *list, GPtrArray *sentences)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (sentences, i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "sentence");
      gtk_list_box_append (list, label);
    }
}

static void
show_verdict (IkrarVerifyDialog *self, const IkrarVerification *verdict)
{
  if (verdict->genuine)
    ikrar_pill_set (self->verdict_pill, "present", "object-select-symbolic", _ ("Genuine"));
  else
    ikrar_pill_set (self->verdict_pill, "absent", "dialog-error-symbolic",
                    _ ("Not proven genuine"));
  gtk_label_set_label (self->what_label, describe_what (verdict));
  fill (self->facts, verdict->facts);
  fill (self->reasons, verdict->reasons);
  gtk_widget_set_visible (self->facts_group, verdict->facts->len > 0);
  gtk_stack_set_visible_child_name (self->result_stack, "result");
}

/* The keys to try; a pasted one comes first: for a log the first one is the trusted key. */
static GArray *
collect_keys (IkrarVerifyDialog *self)
{
  g_autofree char *text = ikrar_text_clean (gtk_editable_get_text (self->key_row));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IkrarPublicKey));
  g_autoptr (GError) error = NULL;
  IkrarPublicKey key;

  gtk_widget_set_visible (GTK_WIDGET (self->key_error), FALSE);
  if (*text != '\0' && !ikrar_public_key_parse (text, &key, NULL, &error))
    {
      gtk_label_set_label (self->key_error, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->key_error), TRUE);
      return NULL;
    }
  if (*text != '\0')
    g_array_append_val (keys, key);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->keys->len; i++)
      {
        const IkrarPublicKeyLine *line = &g_array_index (self->keys, IkrarPublicKeyLine, i);

        /* The institution's keys before those of events. */
        if ((line->event != 0) == (pass == 1))
          g_array_append_val (keys, line->public_key);
      }
  return g_steal_pointer (&keys);
}

static void
check_code (IkrarVerifyDialog *self)
{
  g_autofree char *clean = ikrar_text_clean (gtk_editable_get_text (self->code_row));
  g_autofree char *code = g_ascii_strup (clean, -1);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (IkrarVerification) verdict = NULL;

  if (*code == '\0')
    return;
  keys = collect_keys (self);
  if (keys == NULL)
    return;
  verdict = ikrar_verify_code (code, (const IkrarPublicKey *) keys->data, keys->len);
  show_verdict (self, verdict);
}

static void
look_at_file (GTask *task, gpointer owner, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  IkrarVerification *verdict =
      ikrar_verify_file (question->file, (const IkrarPublicKey *) question->keys->data,
                         question->keys->len, cancellable, &error);

  if (verdict != NULL)
    g_task_return_pointer (task, verdict, (GDestroyNotify) ikrar_verification_free);
  else
    g_task_return_error (task, error);
}

static void
on_file_looked_at (gpointer owner, GTask *task)
{
  IkrarVerifyDialog *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarVerification) verdict = g_task_propagate_pointer (task, &error);

  if (verdict != NULL)
    show_verdict (self, verdict);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    ikrar_notice_error (GTK_WIDGET (self), _ ("The File Could Not Be Checked"), error);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IkrarVerifyDialog *self = IKRAR_VERIFY_DIALOG (widget);
  g_autoptr (GArray) keys = collect_keys (self);
  Question *question;

  if (keys == NULL)
    return;
  question = g_new0 (Question, 1);
  question->file = g_object_ref (file);
  question->keys = g_steal_pointer (&keys);
  ikrar_errand_run (self, self->cancellable, look_at_file, question, (GDestroyNotify) question_free,
                    on_file_looked_at);
}

static void
on_open_clicked (IkrarVerifyDialog *self)
{
  ikrar_file_chooser_open (
      GTK_WIDGET (self), _ ("Open Certificate or Log"), _ ("Certificates and Sealed Logs"),
      (const char *const[]){ "pdf", "jsonl", "txt", NULL }, on_file_chosen, NULL);
}

static void
ikrar_verify_dialog_dispose (GObject *object)
{
  IkrarVerifyDialog *self = IKRAR_VERIFY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_VERIFY_DIALOG);
  G_OBJECT_CLASS (ikrar_verify_dialog_parent_class)->dispose (object);
}

static void
ikrar_verify_dialog_finalize (GObject *object)
{
  IkrarVerifyDialog *self = IKRAR_VERIFY_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->keys, g_array_unref);
  G_OBJECT_CLASS (ikrar_verify_dialog_parent_class)->finalize (object);
}

static void
ikrar_verify_dialog_class_init (IkrarVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_verify_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_verify_dialog_finalize;
  g_type_ensure (IKRAR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, key_error);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, result_stack);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, verdict_pill);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, IkrarVerifyDialog, facts_group);
  gtk_widget_class_bind_template_callback (widget_class, check_code);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ikrar_verify_dialog_init (IkrarVerifyDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ikrar_verify_dialog_present (GtkWidget *widget, GArray *keys)
{
  IkrarVerifyDialog *self =
      g_object_new (IKRAR_TYPE_VERIFY_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->keys = g_array_ref (keys);
  gtk_window_present (GTK_WINDOW (self));
}
