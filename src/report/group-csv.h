/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/group-tally.h"

G_BEGIN_DECLS

/**
 * ikrar_group_csv_write:
 * @tally: counts by unit, grade or kind
 * @path: file name, of a .csv file
 * @error: return location for an error
 *
 * Writes the counts as text, a line a group and one for all of them together, in the form of
 * [func@tally_csv_write]: every state once, so that a line adds up to those invited; rates in
 * percent of those invited, with a comma.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`
 */
gboolean ikrar_group_csv_write (const IkrarGroupTally *tally, const char *path, GError **error);

G_END_DECLS
