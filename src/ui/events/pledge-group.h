/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event.h"
#include "store/institution.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PLEDGE_GROUP (ikrar_pledge_group_get_type ())

/**
 * IkrarPledgeGroup:
 *
 * The part of the event form with the fields of the pledge text, and the exact text they make.
 */
G_DECLARE_FINAL_TYPE (IkrarPledgeGroup,
                      ikrar_pledge_group,
                      IKRAR,
                      PLEDGE_GROUP,
                      AdwPreferencesGroup)

/**
 * ikrar_pledge_group_show:
 * @group: a part of the form
 * @event: an event
 * @institution: the office, which gives the usual values
 * @template_text: the text with fields
 */
void ikrar_pledge_group_show (IkrarPledgeGroup *group,
                              const IkrarEvent *event,
                              const IkrarInstitution *institution,
                              const char *template_text);

/**
 * ikrar_pledge_group_set_event:
 * @group: a part of the form
 * @event: the event, with the times entered
 *
 * Brings the usual values that were left as they are up to date.
 */
void ikrar_pledge_group_set_event (IkrarPledgeGroup *group, const IkrarEvent *event);

/**
 * ikrar_pledge_group_dup_fields:
 * @group: a part of the form
 *
 * Returns: (transfer full): the fields that are not as usual, as `name=value` lines
 */
char *ikrar_pledge_group_dup_fields (IkrarPledgeGroup *group);

G_END_DECLS
