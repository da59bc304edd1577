/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/scanner-dialog.h"

#include <glib/gi18n-lib.h>

#include "desk/scan-doctor.h"
#include "report/test-card.h"

#include "ui/common/actions.h"
#include "ui/common/compat.h"
#include "ui/common/errand.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/scanner-keys.h"
#include "ui/documents/print.h"

/* A scan is over after such a silence: a second read of the same code comes sooner. */
#define SILENCE_MS 1200

struct _IkrarScannerDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkListBox *list;

  GArray *keys; /* IkrarScanKey, of the scan that comes in */
  guint silence;
};

G_DEFINE_FINAL_TYPE (IkrarScannerDialog, ikrar_scanner_dialog, ADW_TYPE_WINDOW)

static void
say (IkrarScannerDialog *self, const char *icon, const char *title, const char *text)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, text);
}

static void
clear_list (IkrarScannerDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static void
add_finding (IkrarScannerDialog *self,
             const IkrarScanDiagnosis *diagnosis,
             IkrarScanFinding finding)
{
  g_autofree char *what = ikrar_scan_diagnosis_say (diagnosis, finding);
  g_autofree char *advice = ikrar_scan_diagnosis_advise (diagnosis, finding);
  GtkWidget *row = adw_action_row_new ();

  /* What a scanner sent may look like markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), advice);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
}

static void
show_verdict (IkrarScannerDialog *self, const IkrarScanDiagnosis *diagnosis)
{
  const char *const sizes[IKRAR_N_SCAN_CARD_SIZES] = {
    [IKRAR_SCAN_CARD_SMALL] = _ ("The small code was read."),
    [IKRAR_SCAN_CARD_USUAL] = _ ("The code of the size of passes was read."),
    [IKRAR_SCAN_CARD_LARGE] = _ ("The large code was read."),
  };

  if (diagnosis->found == 0)
    say (self, "emblem-ok-symbolic", _ ("Everything Is Right"), sizes[diagnosis->size]);
  else if (ikrar_scan_diagnosis_works (diagnosis))
    say (self, "emblem-ok-symbolic", _ ("The Scanner Works"),
         _ ("Passes are understood as it is. Better would be:"));
  else if (ikrar_scan_diagnosis_has (diagnosis, IKRAR_SCAN_FINDING_NOT_CARD))
    say (self, "dialog-question-symbolic", _ ("Something Else Was Scanned"), "");
  else
    say (self, "dialog-warning-symbolic", _ ("The Scanner Does Not Work Yet"),
         _ ("Passes are not understood as it is."));
}

static gboolean
on_silence (gpointer user_data)
{
  IkrarScannerDialog *self = user_data;
  g_auto (IkrarScanDiagnosis) diagnosis = { 0 };

  self->silence = 0;
  ikrar_scan_diagnose ((const IkrarScanKey *) self->keys->data, self->keys->len, &diagnosis);
  g_array_set_size (self->keys, 0);
  show_verdict (self, &diagnosis);
  for (guint finding = 0; finding < IKRAR_N_SCAN_FINDINGS; finding++)
    if (ikrar_scan_diagnosis_has (&diagnosis, finding))
      add_finding (self, &diagnosis, finding);
  ikrar_compat_announce (GTK_WIDGET (self), gtk_label_get_label (self->title_label));
  return G_SOURCE_REMOVE;
}

static void
take (IkrarScannerDialog *self, const IkrarScanKey *key)
{
  if (self->keys->len == 0)
    {
      clear_list (self);
      say (self, "scanner-symbolic", _ ("A Scan Comes In…"), "");
    }
  g_array_append_vals (self->keys, key, 1);
  g_clear_handle_id (&self->silence, g_source_remove);
  self->silence = g_timeout_add (SILENCE_MS, on_silence, self);
}

/* Scanners send the ends of lines and of messages with Control, too. */
static gboolean
read_chord (IkrarScanKey *key)
{
  char letter = key->stroke.key == IKRAR_KEY_NONE
                    ? '?'
                    : ikrar_key_symbol (IKRAR_KEY_LAYOUT_US, key->stroke.key, FALSE);

  switch (letter)
    {
    case 'J':
    case 'M':
      key->kind = IKRAR_SCAN_KEY_ENTER;
      return TRUE;
    case 'I':
      key->kind = IKRAR_SCAN_KEY_TAB;
      return TRUE;
    case 'B':
    case 'C':
      key->stroke = (IkrarStroke){ (gunichar) (letter - 'A' + 1), IKRAR_KEY_NONE, FALSE };
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
read_key (IkrarScanKey *key, guint keyval, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return read_chord (key);
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Linefeed:
      key->kind = IKRAR_SCAN_KEY_ENTER;
      return TRUE;
    case GDK_KEY_Tab:
      key->kind = IKRAR_SCAN_KEY_TAB;
      return TRUE;
    default:
      return g_unichar_isprint (key->stroke.character);
    }
}

/* Without a scan coming in, Enter, Tab and the space bar go through the dialog as always. */
static gboolean
on_key_pressed (IkrarScannerDialog *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  IkrarScanKey key = {
    .stroke = { gdk_keyval_to_unicode (keyval), ikrar_key_of_code (keycode),
                (state & GDK_SHIFT_MASK) != 0 },
    .caps_lock = (state & GDK_LOCK_MASK) != 0,
    .time = gtk_event_controller_get_current_event_time (controller),
  };

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 ||
      !read_key (&key, keyval, state))
    return FALSE;
  if (self->keys->len == 0 && (key.kind != IKRAR_SCAN_KEY_CHARACTER || keyval == GDK_KEY_space))
    return FALSE;
  take (self, &key);
  return TRUE;
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (IkrarDocument) card = ikrar_test_card_new ();

  ikrar_print_document (GTK_WINDOW (widget), card);
}

static void
save_card (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (IkrarDocument) card = ikrar_test_card_new ();
  g_autofree char *path = g_file_get_path (file);
  GError *error = NULL;

  if (ikrar_document_write_pdf (card, path, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (gpointer owner, GTask *task)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (task, &error))
    ikrar_notice_file (owner, _ ("Test card saved"), g_task_get_task_data (task));
  else
    ikrar_notice_error (owner, _ ("The Test Card Could Not Be Saved"), error);
}

static void
on_file_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  ikrar_errand_run (widget, NULL, save_card, g_object_ref (file), g_object_unref, on_saved);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_save (widget, _ ("Save the Test Card"), _ ("scanner-test-card.pdf"),
                           on_file_chosen, NULL);
}

static void
ikrar_scanner_dialog_dispose (GObject *object)
{
  IkrarScannerDialog *self = IKRAR_SCANNER_DIALOG (object);

  g_clear_handle_id (&self->silence, g_source_remove);
  g_clear_pointer (&self->keys, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_SCANNER_DIALOG);
  G_OBJECT_CLASS (ikrar_scanner_dialog_parent_class)->dispose (object);
}

static void
ikrar_scanner_dialog_class_init (IkrarScannerDialogClass *klass)
{
  static const IkrarAction actions[] = {
    { "scanner.print", NULL, print },
    { "scanner.save", NULL, save },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_scanner_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/ikrar/Ikrar/ui/scanner-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarScannerDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, IkrarScannerDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarScannerDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, IkrarScannerDialog, list);
  ikrar_actions_install (widget_class, actions, G_N_ELEMENTS (actions));
}

static void
ikrar_scanner_dialog_init (IkrarScannerDialog *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->keys = g_array_new (FALSE, FALSE, sizeof (IkrarScanKey));
  gtk_widget_init_template (GTK_WIDGET (self));
  ikrar_scanner_keys_exempt (GTK_WINDOW (self));
  say (self, "scanner-symbolic", _ ("Scan a Code of the Test Card"),
       _ ("It shows here what is set wrong, and how to mend it."));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
ikrar_scanner_dialog_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_present (g_object_new (IKRAR_TYPE_SCANNER_DIALOG, "transient-for", parent,
                                    "application", gtk_window_get_application (parent), NULL));
}
