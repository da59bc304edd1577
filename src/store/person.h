/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

#include "core/employee-number.h"
#include "core/grade.h"

G_BEGIN_DECLS

/**
 * IkrarPerson:
 * @number: bare digits of NIP, NI PPPK or NIK; "" if none
 * @number_kind: what they are
 * @prefix: titles before the name
 * @name: the name without titles
 * @suffix: titles after the name
 * @name_key: key for search and sorting, made by [func@person_save]
 * @written: the name as the sender wrote it
 * @grade: IkrarGrade
 * @sex: `L`, `P` or ""
 * @removed_at: when it was removed or erased, 0 if it stands
 *
 * A person of the register, known across events.
 */
typedef struct
{
  IkrarId id;
  char *number;
  IkrarNumberKind number_kind;
  char *prefix;
  char *name;
  char *suffix;
  char *name_key;
  char *written;
  int grade;
  char *position;
  IkrarId unit_id;
  char *sex;
  char *phone;
  char *email;
  IkrarTime removed_at;
} IkrarPerson;

/**
 * IkrarPersonNumber:
 * @number: bare digits
 *
 * A number that a person had before.
 */
typedef struct
{
  IkrarId id;
  char *number;
  IkrarNumberKind number_kind;
  IkrarId person_id;
} IkrarPersonNumber;

/**
 * IkrarPersonLine:
 * @person: the person
 * @unit: name of the unit
 * @events: events with the person on their roster
 *
 * A line of the people list.
 */
typedef struct
{
  IkrarPerson *person;
  char *unit;
  guint events;
} IkrarPersonLine;

/**
 * IkrarPersonEvent:
 *
 * One event of a person's record: what was attended, pledged, received.
 */
typedef struct
{
  IkrarId event_id;
  IkrarId participant_id;
  char *title;
  IkrarTime start_at;
  IkrarZone zone;
  char *state;
  IkrarTime state_at;
  char *pledge;
  IkrarTime pledge_at;
  char *certificate;
} IkrarPersonEvent;

extern const IkrarEntity ikrar_person_entity;
extern const IkrarEntity ikrar_person_number_entity;

/**
 * ikrar_person_get:
 * @store: a store
 * @id: id of a person
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the person, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarPerson *ikrar_person_get (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_person_find:
 * @store: a store
 * @number: bare digits, also of an earlier number
 * @id: (out): the person, 0 if there is none
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_person_find (IkrarStore *store, const char *number, IkrarId *id, GError **error);

/**
 * ikrar_person_list:
 * @store: a store
 * @search: (nullable): part of a name without titles, of a number, or of a unit's name
 * @limit: at most so many
 * @total: (out) (optional): how many there are in all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarPersonLine) (nullable): people by name, or `NULL`
 * with a store error
 */
GPtrArray *ikrar_person_list (IkrarStore *store,
                              const char *search,
                              guint limit,
                              gint64 *total,
                              GError **error);

/**
 * ikrar_person_save:
 * @store: a store
 * @person: a person; an id of 0 makes a new one and is filled in
 * @error: return location for an error
 *
 * A number that changes is kept as an earlier number.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_DUPLICATE` if another person has or had the number,
 *   `IKRAR_STORE_ERROR_INVALID` without a name, `IKRAR_STORE_ERROR_NOT_FOUND` if the person was
 *   erased, or another store error
 */
gboolean ikrar_person_save (IkrarStore *store, IkrarPerson *person, GError **error);

/**
 * ikrar_person_save_in_unit:
 * @store: a store
 * @person: a person; an id of 0 makes a new one and is filled in, as is the unit's id
 * @unit: name of the unit as somebody wrote it, made in the same change if there is none; a blank
 *   name for no unit
 * @error: return location for an error
 *
 * [func@person_save] for a unit known by name.
 *
 * Returns: id of the journal entry, 0 with an error of [func@person_save]
 */
IkrarId ikrar_person_save_in_unit (IkrarStore *store,
                                   IkrarPerson *person,
                                   const char *unit,
                                   GError **error);

/**
 * ikrar_person_put:
 * @change: a change
 * @person: a person with an id; @name_key is made from the name
 * @error: return location for an error
 *
 * [func@person_save] within a larger change.
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_person_put (IkrarChange *change, IkrarPerson *person, GError **error);

/**
 * ikrar_person_events:
 * @store: a store
 * @id: id of a person
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarPersonEvent) (nullable): the person's record, newest
 *   event first, or `NULL` with a store error
 */
GPtrArray *ikrar_person_events (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_person_erase:
 * @store: a store
 * @id: id of a person
 * @reason: the request's basis, kept in the journal; no personal data
 * @error: return location for an error
 *
 * Erases a person under the privacy law (UU 27/2022 articles 42 to 44): name, numbers, contact,
 * positions, what the journal and imports kept of them, and in the sealed log the values and salts.
 * Every proof stays valid; the erasure itself is sealed. Cannot be undone. Backups made before have
 * the person until they are rotated; so has what others wrote in free text, such as the name of
 * somebody who stood in, read a pledge or witnessed it.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND` (also if erased before) or another store
 * error
 */
gboolean ikrar_person_erase (IkrarStore *store, IkrarId id, const char *reason, GError **error);

/**
 * ikrar_person_display:
 * @person: a person
 *
 * Returns: (transfer full): the name with titles
 */
char *ikrar_person_display (const IkrarPerson *person);

/**
 * ikrar_person_number_free:
 * @number: (transfer full) (nullable): an earlier number
 */
void ikrar_person_number_free (IkrarPersonNumber *number);

/**
 * ikrar_person_free:
 * @person: (transfer full) (nullable): a person
 */
void ikrar_person_free (IkrarPerson *person);

/**
 * ikrar_person_line_free:
 * @line: (transfer full) (nullable): a line
 */
void ikrar_person_line_free (IkrarPersonLine *line);

/**
 * ikrar_person_event_free:
 * @event: (transfer full) (nullable): an event of a record
 */
void ikrar_person_event_free (IkrarPersonEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPerson, ikrar_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPersonLine, ikrar_person_line_free)

G_END_DECLS
