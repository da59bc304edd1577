/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/id.h"

G_BEGIN_DECLS

/**
 * ikrar_session_drop_fill:
 * @drop: a drop-down
 * @sessions: (element-type IkrarEventSession): sessions of an event
 * @selected: the one that is shown
 * @handler: the handler of `notify::selected` that shall not be told of it
 * @data: its data
 *
 * Shows the sessions; hides the drop-down if there is only one.
 */
void ikrar_session_drop_fill (GtkDropDown *drop,
                              GPtrArray *sessions,
                              IkrarId selected,
                              gpointer handler,
                              gpointer data);

/**
 * ikrar_session_drop_get:
 * @drop: a drop-down
 * @sessions: (element-type IkrarEventSession): what it was filled with
 *
 * Returns: id of the session selected, 0 if none
 */
IkrarId ikrar_session_drop_get (GtkDropDown *drop, GPtrArray *sessions);

/**
 * ikrar_session_title:
 * @sessions: (element-type IkrarEventSession): sessions of an event
 * @id: one of them
 *
 * Returns: (transfer full): its title, or its number
 */
char *ikrar_session_title (GPtrArray *sessions, IkrarId id);

G_END_DECLS
