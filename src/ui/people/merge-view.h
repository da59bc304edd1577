/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_MERGE_VIEW (ikrar_merge_view_get_type ())

/**
 * IkrarMergeView:
 *
 * Two people side by side: what each has of every field, which of it stands, what the one person
 * will be, and what becomes of their events. Merges them, or notes that they are two.
 *
 * Signals: `settled`, with the id of the one who stays as int64, 0 if they are two.
 */
G_DECLARE_FINAL_TYPE (IkrarMergeView, ikrar_merge_view, IKRAR, MERGE_VIEW, AdwBin)

/**
 * ikrar_merge_view_open:
 * @view: a view
 * @context: the database
 * @keep: who stays
 * @other: who goes
 *
 * Shows two people.
 */
void
ikrar_merge_view_open (IkrarMergeView *view, IkrarContext *context, IkrarId keep, IkrarId other);

/**
 * ikrar_merge_view_close:
 * @view: a view
 *
 * Shows nobody any more.
 */
void ikrar_merge_view_close (IkrarMergeView *view);

/**
 * ikrar_merge_view_refresh:
 * @view: a view
 *
 * Reads again who is shown, if somebody is.
 */
void ikrar_merge_view_refresh (IkrarMergeView *view);

G_END_DECLS
