/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "ui/pledge/pledge-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_RECITE_DIALOG (ikrar_recite_dialog_get_type ())

/**
 * IkrarReciteDialog:
 *
 * Records that all who are present and have no pledge yet recited the text: who read it, who saw
 * it, how far the record is.
 */
G_DECLARE_FINAL_TYPE (IkrarReciteDialog, ikrar_recite_dialog, IKRAR, RECITE_DIALOG, AdwWindow)

/**
 * IkrarRecited:
 * @widget: the widget that asked
 * @journal: the journal entry, for undo
 * @pledged: how many pledged by it
 *
 * Called once, if the recital was recorded.
 */
typedef void (*IkrarRecited) (GtkWidget *widget, IkrarId journal, guint pledged);

/**
 * ikrar_recite_dialog_present:
 * @widget: the widget that asks
 * @context: the database
 * @info: the event
 * @recited: told when it is recorded
 *
 * Asks who read and who saw it.
 */
void ikrar_recite_dialog_present (GtkWidget *widget,
                                  IkrarContext *context,
                                  const IkrarPledgeInfo *info,
                                  IkrarRecited recited);

G_END_DECLS
