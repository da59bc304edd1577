/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zip.h>

#include "roster/error.h"
#include "roster/limits-private.h"

struct _IkrarPackage
{
  IkrarSource source;
  zip_t *zip;
  /* Normal part names to their index in the zip file. */
  GHashTable *parts;
};

struct _IkrarPart
{
  const char *file_name;
  char *name;
  zip_file_t *file;
  guint64 size;
  guint64 packed;
  guint64 done;
};

static char *
normal_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_strdelimit (lower, "\\", '/');
  return g_strdup (lower + strspn (lower, "/"));
}

static IkrarPackage *
fail_open (const char *name, int code, GError **error)
{
  if (code == ZIP_ER_OPEN || code == ZIP_ER_READ || code == ZIP_ER_NOENT)
    g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_UNREADABLE,
                 _ ("%s cannot be read. Copy it to this computer and choose it again."), name);
  else
    g_set_error (
        error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_DAMAGED,
        _ ("%s is damaged, most often because a download or copy broke off. Ask the sender "
           "for it again."),
        name);
  return NULL;
}

static void
list_parts (IkrarPackage *package)
{
  zip_int64_t n_parts = zip_get_num_entries (package->zip, 0);

  for (zip_int64_t i = 0; i < n_parts; i++)
    {
      const char *name = zip_get_name (package->zip, (zip_uint64_t) i, 0);
      g_autofree char *key = name != NULL ? normal_name (name) : NULL;

      if (key != NULL && !g_hash_table_contains (package->parts, key))
        g_hash_table_insert (package->parts, g_steal_pointer (&key), GSIZE_TO_POINTER ((gsize) i));
    }
}

/* The bytes must outlive what this returns. */
static zip_t *
open_bytes (GBytes *bytes, int *code)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  zip_source_t *buffer;
  zip_error_t reason;
  zip_t *zip = NULL;

  zip_error_init (&reason);
  buffer = zip_source_buffer_create (data, size, 0, &reason);
  if (buffer != NULL)
    zip = zip_open_from_source (buffer, ZIP_RDONLY, &reason);
  if (zip == NULL)
    zip_source_free (buffer);
  *code = zip_error_code_zip (&reason);
  zip_error_fini (&reason);
  return zip;
}

IkrarPackage *
_ikrar_package_open (const IkrarSource *source, GError **error)
{
  g_autoptr (IkrarPackage) package = NULL;
  const char *name = source->name;
  int code = 0;
  zip_t *zip = source->bytes != NULL ? open_bytes (source->bytes, &code)
                                     : zip_open (source->path, ZIP_RDONLY, &code);

  if (zip == NULL)
    return fail_open (name, code, error);
  package = g_new0 (IkrarPackage, 1);
  _ikrar_source_init (&package->source, source);
  package->zip = zip;
  package->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (zip_get_num_entries (zip, 0) > IKRAR_PARTS_MAX)
    {
      g_set_error (
          error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
          _ ("%s holds more than %u files and is no ordinary workbook. Copy the table into "
             "a new workbook."),
          name, IKRAR_PARTS_MAX);
      return NULL;
    }
  list_parts (package);
  return g_steal_pointer (&package);
}

void
_ikrar_package_free (IkrarPackage *package)
{
  if (package == NULL)
    return;
  zip_discard (package->zip);
  g_hash_table_unref (package->parts);
  _ikrar_source_clear (&package->source);
  g_free (package);
}

const char *
_ikrar_package_get_name (IkrarPackage *package)
{
  return package->source.name;
}

gboolean
_ikrar_package_has (IkrarPackage *package, const char *part)
{
  g_autofree char *key = normal_name (part);

  return g_hash_table_contains (package->parts, key);
}

char *
_ikrar_package_resolve (const char *base, const char *target)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *plain = g_strdelimit (g_strdup (target), "\\", '/');
  g_autofree char *joined =
      *plain == '/' ? g_strdup (plain) : g_strconcat (folder, "/", plain, NULL);
  g_auto (GStrv) parts = g_strsplit (joined, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "..") && steps->len > 0)
      g_ptr_array_remove_index (steps, steps->len - 1);
    else if (*parts[i] != '\0' && !g_str_equal (parts[i], ".") && !g_str_equal (parts[i], ".."))
      g_ptr_array_add (steps, parts[i]);
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

static gboolean
fail_part (const char *file, const char *part, GError **error)
{
  g_set_error (
      error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_DAMAGED,
      _ ("%s is damaged: its part “%s” cannot be read. Open it in Excel or LibreOffice, let "
         "it be repaired, and save it again."),
      file, part);
  return FALSE;
}

static gboolean
refuse_size (const char *file, const char *part, GError **error)
{
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
               _ ("%s unpacks to more than any roster (part “%s”). Copy the table into a new "
                  "workbook, without unused rows and columns."),
               file, part);
  return FALSE;
}

static gboolean
check_claims (IkrarPackage *package, const char *part, const zip_stat_t *claims, GError **error)
{
  if ((claims->valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && claims->encryption_method != ZIP_EM_NONE)
    {
      g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_ENCRYPTED,
                   _ ("%s is an archive with a password. Unpack it first and choose the workbook "
                      "within."),
                   package->source.name);
      return FALSE;
    }
  if ((claims->valid & ZIP_STAT_SIZE) == 0 || (claims->valid & ZIP_STAT_COMP_SIZE) == 0)
    return fail_part (package->source.name, part, error);
  return claims->size <= IKRAR_PART_BYTES_MAX || refuse_size (package->source.name, part, error);
}

IkrarPart *
_ikrar_part_open (IkrarPackage *package, const char *name, GError **error)
{
  g_autofree char *key = normal_name (name);
  gpointer index;
  zip_stat_t claims;
  zip_file_t *file;
  IkrarPart *part;

  if (!g_hash_table_lookup_extended (package->parts, key, NULL, &index) ||
      zip_stat_index (package->zip, GPOINTER_TO_SIZE (index), 0, &claims) != 0)
    {
      fail_part (package->source.name, name, error);
      return NULL;
    }
  if (!check_claims (package, name, &claims, error))
    return NULL;
  file = zip_fopen_index (package->zip, GPOINTER_TO_SIZE (index), 0);
  if (file == NULL)
    {
      fail_part (package->source.name, name, error);
      return NULL;
    }
  part = g_new0 (IkrarPart, 1);
  part->file_name = package->source.name;
  part->name = g_strdup (name);
  part->file = file;
  part->size = claims.size;
  part->packed = claims.comp_size;
  return part;
}

void
_ikrar_part_free (IkrarPart *part)
{
  if (part == NULL)
    return;
  zip_fclose (part->file);
  g_free (part->name);
  g_free (part);
}

guint64
_ikrar_part_get_size (IkrarPart *part)
{
  return part->size;
}

/* Counts what really comes out: the sizes in a zip file are only claims. */
static gboolean
check_growth (IkrarPart *part, GError **error)
{
  gboolean swells =
      part->done > IKRAR_PART_RATIO_FROM && part->done / IKRAR_PART_RATIO_MAX > part->packed;

  if (!swells && part->done <= IKRAR_PART_BYTES_MAX)
    return TRUE;
  return refuse_size (part->file_name, part->name, error);
}

gssize
_ikrar_part_read (IkrarPart *part, void *buffer, gsize size, GError **error)
{
  zip_int64_t n_bytes = zip_fread (part->file, buffer, size);

  if (n_bytes < 0)
    {
      fail_part (part->file_name, part->name, error);
      return -1;
    }
  part->done += (guint64) n_bytes;
  return check_growth (part, error) ? (gssize) n_bytes : -1;
}
