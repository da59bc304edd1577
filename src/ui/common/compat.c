/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/compat.h"

void
ikrar_compat_set_placeholder (GtkSearchEntry *entry, const char *text)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (entry), "placeholder-text") != NULL)
    g_object_set (entry, "placeholder-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
ikrar_compat_show_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
