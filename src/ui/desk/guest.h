/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarGuest:
 * @name: as somebody typed it, with or without titles
 * @unit: office or unit, "" if none
 * @number: NIP, NI PPPK or NIK, "" if none
 *
 * Somebody who came without being on the roster.
 */
typedef struct
{
  char *name;
  char *unit;
  char *number;
} IkrarGuest;

/**
 * ikrar_guest_add:
 * @store: a store
 * @event: the event
 * @guest: who came
 * @error: return location for an error
 *
 * Puts a guest on the roster: known by number if the register has it, else as a new person.
 * Somebody who is on the roster already is found there.
 *
 * Returns: id of the participant, 0 with `IKRAR_STORE_ERROR_INVALID` (no name, or a number that
 *   cannot be right) or another store error
 */
IkrarId ikrar_guest_add (IkrarStore *store, IkrarId event, const IkrarGuest *guest, GError **error);

/**
 * ikrar_guest_copy:
 * @guest: a guest
 *
 * Returns: (transfer full): a copy
 */
IkrarGuest *ikrar_guest_copy (const IkrarGuest *guest);

/**
 * ikrar_guest_free:
 * @guest: (transfer full) (nullable): a guest
 */
void ikrar_guest_free (IkrarGuest *guest);

G_END_DECLS
