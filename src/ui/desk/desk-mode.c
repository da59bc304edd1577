/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/desk/desk-window-private.h"
#include "ui/desk/pin-dialog.h"

/* What may be done while the desk is locked; what is not named here is off. */
static const char *const operator_actions[] = { "desk.find",      "desk.back",
                                                "desk.camera",    "desk.mute",
                                                "desk.undo-scan", "win.undo",
                                                "desk.leave",     NULL };
static const char *const kiosk_actions[] = { "desk.camera", "desk.leave", NULL };

static const struct
{
  const char *const *actions; /* NULL for all */
  const char *title;
  const char *leave;
} modes[] = {
  [IKRAR_DESK_MODE_OPEN] = { NULL, NULL, NULL },
  [IKRAR_DESK_MODE_OPERATOR] = { operator_actions, N_ ("Operator Mode"),
                                 N_ ("Leave Operator Mode") },
  [IKRAR_DESK_MODE_KIOSK] = { kiosk_actions, N_ ("Self Check-In"), N_ ("Leave Self Check-In") },
};

static gboolean
is_allowed (IkrarDeskMode mode, const char *action)
{
  return modes[mode].actions == NULL ? !g_str_equal (action, "desk.leave")
                                     : g_strv_contains (modes[mode].actions, action);
}

static void
enable_actions (IkrarDeskWindow *self)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (self);
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (widget_class, i, &owner, &name, &type, &property); i++)
    if (owner == IKRAR_TYPE_DESK_WINDOW)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), name, is_allowed (self->mode, name));
}

/* The lamp says whether the scanner is heard; what mends it is the organiser's. */
static void
set_lamp (IkrarDeskWindow *self, gboolean is_button)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (self->ready_icon), GTK_TYPE_BUTTON);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), is_button ? "desk.scanner" : NULL);
  gtk_widget_set_sensitive (button, TRUE);
  gtk_widget_set_can_target (button, is_button);
  gtk_widget_set_focusable (button, is_button);
}

static void
set_menu (IkrarDeskWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *leave = NULL;

  if (self->mode == IKRAR_DESK_MODE_OPEN)
    {
      gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (self->desk_menu));
      return;
    }
  leave = g_strconcat (_ (modes[self->mode].leave), "…", NULL);
  g_menu_append (menu, leave, "desk.leave");
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
show_parts (IkrarDeskWindow *self)
{
  gboolean is_open = self->mode == IKRAR_DESK_MODE_OPEN;
  gboolean is_kiosk = self->mode == IKRAR_DESK_MODE_KIOSK;
  GtkWidget *guest_button = gtk_widget_get_ancestor (self->guest_key_label, GTK_TYPE_BUTTON);

  adw_header_bar_set_show_start_title_buttons (self->header_bar, is_open);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->full_screen_button), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->mute_button), !is_kiosk);
  gtk_widget_set_visible (guest_button, is_open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->way_button), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->keys_box), !is_kiosk);
  if (is_kiosk)
    gtk_widget_add_css_class (GTK_WIDGET (self), "kiosk");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "kiosk");
  _ikrar_desk_window_place_camera (self);
  _ikrar_desk_window_show_sides (self);
}

static void
set_mode (IkrarDeskWindow *self, IkrarDeskMode mode)
{
  gboolean is_open = mode == IKRAR_DESK_MODE_OPEN;

  _ikrar_desk_window_close_sheet (self);
  self->mode = mode;
  ikrar_scan_list_set_guarded (self->scans, !is_open);
  ikrar_find_panel_set_guarded (self->find, !is_open);
  ikrar_verdict_panel_set_for_guests (self->panel, mode == IKRAR_DESK_MODE_KIOSK);
  enable_actions (self);
  set_lamp (self, is_open);
  set_menu (self);
  show_parts (self);
}

/* What was scanned until now is nobody's to look at, and afterwards it is there again. */
static void
change_mode (IkrarDeskWindow *self, IkrarDeskMode mode)
{
  set_mode (self, mode);
  _ikrar_desk_window_open_session (self, self->session);
  if (mode == IKRAR_DESK_MODE_OPEN)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    _ikrar_desk_window_fill_screen (self);
  /* Guests see no button with a frame around it; what a scanner types is caught anyway. */
  if (mode == IKRAR_DESK_MODE_KIOSK)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
lock (IkrarDeskWindow *self, IkrarDeskMode mode)
{
  const IkrarDeskLocked locked = { mode, self->event, self->session };

  ikrar_desk_lock (GTK_WINDOW (self), ikrar_context_get_uri (self->context), &locked);
  change_mode (self, mode);
}

static void
on_operator_agreed (GtkWindow *window)
{
  lock (IKRAR_DESK_WINDOW (window), IKRAR_DESK_MODE_OPERATOR);
}

static void
on_kiosk_agreed (GtkWindow *window)
{
  lock (IKRAR_DESK_WINDOW (window), IKRAR_DESK_MODE_KIOSK);
}

static void
on_leave_agreed (GtkWindow *window)
{
  change_mode (IKRAR_DESK_WINDOW (window), IKRAR_DESK_MODE_OPEN);
  ikrar_desk_unlock (window);
  gtk_window_present (window);
}

void
_ikrar_desk_window_start_operator (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_pin_dialog_begin (
      GTK_WINDOW (widget), _ (modes[IKRAR_DESK_MODE_OPERATOR].title),
      _ ("For whoever helps at the door: people can be scanned and searched for, nothing else. The "
         "other windows of the program are locked. Leaving asks for the PIN, after a restart "
         "too."),
      on_operator_agreed);
}

void
_ikrar_desk_window_start_kiosk (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ikrar_pin_dialog_begin (
      GTK_WINDOW (widget), _ (modes[IKRAR_DESK_MODE_KIOSK].title),
      _ ("For guests who check in themselves: the screen shows what to do, and to each guest only "
         "the own name. Only passes count, no numbers. The other windows of the program are "
         "locked. Leaving asks for the PIN, after a restart too."),
      on_kiosk_agreed);
}

static gboolean
has_dialog (IkrarDeskWindow *self)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (GList *link = windows; link != NULL; link = link->next)
    if (IKRAR_IS_PIN_DIALOG (link->data))
      return TRUE;
  return FALSE;
}

void
_ikrar_desk_window_leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IkrarDeskWindow *self = IKRAR_DESK_WINDOW (widget);

  if (self->mode != IKRAR_DESK_MODE_OPEN && !has_dialog (self))
    ikrar_pin_dialog_leave (GTK_WINDOW (self), _ (modes[self->mode].leave), on_leave_agreed);
}

/* A locked desk does not close. */
static gboolean
on_close_request (IkrarDeskWindow *self)
{
  if (self->mode == IKRAR_DESK_MODE_OPEN)
    return FALSE;
  _ikrar_desk_window_leave (GTK_WIDGET (self), NULL, NULL);
  return TRUE;
}

void
_ikrar_desk_window_follow_mode (IkrarDeskWindow *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (on_close_request), NULL);
  enable_actions (self);
}

void
_ikrar_desk_window_begin_locked (IkrarDeskWindow *self, IkrarDeskMode mode)
{
  lock (self, mode);
}

const char *
_ikrar_desk_window_hint (IkrarDeskWindow *self, const IkrarDeskResult *result)
{
  gboolean is_refused = ikrar_desk_verdict_is_refusal (result->verdict);

  if (self->mode == IKRAR_DESK_MODE_OPERATOR && result->verdict == IKRAR_DESK_NOT_IN_EVENT)
    return _ ("Not invited to this event. Find the name with F4, or ask the organiser.");
  if (self->mode != IKRAR_DESK_MODE_KIOSK)
    return NULL;
  if (result->verdict == IKRAR_DESK_UNREADABLE)
    return _ ("Hold the code of your pass before the scanner once more, or go to a check-in desk.");
  if (is_refused)
    return _ ("Please go to a check-in desk. There you will be helped.");
  return result->verdict == IKRAR_DESK_WELCOME ? _ ("Please go in.") : NULL;
}
