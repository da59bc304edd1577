/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ikrar_list_clear:
 * @list: a list
 *
 * Takes every row out of a list.
 */
void ikrar_list_clear (GtkListBox *list);

G_END_DECLS
