/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PAIRS_LIST (ikrar_pairs_list_get_type ())

/**
 * IkrarPairsList:
 *
 * People who may be one, two by two, each with the reason; one kind of reason can be chosen.
 *
 * Signals: `chosen`, with the ids of two people as int64, first who was known earlier.
 */
G_DECLARE_FINAL_TYPE (IkrarPairsList, ikrar_pairs_list, IKRAR, PAIRS_LIST, AdwBin)

/**
 * ikrar_pairs_list_refresh:
 * @list: a list
 * @context: the database
 *
 * Looks through the register anew, in a thread; what was found before stays meanwhile.
 */
void ikrar_pairs_list_refresh (IkrarPairsList *list, IkrarContext *context);

/**
 * ikrar_pairs_list_stop:
 * @list: a list
 *
 * Ends looking, if that still goes on.
 */
void ikrar_pairs_list_stop (IkrarPairsList *list);

G_END_DECLS
