/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Installs the actions that pages, menus and shortcuts use. */
void _ikrar_window_install_actions (GtkWidgetClass *widget_class);

/* Asks for a file and a passphrase where needed; both tell in the window how it went. */
void _ikrar_window_back_up (IkrarWindow *self);
void _ikrar_window_restore (IkrarWindow *self);
void _ikrar_window_restore_file (IkrarWindow *self, const char *path);

G_END_DECLS
