/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

G_BEGIN_DECLS

/* The lines of a roster, borrowed from it: papers show some of them, tests make their own. */
GPtrArray *ikrar_participant_lines (const IkrarParticipantTable *table);

/* The name with the titles before it, tied to it. */
char *ikrar_participant_line_tie_prefix (const IkrarParticipantLine *line);

/* The name with titles, tied so that titles before it stay with it and degrees stay together. */
char *ikrar_participant_line_tie_name (const IkrarParticipantLine *line);

/* Degrees, tied together. */
char *ikrar_text_tie (const char *text);

G_END_DECLS
