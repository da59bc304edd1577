/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/person-filter.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PEOPLE_FILTERS (ikrar_people_filters_get_type ())

/**
 * IkrarPeopleFilters:
 *
 * What narrows the register: kind of number, grades, a unit with those below it, an event.
 *
 * Signals: `changed`, when other people are wanted of those that are known; `event-changed`, when
 * the people of another event are wanted.
 */
G_DECLARE_FINAL_TYPE (IkrarPeopleFilters, ikrar_people_filters, IKRAR, PEOPLE_FILTERS, GtkPopover)

/**
 * ikrar_people_filters_set_choices:
 * @filters: filters
 * @nodes: (element-type IkrarUnitNode): the units as a tree
 * @events: (element-type IkrarEventLine): the events
 *
 * What was chosen stays chosen if it is still there. No signal is emitted.
 */
void
ikrar_people_filters_set_choices (IkrarPeopleFilters *filters, GPtrArray *nodes, GPtrArray *events);

/**
 * ikrar_people_filters_set_people:
 * @filters: filters
 * @event: id of an event, 0 for none
 * @people: (nullable): who is on its roster, as a set of ids
 *
 * Emits `changed` if the event is the one that is wanted.
 */
void
ikrar_people_filters_set_people (IkrarPeopleFilters *filters, IkrarId event, GHashTable *people);

/**
 * ikrar_people_filters_get_event:
 * @filters: filters
 *
 * Returns: id of the event whose people are wanted, 0 for all
 */
IkrarId ikrar_people_filters_get_event (IkrarPeopleFilters *filters);

/**
 * ikrar_people_filters_get:
 * @filters: filters
 *
 * Returns: (transfer none): whom to show; valid until something is chosen
 */
const IkrarPersonFilter *ikrar_people_filters_get (IkrarPeopleFilters *filters);

/**
 * ikrar_people_filters_clear:
 * @filters: filters
 *
 * Leaves nobody out any more.
 */
void ikrar_people_filters_clear (IkrarPeopleFilters *filters);

G_END_DECLS
