/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Installs the actions that pages, menus and shortcuts use. */
void _ikrar_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
