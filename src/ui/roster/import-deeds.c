/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/table-workbook.h"
#include "store/error.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/roster/import-window-private.h"
#include "ui/roster/import-words.h"
#include "ui/roster/update-words.h"

/* What goes back to a sender is Indonesian. */
#define REFUSED_TITLE "Ditolak"

/* Refused rows on their way into a file. The window owns them and changes nothing meanwhile. */
typedef struct
{
  const GPtrArray *tables;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->file);
  g_free (saving);
}

static const IkrarRosterSummary *
get_imported (IkrarImportWindow *self)
{
  return ikrar_roster_result_get_summary (self->imported);
}

char *
_ikrar_import_window_describe_done (IkrarImportWindow *self)
{
  const IkrarRosterSummary *summary = get_imported (self);

  return summary->changed + summary->withdrawn + summary->unchanged > 0
             ? ikrar_update_describe_done (summary)
             : ikrar_import_describe_done (summary->imported);
}

void
_ikrar_import_window_hand_over (IkrarImportWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *message = NULL;

  if (self->imported == NULL || parent == NULL)
    return;
  message = _ikrar_import_window_describe_done (self);
  ikrar_notice_undo (GTK_WIDGET (parent), message, get_imported (self)->journal);
  g_clear_pointer (&self->imported, ikrar_roster_result_free);
}

/* Returns whether the window closed, as it was told to meanwhile. */
static gboolean
end_task (IkrarImportWindow *self)
{
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_IDLE, NULL);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
  return self->closing;
}

/* Everything went in: nothing is left to be done here. Else refused rows are. */
static void
finish_import (IkrarImportWindow *self)
{
  if (ikrar_import_refused (get_imported (self)) == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    _ikrar_import_window_show_done (self);
}

static void
fail_import (IkrarImportWindow *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ikrar_notice (self->body, error->message);
      _ikrar_import_window_read (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ikrar_notice_error (GTK_WIDGET (self), _ ("The Roster Could Not Be Imported"), error);
  /* What was compared is not so any more. */
  if (g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT))
    _ikrar_import_window_compare (self);
}

static void
on_imported (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  g_autoptr (IkrarRosterResult) result = output;

  if (result != NULL && ikrar_roster_result_get_summary (result)->batch != 0)
    self->imported = g_steal_pointer (&result);
  if (end_task (self))
    return;
  if (error != NULL)
    fail_import (self, error);
  else if (self->imported == NULL)
    {
      /* Somebody else imported them meanwhile. */
      ikrar_notice (self->body, _ ("Everybody is on the roster already"));
      _ikrar_import_window_read (self);
    }
  else
    finish_import (self);
}

void
_ikrar_import_window_import (IkrarImportWindow *self, IkrarDifferences *update)
{
  const IkrarWork work = {
    .func = ikrar_import_write,
    .input = _ikrar_import_window_copy_wanted (self, &self->shown),
    .free_input = (GDestroyNotify) ikrar_import_wanted_free,
    .free_output = (GDestroyNotify) ikrar_roster_result_free,
    .done = on_imported,
    .progress = _ikrar_import_window_progress,
  };
  IkrarImportWanted *wanted = work.input;

  g_clear_object (&self->wanted.stop);
  self->wanted.stop = g_cancellable_new ();
  g_set_object (&wanted->stop, self->wanted.stop);
  g_free (wanted->state);
  wanted->state = g_strdup (self->reading->state);
  wanted->update = update != NULL ? ikrar_differences_ref (update) : NULL;
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_WRITING, _ ("Importing the roster…"));
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
import_roster (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _ikrar_import_window_import (IKRAR_IMPORT_WINDOW (widget), NULL);
}

gboolean
_ikrar_import_window_delay_close (IkrarImportWindow *self)
{
  if (self->task <= IKRAR_IMPORT_READING)
    return FALSE;
  self->closing = TRUE;
  if (self->task == IKRAR_IMPORT_WRITING)
    g_cancellable_cancel (self->wanted.stop);
  return TRUE;
}

static gpointer
save_refused_rows (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Saving *saving = input;
  g_autofree char *path = g_file_get_path (saving->file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Choose a folder on this computer."));
      return NULL;
    }
  if (!ikrar_table_workbook_write_all (saving->tables, REFUSED_TITLE, path, error))
    return NULL;
  return g_object_ref (saving->file);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  g_autoptr (GFile) file = output;

  if (end_task (self))
    return;
  if (error != NULL)
    ikrar_notice_error (GTK_WIDGET (self), _ ("The Rows Could Not Be Saved"), error);
  else if (self->imported != NULL)
    ikrar_import_result_set_file (self->result, file);
  else
    ikrar_notice_file (self->body, _ ("Refused rows saved"), file);
}

static void
on_file_named (GtkWidget *widget, GFile *file, gpointer unused)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);
  const IkrarRosterResult *result = self->imported != NULL ? self->imported : self->reading->result;
  Saving *saving = g_new0 (Saving, 1);
  const IkrarWork work = {
    .func = save_refused_rows,
    .input = saving,
    .free_input = (GDestroyNotify) saving_free,
    .free_output = g_object_unref,
    .done = on_saved,
  };

  saving->tables = ikrar_roster_result_get_refused (result);
  saving->file = g_object_ref (file);
  _ikrar_import_window_set_task (self, IKRAR_IMPORT_SAVING, _ ("Saving the refused rows…"));
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
save_refused (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);
  g_autofree char *base = g_strdup (ikrar_import_source_get_name (self->shown.source));
  char *point = strrchr (base, '.');
  g_autofree char *name = NULL;

  if (point != NULL && point != base)
    *point = '\0';
  name = g_strdup_printf ("%s - ditolak.xlsx", base);
  ikrar_file_chooser_save (widget, _ ("Save Refused Rows"), name, on_file_named, NULL);
}

/* The file is shown as before the import. */
static void
on_undone (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;

  if (error == NULL)
    g_clear_pointer (&self->imported, ikrar_roster_result_free);
  if (end_task (self))
    return;
  if (error != NULL)
    {
      ikrar_notice_error (GTK_WIDGET (self), _ ("This Could Not Be Undone"), error);
      return;
    }
  ikrar_notice (self->body, _ ("Undone"));
  _ikrar_import_window_read (self);
}

static void
undo_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);

  _ikrar_import_window_set_task (self, IKRAR_IMPORT_SAVING, _ ("Undoing the import…"));
  ikrar_undo_start (self->context, self, get_imported (self)->journal, on_undone);
}

void
_ikrar_import_window_install_deeds (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.import", NULL, import_roster);
  gtk_widget_class_install_action (widget_class, "import.save-refused", NULL, save_refused);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo_import);
}
