/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event-draft.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_ROLES_GROUP (ikrar_roles_group_get_type ())

/**
 * IkrarRolesGroup:
 *
 * The part of the event form with the people who open, speak, moderate, read the pledge and witness
 * it.
 */
G_DECLARE_FINAL_TYPE (IkrarRolesGroup, ikrar_roles_group, IKRAR, ROLES_GROUP, AdwPreferencesGroup)

/**
 * ikrar_roles_group_show:
 * @group: a part of the form
 * @draft: what to show
 */
void ikrar_roles_group_show (IkrarRolesGroup *group, const IkrarEventDraft *draft);

/**
 * ikrar_roles_group_collect:
 * @group: a part of the form
 * @draft: gets the roles entered, in order of kind
 * @problems: (nullable): gets what is wrong
 */
void ikrar_roles_group_collect (IkrarRolesGroup *group, IkrarEventDraft *draft, GArray *problems);

G_END_DECLS
