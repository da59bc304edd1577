/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/pledge.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_WITNESS_ROW (ikrar_witness_row_get_type ())

/**
 * IkrarWitnessRow:
 *
 * A witness that can be edited: name, post, body.
 *
 * Signals: `removed`: shall be taken out of the list.
 */
G_DECLARE_FINAL_TYPE (IkrarWitnessRow, ikrar_witness_row, IKRAR, WITNESS_ROW, GtkListBoxRow)

/**
 * ikrar_witness_row_new:
 * @witness: (nullable): a witness, `NULL` for an empty row
 *
 * Returns: a row
 */
GtkWidget *ikrar_witness_row_new (const IkrarWitness *witness);

/**
 * ikrar_witness_row_get:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): the witness, `NULL` without a name
 */
IkrarWitness *ikrar_witness_row_get (IkrarWitnessRow *row);

G_END_DECLS
