/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/attendance.h"
#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_MARK_DIALOG (ikrar_mark_dialog_get_type ())

/**
 * IkrarMarkDialog:
 *
 * Sets the attendance of chosen people by hand: found by search, narrowed by state, ticked off.
 */
G_DECLARE_FINAL_TYPE (IkrarMarkDialog, ikrar_mark_dialog, IKRAR, MARK_DIALOG, AdwWindow)

/**
 * IkrarMarked:
 * @widget: the widget that asked
 * @journal: the journal entry, for undo
 * @state: what was set
 * @count: for how many
 *
 * Called once, if states were set.
 */
typedef void (*IkrarMarked) (GtkWidget *widget,
                             IkrarId journal,
                             IkrarAttendance state,
                             guint count);

/**
 * ikrar_mark_dialog_present:
 * @widget: the widget that asks
 * @context: the database
 * @event: the event
 * @session: a session of it
 * @marked: told when it is done
 */
void ikrar_mark_dialog_present (GtkWidget *widget,
                                IkrarContext *context,
                                IkrarId event,
                                IkrarId session,
                                IkrarMarked marked);

G_END_DECLS
