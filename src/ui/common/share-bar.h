/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_SHARE_BAR (ikrar_share_bar_get_type ())

/**
 * IkrarShareBar:
 *
 * A bar with up to two parts of a whole: present and represented of those invited, or signed and
 * recited. The numbers stand beside it: it repeats them.
 *
 * CSS nodes: `sharebar` with the children `share.first` and `share.second`.
 */
G_DECLARE_FINAL_TYPE (IkrarShareBar, ikrar_share_bar, IKRAR, SHARE_BAR, GtkWidget)

/**
 * ikrar_share_bar_set:
 * @bar: a bar
 * @first: the first part
 * @second: the second part
 * @total: the whole
 */
void ikrar_share_bar_set (IkrarShareBar *bar, guint first, guint second, guint total);

G_END_DECLS
