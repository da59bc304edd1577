/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/common/notice.h"
#include "ui/roster/import-words.h"

#define FILES_TYPE "text/uri-list"
#define CELLS_TYPE "text/html"
#define FILE_SCHEME "file://"

/* A paste on its way: other programs answer when they like. */
typedef struct
{
  GWeakRef widget;
  IkrarImportTaken taken;
} Paste;

static void
paste_free (Paste *paste)
{
  g_weak_ref_clear (&paste->widget);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* The widget that asked, if it is still there. */
static GtkWidget *
get_widget (Paste *paste)
{
  GtkWidget *widget = g_weak_ref_get (&paste->widget);

  if (widget != NULL && !gtk_widget_get_mapped (widget))
    g_clear_object (&widget);
  return widget;
}

static void
take_bytes (GtkWidget *widget, IkrarImportTaken taken, GBytes *bytes)
{
  g_autoptr (IkrarImportSource) source = ikrar_import_source_new_for_bytes (bytes);

  taken (widget, source);
}

static void
take_file (GtkWidget *widget, IkrarImportTaken taken, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarImportSource) source = ikrar_import_source_new_for_file (file, &error);

  if (source != NULL)
    taken (widget, source);
  else
    ikrar_notice_error (widget, ikrar_import_error_title (error), error);
}

static void
take_files (GtkWidget *widget, IkrarImportTaken taken, GSList *files)
{
  take_file (widget, taken, files->data);
  if (files->next != NULL)
    ikrar_notice (widget, _ ("Files are imported one at a time. The first one is shown."));
}

/* Some programs hand a file over as the text of its address. */
static gboolean
take_text (GtkWidget *widget, IkrarImportTaken taken, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GBytes) bytes = NULL;

  if (*stripped == '\0')
    return FALSE;
  if (g_str_has_prefix (stripped, FILE_SCHEME) && strpbrk (stripped, "\n\t") == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (stripped);

      take_file (widget, taken, file);
      return TRUE;
    }
  bytes = g_bytes_new (text, strlen (text));
  take_bytes (widget, taken, bytes);
  return TRUE;
}

static void
say_nothing_there (GtkWidget *widget)
{
  ikrar_notice (widget, _ ("Nothing to paste. Copy the rows in the spreadsheet first, with their "
                           "heads, or the file in the file manager."));
}

static void
on_text_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr (GtkWidget) widget = get_widget (paste);

  if (widget != NULL && (text == NULL || !take_text (widget, paste->taken, text)))
    say_nothing_there (widget);
}

static void
read_text (GdkClipboard *clipboard, Paste *paste)
{
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, paste);
}

static gboolean
has_table (GBytes *bytes)
{
  static const char tag[] = "<table";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;

  for (const char *at = data; at != NULL && (at = memchr (at, '<', (gsize) (end - at))) != NULL;
       at++)
    if ((gsize) (end - at) >= strlen (tag) && g_ascii_strncasecmp (at, tag, strlen (tag)) == 0)
      return TRUE;
  return FALSE;
}

/* What is no table, such as a paragraph, may still be a list as plain text. */
static void
on_cells_spliced (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GtkWidget) widget = get_widget (paste);
  g_autoptr (GBytes) bytes = NULL;

  if (widget == NULL)
    return;
  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) > 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  if (bytes != NULL && has_table (bytes))
    take_bytes (widget, paste->taken, bytes);
  else
    read_text (gtk_widget_get_clipboard (widget), g_steal_pointer (&paste));
}

static void
on_cells_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GdkClipboard *clipboard = GDK_CLIPBOARD (object);
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (clipboard, result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    read_text (clipboard, user_data);
  else
    g_output_stream_splice_async (
        memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
        G_PRIORITY_DEFAULT, NULL, on_cells_spliced, user_data);
}

static void
on_files_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autoptr (GtkWidget) widget = get_widget (paste);

  if (widget != NULL && files != NULL)
    take_files (widget, paste->taken, files);
  else if (widget != NULL)
    say_nothing_there (widget);
}

void
ikrar_import_intake_paste (GtkWidget *widget, IkrarImportTaken taken)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste = g_new0 (Paste, 1);

  g_weak_ref_init (&paste->widget, widget);
  paste->taken = taken;
  if (gdk_content_formats_contain_mime_type (formats, FILES_TYPE) ||
      gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    on_files_read, paste);
  else if (gdk_content_formats_contain_mime_type (formats, CELLS_TYPE))
    gdk_clipboard_read_async (clipboard, (const char *[]){ CELLS_TYPE, NULL }, G_PRIORITY_DEFAULT,
                              NULL, on_cells_read, paste);
  else
    read_text (clipboard, paste);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  IkrarImportTaken taken = (IkrarImportTaken) user_data;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      if (files != NULL)
        take_files (widget, taken, files);
      return files != NULL;
    }
  return take_text (widget, taken, g_value_get_string (value));
}

void
ikrar_import_intake_accept (GtkWidget *widget, IkrarImportTaken taken)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), (gpointer) taken);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (widget, "drop-place");
}
