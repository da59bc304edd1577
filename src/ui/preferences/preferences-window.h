/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PREFERENCES_WINDOW (ikrar_preferences_window_get_type ())

/**
 * IkrarPreferencesWindow:
 *
 * What the office sets once: institution, signatories, papers, this desk, and where its data and
 * backups are. What belongs to the institution is in the database, what belongs to the computer in
 * the application's settings. Everything holds at once and can be taken back.
 *
 * Actions: `win.undo-change(x)`, `win.back-up`, `win.restore-backup`,
 * `preferences.set-layout(i)`, `preferences.restore(s)` (a backup's path).
 */
G_DECLARE_FINAL_TYPE (IkrarPreferencesWindow,
                      ikrar_preferences_window,
                      IKRAR,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/**
 * ikrar_preferences_window_present:
 * @parent: the window it belongs to
 * @context: the database
 *
 * Shows the window.
 */
void ikrar_preferences_window_present (GtkWindow *parent, IkrarContext *context);

/**
 * ikrar_preferences_window_present_database:
 * @parent: the window it belongs to
 * @context: a database that cannot be used now
 *
 * Shows the window with nothing but where the data are, to choose another place.
 */
void ikrar_preferences_window_present_database (GtkWindow *parent, IkrarContext *context);

G_END_DECLS
