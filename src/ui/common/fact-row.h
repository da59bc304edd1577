/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ikrar_fact_row_new:
 * @name: what it is
 * @value: what is known of it; may have several lines
 *
 * Returns: a row with a small heading over what matters
 */
GtkWidget *ikrar_fact_row_new (const char *name, const char *value);

/**
 * ikrar_fact_row_add:
 * @list: a list
 * @name: what it is
 * @value: (nullable): what is known of it; nothing is added without it
 */
void ikrar_fact_row_add (GtkListBox *list, const char *name, const char *value);

/**
 * ikrar_fact_row_new_quiet:
 * @text: what there is to say
 *
 * Returns: a row that says quietly that a list is empty
 */
GtkWidget *ikrar_fact_row_new_quiet (const char *text);

G_END_DECLS
