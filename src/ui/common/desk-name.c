/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/desk-name.h"

#include <gio/gio.h>

char *
ikrar_desk_name_get (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("id.ikrar.Ikrar");
  g_autofree char *name = g_settings_get_string (settings, "desk-name");

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (g_get_host_name ());
}

void
ikrar_desk_name_apply (IkrarStore *store)
{
  g_autofree char *actor = g_strdup (ikrar_store_get_actor (store));
  g_autofree char *name = ikrar_desk_name_get ();

  ikrar_store_set_actor (store, actor, name);
}
