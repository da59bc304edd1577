/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_ROLE_ROW (ikrar_role_row_get_type ())

/**
 * IkrarRoleRow:
 *
 * Somebody with a role in the event form, folded up to name and post.
 *
 * Signals: `removed`, when it shall go.
 */
G_DECLARE_FINAL_TYPE (IkrarRoleRow, ikrar_role_row, IKRAR, ROLE_ROW, AdwExpanderRow)

/**
 * ikrar_role_row_new:
 * @role: a role
 *
 * Returns: a row
 */
GtkWidget *ikrar_role_row_new (const IkrarEventRole *role);

/**
 * ikrar_role_row_collect:
 * @row: a row
 * @event: id of its event
 * @problems: (nullable): gets what is wrong
 *
 * Returns: (transfer full): the role as entered
 */
IkrarEventRole *ikrar_role_row_collect (IkrarRoleRow *row, IkrarId event, GArray *problems);

/**
 * ikrar_role_row_get_kind:
 * @row: a row
 *
 * Returns: what the person does
 */
IkrarRoleKind ikrar_role_row_get_kind (IkrarRoleRow *row);

G_END_DECLS
