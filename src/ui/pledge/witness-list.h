/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/pledge.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_WITNESS_LIST (ikrar_witness_list_get_type ())

/**
 * IkrarWitnessList:
 *
 * Who saw a pledge, to be edited.
 */
G_DECLARE_FINAL_TYPE (IkrarWitnessList, ikrar_witness_list, IKRAR, WITNESS_LIST, AdwBin)

/**
 * ikrar_witness_list_fill:
 * @list: a list
 * @witnesses: (element-type IkrarWitness): witnesses
 *
 * Shows these instead of those before.
 */
void ikrar_witness_list_fill (IkrarWitnessList *list, GPtrArray *witnesses);

/**
 * ikrar_witness_list_get:
 * @list: a list
 *
 * Returns: (transfer full) (element-type IkrarWitness): those with a name
 */
GPtrArray *ikrar_witness_list_get (IkrarWitnessList *list);

G_END_DECLS
