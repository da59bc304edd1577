/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person-table.h"

G_BEGIN_DECLS

/**
 * IkrarPersonKind:
 * @IKRAR_PEOPLE_ALL: everybody
 * @IKRAR_PEOPLE_PNS: with a NIP
 * @IKRAR_PEOPLE_PPPK: with an NI PPPK
 * @IKRAR_PEOPLE_NIK: with a national id
 * @IKRAR_PEOPLE_OTHER: with another number
 * @IKRAR_PEOPLE_NUMBERED: with any number
 * @IKRAR_PEOPLE_UNNUMBERED: without a number
 *
 * People by their number.
 */
typedef enum
{
  IKRAR_PEOPLE_ALL,
  IKRAR_PEOPLE_PNS,
  IKRAR_PEOPLE_PPPK,
  IKRAR_PEOPLE_NIK,
  IKRAR_PEOPLE_OTHER,
  IKRAR_PEOPLE_NUMBERED,
  IKRAR_PEOPLE_UNNUMBERED,
  IKRAR_N_PERSON_KINDS,
} IkrarPersonKind;

/**
 * IkrarPersonGrades:
 * @IKRAR_GRADES_ALL: everybody
 * @IKRAR_GRADES_4: PNS grades IV
 * @IKRAR_GRADES_3: PNS grades III
 * @IKRAR_GRADES_2: PNS grades II
 * @IKRAR_GRADES_1: PNS grades I
 * @IKRAR_GRADES_PPPK: PPPK grades
 * @IKRAR_GRADES_NONE: without a grade
 *
 * People by groups of grades.
 */
typedef enum
{
  IKRAR_GRADES_ALL,
  IKRAR_GRADES_4,
  IKRAR_GRADES_3,
  IKRAR_GRADES_2,
  IKRAR_GRADES_1,
  IKRAR_GRADES_PPPK,
  IKRAR_GRADES_NONE,
  IKRAR_N_PERSON_GRADES,
} IkrarPersonGrades;

/**
 * IkrarPersonFilter:
 * @units: (nullable) (element-type gint64): ids of units, as a set; `NULL` for any or none
 * @people: (nullable) (element-type gint64): ids of people, as a set; `NULL` for any
 *
 * Whom a list of people is narrowed to.
 */
typedef struct
{
  IkrarPersonKind kind;
  IkrarPersonGrades grades;
  GHashTable *units;
  GHashTable *people;
} IkrarPersonFilter;

/**
 * ikrar_person_filter_is_open:
 * @filter: a filter
 *
 * Any thread.
 *
 * Returns: whether it lets everybody through
 */
gboolean ikrar_person_filter_is_open (const IkrarPersonFilter *filter);

/**
 * ikrar_person_filter_apply:
 * @filter: a filter
 * @entries: (element-type IkrarPersonEntry): people
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarPersonEntry): those whom it lets through, in the same
 *   order
 */
GPtrArray *ikrar_person_filter_apply (const IkrarPersonFilter *filter, GPtrArray *entries);

/**
 * ikrar_person_filter_units:
 * @nodes: (element-type IkrarUnitNode): units as a tree, see [func@unit_tree_load]
 * @unit: id of a unit
 *
 * Any thread.
 *
 * Returns: (transfer full): the unit and all below it, as a set of ids
 */
GHashTable *ikrar_person_filter_units (GPtrArray *nodes, IkrarId unit);

/**
 * ikrar_person_filter_event:
 * @store: a store
 * @event: id of an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): who is on its roster and did not withdraw, as a set of ids,
 *   or `NULL` with a store error
 */
GHashTable *ikrar_person_filter_event (IkrarStore *store, IkrarId event, GError **error);

G_END_DECLS
