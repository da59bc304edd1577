/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/participant.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/person-private.h"
#include "store/unit.h"

#define COLUMN(name, type)                                     \
  {                                                            \
#name, type, G_STRUCT_OFFSET(IkrarParticipant, name), NULL \
  }

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),        COLUMN (event_id, IKRAR_COLUMN_INT64),
  COLUMN (number, IKRAR_COLUMN_INT),      COLUMN (person_id, IKRAR_COLUMN_INT64),
  COLUMN (kind, IKRAR_COLUMN_TEXT),       COLUMN (unit_id, IKRAR_COLUMN_INT64),
  COLUMN (grade, IKRAR_COLUMN_INT),       COLUMN (position, IKRAR_COLUMN_TEXT),
  COLUMN (seat, IKRAR_COLUMN_TEXT),       COLUMN (group_name, IKRAR_COLUMN_TEXT),
  COLUMN (note, IKRAR_COLUMN_TEXT),       COLUMN (withdrawn_at, IKRAR_COLUMN_INT64),
  COLUMN (pass_serial, IKRAR_COLUMN_INT),
};

const IkrarEntity ikrar_participant_entity = { IKRAR_ENTITY_NAMES ("participant"),
                                               sizeof (IkrarParticipant), columns,
                                               G_N_ELEMENTS (columns),
                                               (GDestroyNotify) ikrar_participant_free };

IKRAR_ENTITY_FREE (IkrarParticipant, ikrar_participant)

const char *
ikrar_pledge_state_word (IkrarPledgeState state)
{
  static const char *const words[] = { "none", "recited", "signed" };

  return words[state];
}

IkrarParticipant *
ikrar_participant_get (IkrarStore *store, IkrarId id, GError **error)
{
  return ikrar_entity_get (&ikrar_participant_entity, ikrar_store_get_db (store), id, error);
}

gboolean
ikrar_participant_next_number (IkrarStore *store, IkrarId event, int *number, GError **error)
{
  gint64 last;

  if (!ikrar_db_get_int (ikrar_store_get_db (store), "participant_last_number", &last, error, "i",
                         event))
    return FALSE;
  *number = (int) last + 1;
  return TRUE;
}

static void
set_default (char **field, const char *value)
{
  if (*field == NULL || **field == '\0')
    {
      g_free (*field);
      *field = g_strdup (value);
    }
}

/* What the register knows fills what was not said for this event. */
static void
complete (IkrarParticipant *participant, const IkrarPerson *person)
{
  set_default (&participant->kind, "peserta");
  set_default (&participant->position, person->position);
  if (participant->unit_id == 0)
    participant->unit_id = person->unit_id;
  if (participant->grade == 0)
    participant->grade = person->grade;
  participant->pass_serial = 1;
}

/* The person is new if it has no id yet. */
static gboolean
put_person (IkrarChange *change, IkrarPerson *person, const char *unit, GError **error)
{
  if (person->id != 0)
    return TRUE;
  if (!_ikrar_person_check (ikrar_change_get_store (change), person, error))
    return FALSE;
  person->id = ikrar_id_new ();
  return (unit == NULL || ikrar_unit_ensure (change, unit, &person->unit_id, error)) &&
         ikrar_person_put (change, person, error);
}

static gboolean
put_invitation (IkrarChange *change,
                IkrarParticipant *participant,
                IkrarPerson *person,
                const char *unit,
                GError **error)
{
  if (!put_person (change, person, unit, error) ||
      (unit != NULL && !ikrar_unit_ensure (change, unit, &participant->unit_id, error)) ||
      !ikrar_participant_next_number (ikrar_change_get_store (change), participant->event_id,
                                      &participant->number, error))
    return FALSE;
  participant->person_id = person->id;
  complete (participant, person);
  return ikrar_change_put (change, &ikrar_participant_entity, participant, error) &&
         ikrar_change_commit (change, error);
}

/* The database would refuse it, too, but not by name. */
static gboolean
check_not_invited (IkrarStore *store, IkrarId event, const IkrarPerson *person, GError **error)
{
  IkrarId present;

  if (person->id == 0)
    return TRUE;
  if (!ikrar_participant_find_person (store, event, person->id, &present, error))
    return FALSE;
  if (present == 0)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE,
               _ ("%s is on the roster of this event already."), person->name);
  return FALSE;
}

IkrarId
ikrar_participant_invite (IkrarStore *store,
                          IkrarParticipant *participant,
                          IkrarPerson *person,
                          const char *unit,
                          GError **error)
{
  g_autoptr (IkrarChange) change = NULL;
  IkrarId person_id = person->id;

  if (!check_not_invited (store, participant->event_id, person, error))
    return 0;
  participant->id = ikrar_id_new ();
  change = ikrar_change_begin (store, "participant.add", participant->event_id, participant->id,
                               person->name, NULL, error);
  if (change != NULL && put_invitation (change, participant, person, unit, error))
    return ikrar_change_get_id (change);
  participant->id = 0;
  person->id = person_id;
  return 0;
}

gboolean
ikrar_participant_add (IkrarStore *store, IkrarParticipant *participant, GError **error)
{
  g_autoptr (IkrarPerson) person = ikrar_person_get (store, participant->person_id, error);

  return person != NULL && ikrar_participant_invite (store, participant, person, NULL, error) != 0;
}

gboolean
ikrar_participant_save (IkrarStore *store, const IkrarParticipant *participant, GError **error)
{
  g_autoptr (IkrarChange) change = ikrar_change_begin (
      store, "participant.edit", participant->event_id, participant->id, NULL, NULL, error);

  return change != NULL &&
         ikrar_change_replace (change, &ikrar_participant_entity, participant, error) &&
         ikrar_change_commit (change, error);
}

IkrarId
ikrar_participant_edit (IkrarStore *store,
                        IkrarParticipant *participant,
                        const char *unit,
                        GError **error)
{
  g_autoptr (IkrarChange) change = ikrar_change_begin (
      store, "participant.edit", participant->event_id, participant->id, NULL, NULL, error);

  if (change == NULL ||
      (unit != NULL && !ikrar_unit_ensure (change, unit, &participant->unit_id, error)) ||
      !ikrar_change_replace (change, &ikrar_participant_entity, participant, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}
