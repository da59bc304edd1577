/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/memory-private.h"

#include "roster/fixes-private.h"
#include "roster/row-private.h"
#include "store/institution.h"
#include "store/meaning.h"

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

static void
take_meaning (const char *word, const char *written, const char *meaning, gpointer user_data)
{
  IkrarRosterMemory *memory = user_data;
  IkrarRosterField field;

  if (!ikrar_roster_field_parse (word, &field, NULL))
    return;
  if (memory->known == NULL)
    memory->known = ikrar_roster_fixes_new ();
  ikrar_roster_fixes_set_meaning (memory->known, field, written, meaning);
}

static void
take_unit (const char *name, const char *key, gboolean alias, gpointer user_data)
{
  ikrar_unit_index_add (user_data, name, key, alias);
}

static gboolean
load_units (IkrarRosterMemory *memory, IkrarStore *store, GError **error)
{
  g_autoptr (IkrarInstitution) institution = NULL;
  g_autoptr (IkrarUnitIndex) units = NULL;

  institution = ikrar_institution_get (store, error);
  if (institution == NULL)
    return FALSE;
  units = ikrar_unit_index_new (institution->government);
  if (!ikrar_meaning_each_unit (store, take_unit, units, error))
    return FALSE;
  if (ikrar_unit_index_get_size (units) > 0)
    memory->units = g_steal_pointer (&units);
  return TRUE;
}

gboolean
_ikrar_roster_memory_load (IkrarRosterMemory *memory, IkrarStore *store, GError **error)
{
  return ikrar_meaning_each (store, take_meaning, memory, error) &&
         load_units (memory, store, error);
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
