/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_WITNESS_DIALOG (ikrar_witness_dialog_get_type ())

/**
 * IkrarWitnessDialog:
 *
 * Changes who sees the pledges being signed at a desk.
 */
G_DECLARE_FINAL_TYPE (IkrarWitnessDialog,
                      ikrar_witness_dialog,
                      IKRAR,
                      WITNESS_DIALOG,
                      AdwMessageDialog)

/**
 * IkrarWitnessesChosen:
 * @widget: the widget that asked
 * @witnesses: (element-type IkrarWitness) (transfer full): the witnesses
 *
 * Called once if they were changed.
 */
typedef void (*IkrarWitnessesChosen) (GtkWidget *widget, GPtrArray *witnesses);

/**
 * ikrar_witness_dialog_present:
 * @widget: the widget that asks
 * @witnesses: (element-type IkrarWitness): who they are now
 * @chosen: takes who they shall be
 */
void
ikrar_witness_dialog_present (GtkWidget *widget, GPtrArray *witnesses, IkrarWitnessesChosen chosen);

G_END_DECLS
