/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-camera"

#include "config.h"

#include "camera/camera-portal-private.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>

#include "camera/error.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define CAMERA "org.freedesktop.portal.Camera"
#define REQUEST "org.freedesktop.portal.Request"

/* What a request of a portal ends with. */
#define RESPONSE_GRANTED 0

/* What is asked for; the data of its task. */
typedef struct
{
  GDBusConnection *connection;
  char *token;
  guint subscription;
  GSource *cancelled;
} Request;

gboolean
_ikrar_camera_portal_is_needed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* Both what is waited for keep the task. */
static void
unsubscribe (Request *request)
{
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  request->subscription = 0;
  if (request->cancelled != NULL)
    g_source_destroy (request->cancelled);
  g_clear_pointer (&request->cancelled, g_source_unref);
}

static void
free_request (gpointer data)
{
  Request *request = data;

  unsubscribe (request);
  g_object_unref (request->connection);
  g_free (request->token);
  g_free (request);
}

static void
give_up (GTask *task, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      g_task_return_new_error (task, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_FAILED,
                               _ ("The system could not be asked for the camera: %s Start the "
                                  "computer anew, then try again."),
                               error->message);
      g_error_free (error);
    }
}

static void
on_remote_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) answer = NULL;
  GError *error = NULL;
  gint32 handle;
  int fd = -1;

  answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds,
                                                            result, &error);
  if (answer != NULL)
    {
      g_variant_get (answer, "(h)", &handle);
      fd = g_unix_fd_list_get (fds, handle, &error);
    }
  if (fd < 0)
    give_up (task, error);
  else
    g_task_return_int (task, fd);
}

static void
open_remote (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  g_dbus_connection_call_with_unix_fd_list (
      request->connection, PORTAL, PORTAL_PATH, CAMERA, "OpenPipeWireRemote",
      g_variant_new ("(a{sv})", NULL), G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
      g_task_get_cancellable (task), on_remote_opened, g_object_ref (task));
}

static void
on_response (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (G_TASK (user_data));
  g_autoptr (GVariant) results = NULL;
  guint32 response;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  unsubscribe (g_task_get_task_data (task));
  if (response == RESPONSE_GRANTED)
    open_remote (task);
  else
    g_task_return_new_error (task, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_REFUSED,
                             _ ("The system does not let this program use the camera. Allow it in "
                                "the settings of the system, then try again."));
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (G_TASK (user_data));

  unsubscribe (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

/* Subscribed before the request is made, so that no answer is missed: the portal says which path a
 * request with a token gets. */
static void
subscribe (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  g_autofree char *sender = g_strdelimit (
      g_strdup (g_dbus_connection_get_unique_name (request->connection) + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, request->token);

  request->subscription = g_dbus_connection_signal_subscribe (
      request->connection, PORTAL, REQUEST, "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      on_response, g_object_ref (task), g_object_unref);
  request->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (request->cancelled, G_SOURCE_FUNC (on_cancelled), g_object_ref (task),
                         g_object_unref);
  g_source_attach (request->cancelled, g_task_get_context (task));
}

static void
on_access_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer != NULL)
    return; /* The response follows. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error); /* told already */
      return;
    }
  unsubscribe (g_task_get_task_data (task));
  give_up (task, error);
}

static void
ask (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  GVariantBuilder options;

  subscribe (task);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (request->token));
  g_dbus_connection_call (request->connection, PORTAL, PORTAL_PATH, CAMERA, "AccessCamera",
                          g_variant_new ("(a{sv})", &options), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task),
                          on_access_asked, g_object_ref (task));
}

static void
on_presence_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) value = NULL;
  GError *error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    {
      give_up (task, error);
      return;
    }
  g_variant_get (answer, "(v)", &value);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) || g_variant_get_boolean (value))
    ask (task);
  else
    g_task_return_new_error (task, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_NONE,
                             _ ("No camera is connected. Plug one in, then try again."));
}

void
_ikrar_camera_portal_open (GDBusConnection *connection,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (connection, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->connection = g_object_ref (connection);
  request->token = g_strdup_printf ("ikrar%u", g_random_int ());
  g_task_set_task_data (task, request, free_request);
  g_dbus_connection_call (connection, PORTAL, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", CAMERA, "IsCameraPresent"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, cancellable, on_presence_known, task);
}

int
_ikrar_camera_portal_open_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
