/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/reveal.h"

#include "ui/common/compat.h"

typedef struct
{
  GtkWindow *parent; /* NULL once it is gone */
  GFile *file;
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_weak_pointer (&wish->parent);
  g_object_unref (wish->file);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
open_folder (Wish *wish)
{
  g_autoptr (GFile) folder = g_file_get_parent (wish->file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    ikrar_compat_show_uri (wish->parent, uri);
}

static void
on_answered (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (answer == NULL)
    open_folder (wish);
}

/* The interface that file managers share: freedesktop.org, file-manager-interface. */
static void
ask_file_manager (GDBusConnection *bus, Wish *wish)
{
  g_autofree char *uri = g_file_get_uri (wish->file);
  const char *const uris[] = { uri, NULL };

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, on_answered, wish);
}

void
ikrar_reveal_file (GtkWindow *parent, GFile *file)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (Wish) wish = g_new0 (Wish, 1);

  g_return_if_fail (G_IS_FILE (file));

  wish->file = g_object_ref (file);
  g_set_weak_pointer (&wish->parent, parent);
  if (bus != NULL)
    ask_file_manager (bus, g_steal_pointer (&wish));
  else
    open_folder (wish);
}
