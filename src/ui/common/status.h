/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

#include "core/attendance.h"
#include "core/vocabulary.h"
#include "store/participant.h"

G_BEGIN_DECLS

/**
 * IkrarStatus:
 * @css_class: class of an [class@Pill]
 * @icon_name: its icon
 * @label: its word, in the user's language
 *
 * How a state is shown everywhere in the window. Colour repeats what icon and word say.
 */
typedef struct
{
  const char *css_class;
  const char *icon_name;
  const char *label;
} IkrarStatus;

/**
 * ikrar_status_of_attendance:
 * @state: a state
 *
 * Returns: how it is shown
 */
IkrarStatus ikrar_status_of_attendance (IkrarAttendance state);

/**
 * ikrar_status_of_attendance_group:
 * @group: a group of states
 *
 * Returns: how it is shown, as in filter chips
 */
IkrarStatus ikrar_status_of_attendance_group (IkrarAttendanceGroup group);

/**
 * ikrar_status_of_pledge:
 * @state: what was done with the pledge
 *
 * Returns: how it is shown
 */
IkrarStatus ikrar_status_of_pledge (IkrarPledgeState state);

/**
 * ikrar_status_of_event:
 * @state: where an event stands
 *
 * Returns: how it is shown
 */
IkrarStatus ikrar_status_of_event (IkrarEventState state);

G_END_DECLS
