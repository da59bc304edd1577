/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_APPLICATION (ikrar_application_get_type ())

/**
 * IkrarApplication:
 *
 * The program: its command line, style, and one window per database.
 *
 * Actions: `app.about`, `app.quit`, `app.open-uri(s)`, `app.switch-database((ss))` (where the data
 * are, and what to tell then, "" for the usual).
 */
G_DECLARE_FINAL_TYPE (IkrarApplication, ikrar_application, IKRAR, APPLICATION, AdwApplication)

/**
 * ikrar_application_new:
 *
 * Returns: (transfer full): the application
 */
IkrarApplication *ikrar_application_new (void);

G_END_DECLS
