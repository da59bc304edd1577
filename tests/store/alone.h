/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/exchange.h"
#include "store/replica.h"

G_BEGIN_DECLS

/* A database that works for itself, on an event that others have, too. */
typedef struct
{
  Replica replica;
  IkrarId event;
  GRand *rand;
  guint made;
} Alone;

/* Does what chance picks, of everything that is done at an event, with a clock that sometimes goes
 * back. Whether something is refused there and then is not the point. */
void alone_work (Alone *alone);

/* Carries an event to another database in a file, as on a stick; the giver's key is trusted. */
IkrarExchangeReport *alone_carry (IkrarStore *from, IkrarStore *to, IkrarId event);

G_END_DECLS
