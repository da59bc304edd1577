/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/id.h"

#include "ui/common/line-list.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_ID_SELECTION (ikrar_id_selection_get_type ())

/**
 * IkrarIdSelection:
 *
 * A selection of many lines that goes by their ids: what is selected stays so when lines are
 * searched, sorted or read anew, also while it is not shown. Needs no display.
 *
 * Properties: `n-selected`.
 */
G_DECLARE_FINAL_TYPE (IkrarIdSelection, ikrar_id_selection, IKRAR, ID_SELECTION, GObject)

/**
 * ikrar_id_selection_new:
 * @list: the lines
 * @key: tells a line's id
 *
 * Returns: (transfer full): a selection, with nothing selected
 */
IkrarIdSelection *ikrar_id_selection_new (IkrarLineList *list, IkrarLineKey key);

/**
 * ikrar_id_selection_get_size:
 * @selection: a selection
 *
 * Returns: how many are selected, shown or not
 */
guint ikrar_id_selection_get_size (IkrarIdSelection *selection);

/**
 * ikrar_id_selection_count_shown:
 * @selection: a selection
 *
 * Returns: how many of the lines that are shown are selected
 */
guint ikrar_id_selection_count_shown (IkrarIdSelection *selection);

/**
 * ikrar_id_selection_contains:
 * @selection: a selection
 * @id: an id
 *
 * Returns: whether it is selected
 */
gboolean ikrar_id_selection_contains (IkrarIdSelection *selection, IkrarId id);

/**
 * ikrar_id_selection_get_ids:
 * @selection: a selection
 *
 * Returns: (transfer full) (element-type gint64): what is selected, by id
 */
GArray *ikrar_id_selection_get_ids (IkrarIdSelection *selection);

/**
 * ikrar_id_selection_add:
 * @selection: a selection
 * @ids: (array length=n_ids): ids
 * @n_ids: how many
 *
 * Selects these, too, shown or not.
 */
void ikrar_id_selection_add (IkrarIdSelection *selection, const IkrarId *ids, guint n_ids);

/**
 * ikrar_id_selection_clear:
 * @selection: a selection
 *
 * Selects nothing.
 */
void ikrar_id_selection_clear (IkrarIdSelection *selection);

/**
 * IkrarIdFunc:
 * @id: an id
 * @user_data: data given with it
 *
 * Returns: whether it is meant
 */
typedef gboolean (*IkrarIdFunc) (IkrarId id, gpointer user_data);

/**
 * ikrar_id_selection_keep:
 * @selection: a selection
 * @exists: (scope call): tells which ids there still are
 * @user_data: data for @exists
 *
 * Lets go of what is no longer there.
 */
void ikrar_id_selection_keep (IkrarIdSelection *selection, IkrarIdFunc exists, gpointer user_data);

G_END_DECLS
