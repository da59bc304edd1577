/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <glib/gstdio.h>
#include <string.h>

#include "core/date.h"

#include "store/backup-private.h"
#include "store/file-private.h"

#define PREFIX "ikrar-"
#define PLAIN_SUFFIX ".db"
#define SEALED_SUFFIX ".ikrb"
#define DAILY_KEPT 7
#define WEEKLY_KEPT 4

char *
ikrar_backup_folder (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);

  return g_build_filename (folder, "backups", NULL);
}

void
ikrar_backup_line_free (IkrarBackupLine *line)
{
  if (line == NULL)
    return;
  g_free (line->path);
  g_free (line);
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const IkrarBackupLine *first = *(const IkrarBackupLine *const *) a;
  const IkrarBackupLine *second = *(const IkrarBackupLine *const *) b;

  return first->at > second->at   ? -1
         : first->at < second->at ? 1
                                  : strcmp (second->path, first->path);
}

static void
add_line (GPtrArray *lines, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  IkrarBackupLine *line;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return;
  line = g_new0 (IkrarBackupLine, 1);
  line->at = (IkrarTime) info.st_mtim.tv_sec * 1000 + info.st_mtim.tv_nsec / 1000000;
  line->size = info.st_size;
  line->sealed = g_str_has_suffix (name, SEALED_SUFFIX);
  line->path = g_steal_pointer (&path);
  g_ptr_array_add (lines, line);
}

static void
add_folder (GPtrArray *lines, const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && !g_str_has_suffix (name, "-wal") &&
        !g_str_has_suffix (name, "-shm") && !g_str_has_suffix (name, "-journal"))
      add_line (lines, folder, name);
}

GPtrArray *
ikrar_backup_list (const char *database)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_backup_line_free);
  g_autofree char *backups = ikrar_backup_folder (database);
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *base = g_path_get_basename (database);
  g_autofree char *before = g_strconcat (base, ".before-", NULL);

  add_folder (lines, backups, PREFIX);
  add_folder (lines, folder, before);
  g_ptr_array_sort (lines, compare_newest);
  return lines;
}

char *
ikrar_backup_newest_good (const char *database)
{
  g_autoptr (GPtrArray) lines = ikrar_backup_list (database);

  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarBackupLine *line = g_ptr_array_index (lines, i);

      if (line->sealed ? _ikrar_backup_looks_sealed (line->path)
                       : _ikrar_backup_verify (line->path, NULL, NULL))
        return g_strdup (line->path);
    }
  return NULL;
}

static char *
make_name (IkrarTime at, gboolean sealed)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = g_date_time_format (local, "%Y%m%d");

  return g_strconcat (PREFIX, day, sealed ? SEALED_SUFFIX : PLAIN_SUFFIX, NULL);
}

/* The day in a name of make_name(), as a Julian day; 0 for every other file. */
static guint32
day_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  guint day = 0;
  int end = 0;
  GDate date;

  if (sscanf (name, PREFIX "%8u%n", &day, &end) != 1 ||
      (strcmp (name + end, PLAIN_SUFFIX) != 0 && strcmp (name + end, SEALED_SUFFIX) != 0) ||
      !g_date_valid_dmy (day % 100, day / 100 % 100, day / 10000))
    return 0;
  g_date_set_dmy (&date, day % 100, day / 100 % 100, day / 10000);
  return g_date_get_julian (&date);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint32 first = day_of (*(const char *const *) a);
  guint32 second = day_of (*(const char *const *) b);

  return first > second ? -1 : first < second;
}

static GPtrArray *
list_automatic (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (day_of (name) != 0)
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_days);
  return paths;
}

/* What of the days met so far is kept, newest first. */
typedef struct
{
  guint32 day;
  guint days;
  guint32 week; /* of the last day that was kept */
  guint weeks;
  gboolean kept;
} Keeping;

/* The first seven days, then the newest of each week for four weeks; what is left of a week whose
 * end is among the seven days is no week. A day may have two files, a plain and a sealed one. */
static gboolean
is_kept (Keeping *keeping, guint32 day)
{
  gboolean is_daily = keeping->days < DAILY_KEPT;

  if (day == keeping->day)
    return keeping->kept;
  keeping->day = day;
  keeping->kept = is_daily || (day / 7 != keeping->week && keeping->weeks < WEEKLY_KEPT);
  if (is_daily)
    keeping->days++;
  else if (keeping->kept)
    keeping->weeks++;
  if (keeping->kept)
    keeping->week = day / 7;
  return keeping->kept;
}

static void
remove_old (const char *folder)
{
  g_autoptr (GPtrArray) paths = list_automatic (folder);
  Keeping keeping = { 0 };

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (!is_kept (&keeping, day_of (path)))
        g_unlink (path);
    }
}

gboolean
ikrar_backup_rotate (IkrarStore *store, char **made, GError **error)
{
  g_autofree char *folder = ikrar_backup_folder (ikrar_store_get_base (store));
  g_autofree char *name = make_name (ikrar_store_now (store), ikrar_backup_has_passphrase (store));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (made != NULL)
    *made = NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !ikrar_backup_write (store, path, NULL, NULL, error))
    return FALSE;
  remove_old (folder);
  _ikrar_file_remove_stale (folder);
  if (made != NULL)
    *made = g_steal_pointer (&path);
  return TRUE;
}
