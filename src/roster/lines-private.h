/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/lines.h"

G_BEGIN_DECLS

IkrarRosterLines *_ikrar_roster_lines_new (void);
void _ikrar_roster_lines_add (IkrarRosterLines *lines,
                              const IkrarRosterRow *row,
                              const char *const *texts,
                              guint n_texts);
void _ikrar_roster_lines_free (IkrarRosterLines *lines);

G_END_DECLS
