/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

G_BEGIN_DECLS

/*< private >
 * What is searched of a roster: the folded names and the numbers of all its lines in one piece, so
 * that a word is looked for in all of them at the speed of memory, and each unit once. Immutable;
 * it keeps nothing of the lines but their units' keys. */
typedef struct _IkrarParticipantText IkrarParticipantText;

IkrarParticipantText *_ikrar_participant_text_new (const IkrarParticipantLine *lines, guint size);
void _ikrar_participant_text_free (IkrarParticipantText *self);

/* A byte for every line: whether each of the folded words is in its name, number or unit. */
guint8 *_ikrar_participant_text_find (const IkrarParticipantText *self, GStrv words);

G_END_DECLS
