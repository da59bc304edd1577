/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * ikrar_rehearsal_begin:
 * @store: a store
 * @error: return location for an error
 *
 * Copies the database, a file or a shared one, to a file of its own in which people can practise:
 * without the secret keys, readable by its owner only, in the user's cache folder. What a program
 * left there that was killed goes away with the next rehearsal.
 *
 * The store's thread.
 *
 * Returns: (transfer full) (nullable): the path of the copy, for [func@rehearsal_discard]; or
 *   `NULL` with a store error or an error of writing
 */
char *ikrar_rehearsal_begin (IkrarStore *store, GError **error);

/**
 * ikrar_rehearsal_discard:
 * @path: (nullable): what [func@rehearsal_begin] gave, with no store open on it
 *
 * Throws the copy away, with all that was done there. Any thread.
 */
void ikrar_rehearsal_discard (const char *path);

G_END_DECLS
