/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person-record.h"

G_BEGIN_DECLS

/**
 * IkrarPersonField:
 * @IKRAR_PERSON_NAME: name with titles
 * @IKRAR_PERSON_NUMBER: number with its kind
 *
 * What is chosen of one or the other when two people are merged.
 */
typedef enum
{
  IKRAR_PERSON_NAME,
  IKRAR_PERSON_NUMBER,
  IKRAR_PERSON_GRADE,
  IKRAR_PERSON_POSITION,
  IKRAR_PERSON_UNIT,
  IKRAR_PERSON_SEX,
  IKRAR_PERSON_PHONE,
  IKRAR_PERSON_EMAIL,
  IKRAR_N_PERSON_FIELDS,
} IkrarPersonField;

/**
 * IkrarMergeChoice:
 * @other: for each field whether the value of the one who goes stands
 */
typedef struct
{
  gboolean other[IKRAR_N_PERSON_FIELDS];
} IkrarMergeChoice;

/**
 * IkrarMergeFate:
 * @IKRAR_MERGE_FOLLOWS: the place on the roster follows to the one who stays
 * @IKRAR_MERGE_OTHER_GOES: both are on the roster; the place of the one who goes has nothing on
 *   record and is taken away
 * @IKRAR_MERGE_KEPT_GOES: the same, but it is the place of the one who stays
 * @IKRAR_MERGE_BOTH: both have attended, pledged or received a certificate: no merging
 *
 * What becomes of a place on the roster of an event.
 */
typedef enum
{
  IKRAR_MERGE_FOLLOWS,
  IKRAR_MERGE_OTHER_GOES,
  IKRAR_MERGE_KEPT_GOES,
  IKRAR_MERGE_BOTH,
} IkrarMergeFate;

/**
 * IkrarMergeEvent:
 * @keep: participant of the one who stays, 0 if not on the roster
 * @other: participant of the one who goes
 *
 * An event with the one who goes on its roster.
 */
typedef struct
{
  IkrarId event;
  char *title;
  IkrarId keep;
  IkrarId other;
  IkrarMergeFate fate;
} IkrarMergeEvent;

/**
 * IkrarMergePlan:
 * @keep: who stays
 * @other: who goes
 * @texts: what each has of every field, the one who stays first, as people read it; "" for nothing
 * @choice: what would be taken: of the one who stays, unless only the other one has it
 * @events: (element-type IkrarMergeEvent): events of the one who goes, newest first
 * @blocked: whether an event forbids it
 * @apart: whether somebody said that they are two people
 *
 * Two people side by side, before they are merged.
 */
typedef struct
{
  IkrarPersonRecord *keep;
  IkrarPersonRecord *other;
  char *texts[IKRAR_N_PERSON_FIELDS][2];
  IkrarMergeChoice choice;
  GPtrArray *events;
  gboolean blocked;
  gboolean apart;
} IkrarMergePlan;

/**
 * ikrar_person_field_word:
 * @field: a field
 *
 * Any thread.
 *
 * Returns: (transfer none): stable word such as `number`
 */
const char *ikrar_person_field_word (IkrarPersonField field);

/**
 * ikrar_person_field_parse:
 * @word: a stable word
 * @field: (out): the field
 *
 * Any thread.
 *
 * Returns: whether there is such a field
 */
gboolean ikrar_person_field_parse (const char *word, IkrarPersonField *field);

/**
 * ikrar_person_merge_plan:
 * @store: a store
 * @keep: id of who stays
 * @other: id of who goes
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND`
 *   (also if one was erased or merged before), `IKRAR_STORE_ERROR_INVALID` if they are one, or
 *   another store error
 */
IkrarMergePlan *
ikrar_person_merge_plan (IkrarStore *store, IkrarId keep, IkrarId other, GError **error);

/**
 * ikrar_person_merge_plan_result:
 * @plan: a plan
 * @choice: what is taken
 *
 * Returns: (transfer full): the one who stays, as they will be
 */
IkrarPerson *
ikrar_person_merge_plan_result (const IkrarMergePlan *plan, const IkrarMergeChoice *choice);

/**
 * ikrar_person_merge:
 * @store: a store
 * @keep: id of who stays
 * @other: id of who goes
 * @choice: (nullable): what is taken of whom, `NULL` for the plan's choice
 * @error: return location for an error
 *
 * Makes one person of two. Numbers that do not stand become earlier numbers; places on rosters
 * with attendance, pledges and certificates follow. What is on record is not rewritten: only whose
 * place it is changes. One journal entry, which takes it back.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` if both have something on
 *   record at one event (the message says which), or an error of [func@person_merge_plan]
 */
IkrarId ikrar_person_merge (IkrarStore *store,
                            IkrarId keep,
                            IkrarId other,
                            const IkrarMergeChoice *choice,
                            GError **error);

/**
 * ikrar_person_merged_into:
 * @store: a store
 * @id: id of a person
 * @into: (out): who it is now, 0 if the person was not merged
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_person_merged_into (IkrarStore *store, IkrarId id, IkrarId *into, GError **error);

/**
 * ikrar_merge_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void ikrar_merge_plan_free (IkrarMergePlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarMergePlan, ikrar_merge_plan_free)

G_END_DECLS
