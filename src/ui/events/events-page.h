/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENTS_PAGE (ikrar_events_page_get_type ())

/**
 * IkrarEventsPage:
 *
 * All events, newest first, with search.
 */
G_DECLARE_FINAL_TYPE (IkrarEventsPage, ikrar_events_page, IKRAR, EVENTS_PAGE, IkrarPage)

G_END_DECLS
