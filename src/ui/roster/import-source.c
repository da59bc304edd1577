/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-source.h"

#include <glib/gi18n-lib.h>

#include "roster/error.h"

struct _IkrarImportSource
{
  char *path; /* NULL for bytes */
  GBytes *bytes;
  char *name;
};

IkrarImportSource *
ikrar_import_source_new_for_file (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = NULL;
  IkrarImportSource *source;

  if (path == NULL)
    {
      g_set_error_literal (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_UNREADABLE,
                           _ ("Copy the file to this computer and choose it there."));
      return NULL;
    }
  base = g_path_get_basename (path);
  source = g_atomic_rc_box_new0 (IkrarImportSource);
  source->path = g_steal_pointer (&path);
  source->name = g_filename_display_name (base);
  return source;
}

IkrarImportSource *
ikrar_import_source_new_for_bytes (GBytes *bytes)
{
  IkrarImportSource *source = g_atomic_rc_box_new0 (IkrarImportSource);

  source->bytes = g_bytes_ref (bytes);
  source->name = g_strdup (_ ("Clipboard"));
  return source;
}

const char *
ikrar_import_source_get_name (const IkrarImportSource *source)
{
  return source->name;
}

/* Size and time of the last change. What was pasted stays as it is. */
char *
ikrar_import_source_get_state (const IkrarImportSource *source)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (source->path == NULL)
    return g_strdup ("");
  file = g_file_new_for_path (source->path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, 0,
                            NULL, NULL);
  if (info == NULL)
    return NULL;
  return g_strdup_printf ("%s %" G_GOFFSET_FORMAT, g_file_info_get_etag (info),
                          g_file_info_get_size (info));
}

IkrarWorkbook *
ikrar_import_source_open (const IkrarImportSource *source, gboolean glance, GError **error)
{
  if (source->path == NULL)
    return glance ? ikrar_workbook_glance_bytes (source->bytes, source->name, error)
                  : ikrar_workbook_open_bytes (source->bytes, source->name, error);
  return glance ? ikrar_workbook_glance (source->path, error)
                : ikrar_workbook_open (source->path, error);
}

IkrarImportSource *
ikrar_import_source_ref (IkrarImportSource *source)
{
  return g_atomic_rc_box_acquire (source);
}

static void
clear (gpointer data)
{
  IkrarImportSource *source = data;

  g_free (source->path);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free (source->name);
}

void
ikrar_import_source_unref (IkrarImportSource *source)
{
  if (source != NULL)
    g_atomic_rc_box_release_full (source, clear);
}
