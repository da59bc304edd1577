/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/ssip-private.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <string.h>

#define DEFAULT_PORT 6560

/* A voice that does not answer so long is none. */
#define TIMEOUT_S 5

#define EOL "\r\n"

struct _IkrarSsip
{
  GSocketConnection *connection;
  GDataInputStream *input;
  GOutputStream *output;
};

/* `unix_socket[:PATH]` or `inet_socket[:HOST[:PORT]]`. */
static GSocketConnectable *
find_address (const char *wanted)
{
  g_auto (GStrv) parts = g_strsplit (wanted != NULL ? wanted : "unix_socket", ":", 3);
  guint count = g_strv_length (parts);
  g_autofree char *usual =
      g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);

  if (count > 0 && g_str_equal (parts[0], "inet_socket"))
    return g_network_address_new (count > 1 ? parts[1] : "localhost",
                                  count > 2 ? (guint16) g_ascii_strtoull (parts[2], NULL, 10)
                                            : DEFAULT_PORT);
  return G_SOCKET_CONNECTABLE (g_unix_socket_address_new (count > 1 ? parts[1] : usual));
}

static GSocketConnection *
connect_to (const char *wanted, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnectable) address = find_address (wanted);

  g_socket_client_set_timeout (client, TIMEOUT_S);
  g_socket_client_set_enable_proxy (client, FALSE);
  return g_socket_client_connect (client, address, NULL, error);
}

/* It comes back as soon as it listens. */
static gboolean
start_dispatcher (void)
{
  const char *command[] = { "speech-dispatcher", "--spawn", NULL };

  return g_spawn_sync (NULL, (char **) command, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                           G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, NULL, NULL);
}

static GSocketConnection *
connect_or_start (const char *wanted, GError **error)
{
  g_autoptr (GError) local = NULL;
  GSocketConnection *connection = connect_to (wanted, &local);

  /* Somebody who names an address runs it, too. */
  if (connection == NULL && wanted == NULL && start_dispatcher ())
    {
      g_clear_error (&local);
      connection = connect_to (NULL, &local);
    }
  if (connection == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return connection;
}

static gboolean
send (IkrarSsip *self, const char *text, GError **error)
{
  return g_output_stream_write_all (self->output, text, strlen (text), NULL, NULL, error);
}

/* The last line of an answer has a space behind its code; codes from 300 on are refusals. */
static gboolean
receive (IkrarSsip *self, GError **error)
{
  while (TRUE)
    {
      g_autoptr (GError) local = NULL;
      g_autofree char *line = g_data_input_stream_read_line (self->input, NULL, NULL, &local);

      if (line == NULL && local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (line == NULL || strlen (line) < 4)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "no answer");
          return FALSE;
        }
      if (line[3] == '-')
        continue;
      if (line[0] == '1' || line[0] == '2')
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", line);
      return FALSE;
    }
}

static gboolean
command (IkrarSsip *self, const char *line, GError **error)
{
  g_autofree char *sent = g_strconcat (line, EOL, NULL);

  return send (self, sent, error) && receive (self, error);
}

/* A language without a voice is spoken by another one. */
static gboolean
introduce (IkrarSsip *self, const char *language, GError **error)
{
  g_autofree char *name =
      g_strdup_printf ("SET SELF CLIENT_NAME %s:ikrar:desk", g_get_user_name ());
  g_autofree char *tongue = g_strdup_printf ("SET SELF LANGUAGE %s", language);
  g_autoptr (GError) local = NULL;

  if (!command (self, name, error) || !command (self, "SET SELF PRIORITY MESSAGE", error))
    return FALSE;
  if (command (self, tongue, &local) || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_FAILED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

IkrarSsip *
_ikrar_ssip_open (const char *address, const char *language, GError **error)
{
  g_autoptr (IkrarSsip) self = NULL;
  GSocketConnection *connection = connect_or_start (address, error);

  if (connection == NULL)
    return NULL;
  self = g_new0 (IkrarSsip, 1);
  self->connection = connection;
  self->input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  self->output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  return introduce (self, language, error) ? g_steal_pointer (&self) : NULL;
}

void
_ikrar_ssip_free (IkrarSsip *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->input);
  g_io_stream_close (G_IO_STREAM (self->connection), NULL, NULL);
  g_object_unref (self->connection);
  g_free (self);
}

gboolean
_ikrar_ssip_cancel (IkrarSsip *self, GError **error)
{
  return command (self, "CANCEL SELF", error);
}

/* The text ends with a line that is a dot; it is one line itself, and a first dot is doubled. */
gboolean
_ikrar_ssip_speak (IkrarSsip *self, const char *text, GError **error)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');
  g_autofree char *sent = g_strconcat (*line == '.' ? "." : "", line, EOL, ".", NULL);

  return command (self, "SPEAK", error) && command (self, sent, error);
}
