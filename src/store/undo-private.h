/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"
#include "store/journal.h"

G_BEGIN_DECLS

/* A row of journal_change: what stood before and after, "" for no row. */
typedef struct
{
  const IkrarEntity *entity; /* NULL if it is not known */
  IkrarId id;
  char *before;
  char *after;
} IkrarUndoImage;

/* The images of an entry, newest first, freed with the array. */
GPtrArray *_ikrar_undo_images (IkrarDb *db, IkrarId journal, GError **error);

/* Takes an entry back field by field: what was changed later in other fields of a row stays. With
 * IKRAR_STORE_ERROR_CONFLICT if a field was changed later, and then by what. */
gboolean _ikrar_undo_fields (IkrarChange *change, const IkrarJournalEntry *entry, GError **error);

/* Refuses for a row that was changed after an entry, and says by what. */
gboolean _ikrar_undo_refuse_later (IkrarDb *db,
                                   const IkrarUndoImage *image,
                                   IkrarId journal,
                                   GError **error);

/* Gives the rows of entities that a journal entry changed the state before, but for those of
 * @entity. */
gboolean _ikrar_undo_rows_beside (IkrarChange *change,
                                  IkrarId journal,
                                  const IkrarEntity *entity,
                                  GError **error);

G_END_DECLS
