/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"
#include "store/pledge.h"

G_BEGIN_DECLS

/**
 * ikrar_witness_new:
 * @name: with titles
 * @position: (nullable): post
 * @institution: (nullable): body
 *
 * Returns: (transfer full): a witness that owns its texts
 */
IkrarWitness *ikrar_witness_new (const char *name, const char *position, const char *institution);

/**
 * ikrar_witness_free:
 * @witness: (transfer full) (nullable): a witness made by [func@witness_new]
 */
void ikrar_witness_free (IkrarWitness *witness);

/**
 * ikrar_witness_describe:
 * @witness: a witness
 *
 * Returns: (transfer full): post and body, as far as they are known
 */
char *ikrar_witness_describe (const IkrarWitness *witness);

/**
 * ikrar_witnesses_of_roles:
 * @roles: (element-type IkrarEventRole): roles of an event
 *
 * Who was invited to witness the pledge, or came instead.
 *
 * Returns: (transfer full) (element-type IkrarWitness): the witnesses
 */
GPtrArray *ikrar_witnesses_of_roles (GPtrArray *roles);

/**
 * ikrar_witness_reader_of_roles:
 * @roles: (element-type IkrarEventRole): roles of an event
 *
 * Returns: (transfer full) (nullable): who reads the pledge, `NULL` if nobody was named
 */
IkrarWitness *ikrar_witness_reader_of_roles (GPtrArray *roles);

/**
 * ikrar_witnesses_to_values:
 * @witnesses: (element-type IkrarWitness): witnesses
 *
 * Returns: (transfer container): the same as an array of values, texts borrowed, as the store
 *   takes them
 */
IkrarWitness *ikrar_witnesses_to_values (GPtrArray *witnesses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarWitness, ikrar_witness_free)

G_END_DECLS
