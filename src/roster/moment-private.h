/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* A moment as programs write it: `2024/11/07 8:05:00 AM GMT+8`, `07/11/2024 08.05`, `2024-11-07
 * 08:05`, or `08:05` alone, of @day (a moment of it). 0 if it is none. */
IkrarTime
_ikrar_moment_parse (const char *text, IkrarZone zone, IkrarTime day, gboolean month_first);

G_END_DECLS
