/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_DESK_PAGE (ikrar_desk_page_get_type ())

/**
 * IkrarDeskPage:
 *
 * What holds for this computer only: name and sound of its desk, and how it looks.
 */
G_DECLARE_FINAL_TYPE (IkrarDeskPage, ikrar_desk_page, IKRAR, DESK_PAGE, AdwPreferencesPage)

G_END_DECLS
