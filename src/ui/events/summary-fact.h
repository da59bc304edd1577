/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event.h"

G_BEGIN_DECLS

/**
 * ikrar_summary_fact_list:
 * @list: a list
 * @event: an event
 *
 * Fills a list with what is known of an event, a row each; what is not known is left out.
 */
void ikrar_summary_fact_list (GtkListBox *list, const IkrarEvent *event);

/**
 * ikrar_summary_fact_role:
 * @role: a role
 *
 * Returns: a row: who, in which post, represented by whom
 */
GtkWidget *ikrar_summary_fact_role (const IkrarEventRole *role);

/**
 * ikrar_summary_fact_session:
 * @session: a session
 * @zone: the event's zone
 *
 * Returns: a row: which session, when
 */
GtkWidget *ikrar_summary_fact_session (const IkrarEventSession *session, IkrarZone zone);

G_END_DECLS
