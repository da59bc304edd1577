/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/event.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_TIMES_GROUP (ikrar_times_group_get_type ())

/**
 * IkrarTimesGroup:
 *
 * The part of the event form that says when it is: first and last day, hours, zone.
 *
 * Signals: `changed`, after something else was entered.
 */
G_DECLARE_FINAL_TYPE (IkrarTimesGroup, ikrar_times_group, IKRAR, TIMES_GROUP, AdwPreferencesGroup)

/**
 * ikrar_times_group_show:
 * @group: a part of the form
 * @event: what to show
 */
void ikrar_times_group_show (IkrarTimesGroup *group, const IkrarEvent *event);

/**
 * ikrar_times_group_collect:
 * @group: a part of the form
 * @event: start, end and zone are set; 0 where no time is entered
 * @problems: (nullable): gets what is wrong
 */
void ikrar_times_group_collect (IkrarTimesGroup *group, IkrarEvent *event, GArray *problems);

/**
 * ikrar_times_group_dup_written:
 * @group: a part of the form
 *
 * Returns: (transfer full): what is written in the fields, right or wrong
 */
char *ikrar_times_group_dup_written (IkrarTimesGroup *group);

G_END_DECLS
