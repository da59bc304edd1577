/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/error.h"
#include "store/event-replica-private.h"
#include "store/participant.h"
#include "store/person.h"
#include "store/unit.h"

/* Somebody who was added to the roster at the door while the link was gone. */
typedef struct
{
  IkrarStore *replica;
  IkrarChange *change; /* of the shared database */
  IkrarParticipant *participant;
  IkrarPerson *person;
} Guest;

static void
guest_clear (Guest *guest)
{
  ikrar_participant_free (guest->participant);
  ikrar_person_free (guest->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guest, guest_clear)

static gboolean
is_absent (const GError *error)
{
  return g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

/* FALSE without an error if the guest was taken off the roster again. */
static gboolean
read_guest (Guest *guest, IkrarId id, GError **error)
{
  g_autoptr (GError) local = NULL;

  guest->participant = ikrar_participant_get (guest->replica, id, &local);
  if (guest->participant != NULL)
    guest->person = ikrar_person_get (guest->replica, guest->participant->person_id, &local);
  if (local != NULL && !is_absent (local))
    g_propagate_error (error, g_steal_pointer (&local));
  return guest->person != NULL;
}

static gboolean
is_there (IkrarStore *shared, IkrarId id, gboolean *there, GError **error)
{
  gint64 event;

  if (!ikrar_db_get_int (ikrar_store_get_db (shared), "participant_event", &event, error, "i", id))
    return FALSE;
  *there = event != 0;
  return TRUE;
}

/* The unit as the shared database knows it; it goes by its name. */
static gboolean
carry_unit (Guest *guest, IkrarId *id, GError **error)
{
  g_autofree char *name = NULL;

  if (*id == 0)
    return TRUE;
  name = ikrar_db_get_text (ikrar_store_get_db (guest->replica), "event_replica_unit_name", error,
                            "i", *id);
  return name != NULL && ikrar_unit_ensure (guest->change, name, id, error);
}

/* Somebody with the same number, or already in the register, is the same person. */
static gboolean
carry_person (Guest *guest, GError **error)
{
  IkrarStore *shared = ikrar_change_get_store (guest->change);
  IkrarId known;

  if (!ikrar_db_get_int (ikrar_store_get_db (shared), "event_replica_person", &known, error, "i",
                         guest->person->id))
    return FALSE;
  if (known == 0 && *guest->person->number != '\0' &&
      !ikrar_person_find (shared, guest->person->number, &known, error))
    return FALSE;
  guest->participant->person_id = known != 0 ? known : guest->person->id;
  return known != 0 ||
         (carry_unit (guest, &guest->person->unit_id, error) &&
          ikrar_change_put (guest->change, &ikrar_person_entity, guest->person, error));
}

/* A number that somebody else got meanwhile is not given twice. */
static gboolean
choose_number (Guest *guest, GError **error)
{
  IkrarStore *shared = ikrar_change_get_store (guest->change);
  IkrarParticipant *participant = guest->participant;
  IkrarId holder;

  if (!ikrar_participant_find (shared, participant->event_id, participant->number, &holder, error))
    return FALSE;
  return holder == 0 ||
         ikrar_participant_next_number (shared, participant->event_id, &participant->number, error);
}

/* @id: who this guest is in the shared database */
static gboolean
carry (Guest *guest, IkrarId *id, GError **error)
{
  IkrarStore *shared = ikrar_change_get_store (guest->change);
  IkrarParticipant *participant = guest->participant;
  IkrarId invited;

  if (!carry_person (guest, error) ||
      !ikrar_participant_find_person (shared, participant->event_id, participant->person_id,
                                      &invited, error))
    return FALSE;
  *id = invited != 0 ? invited : participant->id;
  return invited != 0 ||
         (carry_unit (guest, &participant->unit_id, error) && choose_number (guest, error) &&
          ikrar_change_put (guest->change, &ikrar_participant_entity, participant, error));
}

static gboolean
deliver_one (IkrarStore *replica, IkrarStore *shared, IkrarId id, IkrarId *theirs, GError **error)
{
  g_auto (Guest) guest = { .replica = replica };
  g_autoptr (IkrarChange) change = NULL;
  g_autoptr (GError) local = NULL;
  gboolean there;

  *theirs = id;
  if (!is_there (shared, id, &there, error))
    return FALSE;
  if (there || !read_guest (&guest, id, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      return there || local == NULL;
    }
  guest.change = change = ikrar_change_begin (
      shared, "participant.add", guest.participant->event_id, id, guest.person->name, NULL, error);
  return change != NULL && carry (&guest, theirs, error) && ikrar_change_commit (change, error);
}

gboolean
_ikrar_event_replica_deliver_guests (IkrarStore *replica,
                                     IkrarStore *shared,
                                     GArray *guests,
                                     GHashTable *theirs,
                                     GError **error)
{
  for (guint i = 0; i < guests->len; i++)
    {
      const IkrarId *id = &g_array_index (guests, IkrarId, i);
      IkrarId there;

      if (!deliver_one (replica, shared, *id, &there, error))
        return FALSE;
      if (there != *id)
        g_hash_table_insert (theirs, g_memdup2 (id, sizeof *id), g_memdup2 (&there, sizeof there));
    }
  return TRUE;
}
