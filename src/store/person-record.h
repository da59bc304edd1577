/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant.h"
#include "store/person.h"

G_BEGIN_DECLS

/**
 * IkrarPersonSource:
 * @title: title of the event whose roster it was
 * @row: row in the sheet, counted from 1
 *
 * A row of a list by which somebody came.
 */
typedef struct
{
  IkrarId event_id;
  char *title;
  char *file_name;
  char *sheet;
  guint row;
  IkrarTime imported_at;
} IkrarPersonSource;

/**
 * IkrarPersonRecord:
 * @person: the person
 * @unit: name of the unit, "" if none
 * @numbers: (element-type IkrarPersonNumber): earlier numbers
 * @events: (element-type IkrarPersonEvent): what was attended, pledged, received; newest first
 * @sources: (element-type IkrarPersonSource): rows of lists by which the person came, newest first
 * @journal: (element-type IkrarJournalEntry): what was changed of the person, newest first
 *
 * All that is known of somebody.
 */
typedef struct
{
  IkrarPerson *person;
  char *unit;
  GPtrArray *numbers;
  GPtrArray *events;
  GPtrArray *sources;
  GPtrArray *journal;
} IkrarPersonRecord;

/**
 * ikrar_person_record_load:
 * @store: a store
 * @id: id of a person
 * @n_changes: at most so many changes
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the record, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND`
 *   (also if the person was removed or erased) or another store error
 */
IkrarPersonRecord *
ikrar_person_record_load (IkrarStore *store, IkrarId id, guint n_changes, GError **error);

/**
 * ikrar_person_event_get_pledge:
 * @event: an event of a record
 *
 * Any thread.
 *
 * Returns: what the person did with the pledge
 */
IkrarPledgeState ikrar_person_event_get_pledge (const IkrarPersonEvent *event);

/**
 * ikrar_person_record_free:
 * @record: (transfer full) (nullable): a record
 */
void ikrar_person_record_free (IkrarPersonRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPersonRecord, ikrar_person_record_free)

G_END_DECLS
