/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib-object.h>

#include "store/context.h"

G_BEGIN_DECLS

/**
 * ikrar_wind_up:
 * @context: the data
 * @owner: kept until it is done
 * @done: (nullable): called in the main thread when it is done, whether it could be or not
 *
 * What belongs to the end of work: a signed checkpoint over what was sealed, and today's backup.
 * The program does not end before. Main thread.
 */
void ikrar_wind_up (IkrarContext *context, gpointer owner, void (*done) (gpointer owner));

G_END_DECLS
