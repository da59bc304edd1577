/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PEOPLE_PAGE (ikrar_people_page_get_type ())

/**
 * IkrarPeoplePage:
 *
 * The register of people: a list beside all that is known of the one chosen in it, or one after the
 * other where there is no room.
 *
 * Actions: `people.show(x)` (a person), `people.back`, `people.add`, `people.edit`, `people.erase`,
 * `page.search`.
 */
G_DECLARE_FINAL_TYPE (IkrarPeoplePage, ikrar_people_page, IKRAR, PEOPLE_PAGE, IkrarPage)

G_END_DECLS
