/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "store/ledger.h"
#include "store/signing-key.h"

JsonBuilder *
ikrar_out_new (void)
{
  return json_builder_begin_object (json_builder_new ());
}

void
ikrar_out_text (JsonBuilder *out, const char *key, const char *value)
{
  json_builder_set_member_name (out, key);
  json_builder_add_string_value (out, value != NULL ? value : "");
}

void
ikrar_out_int (JsonBuilder *out, const char *key, gint64 value)
{
  json_builder_set_member_name (out, key);
  json_builder_add_int_value (out, value);
}

void
ikrar_out_bool (JsonBuilder *out, const char *key, gboolean value)
{
  json_builder_set_member_name (out, key);
  json_builder_add_boolean_value (out, value);
}

void
ikrar_out_id (JsonBuilder *out, const char *key, IkrarId id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" IKRAR_ID_FORMAT, id) : NULL;

  ikrar_out_text (out, key, text);
}

void
ikrar_out_time (JsonBuilder *out, const char *key, IkrarTime time, IkrarZone zone)
{
  g_autofree char *text = ikrar_time_format_iso (time, zone);

  ikrar_out_text (out, key, text);
}

void
ikrar_out_texts (JsonBuilder *out, const char *key, GPtrArray *values)
{
  json_builder_set_member_name (out, key);
  json_builder_begin_array (out);
  for (guint i = 0; values != NULL && i < values->len; i++)
    json_builder_add_string_value (out, g_ptr_array_index (values, i));
  json_builder_end_array (out);
}

static JsonNode *
finish (JsonBuilder *out)
{
  JsonNode *node;

  json_builder_end_object (out);
  node = json_builder_get_root (out);
  g_object_unref (out);
  return node;
}

static void
write_json (JsonNode *node)
{
  g_autofree char *line = json_to_string (node, FALSE);

  fputs (line, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}

/* A value as people read it: texts bare, everything else as JSON, no tab or line break in it. */
static char *
plain_value (JsonNode *node)
{
  char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                   ? json_node_dup_string (node)
                   : json_to_string (node, FALSE);

  return g_strdelimit (text, "\t\n\r", ' ');
}

static void
write_row (IkrarCli *cli, JsonObject *object)
{
  g_autoptr (GList) keys = json_object_get_members (object);
  g_autoptr (GString) header = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autofree char *value = plain_value (json_object_get_member (object, key->data));

      g_string_append_printf (header, "%s%s", key == keys ? "" : "\t", (char *) key->data);
      g_string_append_printf (row, "%s%s", key == keys ? "" : "\t", value);
    }
  if (g_strcmp0 (cli->header, header->str) != 0)
    {
      puts (header->str);
      g_free (cli->header);
      cli->header = g_strdup (header->str);
    }
  puts (row->str);
}

static void
write_record (JsonObject *object)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autofree char *value = plain_value (json_object_get_member (object, key->data));

      printf ("%s: %s\n", (char *) key->data, value);
    }
}

void
ikrar_out_row (IkrarCli *cli, JsonBuilder *out)
{
  g_autoptr (JsonNode) node = finish (out);

  if (cli->json)
    write_json (node);
  else
    write_row (cli, json_node_get_object (node));
}

void
ikrar_out_record (IkrarCli *cli, JsonBuilder *out)
{
  g_autoptr (JsonNode) node = finish (out);

  if (cli->json)
    write_json (node);
  else
    write_record (json_node_get_object (node));
}

IkrarExit
ikrar_out_key (IkrarCli *cli, IkrarId event, GError **error)
{
  g_autoptr (IkrarSecretKey) key = NULL;
  g_auto (IkrarLedgerState) state = { 0 };
  g_autofree char *text = NULL;
  JsonBuilder *out;

  if (!ikrar_ledger_get_state (cli->store, &state, error))
    return IKRAR_EXIT_NOTHING;
  key = ikrar_signing_key_get (cli->store, event, error);
  if (key == NULL)
    return IKRAR_EXIT_NOTHING;
  text = ikrar_public_key_format (ikrar_secret_key_get_public (key),
                                  state.origin != NULL ? state.origin : "ikrar");
  out = ikrar_out_new ();
  ikrar_out_text (out, "key", text);
  ikrar_out_record (cli, out);
  return IKRAR_EXIT_OK;
}
