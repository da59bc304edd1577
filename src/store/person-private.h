/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"
#include "store/person.h"

G_BEGIN_DECLS

/* Keeps the number that a person is about to lose as an earlier one. */
gboolean _ikrar_person_keep_number (IkrarChange *change, const IkrarPerson *person, GError **error);
/* Whether a person may be written: with a name, and with a number that nobody else has. */
gboolean _ikrar_person_check (IkrarStore *store, const IkrarPerson *person, GError **error);

/* Refuses somebody who was erased, or merged with somebody else. */
gboolean _ikrar_person_check_there (IkrarStore *store, const IkrarPerson *person, GError **error);

/* Erases somebody within a change. */
gboolean _ikrar_person_erase (IkrarChange *change, IkrarId id, GError **error);

G_END_DECLS
