/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SHEET_DIALOG (ikrar_sheet_dialog_get_type ())

/**
 * IkrarSheetDialog:
 *
 * Records a signed attendance list by its numbers: typed, seen with the names, corrected, recorded
 * as one change.
 */
G_DECLARE_FINAL_TYPE (IkrarSheetDialog, ikrar_sheet_dialog, IKRAR, SHEET_DIALOG, AdwWindow)

/**
 * IkrarEntered:
 * @widget: the widget that asked
 * @journal: the journal entry, for undo
 * @recorded: for how many people attendance was recorded
 *
 * Called once, if anything was recorded.
 */
typedef void (*IkrarEntered) (GtkWidget *widget, IkrarId journal, guint recorded);

/**
 * ikrar_sheet_dialog_present:
 * @widget: the widget that asks
 * @context: the database
 * @event: the event
 * @session: a session of it
 * @title: its title
 * @entered: told when it is done
 */
void ikrar_sheet_dialog_present (GtkWidget *widget,
                                 IkrarContext *context,
                                 IkrarId event,
                                 IkrarId session,
                                 const char *title,
                                 IkrarEntered entered);

G_END_DECLS
