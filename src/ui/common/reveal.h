/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ikrar_reveal_file:
 * @parent: (nullable): a window
 * @file: a file
 *
 * Shows the file in the file manager, selected in its folder. Where no file manager can do so, the
 * folder is opened. Main thread.
 */
void ikrar_reveal_file (GtkWindow *parent, GFile *file);

G_END_DECLS
