/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "camera/camera-portal-private.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "camera/error.h"

#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char interface[] =
    "<node><interface name='org.freedesktop.portal.Camera'>"
    "<method name='AccessCamera'><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method>"
    "<method name='OpenPipeWireRemote'><arg type='a{sv}' direction='in'/>"
    "<arg type='h' direction='out'/></method>"
    "<property name='IsCameraPresent' type='b' access='read'/>"
    "</interface></node>";

/* How a portal answers. */
typedef struct
{
  gboolean absent; /* no camera */
  gint response;   /* -1 for none */
  gboolean closed; /* the remote cannot be opened */
} Manner;

/* A bus with a portal and a program on it. */
typedef struct
{
  const Manner *manner;
  GTestDBus *bus;
  GDBusConnection *portal;
  GDBusConnection *program;
  GCancellable *cancellable;
  guint owner;
  gboolean asked;
  gboolean done;
  int fd;
  GError *error;
} Desktop;

static void
respond (Desktop *desktop, const char *sender, const char *token)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  GVariantBuilder results;

  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_dbus_connection_emit_signal (
      desktop->portal, sender, path, "org.freedesktop.portal.Request", "Response",
      g_variant_new ("(ua{sv})", (guint32) desktop->manner->response, &results), NULL);
}

static void
access_camera (Desktop *desktop,
               const char *sender,
               GVariant *parameters,
               GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 0);
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  desktop->asked = TRUE;
  /* As fast as a portal that remembers what was decided. */
  if (desktop->manner->response >= 0)
    respond (desktop, sender, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/request"));
}

static void
open_remote (Desktop *desktop, GDBusMethodInvocation *invocation)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  int ends[2];

  if (desktop->manner->closed)
    {
      g_dbus_method_invocation_return_dbus_error (
          invocation, "org.freedesktop.portal.Error.NotAllowed", "not allowed");
      return;
    }
  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "x", 1), ==, 1);
  g_unix_fd_list_append (fds, ends[0], NULL);
  g_close (ends[0], NULL);
  g_close (ends[1], NULL);
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0),
                                                           fds);
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface_name,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  if (g_str_equal (method, "AccessCamera"))
    access_camera (user_data, sender, parameters, invocation);
  else
    open_remote (user_data, invocation);
}

static GVariant *
on_get (GDBusConnection *connection,
        const char *sender,
        const char *path,
        const char *interface_name,
        const char *property,
        GError **error,
        gpointer user_data)
{
  return g_variant_new_boolean (!((Desktop *) user_data)->manner->absent);
}

static GDBusConnection *
join (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static void
on_owned (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Desktop *) user_data)->done = TRUE;
}

static void
start_portal (Desktop *desktop)
{
  static const GDBusInterfaceVTable table = { on_call, on_get, NULL };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);

  desktop->portal = join (desktop->bus);
  g_dbus_connection_register_object (desktop->portal, PORTAL_PATH, node->interfaces[0], &table,
                                     desktop, NULL, NULL);
  desktop->owner =
      g_bus_own_name_on_connection (desktop->portal, "org.freedesktop.portal.Desktop",
                                    G_BUS_NAME_OWNER_FLAGS_NONE, on_owned, NULL, desktop, NULL);
  while (!desktop->done)
    g_main_context_iteration (NULL, TRUE);
  desktop->done = FALSE;
}

static void
set_up (Desktop *desktop, gconstpointer manner)
{
  desktop->manner = manner;
  desktop->fd = -1;
  desktop->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (desktop->bus);
  if (manner != NULL)
    start_portal (desktop);
  desktop->program = join (desktop->bus);
  desktop->cancellable = g_cancellable_new ();
}

static void
tear_down (Desktop *desktop, gconstpointer manner)
{
  if (desktop->owner != 0)
    g_bus_unown_name (desktop->owner);
  g_dbus_connection_close_sync (desktop->program, NULL, NULL);
  g_clear_object (&desktop->program);
  if (desktop->portal != NULL)
    g_dbus_connection_close_sync (desktop->portal, NULL, NULL);
  g_clear_object (&desktop->portal);
  g_test_dbus_stop (desktop->bus);
  g_object_unref (desktop->bus);
  g_object_unref (desktop->cancellable);
  g_clear_error (&desktop->error);
  if (desktop->fd >= 0)
    g_close (desktop->fd, NULL);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Desktop *desktop = user_data;

  desktop->fd = _ikrar_camera_portal_open_finish (result, &desktop->error);
  desktop->done = TRUE;
}

static void
ask (Desktop *desktop)
{
  _ikrar_camera_portal_open (desktop->program, desktop->cancellable, on_opened, desktop);
}

static void
wait_answer (Desktop *desktop)
{
  while (!desktop->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_granted (Desktop *desktop, gconstpointer manner)
{
  char byte;

  ask (desktop);
  wait_answer (desktop);
  g_assert_no_error (desktop->error);
  g_assert_cmpint (read (desktop->fd, &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'x');
}

static void
test_refused (Desktop *desktop, gconstpointer manner)
{
  ask (desktop);
  wait_answer (desktop);
  g_assert_error (desktop->error, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_REFUSED);
  g_assert_cmpint (desktop->fd, ==, -1);
}

static void
test_absent (Desktop *desktop, gconstpointer manner)
{
  ask (desktop);
  wait_answer (desktop);
  g_assert_error (desktop->error, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_NONE);
  g_assert_false (desktop->asked);
}

static void
test_failed (Desktop *desktop, gconstpointer manner)
{
  ask (desktop);
  wait_answer (desktop);
  g_assert_error (desktop->error, IKRAR_CAMERA_ERROR, IKRAR_CAMERA_ERROR_FAILED);
  g_assert_cmpint (desktop->fd, ==, -1);
}

/* While the system asks, the camera is turned off. */
static void
test_cancelled (Desktop *desktop, gconstpointer manner)
{
  ask (desktop);
  while (!desktop->asked)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (desktop->cancellable);
  wait_answer (desktop);
  g_assert_error (desktop->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  static const Manner granting = { 0 }, refusing = { .response = 1 }, ending = { .response = 2 },
                      absent = { .absent = TRUE }, waiting = { .response = -1 },
                      closed = { .closed = TRUE };
  static const struct
  {
    const char *path;
    const Manner *manner;
    void (*func) (Desktop *desktop, gconstpointer manner);
  } tests[] = {
    { "/camera/portal/granted", &granting, test_granted },
    { "/camera/portal/refused", &refusing, test_refused },
    { "/camera/portal/ended", &ending, test_refused },
    { "/camera/portal/absent", &absent, test_absent },
    { "/camera/portal/closed", &closed, test_failed },
    { "/camera/portal/no-portal", NULL, test_failed },
    { "/camera/portal/cancelled", &waiting, test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desktop, tests[i].manner, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
