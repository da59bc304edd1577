/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/merge.h"

G_BEGIN_DECLS

/* Adds marks within a change; does not commit. @own_ids learns the id here of a mark that is known
 * under another one. A journal entry without a nonce is one that is there. @added counts the new
 * marks. */
GPtrArray *_ikrar_merge_marks (IkrarChange *change,
                               IkrarId event,
                               const IkrarMergeMark *marks,
                               guint n_marks,
                               GHashTable *own_ids,
                               guint *added,
                               GError **error);

/* Adds a journal entry that is not there, or learns that it was undone. */
gboolean _ikrar_merge_entry (IkrarDb *db, const IkrarMergeEntry *entry, GError **error);

G_END_DECLS
