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

struct _IkrarForesight
{
  IkrarStore *store;
  IkrarId event;
  IkrarImportRegister *numbers;
  IkrarImportRoster *roster;
};

void
ikrar_foresight_free (IkrarForesight *self)
{
  if (self == NULL)
    return;
  _ikrar_import_register_free (self->numbers);
  _ikrar_import_roster_free (self->roster);
  g_free (self);
}

IkrarForesight *
ikrar_foresight_new (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (IkrarForesight) self = g_new0 (IkrarForesight, 1);

  self->store = store;
  self->event = event;
  self->roster = _ikrar_import_roster_new (store, event);
  self->numbers = _ikrar_import_register_new (store, error);
  return self->numbers != NULL ? g_steal_pointer (&self) : NULL;
}

/* A unit that is not known yet has nobody. */
static IkrarImportOutcome
foresee_unnumbered (IkrarForesight *self,
                    const IkrarPerson *person,
                    const char *unit,
                    char **known,
                    GError **error)
{
  g_autofree char *unit_key = ikrar_unit_key (unit);
  IkrarId unit_id, namesake;

  if (!ikrar_unit_find (self->store, unit, &unit_id, error))
    return IKRAR_IMPORT_FAILED;
  if (unit_id == 0 && *unit_key != '\0')
    return IKRAR_IMPORT_ADDED;
  if (!_ikrar_import_find_namesake (ikrar_store_get_db (self->store), self->event, person->name_key,
                                    unit_id, G_MAXINT64, &namesake, known, error))
    return IKRAR_IMPORT_FAILED;
  return namesake != 0 ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED;
}

/* Whoever has the number; nearly all of them are who the row says and not on the roster, which
 * takes no question. */
static IkrarImportOutcome
foresee_known (IkrarForesight *self,
               const IkrarPerson *person,
               IkrarId id,
               char **known,
               GError **error)
{
  g_autoptr (IkrarPerson) owner = NULL;
  IkrarImportFacts facts;
  gboolean present;

  if (!_ikrar_import_roster_has (self->roster, id, &present, error))
    return IKRAR_IMPORT_FAILED;
  if (!present && _ikrar_import_register_recall (self->numbers, person->number, &facts) &&
      ikrar_person_name_may_match (facts.name_key, person->name_key))
    return IKRAR_IMPORT_ADDED;
  owner = ikrar_person_get (self->store, id, error);
  if (owner == NULL)
    return IKRAR_IMPORT_FAILED;
  *known = ikrar_person_display (owner);
  if (!_ikrar_import_may_match (owner, person->name_key))
    return IKRAR_IMPORT_ANOTHER;
  return present ? IKRAR_IMPORT_PRESENT : IKRAR_IMPORT_ADDED;
}

IkrarImportOutcome
ikrar_foresight_tell (IkrarForesight *self,
                      const IkrarPerson *person,
                      const char *unit,
                      char **known,
                      GError **error)
{
  IkrarId id;
  gboolean added;

  *known = NULL;
  if (_ikrar_import_is_unnumbered (person))
    return foresee_unnumbered (self, person, unit, known, error);
  if (!_ikrar_import_register_find (self->numbers, person->number, &id, &added, error))
    return IKRAR_IMPORT_FAILED;
  return id != 0 ? foresee_known (self, person, id, known, error) : IKRAR_IMPORT_ADDED;
}
