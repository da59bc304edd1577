/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/unit-index.h"
#include "roster/fixes.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What all judges of one reading share: what somebody corrected, what the database knows of words
 * and units, and who was seen in which sheet. */
typedef struct
{
  const IkrarRosterFixes *fixes;
  /* What somebody said of words at earlier imports; NULL if nobody did. */
  IkrarRosterFixes *known;
  /* NULL as long as the register has no unit. */
  IkrarUnitIndex *units;
  /* Who was seen: by number, by the halves of it, or by name and unit. Their names stand in one
   * place. */
  GHashTable *seen;
  gpointer seen_front;
  gpointer seen_back;
  GHashTable *seen_unnumbered;
  GStringChunk *seen_names;
} IkrarRosterMemory;

IkrarRosterMemory *_ikrar_roster_memory_new (const IkrarRosterFixes *fixes);
/* Reads what the database knows; FALSE with a store error. */
gboolean _ikrar_roster_memory_load (IkrarRosterMemory *memory, IkrarStore *store, GError **error);
void _ikrar_roster_memory_free (IkrarRosterMemory *memory);

/* What a text means by the fixes, or by what is remembered; NULL if nobody said. */
const char *_ikrar_roster_memory_find (const IkrarRosterMemory *memory,
                                       IkrarRosterField field,
                                       const char *written,
                                       gboolean *remembered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarRosterMemory, _ikrar_roster_memory_free)

G_END_DECLS
