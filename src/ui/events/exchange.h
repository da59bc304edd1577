/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/id.h"

#include "ui/common/page.h"

G_BEGIN_DECLS

/**
 * ikrar_exchange_hand_on:
 * @page: the page that asks
 * @event: an event
 *
 * Asks where to, and writes the event into a signed file for another database. Main thread.
 */
void ikrar_exchange_hand_on (IkrarPage *page, IkrarId event);

/**
 * ikrar_exchange_take_in:
 * @page: the page that asks
 *
 * Asks for such a file and takes its event in; the key of an office that is not known is shown and
 * has to be accepted. Says what came, and what did not fit. Main thread.
 */
void ikrar_exchange_take_in (IkrarPage *page);

/**
 * ikrar_exchange_show_differences:
 * @page: the page that asks
 * @event: an event
 *
 * Shows what databases that were apart said differently of it, and who was let in at two desks that
 * did not see each other; the list can be saved and printed. Main thread.
 */
void ikrar_exchange_show_differences (IkrarPage *page, IkrarId event);

G_END_DECLS
