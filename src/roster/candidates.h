/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/row.h"
#include "store/candidate.h"

G_BEGIN_DECLS

/**
 * ikrar_roster_candidates:
 * @store: a store
 * @number: (nullable): a number as the sender wrote it, that was refused
 * @name: (nullable): the name beside it
 * @error: return location for an error
 *
 * Looks in the register for those who may be meant: the first 15 digits are the same, which is what
 * a spreadsheet leaves of a number, or the name is. They are shown to a person and never taken by
 * the program.
 *
 * Returns: (transfer full) (element-type IkrarCandidate) (nullable): the likeliest first, or `NULL`
 *   with a store error
 */
GPtrArray *
ikrar_roster_candidates (IkrarStore *store, const char *number, const char *name, GError **error);

/**
 * ikrar_roster_row_candidates:
 * @row: a row
 * @store: a store
 * @error: return location for an error
 *
 * [func@roster_candidates] for a row whose number was refused.
 *
 * Returns: (transfer full) (element-type IkrarCandidate) (nullable): nobody for other rows; `NULL`
 *   with a store error
 */
GPtrArray *
ikrar_roster_row_candidates (const IkrarRosterRow *row, IkrarStore *store, GError **error);

G_END_DECLS
