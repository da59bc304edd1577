/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/address.h"

#include <string.h>

#include "store/postgres-private.h"

#define SEPARATORS ", \t\n;"

IkrarAddress *
ikrar_address_new (void)
{
  IkrarAddress *address = g_new0 (IkrarAddress, 1);

  address->servers = g_strdup ("");
  address->port = g_strdup ("");
  address->database = g_strdup ("");
  address->user = g_strdup ("");
  address->encryption = g_strdup ("");
  address->ca_file = g_strdup ("");
  address->rest = g_strdup ("");
  return address;
}

void
ikrar_address_free (IkrarAddress *address)
{
  if (address == NULL)
    return;
  g_free (address->servers);
  g_free (address->port);
  g_free (address->database);
  g_free (address->user);
  g_free (address->encryption);
  g_free (address->ca_file);
  g_free (address->rest);
  g_free (address);
}

static void
append_parameter (GString *query, const char *name, const char *value)
{
  if (*value == '\0')
    return;
  if (query->len > 0)
    g_string_append_c (query, '&');
  g_string_append_printf (query, "%s=", name);
  g_string_append_uri_escaped (query, value, "/", FALSE);
}

/* A number of the sixth version has colons of its own. */
static void
append_server (GString *servers, const char *host, const char *port)
{
  gboolean brackets = strchr (host, ':') != NULL && *host != '[';

  if (servers->len > 0)
    g_string_append_c (servers, ',');
  g_string_append (servers, brackets ? "[" : "");
  g_string_append_uri_escaped (servers, host, "[]:", FALSE);
  g_string_append (servers, brackets ? "]" : "");
  if (*port != '\0')
    g_string_append_printf (servers, ":%s", port);
}

/* One port for all of them stands by itself. */
static void
set_servers (IkrarAddress *address, const char *host, const char *port)
{
  g_auto (GStrv) hosts = g_strsplit (host, ",", -1);
  g_auto (GStrv) ports = g_strsplit (port, ",", -1);
  g_autoptr (GString) servers = g_string_new (NULL);
  gboolean each = FALSE;

  for (guint i = 1; ports[0] != NULL && ports[i] != NULL; i++)
    each = each || strcmp (ports[i], ports[0]) != 0;
  for (guint i = 0; hosts[i] != NULL; i++)
    append_server (servers, hosts[i], each && i < g_strv_length (ports) ? ports[i] : "");
  g_free (address->servers);
  address->servers = g_uri_unescape_string (servers->str, NULL);
  g_free (address->port);
  address->port = g_strdup (each || ports[0] == NULL ? "" : ports[0]);
}

static char **
find_part (IkrarAddress *address, const char *name)
{
  const struct
  {
    const char *name;
    char **part;
  } parts[] = {
    { "dbname", &address->database },
    { "user", &address->user },
    { "sslmode", &address->encryption },
    { "sslrootcert", &address->ca_file },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, name) == 0)
      return parts[i].part;
  return NULL;
}

IkrarAddress *
ikrar_address_parse (const char *uri)
{
  PQconninfoOption *options = PQconninfoParse (uri, NULL);
  g_autoptr (GString) rest = g_string_new (NULL);
  IkrarAddress *address;

  if (options == NULL)
    return NULL;
  address = ikrar_address_new ();
  set_servers (address, _ikrar_postgres_option (options, "host"),
               _ikrar_postgres_option (options, "port"));
  for (PQconninfoOption *option = options; option->keyword != NULL; option++)
    {
      char **part = find_part (address, option->keyword);

      if (part != NULL && option->val != NULL)
        {
          g_free (*part);
          *part = g_strdup (option->val);
        }
      else if (option->val != NULL && strcmp (option->keyword, "host") != 0 &&
               strcmp (option->keyword, "port") != 0 && strcmp (option->keyword, "password") != 0)
        append_parameter (rest, option->keyword, option->val);
    }
  PQconninfoFree (options);
  g_free (address->rest);
  address->rest = g_strdup (rest->str);
  return address;
}

/* Where the port of a server begins, NULL if it has none. */
static char *
find_port (char *server)
{
  char *bracket = strrchr (server, ']');
  char *colon = strrchr (server, ':');

  if (bracket != NULL)
    return bracket[1] == ':' ? bracket + 2 : NULL;
  return colon != NULL && strchr (server, ':') == colon ? colon + 1 : NULL;
}

static char *
build_servers (const IkrarAddress *address)
{
  g_auto (GStrv) words = g_strsplit_set (address->servers, SEPARATORS, -1);
  g_autoptr (GString) servers = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *port = find_port (words[i]);

      if (*words[i] == '\0')
        continue;
      if (port != NULL)
        port[-1] = '\0';
      append_server (servers, words[i], port != NULL ? port : address->port);
    }
  return g_string_free (g_steal_pointer (&servers), FALSE);
}

char *
ikrar_address_build (const IkrarAddress *address)
{
  g_autofree char *servers = build_servers (address);
  g_autofree char *user = g_uri_escape_string (address->user, NULL, FALSE);
  g_autofree char *database = g_uri_escape_string (address->database, NULL, FALSE);
  g_autoptr (GString) query = g_string_new (NULL);

  append_parameter (query, "sslmode", address->encryption);
  append_parameter (query, "sslrootcert", address->ca_file);
  if (*address->rest != '\0')
    g_string_append_printf (query, "%s%s", query->len > 0 ? "&" : "", address->rest);
  return g_strconcat ("postgresql://", user, *user != '\0' ? "@" : "", servers, "/", database,
                      query->len > 0 ? "?" : "", query->str, NULL);
}

char *
ikrar_address_name (const IkrarAddress *address)
{
  g_autofree char *servers = build_servers (address);

  return g_strconcat (address->user, *address->user != '\0' ? "@" : "", servers, "/",
                      address->database, NULL);
}
