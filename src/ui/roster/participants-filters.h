/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/participants-model.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_FILTERS (ikrar_participants_filters_get_type ())

/**
 * IkrarParticipantsFilters:
 *
 * What narrows a list of participants: search, attendance, unit, pledge, kind; and its order.
 *
 * Properties: `narrow`, whether there is little room; `selecting`, whether several are being
 * selected; `pledge` (`none`, `recited`, `signed`) and `kind` (a stable word), both `all` to leave
 * nobody out, with the actions `filters.pledge(s)` and `filters.kind(s)`. Signals: `changed` when
 * the list shows others.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsFilters,
                      ikrar_participants_filters,
                      IKRAR,
                      PARTICIPANTS_FILTERS,
                      GtkWidget)

/**
 * ikrar_participants_filters_set_model:
 * @filters: filters
 * @model: what is narrowed
 * @list: where it is shown: what is typed there is searched
 */
void ikrar_participants_filters_set_model (IkrarParticipantsFilters *filters,
                                           IkrarParticipantsModel *model,
                                           GtkWidget *list);

/**
 * ikrar_participants_filters_set_units:
 * @filters: filters
 * @units: (element-type IkrarUnit): the units there are
 */
void ikrar_participants_filters_set_units (IkrarParticipantsFilters *filters, GPtrArray *units);

/**
 * ikrar_participants_filters_update:
 * @filters: filters
 *
 * Counts anew.
 */
void ikrar_participants_filters_update (IkrarParticipantsFilters *filters);

/**
 * ikrar_participants_filters_clear:
 * @filters: filters
 *
 * Leaves nobody out any more.
 */
void ikrar_participants_filters_clear (IkrarParticipantsFilters *filters);

/**
 * ikrar_participants_filters_start_search:
 * @filters: filters
 */
void ikrar_participants_filters_start_search (IkrarParticipantsFilters *filters);

/**
 * ikrar_participants_filters_get_selecting:
 * @filters: filters
 *
 * Returns: whether several are being selected
 */
gboolean ikrar_participants_filters_get_selecting (IkrarParticipantsFilters *filters);

/**
 * ikrar_participants_filters_set_selecting:
 * @filters: filters
 * @selecting: whether several are being selected
 */
void
ikrar_participants_filters_set_selecting (IkrarParticipantsFilters *filters, gboolean selecting);

G_END_DECLS
