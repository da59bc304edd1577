/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person.h"

#include "core/attendance.h"
#include "core/employee-number.h"
#include "core/grade.h"

G_BEGIN_DECLS

/**
 * IkrarPledgeState:
 * @IKRAR_PLEDGE_NONE: neither
 * @IKRAR_PLEDGE_RECITED: recited with the others
 * @IKRAR_PLEDGE_SIGNED: signed
 *
 * What a participant did with the pledge of an event; counted apart.
 */
typedef enum
{
  IKRAR_PLEDGE_NONE,
  IKRAR_PLEDGE_RECITED,
  IKRAR_PLEDGE_SIGNED,
  IKRAR_N_PLEDGE_STATES,
} IkrarPledgeState;

/**
 * IkrarParticipant:
 * @number: number within the event, which pass codes carry; made by [func@participant_add]
 * @kind: a word of %IKRAR_VOCABULARY_PARTICIPANT_KIND
 * @unit_id: the unit at that time
 * @grade: IkrarGrade at that time
 * @position: post at that time
 * @withdrawn_at: when the participant withdrew, 0 if invited
 * @pass_serial: serial of the valid pass; earlier ones are revoked
 *
 * A person on the roster of an event. Attendance and pledge stand elsewhere.
 */
typedef struct
{
  IkrarId id;
  IkrarId event_id;
  int number;
  IkrarId person_id;
  char *kind;
  IkrarId unit_id;
  int grade;
  char *position;
  char *seat;
  char *group_name;
  char *note;
  IkrarTime withdrawn_at;
  int pass_serial;
} IkrarParticipant;

/**
 * IkrarParticipantCard:
 * @participant: the roster's side
 * @name: the name with titles
 * @bare_name: the name without titles
 * @employee_number: bare digits, "" if none
 * @number_kind: what they are
 * @unit: the unit's name
 * @state: attendance of the event as a whole
 * @state_at: when it was recorded, 0 if not
 * @pledge: what was done with the pledge
 *
 * One participant with all that a desk shows.
 */
typedef struct
{
  IkrarParticipant *participant;
  char *name;
  char *bare_name;
  char *employee_number;
  IkrarNumberKind number_kind;
  char *unit;
  IkrarAttendance state;
  IkrarTime state_at;
  IkrarPledgeState pledge;
} IkrarParticipantCard;

extern const IkrarEntity ikrar_participant_entity;

/**
 * ikrar_pledge_state_word:
 * @state: a state
 *
 * Any thread.
 *
 * Returns: (transfer none): `none`, `recited` or `signed`
 */
const char *ikrar_pledge_state_word (IkrarPledgeState state);

/**
 * ikrar_participant_get:
 * @store: a store
 * @id: id of a participant
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the participant, or `NULL` with
 * `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarParticipant *ikrar_participant_get (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_participant_add:
 * @store: a store
 * @participant: the event, the person and what is known; id, number and serial are filled in, and
 *   unit, grade and position taken from the person where they are empty
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_DUPLICATE` if the person is on the roster already, or
 *   another store error
 */
gboolean ikrar_participant_add (IkrarStore *store, IkrarParticipant *participant, GError **error);

/**
 * ikrar_participant_save:
 * @store: a store
 * @participant: a participant
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
gboolean
ikrar_participant_save (IkrarStore *store, const IkrarParticipant *participant, GError **error);

/**
 * ikrar_participant_invite:
 * @store: a store
 * @participant: the event and what is known, as for [func@participant_add]; id, number and serial
 *   are filled in
 * @person: a person of the register, or with an id of 0 a new one, which is filled in
 * @unit: (nullable): name of the unit; one that is not known is made; `NULL` leaves it to @person
 * @error: return location for an error
 *
 * Puts somebody on the roster and, if need be, into the register: one change.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_DUPLICATE` if the person is on the
 *   roster already or a new person has a number of the register, `IKRAR_STORE_ERROR_INVALID`
 *   without a name, or another store error
 */
IkrarId ikrar_participant_invite (IkrarStore *store,
                                  IkrarParticipant *participant,
                                  IkrarPerson *person,
                                  const char *unit,
                                  GError **error);

/**
 * ikrar_participant_edit:
 * @store: a store
 * @participant: a participant
 * @unit: (nullable): name of the unit; one that is not known is made; `NULL` leaves it
 * @error: return location for an error
 *
 * [func@participant_save] for a unit as somebody wrote it, with the entry for undo.
 *
 * Returns: id of the journal entry, 0 with a store error
 */
IkrarId ikrar_participant_edit (IkrarStore *store,
                                IkrarParticipant *participant,
                                const char *unit,
                                GError **error);

/**
 * ikrar_participant_withdraw:
 * @store: a store
 * @ids: (array length=n_ids): participants of one event
 * @n_ids: how many
 * @withdrawn: `FALSE` invites them again
 * @error: return location for an error
 *
 * One change for all of them. What they attended or pledged stays on record.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND`,
 *   `IKRAR_STORE_ERROR_INVALID` if they are not of one event, or another store error
 */
IkrarId ikrar_participant_withdraw (IkrarStore *store,
                                    const IkrarId *ids,
                                    guint n_ids,
                                    gboolean withdrawn,
                                    GError **error);

/**
 * ikrar_participant_revoke_pass:
 * @store: a store
 * @id: id of a participant
 * @error: return location for an error
 *
 * Raises the serial: passes printed before are refused, the next print is valid.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND`,
 *   `IKRAR_STORE_ERROR_INVALID` after 65,535 times, or another store error
 */
IkrarId ikrar_participant_revoke_pass (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_participant_revoke_passes:
 * @store: a store
 * @ids: (array length=n_ids): participants of one event
 * @n_ids: how many
 * @error: return location for an error
 *
 * [func@participant_revoke_pass] for many, as one change.
 *
 * Returns: id of the journal entry, 0 with a store error
 */
IkrarId ikrar_participant_revoke_passes (IkrarStore *store,
                                         const IkrarId *ids,
                                         guint n_ids,
                                         GError **error);

/**
 * ikrar_participant_place:
 * @store: a store
 * @ids: (array length=n_ids): participants of one event
 * @n_ids: how many
 * @seat: (nullable): their seat, `NULL` to leave each as it is
 * @group_name: (nullable): their group, `NULL` to leave each as it is
 * @error: return location for an error
 *
 * One change for all of them.
 *
 * Returns: id of the journal entry, 0 with a store error
 */
IkrarId ikrar_participant_place (IkrarStore *store,
                                 const IkrarId *ids,
                                 guint n_ids,
                                 const char *seat,
                                 const char *group_name,
                                 GError **error);

/**
 * ikrar_participant_next_number:
 * @store: a store
 * @event: id of an event
 * @number: (out): the number the next participant gets
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_participant_next_number (IkrarStore *store, IkrarId event, int *number, GError **error);

/**
 * ikrar_participant_card_get:
 * @store: a store
 * @id: id of a participant
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the card, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarParticipantCard *ikrar_participant_card_get (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_participant_find:
 * @store: a store
 * @event: an event
 * @number: a number within the event
 * @id: (out): the participant, also one who withdrew; 0 if there is none
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_participant_find (IkrarStore *store,
                                 IkrarId event,
                                 guint32 number,
                                 IkrarId *id,
                                 GError **error);

/**
 * ikrar_participant_find_person:
 * @store: a store
 * @event: an event
 * @person: a person
 * @id: (out): the participant, also one who withdrew; 0 if there is none
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_participant_find_person (IkrarStore *store,
                                        IkrarId event,
                                        IkrarId person,
                                        IkrarId *id,
                                        GError **error);

/**
 * ikrar_participant_card_free:
 * @card: (transfer full) (nullable): a card
 */
void ikrar_participant_card_free (IkrarParticipantCard *card);

/**
 * ikrar_participant_free:
 * @participant: (transfer full) (nullable): a participant
 */
void ikrar_participant_free (IkrarParticipant *participant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarParticipant, ikrar_participant_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarParticipantCard, ikrar_participant_card_free)

G_END_DECLS
