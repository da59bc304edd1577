/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/data-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/common/compat.h"
#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/passphrase-dialog.h"
#include "ui/common/work.h"
#include "ui/pledge/key-dialog.h"
#include "ui/preferences/backup-row.h"

struct _IkrarDataPage
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwActionRow *file_row;
  AdwActionRow *size_row;
  AdwActionRow *last_row;
  AdwActionRow *passphrase_row;
  GtkButton *passphrase_button;
  GtkWidget *no_passphrase_button;
  GtkWidget *folder_button;
  AdwActionRow *folder_row;
  AdwPreferencesGroup *backups_group;
  AdwActionRow *key_row;
  GtkWidget *save_key_button;

  /* Owned */
  IkrarContext *context;
  char *keys;
  GPtrArray *backup_rows; /* borrowed from the group */
};

G_DEFINE_FINAL_TYPE (IkrarDataPage, ikrar_data_page, ADW_TYPE_PREFERENCES_PAGE)

static void
open_folder (IkrarDataPage *self, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (folder);

  ikrar_compat_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri);
}

static void
on_open_data_clicked (IkrarDataPage *self)
{
  g_autofree char *base = ikrar_store_base (ikrar_context_get_uri (self->context));
  g_autofree char *folder = g_path_get_dirname (base);

  open_folder (self, folder);
}

static void
on_open_backups_clicked (IkrarDataPage *self)
{
  g_autofree char *base = ikrar_store_base (ikrar_context_get_uri (self->context));
  g_autofree char *folder = ikrar_backup_folder (base);

  open_folder (self, folder);
}

static gpointer
set_passphrase (IkrarStore *store,
                gpointer passphrase,
                const IkrarProgress *progress,
                GError **error)
{
  ikrar_backup_set_passphrase (store, passphrase, error);
  return GINT_TO_POINTER (passphrase != NULL);
}

static void
on_passphrase_set (gpointer owner, gpointer output, const GError *error)
{
  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Passphrase Could Not Be Set"), error);
  else if (output != NULL)
    ikrar_notice (owner, _ ("From now on backups are sealed with the passphrase"));
  else
    ikrar_notice (owner, _ ("From now on backups are made without a passphrase"));
}

static void
start_set_passphrase (IkrarDataPage *self, const char *passphrase)
{
  const IkrarWork work = {
    .func = set_passphrase,
    .input = g_strdup (passphrase),
    .free_input = g_free,
    .done = on_passphrase_set,
  };

  ikrar_work_start (self->context, self, NULL, &work);
}

static void
on_passphrase (GtkWindow *window, const char *passphrase, gpointer self)
{
  if (passphrase != NULL)
    start_set_passphrase (self, passphrase);
}

static void
on_passphrase_clicked (IkrarDataPage *self)
{
  ikrar_passphrase_dialog_ask_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _ ("Passphrase for Backups"), on_passphrase, self);
}

static void
on_no_passphrase_clicked (IkrarDataPage *self)
{
  start_set_passphrase (self, NULL);
}

static void
on_show_key_clicked (IkrarDataPage *self)
{
  ikrar_key_dialog_present (GTK_WIDGET (self), self->keys);
}

static void
on_key_saved (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IkrarDataPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    ikrar_notice_file (GTK_WIDGET (self), _ ("Public key saved"), G_FILE (file));
  else
    ikrar_notice_error (GTK_WIDGET (self), _ ("The Public Key Could Not Be Saved"), error);
}

static void
on_key_file_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  g_autofree char *text = g_strconcat (IKRAR_DATA_PAGE (widget)->keys, "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_key_saved, g_object_ref (widget));
}

static void
on_save_key_clicked (IkrarDataPage *self)
{
  ikrar_file_chooser_save (GTK_WIDGET (self), _ ("Save the Public Key"), "kunci-publik.txt",
                           on_key_file_chosen, NULL);
}

static void
ikrar_data_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_DATA_PAGE);
  g_clear_object (&IKRAR_DATA_PAGE (object)->context);
  G_OBJECT_CLASS (ikrar_data_page_parent_class)->dispose (object);
}

static void
ikrar_data_page_finalize (GObject *object)
{
  IkrarDataPage *self = IKRAR_DATA_PAGE (object);

  g_free (self->keys);
  g_ptr_array_unref (self->backup_rows);
  G_OBJECT_CLASS (ikrar_data_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, size_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, last_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, passphrase_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, no_passphrase_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, backups_group);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, key_row);
  gtk_widget_class_bind_template_child (widget_class, IkrarDataPage, save_key_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_data_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open_backups_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_passphrase_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_no_passphrase_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_key_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_key_clicked);
}

static void
ikrar_data_page_class_init (IkrarDataPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ikrar_data_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ikrar_data_page_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ikrar_data_page_init (IkrarDataPage *self)
{
  self->backup_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_passphrase (IkrarDataPage *self, gboolean is_set)
{
  adw_action_row_set_subtitle (
      self->passphrase_row,
      is_set ? _ ("Backups are sealed: only the passphrase opens them, and they hold the signing "
                  "keys too")
             : _ ("Backups are not sealed: whoever has the file can read the names and numbers"));
  gtk_button_set_label (self->passphrase_button, is_set ? _ ("_Change…") : _ ("_Set…"));
  gtk_widget_set_visible (self->no_passphrase_button, is_set);
}

static void
show_backups (IkrarDataPage *self, const IkrarOfficeInfo *info)
{
  const IkrarZone zone = info->institution->zone;
  const IkrarBackupLine *newest =
      info->backups->len > 0 ? g_ptr_array_index (info->backups, 0) : NULL;
  g_autofree char *last =
      newest != NULL ? ikrar_backup_row_format_time (newest->at, zone) : g_strdup (_ ("None yet"));

  adw_action_row_set_subtitle (self->last_row, last);
  for (guint i = 0; i < self->backup_rows->len; i++)
    adw_preferences_group_remove (self->backups_group, g_ptr_array_index (self->backup_rows, i));
  g_ptr_array_set_size (self->backup_rows, 0);
  for (guint i = 0; i < info->backups->len; i++)
    {
      GtkWidget *row = ikrar_backup_row_new (g_ptr_array_index (info->backups, i), zone);

      adw_preferences_group_add (self->backups_group, row);
      g_ptr_array_add (self->backup_rows, row);
    }
}

static void
show_places (IkrarDataPage *self)
{
  const char *uri = ikrar_context_get_uri (self->context);
  g_autofree char *base = ikrar_store_base (uri);
  g_autofree char *folder = ikrar_backup_folder (base);

  adw_action_row_set_subtitle (self->file_row, uri);
  adw_action_row_set_subtitle (self->folder_row, folder);
  gtk_widget_set_sensitive (self->folder_button, g_file_test (folder, G_FILE_TEST_IS_DIR));
}

void
ikrar_data_page_show (IkrarDataPage *self, IkrarContext *context, const IkrarOfficeInfo *info)
{
  g_autofree char *size = g_format_size (info->size);

  g_return_if_fail (IKRAR_IS_DATA_PAGE (self));

  g_set_object (&self->context, context);
  g_free (self->keys);
  self->keys = g_strdup (info->keys);
  show_places (self);
  adw_action_row_set_subtitle (self->size_row, size);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), info->size > 0);
  show_passphrase (self, info->seals_backups);
  show_backups (self, info);
  adw_action_row_set_subtitle (
      self->key_row,
      *self->keys != '\0' ? self->keys : _ ("No key yet. It is made with the first checkpoint."));
  gtk_widget_set_sensitive (self->save_key_button, *self->keys != '\0');
}
