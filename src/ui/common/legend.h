/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_LEGEND (ikrar_legend_get_type ())

/**
 * IkrarLegend:
 *
 * What a colour of a chart means.
 *
 * Properties: `label`, and `status`: `present`, `represented`, `excused`, `absent`, `unrecorded`,
 * `signed` or `recited`.
 */
G_DECLARE_FINAL_TYPE (IkrarLegend, ikrar_legend, IKRAR, LEGEND, GtkBox)

G_END_DECLS
