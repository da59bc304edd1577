/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/event.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarDeskInfo:
 * @event: the event
 * @sessions: (element-type IkrarEventSession): its sessions, in order
 * @recent: (element-type IkrarScan): the newest marks of the session asked for
 * @session: that session
 * @has_pledge: whether people pledge at the event
 *
 * What a check-in desk shows beside its verdicts.
 */
typedef struct
{
  IkrarEvent *event;
  GPtrArray *sessions;
  GPtrArray *recent;
  IkrarId session;
  gboolean has_pledge;
} IkrarDeskInfo;

/**
 * IkrarDeskWanted:
 * @event: an event
 * @session: a session of it, 0 for the first
 */
typedef struct
{
  IkrarId event;
  IkrarId session;
} IkrarDeskWanted;

/**
 * ikrar_desk_info_load:
 * @store: a store
 * @input: an `IkrarDeskWanted`
 * @progress: not used
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full) (nullable): an `IkrarDeskInfo`, or `NULL` with a store error
 */
gpointer ikrar_desk_info_load (IkrarStore *store,
                               gpointer input,
                               const IkrarProgress *progress,
                               GError **error);

/**
 * ikrar_desk_info_free:
 * @info: (transfer full) (nullable): what was loaded
 */
void ikrar_desk_info_free (IkrarDeskInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDeskInfo, ikrar_desk_info_free)

G_END_DECLS
