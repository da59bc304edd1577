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

IkrarEventReplicaMarks *_ikrar_event_replica_marks_new (void);
void _ikrar_event_replica_marks_free (IkrarEventReplicaMarks *marks);

/* Reads marks by a statement of the columns of `event_replica_marks`, those in @wanted only unless
 * it is NULL. @statement may be NULL, with an error. */
gboolean _ikrar_event_replica_marks_add (IkrarEventReplicaMarks *marks,
                                         IkrarStatement *statement,
                                         GHashTable *wanted,
                                         GError **error);

/* Puts participants who were added in the replica on the shared roster, unless they are there.
 * @theirs learns who of them is somebody else there. */
gboolean _ikrar_event_replica_deliver_guests (IkrarStore *replica,
                                              IkrarStore *shared,
                                              GArray *guests,
                                              GHashTable *theirs,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarEventReplicaMarks, _ikrar_event_replica_marks_free)

G_END_DECLS
