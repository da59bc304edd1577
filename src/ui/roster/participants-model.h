/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/participant-table.h"

#include "ui/common/id-selection.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PARTICIPANTS_MODEL (ikrar_participants_model_get_type ())

/**
 * IkrarParticipantsModel:
 *
 * What the view of participants shows of a roster: searched, filtered, ordered, with what is
 * selected in it. Needs no display; nothing of it waits for the disk.
 */
G_DECLARE_FINAL_TYPE (IkrarParticipantsModel,
                      ikrar_participants_model,
                      IKRAR,
                      PARTICIPANTS_MODEL,
                      GObject)

/**
 * IkrarParticipantsFilter:
 * @IKRAR_PARTICIPANTS_ALL: everybody who is invited
 * @IKRAR_PARTICIPANTS_PRESENT: who is there
 * @IKRAR_PARTICIPANTS_REPRESENTED: for whom somebody came
 * @IKRAR_PARTICIPANTS_EXCUSED: who is away with a reason
 * @IKRAR_PARTICIPANTS_ABSENT: who is away without one
 * @IKRAR_PARTICIPANTS_UNRECORDED: of whom nothing is recorded
 * @IKRAR_PARTICIPANTS_WITHDRAWN: who withdrew, and is in none of the others
 *
 * Who is shown.
 */
typedef enum
{
  IKRAR_PARTICIPANTS_ALL,
  IKRAR_PARTICIPANTS_PRESENT,
  IKRAR_PARTICIPANTS_REPRESENTED,
  IKRAR_PARTICIPANTS_EXCUSED,
  IKRAR_PARTICIPANTS_ABSENT,
  IKRAR_PARTICIPANTS_UNRECORDED,
  IKRAR_PARTICIPANTS_WITHDRAWN,
  IKRAR_N_PARTICIPANTS_FILTERS,
} IkrarParticipantsFilter;

/**
 * ikrar_participants_model_new:
 *
 * Returns: (transfer full): a model of nobody
 */
IkrarParticipantsModel *ikrar_participants_model_new (void);

/**
 * ikrar_participants_model_get_selection:
 * @model: a model
 *
 * Returns: (transfer none): the list of who is shown, items with an `IkrarParticipantLine`, with
 *   what is selected
 */
IkrarIdSelection *ikrar_participants_model_get_selection (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_set_roster:
 * @model: a model
 * @table: a roster with those who withdrew
 * @order: (element-type guint): the index of every line, in order
 * @zone: zone of the event
 *
 * Shows a roster, or the same one as it is now: the list stays where it is, and whoever is no
 * longer on the roster is no longer selected.
 */
void ikrar_participants_model_set_roster (IkrarParticipantsModel *model,
                                          IkrarParticipantTable *table,
                                          GArray *order,
                                          IkrarZone zone);

/**
 * ikrar_participants_model_get_zone:
 * @model: a model
 *
 * Returns: zone of the event, in which times are shown
 */
IkrarZone ikrar_participants_model_get_zone (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_get_roster:
 * @model: a model
 *
 * Returns: (transfer none) (nullable): the roster, `NULL` before there is one
 */
IkrarParticipantTable *ikrar_participants_model_get_roster (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_set_order:
 * @model: a model with a roster
 * @order: (element-type guint): the index of every line, in order
 */
void ikrar_participants_model_set_order (IkrarParticipantsModel *model, GArray *order);

/**
 * ikrar_participants_model_clear:
 * @model: a model
 *
 * Forgets roster, search, filters and selection.
 */
void ikrar_participants_model_clear (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_set_search:
 * @model: a model
 * @text: (nullable): what somebody typed
 */
void ikrar_participants_model_set_search (IkrarParticipantsModel *model, const char *text);

/**
 * ikrar_participants_model_set_filter:
 * @model: a model
 * @filter: who is shown
 */
void
ikrar_participants_model_set_filter (IkrarParticipantsModel *model, IkrarParticipantsFilter filter);

/**
 * ikrar_participants_model_get_filter:
 * @model: a model
 *
 * Returns: who is shown
 */
IkrarParticipantsFilter ikrar_participants_model_get_filter (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_set_unit:
 * @model: a model
 * @unit: only this unit, 0 for all
 */
void ikrar_participants_model_set_unit (IkrarParticipantsModel *model, IkrarId unit);

/**
 * ikrar_participants_model_set_pledge:
 * @model: a model
 * @pledge: only those whose pledge is so, `IKRAR_N_PLEDGE_STATES` for all
 */
void ikrar_participants_model_set_pledge (IkrarParticipantsModel *model, IkrarPledgeState pledge);

/**
 * ikrar_participants_model_set_kind:
 * @model: a model
 * @kind: (nullable): only those who take part so, a stable word; `NULL` for all
 */
void ikrar_participants_model_set_kind (IkrarParticipantsModel *model, const char *kind);

/**
 * ikrar_participants_model_is_narrowed:
 * @model: a model
 *
 * Returns: whether search or filters leave somebody out
 */
gboolean ikrar_participants_model_is_narrowed (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_count:
 * @model: a model
 * @counts: (out) (array fixed-size=7): how many each filter shows of those whom unit, pledge and
 * kind leave, whatever is searched
 */
void ikrar_participants_model_count (IkrarParticipantsModel *model,
                                     guint counts[IKRAR_N_PARTICIPANTS_FILTERS]);

/**
 * ikrar_participants_model_count_shown:
 * @model: a model
 *
 * Returns: how many are shown
 */
guint ikrar_participants_model_count_shown (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_get_shown:
 * @model: a model
 *
 * Returns: (transfer full) (element-type gint64): ids of those who are shown, in order
 */
GArray *ikrar_participants_model_get_shown (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_count_hidden:
 * @model: a model
 *
 * Returns: how many are selected and not shown
 */
guint ikrar_participants_model_count_hidden (IkrarParticipantsModel *model);

/**
 * ikrar_participants_model_select:
 * @model: a model
 * @filter: a filter
 *
 * Selects everybody whom @filter would show, of those whom unit, pledge and kind leave, and nobody
 * else.
 */
void
ikrar_participants_model_select (IkrarParticipantsModel *model, IkrarParticipantsFilter filter);

G_END_DECLS
