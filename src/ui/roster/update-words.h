/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/import.h"

G_BEGIN_DECLS

/**
 * ikrar_update_describe_person:
 * @item: a difference
 *
 * Returns: (transfer full): the masked number and the unit
 */
char *ikrar_update_describe_person (const IkrarDifference *item);

/**
 * ikrar_update_describe_changes:
 * @item: a difference
 *
 * Returns: (transfer full): a line for each field that is otherwise, before and after; "" for none.
 *   Numbers are masked but for those digits that changed
 */
char *ikrar_update_describe_changes (const IkrarDifference *item);

/**
 * ikrar_update_describe_hold:
 * @item: a difference
 *
 * Returns: (transfer full): why somebody is not proposed to be withdrawn; "" for others
 */
char *ikrar_update_describe_hold (const IkrarDifference *item);

/**
 * ikrar_update_describe_group:
 * @kind: a kind
 * @total: how many there are
 * @accepted: how many of them are chosen
 *
 * Returns: (transfer full): the head of a group
 */
char *ikrar_update_describe_group (IkrarDifferenceKind kind, guint total, guint accepted);

/**
 * ikrar_update_group_hint:
 * @kind: a kind
 *
 * Returns: (transfer none): what it means to choose somebody of it
 */
const char *ikrar_update_group_hint (IkrarDifferenceKind kind);

/**
 * ikrar_update_group_label:
 * @kind: a kind
 *
 * Returns: (transfer none): a word for a filter
 */
const char *ikrar_update_group_label (IkrarDifferenceKind kind);

/**
 * ikrar_update_describe_summary:
 * @differences: differences
 *
 * Returns: (transfer full): how many differ and how many do not
 */
char *ikrar_update_describe_summary (const IkrarDifferences *differences);

/**
 * ikrar_update_button_label:
 * @accepted: how many differences are chosen
 *
 * Returns: (transfer full): the label of the button that applies them
 */
char *ikrar_update_button_label (guint accepted);

/**
 * ikrar_update_describe_offer:
 * @present: people of the file who take part already
 *
 * Returns: (transfer full): a sentence
 */
char *ikrar_update_describe_offer (guint present);

/**
 * ikrar_update_describe_done:
 * @summary: what an update did
 *
 * Returns: (transfer full): a sentence
 */
char *ikrar_update_describe_done (const IkrarRosterSummary *summary);

/**
 * ikrar_update_describe_batch:
 * @batch: an import
 *
 * Returns: (transfer full): what it did, in a line
 */
char *ikrar_update_describe_batch (const IkrarImportBatch *batch);

G_END_DECLS
