/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

G_BEGIN_DECLS

/**
 * ikrar_participant_lines_at:
 * @table: a roster
 * @indexes: (element-type guint): indexes of lines, as a search gives them
 * @limit: at most so many
 *
 * Returns: (transfer container) (element-type IkrarParticipantLine): these lines of @table, for an
 *   [class@LineList]
 */
GPtrArray *
ikrar_participant_lines_at (const IkrarParticipantTable *table, GArray *indexes, guint limit);

/**
 * ikrar_participant_lines_key:
 * @line: an `IkrarParticipantLine`
 *
 * Returns: its id, for an [class@IdSelection]
 */
gint64 ikrar_participant_lines_key (gconstpointer line);

G_END_DECLS
