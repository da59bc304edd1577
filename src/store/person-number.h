/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person.h"

G_BEGIN_DECLS

/**
 * ikrar_person_number_list:
 * @store: a store
 * @person: id of a person
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarPersonNumber) (nullable): earlier numbers, oldest
 *   entry first, or `NULL` with a store error
 */
GPtrArray *ikrar_person_number_list (IkrarStore *store, IkrarId person, GError **error);

/**
 * ikrar_person_number_add:
 * @store: a store
 * @person: id of a person
 * @digits: bare digits of a number that the person had before
 * @kind: what they are
 * @error: return location for an error
 *
 * The person is found by it from now on, by a search and by an import.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_DUPLICATE` if somebody has or had
 *   the number, `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarId ikrar_person_number_add (IkrarStore *store,
                                 IkrarId person,
                                 const char *digits,
                                 IkrarNumberKind kind,
                                 GError **error);

/**
 * ikrar_person_number_remove:
 * @store: a store
 * @person: id of a person
 * @digits: bare digits of an earlier number
 * @error: return location for an error
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND` if it is no earlier
 *   number of the person, or another store error
 */
IkrarId
ikrar_person_number_remove (IkrarStore *store, IkrarId person, const char *digits, GError **error);

G_END_DECLS
