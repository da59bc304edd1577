/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody called themselves in a meeting, taken apart: "Dinkes - dr. Budi Santoso", "01. Budi
 * Santoso", "198804202010011001_Budi Santoso". Where it is not plain what is the name, all of it
 * is. Each text is to be freed; "" for what is not there. */
void _ikrar_meeting_name_split (const char *text, char **name, char **unit, char **number);

G_END_DECLS
