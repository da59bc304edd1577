/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/rehearsal.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <time.h>

#include "core/id.h"

#include "store/db.h"

#define FOLDER_PREFIX "rehearsal-"
/* Nobody practises longer without a pause. */
#define STALE_SECONDS (24 * 60 * 60)

static char *
get_place (void)
{
  return g_build_filename (g_get_user_cache_dir (), "ikrar", NULL);
}

/* The database, its logs, and whatever else stands beside it: no folders. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_stale (const char *folder)
{
  g_autofree char *database = g_build_filename (folder, "ikrar.db", NULL);
  GStatBuf info;

  return (g_stat (database, &info) != 0 && g_stat (folder, &info) != 0) ||
         time (NULL) - info.st_mtime > STALE_SECONDS;
}

static void
remove_stale (const char *place)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, name, NULL);

      if (g_str_has_prefix (name, FOLDER_PREFIX) && is_stale (folder))
        remove_folder (folder);
    }
}

static gboolean
make_folder (const char *folder, GError **error)
{
  int failure;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  failure = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (failure), "%s: %s", folder,
               g_strerror (failure));
  return FALSE;
}

char *
ikrar_rehearsal_begin (IkrarStore *store, GError **error)
{
  g_autofree char *place = get_place ();
  g_autofree char *name = g_strdup_printf (FOLDER_PREFIX "%" IKRAR_ID_FORMAT, ikrar_id_new ());
  g_autofree char *folder = g_build_filename (place, name, NULL);
  g_autofree char *path = g_build_filename (folder, "ikrar.db", NULL);

  remove_stale (place);
  if (!make_folder (folder, error))
    return NULL;
  if (ikrar_db_copy (ikrar_store_get_db (store), path, error))
    return g_steal_pointer (&path);
  remove_folder (folder);
  return NULL;
}

void
ikrar_rehearsal_discard (const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder != NULL)
    remove_folder (folder);
}
