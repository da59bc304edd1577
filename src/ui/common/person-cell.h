/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/common/status.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PERSON_CELL (ikrar_person_cell_get_type ())

/**
 * IkrarPersonCell:
 *
 * Somebody in a list: the name, a second line, and at the end a state with a note (a time, a desk).
 * In a narrow list the state stands below the name.
 *
 * Properties: `folded`.
 */
G_DECLARE_FINAL_TYPE (IkrarPersonCell, ikrar_person_cell, IKRAR, PERSON_CELL, GtkBox)

/**
 * ikrar_person_cell_new:
 *
 * Returns: a cell
 */
GtkWidget *ikrar_person_cell_new (void);

/**
 * ikrar_person_cell_set:
 * @cell: a cell
 * @name: the name
 * @detail: the second line, "" for none
 */
void ikrar_person_cell_set (IkrarPersonCell *cell, const char *name, const char *detail);

/**
 * ikrar_person_cell_set_status:
 * @cell: a cell
 * @status: (nullable): the state, `NULL` to show none
 * @note: what stands beside the state, "" for nothing
 */
void
ikrar_person_cell_set_status (IkrarPersonCell *cell, const IkrarStatus *status, const char *note);

G_END_DECLS
