/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_PILL (ikrar_pill_get_type ())

/**
 * IkrarPill:
 *
 * A status: icon and word on a tint. The meaning stands in the word, the colour repeats it.
 *
 * CSS nodes: `pill` with one of the classes `present`, `represented`, `excused`, `absent`,
 * `unrecorded`, `pledge`.
 *
 * Properties: `label`, `icon-name`, `status` (one of the classes).
 */
G_DECLARE_FINAL_TYPE (IkrarPill, ikrar_pill, IKRAR, PILL, GtkWidget)

/**
 * ikrar_pill_new:
 *
 * Returns: a pill
 */
GtkWidget *ikrar_pill_new (void);

/**
 * ikrar_pill_set:
 * @pill: a pill
 * @status: its class
 * @icon_name: its icon
 * @label: its word
 */
void ikrar_pill_set (IkrarPill *pill, const char *status, const char *icon_name, const char *label);

G_END_DECLS
