/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ikrar_appearance_follow:
 * @settings: (transfer none): the application's settings
 *
 * Gives windows the style that the settings name, now and whenever they change, as long as
 * @settings lives. Main thread.
 */
void ikrar_appearance_follow (GSettings *settings);

G_END_DECLS
