/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "core/person-name.h"
#include "core/unit-name.h"

#include "store/import-private.h"
#include "store/unit.h"

gboolean
_ikrar_import_is_unnumbered (const IkrarPerson *person)
{
  return person->number == NULL || *person->number == '\0';
}

gboolean
_ikrar_import_may_match (const IkrarPerson *known, const char *name_key)
{
  return ikrar_person_name_may_match (known->name_key, name_key);
}

gboolean
_ikrar_import_find_namesake (IkrarDb *db,
                             IkrarId event,
                             const char *name_key,
                             IkrarId unit,
                             gint64 below,
                             IkrarId *person,
                             char **name,
                             GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (db, "participant_namesake", error, "itii", event, name_key, unit, below);
  IkrarStep step;

  *person = 0;
  if (statement == NULL)
    return FALSE;
  step = ikrar_statement_step (statement, error);
  if (step != IKRAR_STEP_ROW)
    return step == IKRAR_STEP_DONE;
  *person = ikrar_statement_get_int (statement, 0);
  *name = ikrar_person_name_display (ikrar_statement_get_text (statement, 1),
                                     ikrar_statement_get_text (statement, 2),
                                     ikrar_statement_get_text (statement, 3));
  ikrar_statement_reset (statement);
  return TRUE;
}

/* A unit that is not known yet has nobody. */
static IkrarImportOutcome
foresee_unnumbered (IkrarStore *store,
                    IkrarId event,
                    const IkrarPerson *person,
                    const char *unit,
                    char **known,
                    GError **error)
{
  g_autofree char *unit_key = ikrar_unit_key (unit);
  IkrarId unit_id, namesake;

  if (!ikrar_unit_find (store, unit, &unit_id, error))
    return IKRAR_IMPORT_FAILED;
  if (unit_id == 0 && *unit_key != '\0')
    return IKRAR_IMPORT_ADDED;
  if (!_ikrar_import_find_namesake (ikrar_store_get_db (store), event, person->name_key, unit_id,
                                    G_MAXINT64, &namesake, known, error))
    return IKRAR_IMPORT_FAILED;
  return namesake != 0 ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED;
}

IkrarImportOutcome
ikrar_import_foresee (IkrarStore *store,
                      IkrarId event,
                      const IkrarPerson *person,
                      const char *unit,
                      char **known,
                      GError **error)
{
  g_autoptr (IkrarPerson) owner = NULL;
  IkrarId id, present;

  *known = NULL;
  if (_ikrar_import_is_unnumbered (person))
    return foresee_unnumbered (store, event, person, unit, known, error);
  if (!ikrar_person_find (store, person->number, &id, error))
    return IKRAR_IMPORT_FAILED;
  if (id == 0)
    return IKRAR_IMPORT_ADDED;
  owner = ikrar_person_get (store, id, error);
  if (owner == NULL || !ikrar_db_get_int (ikrar_store_get_db (store), "participant_of_person",
                                          &present, error, "ii", event, id))
    return IKRAR_IMPORT_FAILED;
  *known = ikrar_person_display (owner);
  if (!_ikrar_import_may_match (owner, person->name_key))
    return IKRAR_IMPORT_ANOTHER;
  return present != 0 ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED;
}
