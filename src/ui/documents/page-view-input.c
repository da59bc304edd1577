/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include <math.h>

#include "ui/documents/page-view-private.h"

/* What one step of the wheel enlarges. */
#define WHEEL_FACTOR 1.1

static void
on_pointer_moved (IkrarPageView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
on_wheel (IkrarPageView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || self->layout == NULL)
    return GDK_EVENT_PROPAGATE;
  _ikrar_page_view_zoom_around (self, ikrar_page_view_get_scale (self) * pow (WHEEL_FACTOR, -dy),
                                self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
on_pinch_begun (IkrarPageView *self)
{
  self->pinch_scale = ikrar_page_view_get_scale (self);
}

static void
on_pinched (IkrarPageView *self, double factor, GtkGesture *gesture)
{
  double x, y;

  if (self->layout != NULL && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    _ikrar_page_view_zoom_around (self, self->pinch_scale * factor, x, y);
}

static void
on_pressed (IkrarPageView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Which part of the view, or how many pages, a key moves. */
static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  IkrarPageView *self = IKRAR_PAGE_VIEW (widget);
  const char *unit;
  double amount, step;

  if (self->layout == NULL)
    return FALSE;
  g_variant_get (arguments, "(&sd)", &unit, &amount);
  if (g_str_equal (unit, "all"))
    step = gtk_adjustment_get_upper (self->vadjustment);
  else
    step = gtk_adjustment_get_page_size (self->vadjustment);
  gtk_adjustment_set_value (self->vadjustment,
                            gtk_adjustment_get_value (self->vadjustment) + amount * step);
  return TRUE;
}

void
_ikrar_page_view_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *unit;
    double amount;
  } keys[] = {
    { GDK_KEY_Up, 0, "view", -0.1 },         { GDK_KEY_Down, 0, "view", 0.1 },
    { GDK_KEY_KP_Up, 0, "view", -0.1 },      { GDK_KEY_KP_Down, 0, "view", 0.1 },
    { GDK_KEY_Page_Up, 0, "view", -0.9 },    { GDK_KEY_Page_Down, 0, "view", 0.9 },
    { GDK_KEY_KP_Page_Up, 0, "view", -0.9 }, { GDK_KEY_KP_Page_Down, 0, "view", 0.9 },
    { GDK_KEY_space, 0, "view", 0.9 },       { GDK_KEY_space, GDK_SHIFT_MASK, "view", -0.9 },
    { GDK_KEY_Home, 0, "all", -1 },          { GDK_KEY_End, 0, "all", 1 },
    { GDK_KEY_KP_Home, 0, "all", -1 },       { GDK_KEY_KP_End, 0, "all", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, on_key, "(sd)",
                                  keys[i].unit, keys[i].amount);
}

void
_ikrar_page_view_add_controllers (IkrarPageView *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_signal_connect_swapped (pointer, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_wheel), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begun), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinched), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
