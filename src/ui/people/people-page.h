/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PEOPLE_PAGE (ikrar_people_page_get_type ())

/**
 * IkrarPeoplePage:
 *
 * Skeleton.
 */
G_DECLARE_FINAL_TYPE (IkrarPeoplePage, ikrar_people_page, IKRAR, PEOPLE_PAGE, IkrarPage)

G_END_DECLS
