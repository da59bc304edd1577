/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/sql.h"

#include <gio/gio.h>
#include <string.h>

#include "resources/ikrar-store-resources.h"

#define SQL_PATH "/id/ikrar/store/sql/"
#define NAME_MARK "-- name: "

static GBytes *
load (const char *file)
{
  g_autofree char *path = g_strconcat (SQL_PATH, file, NULL);

  return g_resource_lookup_data (ikrar_store_get_resource (), path, 0, NULL);
}

/* A statement ends at the first empty line; what follows may be a comment on the next one. */
static char *
copy_statement (const char *text, const char *next)
{
  const char *end = strstr (text, "\n\n");

  if (end == NULL || (next != NULL && end > next))
    end = next != NULL ? next : text + strlen (text);
  return g_strndup (text, end - text);
}

static void
add_statements (GHashTable *statements, const char *text)
{
  for (const char *mark = strstr (text, NAME_MARK); mark != NULL;)
    {
      const char *name = mark + strlen (NAME_MARK);
      const char *line_end = strchr (name, '\n');
      const char *next;

      g_assert (line_end != NULL);
      next = strstr (line_end, NAME_MARK);
      if (!g_hash_table_insert (statements, g_strndup (name, line_end - name),
                                copy_statement (line_end + 1, next)))
        g_error ("a statement stands twice: %.*s", (int) (line_end - name), name);
      mark = next;
    }
}

static gpointer
load_statements (gpointer unused)
{
  GHashTable *statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) files =
      g_resource_enumerate_children (ikrar_store_get_resource (), SQL_PATH, 0, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = load (files[i]);

      add_statements (statements, g_bytes_get_data (bytes, NULL));
    }
  return statements;
}

static GHashTable *
get_statements (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_statements, NULL);
}

const char *
ikrar_sql_statement (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (get_statements (), name);
}

GPtrArray *
ikrar_sql_names (void)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, get_statements ());
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  return names;
}

char *
ikrar_sql_fill (const char *sql, const IkrarSqlMacro *macros)
{
  GString *filled = g_string_new (sql);

  for (guint i = 0; macros[i].name != NULL; i++)
    g_string_replace (filled, macros[i].name, macros[i].text, 0);
  return g_string_free (filled, FALSE);
}

char *
ikrar_sql_script (const char *resource, const IkrarSqlMacro *macros)
{
  g_autofree char *file = g_strconcat (resource, ".sql", NULL);
  g_autoptr (GBytes) bytes = load (file);

  return bytes != NULL ? ikrar_sql_fill (g_bytes_get_data (bytes, NULL), macros) : NULL;
}
