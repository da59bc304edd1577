/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/pledge.h"

G_BEGIN_DECLS

/* Keeps a text that pledges will refer to. */
gboolean _ikrar_pledge_wording_ensure (IkrarChange *change,
                                       IkrarId event,
                                       IkrarPledgeWording *wording,
                                       GError **error);

/* Revokes the pledges of a journal entry that are in force. */
gboolean _ikrar_pledge_undo (IkrarChange *change, IkrarId journal, GError **error);

G_END_DECLS
