/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/mapping-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "roster/error.h"
#include "roster/field.h"

#define FORMAT "ikrar-roster-mappings"
#define VERSION 1

/* Nobody has so many shapes of lists, nor a list so many columns. */
#define FILE_BYTES_MAX (1024 * 1024)
#define MAPPINGS_MAX 10000
#define COLUMNS_MAX 1024
/* A SHA-256 in hexadecimal digits. */
#define SHAPE_SIZE 64

static void
add_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  json_builder_add_string_value (json, text);
}

static void
add_mapping (JsonBuilder *json, const IkrarMapping *mapping)
{
  g_auto (GStrv) columns = g_strsplit (mapping->mapping, "\n", -1);

  json_builder_begin_object (json);
  add_text (json, "shape", mapping->shape);
  add_text (json, "file", mapping->file_name);
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; columns[i] != NULL; i++)
    json_builder_add_string_value (json, columns[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

gboolean
ikrar_mapping_file_write (const GPtrArray *mappings, const char *path, GError **error)
{
  g_autoptr (JsonBuilder) json = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (mappings != NULL && path != NULL, FALSE);

  add_text (json, "format", FORMAT);
  json_builder_set_member_name (json, "version");
  json_builder_add_int_value (json, VERSION);
  json_builder_set_member_name (json, "mappings");
  json_builder_begin_array (json);
  for (guint i = 0; i < mappings->len; i++)
    add_mapping (json, mappings->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);
  line = g_strconcat (text, "\n", NULL);
  return g_file_set_contents_full (
      path, line, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
}

static gboolean
fail_format (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_FORMAT,
               _ ("%s holds no remembered columns. Choose a file that Ikrar exported."), name);
  return FALSE;
}

/* The text of a member, NULL if there is none. */
static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *key, guint most)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) <= most ? array : NULL;
}

/* Each entry names a column and a field that there is. */
static char *
read_columns (JsonArray *array)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
      const char *equals = text != NULL ? strrchr (text, '=') : NULL;
      IkrarRosterField field;

      if (equals == NULL || equals == text || strpbrk (text, "\r\n") != NULL ||
          !ikrar_roster_field_parse (equals + 1, &field, NULL))
        {
          g_string_free (lines, TRUE);
          return NULL;
        }
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", text);
    }
  return g_string_free (lines, FALSE);
}

static IkrarMapping *
read_mapping (JsonNode *node)
{
  g_autoptr (IkrarMapping) mapping = g_new0 (IkrarMapping, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *shape = object != NULL ? get_text (object, "shape") : NULL;
  const char *file = object != NULL ? get_text (object, "file") : NULL;
  JsonArray *columns = object != NULL ? get_array (object, "columns", COLUMNS_MAX) : NULL;

  if (shape == NULL || columns == NULL || strlen (shape) != SHAPE_SIZE ||
      strspn (shape, "0123456789abcdef") != SHAPE_SIZE)
    return NULL;
  mapping->shape = g_strdup (shape);
  mapping->file_name = g_path_get_basename (file != NULL && *file != '\0' ? file : "-");
  mapping->mapping = read_columns (columns);
  mapping->used_at = ikrar_time_now ();
  return mapping->mapping != NULL ? g_steal_pointer (&mapping) : NULL;
}

static GPtrArray *
read_mappings (JsonNode *root)
{
  g_autoptr (GPtrArray) mappings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_mapping_free);
  JsonObject *object =
      root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonArray *array;

  if (object == NULL || g_strcmp0 (get_text (object, "format"), FORMAT) != 0)
    return NULL;
  array = get_array (object, "mappings", MAPPINGS_MAX);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      IkrarMapping *mapping = read_mapping (json_array_get_element (array, i));

      if (mapping == NULL)
        return NULL;
      g_ptr_array_add (mappings, mapping);
    }
  return array != NULL ? g_steal_pointer (&mappings) : NULL;
}

GPtrArray *
ikrar_mapping_file_read (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;
  GPtrArray *mappings = NULL;
  gsize size;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &text, &size, &local))
    {
      g_set_error_literal (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_UNREADABLE,
                           local->message);
      return NULL;
    }
  if (size <= FILE_BYTES_MAX && json_parser_load_from_data (parser, text, (gssize) size, NULL))
    mappings = read_mappings (json_parser_get_root (parser));
  if (mappings == NULL)
    fail_format (path, error);
  return mappings;
}
