/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/id.h"

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EVENT_PAGE (ikrar_event_page_get_type ())

/**
 * IkrarEventPage:
 *
 * One event with its views: summary, participants, attendance, pledges, documents.
 */
G_DECLARE_FINAL_TYPE (IkrarEventPage, ikrar_event_page, IKRAR, EVENT_PAGE, IkrarPage)

/**
 * ikrar_event_page_set_event:
 * @page: a page
 * @event: the event to show
 */
void ikrar_event_page_set_event (IkrarEventPage *page, IkrarId event);

/**
 * ikrar_event_page_show_view:
 * @page: a page
 * @view: `summary`, `participants`, `attendance`, `pledges` or `documents`
 */
void ikrar_event_page_show_view (IkrarEventPage *page, const char *view);

G_END_DECLS
