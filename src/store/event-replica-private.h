/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/merge.h"

G_BEGIN_DECLS

/* What was recorded in a replica, and owns its texts. */
typedef struct
{
  GStringChunk *texts;
  GPtrArray *entries; /* IkrarMergeEntry, one a mark */
  GArray *marks;      /* IkrarMergeMark */
} IkrarEventReplicaMarks;

void _ikrar_event_replica_marks_free (IkrarEventReplicaMarks *marks);

/* The marks that wait to be delivered. */
IkrarEventReplicaMarks *_ikrar_event_replica_marks_read (IkrarDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarEventReplicaMarks, _ikrar_event_replica_marks_free)

G_END_DECLS
