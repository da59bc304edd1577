/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/desk/desk-window-private.h"

/* Everything on the desk is drawn for a window of this height and grows with it. */
#define DRAWN_HEIGHT 800.0
#define DRAWN_FONT_PX 14.0
#define SCALE_MIN 0.8
#define SCALE_MAX 3.0

/* Below this width a sheet takes the place of the panel instead of standing beside it. */
#define NARROW_WIDTH 700

/* What stands beside the panel never takes room from it. */
#define SIDE_WIDTH 356

/* Below this width, scaled, the figures are smaller. */
#define TIGHT_WIDTH 1150

#define CLOCK_INTERVAL_S 2

/* So many times the clock is shown before the pace is looked at again. */
#define PACE_TICKS 10

void
_ikrar_desk_window_show_sides (IkrarDeskWindow *self)
{
  gboolean is_sheet = g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "scans") != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->side_clamp),
                          self->mode != IKRAR_DESK_MODE_KIOSK && (!self->narrow || is_sheet));
  gtk_widget_set_visible (GTK_WIDGET (self->main), !self->narrow || !is_sheet);
}

static void
toggle_css_class (IkrarDeskWindow *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* The camera stands beside the verdict, or below it where there is nothing beside it. */
void
_ikrar_desk_window_place_camera (IkrarDeskWindow *self)
{
  GtkWidget *camera = GTK_WIDGET (self->camera), *box = gtk_widget_get_parent (camera);

  ikrar_camera_panel_set_small (self->camera, self->narrow);
  g_object_ref (camera);
  gtk_box_remove (GTK_BOX (box), camera);
  if (self->narrow || self->mode == IKRAR_DESK_MODE_KIOSK)
    gtk_box_append (self->main, camera);
  else
    gtk_box_insert_child_after (self->scans_box, camera, GTK_WIDGET (self->counts));
  g_object_unref (camera);
}

/* A narrow window shows the switch only while people are let out, and as an icon. */
void
_ikrar_desk_window_show_way (IkrarDeskWindow *self)
{
  gboolean leaving = gtk_toggle_button_get_active (self->way_button);

  if (self->narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->way_button), "go-next-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->way_button), _ ("Letting _Out"));
  gtk_widget_set_visible (GTK_WIDGET (self->way_button), leaving || !self->narrow);
}

/* What a narrow window leaves out is said elsewhere: by an icon, a tooltip, the menu, the
 * computer's clock. */
static void
set_narrow (IkrarDeskWindow *self, gboolean narrow)
{
  GtkWidget *wide_only[] = {
    GTK_WIDGET (self->clock_label), GTK_WIDGET (self->ready_label),
    GTK_WIDGET (self->mute_button), self->find_key_label,
    self->guest_key_label,          GTK_WIDGET (self->camera_button),
  };

  self->narrow = narrow;
  for (guint i = 0; i < G_N_ELEMENTS (wide_only); i++)
    gtk_widget_set_visible (wide_only[i], !narrow);
  toggle_css_class (self, "narrow", narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side_clamp), narrow);
  ikrar_verdict_panel_set_narrow (self->panel, narrow);
  _ikrar_desk_window_place_camera (self);
  _ikrar_desk_window_show_way (self);
  _ikrar_desk_window_show_sides (self);
}

static void
on_surface_resized (IkrarDeskWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  double scale = CLAMP (gdk_surface_get_height (surface) / DRAWN_HEIGHT, SCALE_MIN, SCALE_MAX);
  int px = (int) (DRAWN_FONT_PX * scale + 0.5);
  g_autofree char *css = g_strdup_printf ("window.desk { font-size: %dpx; }", px);
  int width = gdk_surface_get_width (surface);

  gtk_css_provider_load_from_data (self->scale, css, -1);
  adw_clamp_set_maximum_size (self->side_clamp,
                              width < NARROW_WIDTH ? width : (int) (SIDE_WIDTH * scale));
  toggle_css_class (self, "tight", width < TIGHT_WIDTH * scale);
  if ((width < NARROW_WIDTH) != self->narrow)
    set_narrow (self, width < NARROW_WIDTH);
}

static void
on_realize (IkrarDeskWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  g_signal_connect_object (surface, "notify::height", G_CALLBACK (on_surface_resized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (on_surface_resized), self,
                           G_CONNECT_SWAPPED);
}

/* A scanner types into the window that is in front; if that is another one, the door must know. */
static void
on_active_changed (IkrarDeskWindow *self)
{
  gboolean active = gtk_window_is_active (GTK_WINDOW (self));
  const char *text = active ? _ ("Scanner ready") : _ ("Click here: scans go elsewhere");

  gtk_image_set_from_icon_name (self->ready_icon,
                                active ? "scanner-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->ready_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ready_icon), text);
  if (active)
    gtk_widget_remove_css_class (GTK_WIDGET (self->ready_icon), "away");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->ready_icon), "away");
}

/* The name of a button does not follow its tooltip by itself. */
static void
name_button (GtkButton *button, const char *icon_name, const char *name)
{
  gtk_button_set_icon_name (button, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_full_screen_changed (IkrarDeskWindow *self)
{
  gboolean full = gtk_window_is_fullscreen (GTK_WINDOW (self));

  name_button (self->full_screen_button,
               full ? "view-restore-symbolic" : "view-fullscreen-symbolic",
               full ? _ ("Leave Full Screen (F11)") : _ ("Full Screen (F11)"));
}

static void
on_sound_changed (IkrarDeskWindow *self)
{
  gboolean sounds = g_settings_get_boolean (self->settings, "desk-sound");

  name_button (self->mute_button,
               sounds ? "audio-volume-high-symbolic" : "audio-volume-muted-symbolic",
               sounds ? _ ("Mute (Ctrl+M)") : _ ("Sound On (Ctrl+M)"));
}

static gboolean
on_clock (gpointer user_data)
{
  IkrarDeskWindow *self = user_data;
  g_autofree char *now = NULL;

  if (self->info == NULL)
    return G_SOURCE_CONTINUE;
  if (++self->ticks % PACE_TICKS == 0)
    ikrar_desk_thread_look_at_pace (self->thread);
  now = ikrar_time_format_clock (ikrar_time_now (), self->info->event->zone);
  gtk_label_set_label (self->clock_label, now);
  return G_SOURCE_CONTINUE;
}

/* What the menu switches stays on this computer. */
static void
install_settings (IkrarDeskWindow *self)
{
  static const char *const keys[] = { "desk-sound", "desk-speech", "desk-screen" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "desk-settings", G_ACTION_GROUP (group));
}

void
_ikrar_desk_window_follow (IkrarDeskWindow *self)
{
  self->scale = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->scale),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_full_screen_changed), NULL);
  g_signal_connect_object (self->settings, "changed::desk-sound", G_CALLBACK (on_sound_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->side, "notify::visible-child-name",
                            G_CALLBACK (_ikrar_desk_window_show_sides), self);
  install_settings (self);
  _ikrar_desk_window_follow_screens (self);
  _ikrar_desk_window_follow_mode (self);
  on_full_screen_changed (self);
  on_sound_changed (self);
  self->clock_timeout = g_timeout_add_seconds (CLOCK_INTERVAL_S, on_clock, self);
}
