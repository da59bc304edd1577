/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_OVERVIEW_PAGE (ikrar_overview_page_get_type ())

/**
 * IkrarOverviewPage:
 *
 * The first page: the event that matters now with its counts and charts, and what waits for
 * somebody. Without any event it helps to begin.
 */
G_DECLARE_FINAL_TYPE (IkrarOverviewPage, ikrar_overview_page, IKRAR, OVERVIEW_PAGE, IkrarPage)

G_END_DECLS
