/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/memory-private.h"

#include "roster/fixes-private.h"
#include "roster/row-private.h"

IkrarRosterMemory *
_ikrar_roster_memory_new (const IkrarRosterFixes *fixes)
{
  IkrarRosterMemory *memory = g_new0 (IkrarRosterMemory, 1);

  memory->fixes = fixes;
  _ikrar_roster_memory_init_seen (memory);
  return memory;
}

void
_ikrar_roster_memory_free (IkrarRosterMemory *memory)
{
  if (memory == NULL)
    return;
  _ikrar_roster_memory_clear_seen (memory);
  ikrar_roster_fixes_unref (memory->known);
  ikrar_unit_index_free (memory->units);
  g_free (memory);
}

const char *
_ikrar_roster_memory_find (const IkrarRosterMemory *memory,
                           IkrarRosterField field,
                           const char *written,
                           gboolean *remembered)
{
  g_autofree char *key = NULL;
  const char *meaning = NULL;

  *remembered = FALSE;
  if (memory->fixes == NULL && memory->known == NULL)
    return NULL;
  key = _ikrar_meaning_key (field, written);
  if (memory->fixes != NULL)
    meaning = _ikrar_roster_fixes_find (memory->fixes, field, key);
  if (meaning != NULL || memory->known == NULL)
    return meaning;
  *remembered = TRUE;
  return _ikrar_roster_fixes_find (memory->known, field, key);
}
