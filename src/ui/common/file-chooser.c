/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/common/file-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A question on its way. */
typedef struct
{
  GtkFileChooserNative *dialog;
  GtkWidget *widget;
  IkrarFileChosen chosen;
  gpointer user_data;
} Question;

static void
use_last_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = g_settings_new ("id.ikrar.Ikrar");
  g_autofree char *uri = g_settings_get_string (settings, "last-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = *uri != '\0'        ? g_file_new_for_uri (uri)
                             : documents != NULL ? g_file_new_for_path (documents)
                                                 : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
remember_folder (GFile *folder)
{
  g_autoptr (GSettings) settings = g_settings_new ("id.ikrar.Ikrar");
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, "last-folder", uri);
}

/* A folder that was chosen is where the next question begins itself. */
static GFile *
get_folder (GtkFileChooser *chooser, GFile *file)
{
  if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)
    return g_object_ref (file);
  return g_file_get_parent (file);
}

static void
on_response (GtkNativeDialog *dialog, int response, Question *question)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      folder = get_folder (GTK_FILE_CHOOSER (dialog), file);
      remember_folder (folder);
      question->chosen (question->widget, file, question->user_data);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (question->dialog);
  g_object_unref (question->widget);
  g_free (question);
}

static void
ask (GtkFileChooserNative *dialog, GtkWidget *widget, IkrarFileChosen chosen, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->dialog = dialog;
  question->widget = g_object_ref (widget);
  question->chosen = chosen;
  question->user_data = user_data;
  use_last_folder (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkFileChooserNative *
new_dialog (GtkWidget *widget,
            const char *title,
            GtkFileChooserAction action,
            const char *accept_label)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (widget)), action, accept_label, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
ikrar_file_chooser_save (GtkWidget *widget,
                         const char *title,
                         const char *name,
                         IkrarFileChosen chosen,
                         gpointer user_data)
{
  GtkFileChooserNative *dialog =
      new_dialog (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  const char *suffix = strrchr (name, '.');

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (suffix != NULL)
    add_filter (GTK_FILE_CHOOSER (dialog), suffix + 1, (const char *const[]){ suffix + 1, NULL });
  ask (dialog, widget, chosen, user_data);
}

void
ikrar_file_chooser_open (GtkWidget *widget,
                         const char *title,
                         const char *filter_name,
                         const char *const *suffixes,
                         IkrarFileChosen chosen,
                         gpointer user_data)
{
  GtkFileChooserNative *dialog =
      new_dialog (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  add_filter (GTK_FILE_CHOOSER (dialog), filter_name, suffixes);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  ask (dialog, widget, chosen, user_data);
}

void
ikrar_file_chooser_folder (GtkWidget *widget,
                           const char *title,
                           IkrarFileChosen chosen,
                           gpointer user_data)
{
  ask (new_dialog (widget, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Save Here")), widget,
       chosen, user_data);
}
