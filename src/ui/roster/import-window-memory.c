/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "roster/mapping-file.h"
#include "store/error.h"
#include "store/mapping.h"

#include "ui/common/file-chooser.h"
#include "ui/common/notice.h"
#include "ui/common/undo.h"
#include "ui/common/work.h"
#include "ui/roster/import-window-private.h"

/* What is remembered of columns, on its way into a file or out of it. */
typedef struct
{
  char *path;
  IkrarMapping *mapping; /* NULL to read */
} Sharing;

static void
sharing_free (Sharing *sharing)
{
  g_free (sharing->path);
  ikrar_mapping_free (sharing->mapping);
  g_free (sharing);
}

/* The key of the heads that are shown, NULL if there are none. */
static char *
get_shape (IkrarImportWindow *self)
{
  const IkrarRosterResult *result = self->reading != NULL ? self->reading->result : NULL;
  const IkrarLayout *layout;

  if (result == NULL)
    return NULL;
  layout = ikrar_roster_result_get_layout (result);
  return ikrar_layout_shape (layout, ikrar_layout_get_first_sheet (layout));
}

/* What was said before counts as little as what is said of the present columns. */
static void
read_anew (IkrarImportWindow *self)
{
  g_clear_pointer (&self->wanted.mapping, g_strfreev);
  self->wanted.forget = FALSE;
  _ikrar_import_window_read (self);
}

static gpointer
save (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Sharing *sharing = input;
  g_autoptr (GPtrArray) mappings = g_ptr_array_new ();

  g_ptr_array_add (mappings, sharing->mapping);
  ikrar_mapping_file_write (mappings, sharing->path, error);
  return g_file_new_for_path (sharing->path);
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  g_autoptr (GFile) file = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Columns Could Not Be Saved"), error);
  else
    ikrar_notice (self->body, _ ("Columns saved. Another office can load them for such files."));
}

static gpointer
load (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Sharing *sharing = input;
  g_autoptr (GPtrArray) mappings = ikrar_mapping_file_read (sharing->path, error);
  IkrarId journal = mappings != NULL ? ikrar_mapping_learn (store, mappings, error) : 0;

  return g_memdup2 (&journal, sizeof journal);
}

static void
tell (IkrarImportWindow *self, const char *message, IkrarId journal)
{
  ikrar_notice_undo_by (self->body, message, "import.undo-change", g_variant_new_int64 (journal));
  read_anew (self);
}

static void
on_loaded (gpointer owner, gpointer output, const GError *error)
{
  g_autofree IkrarId *journal = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Columns Could Not Be Loaded"), error);
  else
    tell (owner, _ ("Columns loaded"), *journal);
}

static void
start (IkrarImportWindow *self, GFile *file, IkrarMapping *mapping, gboolean saving)
{
  Sharing *sharing = g_new0 (Sharing, 1);
  const IkrarWork work = {
    .func = saving ? save : load,
    .input = sharing,
    .free_input = (GDestroyNotify) sharing_free,
    .free_output = saving ? g_object_unref : g_free,
    .done = saving ? on_saved : on_loaded,
  };

  sharing->path = g_file_get_path (file);
  sharing->mapping = mapping;
  ikrar_work_start (self->context, self, NULL, &work);
}

static void
on_save_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);
  g_autofree char *shape = get_shape (self);
  IkrarMapping *mapping;

  if (shape == NULL || !g_file_is_native (file))
    return;
  mapping = g_new0 (IkrarMapping, 1);
  mapping->shape = g_steal_pointer (&shape);
  mapping->mapping =
      ikrar_import_columns_describe (ikrar_roster_result_get_header (self->reading->result));
  mapping->file_name = g_strdup (ikrar_import_source_get_name (self->shown.source));
  mapping->used_at = ikrar_time_now ();
  start (self, file, mapping, TRUE);
}

static void
save_mapping (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_save (widget, _ ("Save What Columns Hold"), "susunan-kolom.json",
                           on_save_chosen, NULL);
}

static void
on_load_chosen (GtkWidget *widget, GFile *file, gpointer unused)
{
  if (g_file_is_native (file))
    start (IKRAR_IMPORT_WINDOW (widget), file, NULL, FALSE);
}

static void
load_mapping (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_file_chooser_open (widget, _ ("Load What Columns Hold"), _ ("Columns of rosters"),
                           (const char *const[]){ "json", NULL }, on_load_chosen, NULL);
}

static gpointer
forget (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  IkrarId journal = ikrar_mapping_forget (store, input, error);

  return g_memdup2 (&journal, sizeof journal);
}

static void
on_forgotten (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  g_autofree IkrarId *journal = output;

  if (g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    ikrar_notice (self->body, _ ("Nothing is remembered of such columns"));
  else if (error != NULL)
    ikrar_notice_error (owner, _ ("The Columns Could Not Be Forgotten"), error);
  else
    tell (self, _ ("Columns forgotten"), *journal);
}

static void
forget_mapping (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);
  const IkrarWork work = {
    .func = forget,
    .input = get_shape (self),
    .free_input = g_free,
    .free_output = g_free,
    .done = on_forgotten,
  };

  if (work.input != NULL)
    ikrar_work_start (self->context, self, NULL, &work);
}

/* What the columns hold is known again, or not any more. */
static void
on_undone (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;

  if (error != NULL)
    {
      ikrar_notice_error (owner, _ ("This Could Not Be Undone"), error);
      return;
    }
  ikrar_notice (self->body, _ ("Undone"));
  if (self->task <= IKRAR_IMPORT_READING && self->imported == NULL)
    read_anew (self);
}

static void
undo_change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarImportWindow *self = IKRAR_IMPORT_WINDOW (widget);

  ikrar_undo_start (self->context, self, g_variant_get_int64 (parameter), on_undone);
}

void
_ikrar_import_window_install_memory (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.save-mapping", NULL, save_mapping);
  gtk_widget_class_install_action (widget_class, "import.load-mapping", NULL, load_mapping);
  gtk_widget_class_install_action (widget_class, "import.forget-mapping", NULL, forget_mapping);
  gtk_widget_class_install_action (widget_class, "import.undo-change", "x", undo_change);
}
