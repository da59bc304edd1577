/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PLEDGES_PAGE (ikrar_pledges_page_get_type ())

/**
 * IkrarPledgesPage:
 *
 * Skeleton.
 */
G_DECLARE_FINAL_TYPE (IkrarPledgesPage, ikrar_pledges_page, IKRAR, PLEDGES_PAGE, IkrarPage)

G_END_DECLS
