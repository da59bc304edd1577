/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"

G_BEGIN_DECLS

/* 7 November 2024 */
#define ROSTER_TODAY 20241107

/* Appends a line a row to a GString: "7 ok 1988…|Dr.|Budi|S.E.|III/d|Dinas X|peserta codes". */
void roster_lines_take (const IkrarRosterRow *row, gpointer string);

/* All lines of a file that must be readable. */
char *roster_lines_check (const char *path, const IkrarRosterOptions *options);

G_END_DECLS
