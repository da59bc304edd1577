/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/ballast.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* How many times its size must be free before a ballast is made. */
#define ROOM_FACTOR 8

char *
ikrar_ballast_path (const char *database)
{
  return g_strconcat (database, ".ballast", NULL);
}

static gboolean
has_room (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  struct statvfs info;

  return statvfs (folder, &info) == 0 &&
         (guint64) info.f_bavail * info.f_frsize >= (guint64) ROOM_FACTOR * IKRAR_BALLAST_SIZE;
}

void
ikrar_ballast_keep (const char *database)
{
  g_autofree char *path = ikrar_ballast_path (database);
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS) || !has_room (database))
    return;
  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return;
  if (posix_fallocate (fd, 0, IKRAR_BALLAST_SIZE) != 0)
    g_unlink (path);
  close (fd);
}

gboolean
ikrar_ballast_drop (const char *database)
{
  g_autofree char *path = ikrar_ballast_path (database);

  return g_unlink (path) == 0;
}
