/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/context.h"

G_BEGIN_DECLS

/**
 * ikrar_wind_up:
 * @context: the data
 * @owner: who is leaving: kept until it is done, and destroyed then if it is a window
 *
 * What belongs to the end of work: a signed checkpoint over what was sealed, and today's backup.
 * The program does not end before. Main thread.
 */
void ikrar_wind_up (IkrarContext *context, gpointer owner);

G_END_DECLS
