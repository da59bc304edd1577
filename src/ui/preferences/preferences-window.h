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
 * Skeleton.
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

G_END_DECLS
