/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/desk/desk-window-private.h"
#include "ui/desk/rehearsal.h"
#include "ui/desk/scan-log-window.h"

/* Which screen it is, as long as it is plugged in at the same place. */
static const char *
screen_key (GdkMonitor *monitor)
{
  const char *connector = gdk_monitor_get_connector (monitor);

  return connector != NULL ? connector : "";
}

static GdkMonitor *
find_screen (GListModel *monitors, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (*key != '\0' && g_str_equal (screen_key (monitor), key))
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/* The screen that was chosen once, or the one that the window is on. */
void
_ikrar_desk_window_fill_screen (IkrarDeskWindow *self)
{
  g_autofree char *key = g_settings_get_string (self->settings, "desk-screen");
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = find_screen (monitors, key);

  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

void
_ikrar_desk_window_toggle_full_screen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    _ikrar_desk_window_fill_screen (IKRAR_DESK_WINDOW (widget));
}

static char *
describe_screen (GdkMonitor *monitor, guint number)
{
  const char *model = gdk_monitor_get_model (monitor);
  const char *name = model != NULL ? model : screen_key (monitor);
  GdkRectangle place;

  gdk_monitor_get_geometry (monitor, &place);
  /* Translators: %1$u is a number from 1, %2$s the name of a screen, %3$d × %4$d its size. */
  return g_strdup_printf (_ ("Full Screen on Screen %1$u (%2$s, %3$d × %4$d)"), number, name,
                          place.width, place.height);
}

/* One screen is no choice. */
static void
fill_menu (IkrarDeskWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  guint count = g_list_model_get_n_items (monitors);

  g_menu_remove_all (self->screens_menu);
  for (guint i = 0; count > 1 && i < count; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      g_autofree char *label = describe_screen (monitor, i + 1);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "desk-settings.desk-screen", "s",
                                         screen_key (monitor));
      g_menu_append_item (self->screens_menu, item);
    }
}

void
_ikrar_desk_window_follow_screens (IkrarDeskWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (fill_menu), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::desk-screen",
                           G_CALLBACK (_ikrar_desk_window_fill_screen), self, G_CONNECT_SWAPPED);
  fill_menu (self);
}

void
_ikrar_desk_window_begin_rehearsal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);

  ikrar_rehearsal_present (GTK_WINDOW (self), self->context, self->event);
}

void
_ikrar_desk_window_show_log (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);

  ikrar_scan_log_window_present (GTK_WINDOW (self), self->context, self->event);
}
