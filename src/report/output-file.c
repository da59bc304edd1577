/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "report/error.h"
#include "report/output-file-private.h"

#define BUFFER_SIZE (256 * 1024)

struct _IkrarOutputFile
{
  char *target;
  char *path; /* NULL once it has taken the target's place */
  FILE *stream;
  int failure; /* errno of the first write that failed */
};

static gboolean
fail (IkrarOutputFile *file, int code, GError **error)
{
  g_autofree char *name = g_filename_display_basename (file->target);

  g_set_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_WRITE,
               _ ("“%s” could not be written: %s. Choose another folder or make room on the disk."),
               name, g_strerror (code));
  return FALSE;
}

/* The name says nothing: a temporary file that a power cut left behind reveals nobody. */
static char *
make_template (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);

  return g_build_filename (folder, ".ikrar-XXXXXX", NULL);
}

IkrarOutputFile *
ikrar_output_file_new (const char *path, GError **error)
{
  g_autoptr (IkrarOutputFile) file = g_new0 (IkrarOutputFile, 1);
  int descriptor;

  file->target = g_strdup (path);
  file->path = make_template (path);
  descriptor = g_mkstemp_full (file->path, O_RDWR | O_CLOEXEC, 0666);
  if (descriptor < 0)
    {
      g_clear_pointer (&file->path, g_free);
      fail (file, errno, error);
      return NULL;
    }
  file->stream = fdopen (descriptor, "wb");
  if (file->stream == NULL)
    g_error ("No memory for an output file");
  setvbuf (file->stream, NULL, _IOFBF, BUFFER_SIZE);
  return g_steal_pointer (&file);
}

const char *
ikrar_output_file_get_path (IkrarOutputFile *file)
{
  return file->path;
}

gboolean
ikrar_output_file_write (IkrarOutputFile *file, gconstpointer data, gsize size)
{
  if (file->failure == 0 && fwrite (data, 1, size, file->stream) != size)
    file->failure = errno;
  return file->failure == 0;
}

static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  /* Some file systems refuse to sync folders; the file itself is safe then all the same. */
  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

gboolean
ikrar_output_file_commit (IkrarOutputFile *file, GError **error)
{
  if (file->failure == 0 && (fflush (file->stream) != 0 || fsync (fileno (file->stream)) != 0))
    file->failure = errno;
  if (file->failure == 0 && g_rename (file->path, file->target) != 0)
    file->failure = errno;
  if (file->failure != 0)
    return fail (file, file->failure, error);
  g_clear_pointer (&file->path, g_free);
  sync_folder (file->target);
  return TRUE;
}

void
ikrar_output_file_free (IkrarOutputFile *file)
{
  if (file == NULL)
    return;
  if (file->stream != NULL)
    fclose (file->stream);
  if (file->path != NULL)
    g_unlink (file->path);
  g_free (file->path);
  g_free (file->target);
  g_free (file);
}
