/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarCandidate:
 * @id: the person
 * @number: the number
 * @name: the name with titles
 * @unit: name of the unit, "" if none
 * @same_digits: whether the digits that are left are those of @number
 * @same_name: whether the name is the same but for titles
 *
 * Somebody of the register who may be meant where a number was destroyed. Only a person decides.
 */
typedef struct
{
  IkrarId id;
  char *number;
  char *name;
  char *unit;
  gboolean same_digits;
  gboolean same_name;
} IkrarCandidate;

/**
 * ikrar_candidate_list:
 * @store: a store
 * @digits: (nullable): the first digits of the number, as far as they can be trusted
 * @name_key: (nullable): the key of the name, see [func@person_name_key]
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarCandidate) (nullable): those who have both in common
 *   first, then those with the digits, then namesakes; or `NULL` with a store error
 */
GPtrArray *ikrar_candidate_list (IkrarStore *store,
                                 const char *digits,
                                 const char *name_key,
                                 guint limit,
                                 GError **error);

/**
 * ikrar_candidate_free:
 * @candidate: (transfer full) (nullable): a candidate
 */
void ikrar_candidate_free (IkrarCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarCandidate, ikrar_candidate_free)

G_END_DECLS
