/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/desk/sheet-dialog.h"
#include "ui/roster/import-source.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_MATCH_DIALOG (ikrar_match_dialog_get_type ())

/**
 * IkrarMatchDialog:
 *
 * Takes attendance from a file of another program: who is in it is matched to the roster, doubtful
 * ones are looked at one by one, and all is recorded as one change.
 */
G_DECLARE_FINAL_TYPE (IkrarMatchDialog, ikrar_match_dialog, IKRAR, MATCH_DIALOG, AdwWindow)

/**
 * ikrar_match_dialog_present:
 * @widget: the widget that asks
 * @context: the database
 * @event: the event
 * @session: a session of it
 * @title: its title
 * @source: (transfer full): the file
 * @entered: told when it is done
 */
void ikrar_match_dialog_present (GtkWidget *widget,
                                 IkrarContext *context,
                                 IkrarId event,
                                 IkrarId session,
                                 const char *title,
                                 IkrarImportSource *source,
                                 IkrarEntered entered);

G_END_DECLS
