/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkrarAction:
 * @name: its name with the prefix, such as `desk.find`
 * @parameter: (nullable): the type of its parameter, or %NULL if it takes none
 * @activate: what it does
 *
 * An action of a class of widgets.
 */
typedef struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} IkrarAction;

/**
 * ikrar_actions_install:
 * @widget_class: a class that is being initialised
 * @actions: (array length=n_actions): its actions
 * @n_actions: how many
 */
void
ikrar_actions_install (GtkWidgetClass *widget_class, const IkrarAction *actions, guint n_actions);

/**
 * ikrar_action_toggle_full_screen:
 * @widget: a window
 * @action: the name of the action
 * @parameter: (nullable): nothing
 *
 * An action: fills the screen with the window, or ends that.
 */
void ikrar_action_toggle_full_screen (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
