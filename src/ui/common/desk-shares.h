/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ikrar_desk_shares_show:
 * @label: a label that wraps
 * @desks: (element-type IkrarDeskCount): who is present, by desk
 *
 * Says how many people each desk let in; with one desk there is nothing to say, and the label is
 * hidden.
 */
void ikrar_desk_shares_show (GtkLabel *label, GPtrArray *desks);

G_END_DECLS
