/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "core/id.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_WINDOW (ikrar_window_get_type ())

/**
 * IkrarWindow:
 *
 * The main window: sidebar and pages.
 *
 * Actions: `win.show-page(s)`, `win.show-event((xs))` (an event and one of its views: `summary`,
 * `participants`, `attendance`, `pledges`, `documents`), `win.show-person(x)`, `win.back`,
 * `win.new-event`, `win.edit-event(x)`, `win.import-roster(x)`, `win.open-desk(x)`,
 * `win.open-stage(x)`, `win.open-signing(x)`, `win.undo`, `win.undo-change(x)`, `win.search`,
 * `win.print`, `win.preferences`, `win.back-up`, `win.restore-backup`.
 */
G_DECLARE_FINAL_TYPE (IkrarWindow, ikrar_window, IKRAR, WINDOW, AdwApplicationWindow)

/**
 * ikrar_window_new:
 * @application: the application
 * @context: the database; it need not open
 *
 * Returns: a window
 */
IkrarWindow *ikrar_window_new (GtkApplication *application, IkrarContext *context);

/**
 * ikrar_window_get_context:
 * @window: a window
 *
 * Returns: (transfer none): its database
 */
IkrarContext *ikrar_window_get_context (IkrarWindow *window);

/**
 * ikrar_window_has_trouble:
 * @window: a window
 *
 * Returns: whether its database cannot be used, which it tells in place of its pages
 */
gboolean ikrar_window_has_trouble (IkrarWindow *window);

/**
 * ikrar_window_show_page:
 * @window: a window
 * @page: name of a page
 */
void ikrar_window_show_page (IkrarWindow *window, const char *page);

/**
 * ikrar_window_show_event:
 * @window: a window
 * @event: an event
 * @view: one of its views
 */
void ikrar_window_show_event (IkrarWindow *window, IkrarId event, const char *view);

/**
 * ikrar_window_get_page:
 * @window: a window
 *
 * Returns: (transfer none): the page that is shown
 */
GtkWidget *ikrar_window_get_page (IkrarWindow *window);

/**
 * ikrar_window_go_back:
 * @window: a window
 *
 * Goes from an event to the events, and in a narrow window from a page to the sidebar.
 */
void ikrar_window_go_back (IkrarWindow *window);

G_END_DECLS
