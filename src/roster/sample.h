/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * ikrar_sample_fill:
 * @store: a store without events
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Fills a database for trying things out: an office, four events drawn from public facts of
 * 2023-24 with offices in place of officials' names, and the invented people of the sample roster
 * with attendance, pledges and certificates. Each step goes through the functions that the window
 * uses.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CONFLICT` if there are events already, or another
 *   error
 */
gboolean ikrar_sample_fill (IkrarStore *store, const IkrarProgress *progress, GError **error);

/**
 * ikrar_sample_write_roster:
 * @path: where to write
 * @error: return location for an error
 *
 * Writes the sample roster: about 300 invented people in the shape an office sends.
 *
 * Any thread.
 *
 * Returns: `FALSE` with an error of writing
 */
gboolean ikrar_sample_write_roster (const char *path, GError **error);

G_END_DECLS
