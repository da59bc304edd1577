/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/source-private.h"

#include <glib/gi18n-lib.h>

#include "roster/error.h"

void
_ikrar_source_init (IkrarSource *copy, const IkrarSource *source)
{
  copy->path = g_strdup (source->path);
  copy->bytes = source->bytes != NULL ? g_bytes_ref (source->bytes) : NULL;
  copy->name = g_strdup (source->name);
  copy->glance = source->glance;
}

void
_ikrar_source_clear (IkrarSource *source)
{
  g_free ((char *) source->path);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_free ((char *) source->name);
}

GInputStream *
_ikrar_source_open (const IkrarSource *source, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (source->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (source->bytes);
  file = g_file_new_for_path (source->path);
  return (GInputStream *) g_file_read (file, NULL, error);
}

goffset
_ikrar_source_measure (GInputStream *stream)
{
  GSeekable *seekable = G_SEEKABLE (stream);
  goffset here = g_seekable_tell (seekable);
  goffset size;

  g_seekable_seek (seekable, 0, G_SEEK_END, NULL, NULL);
  size = g_seekable_tell (seekable);
  g_seekable_seek (seekable, here, G_SEEK_SET, NULL, NULL);
  return size;
}

gboolean
_ikrar_source_fail (const IkrarSource *source, GError *reason, GError **error)
{
  if (reason->domain != G_IO_ERROR || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, reason);
  else
    {
      g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_UNREADABLE,
                   _ ("%s cannot be read: %s"), source->name, reason->message);
      g_error_free (reason);
    }
  return FALSE;
}
