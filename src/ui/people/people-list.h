/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/person-table.h"

#include "ui/people/people-filters.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PEOPLE_LIST (ikrar_people_list_get_type ())

/**
 * IkrarPeopleList:
 *
 * The register of people as a list that is searched while somebody types. Of a number only the end
 * is shown.
 *
 * Signals: `chosen`, with a person's id as int64; `reordered`, when another order is wanted;
 * `event-wanted`, when the filters want the people of an event.
 */
G_DECLARE_FINAL_TYPE (IkrarPeopleList, ikrar_people_list, IKRAR, PEOPLE_LIST, AdwBin)

/**
 * ikrar_people_list_get_order:
 * @list: a list
 *
 * Returns: the order that is wanted
 */
IkrarPersonOrder ikrar_people_list_get_order (IkrarPeopleList *list);

/**
 * ikrar_people_list_show:
 * @list: a list
 * @table: the register
 * @ordered: (element-type IkrarPersonEntry): everybody of @table, in the order that is wanted
 * @again: whether these are the people shown before, in a newer state: the list stays where it is
 */
void ikrar_people_list_show (IkrarPeopleList *list,
                             IkrarPersonTable *table,
                             GPtrArray *ordered,
                             gboolean again);

/**
 * ikrar_people_list_get_filters:
 * @list: a list
 *
 * Returns: (transfer none): what narrows it
 */
IkrarPeopleFilters *ikrar_people_list_get_filters (IkrarPeopleList *list);

/**
 * ikrar_people_list_choose:
 * @list: a list
 * @person: id of a person, 0 for nobody
 *
 * Marks somebody as chosen; `chosen` is not emitted.
 */
void ikrar_people_list_choose (IkrarPeopleList *list, IkrarId person);

/**
 * ikrar_people_list_start_search:
 * @list: a list
 *
 * Gives the search the keyboard.
 */
void ikrar_people_list_start_search (IkrarPeopleList *list);

G_END_DECLS
