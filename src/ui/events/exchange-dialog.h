/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/exchange.h"

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EXCHANGE_DIALOG (ikrar_exchange_dialog_get_type ())

/**
 * IkrarExchangeDialog:
 *
 * What several databases, or desks, say differently of an event: a line each, with what stands, to
 * be saved as a list.
 */
G_DECLARE_FINAL_TYPE (IkrarExchangeDialog,
                      ikrar_exchange_dialog,
                      IKRAR,
                      EXCHANGE_DIALOG,
                      AdwMessageDialog)

/**
 * ikrar_exchange_dialog_present:
 * @page: the page that shall show it
 * @heading: what it is called
 * @report: (transfer full): a report with conflicts
 */
void
ikrar_exchange_dialog_present (IkrarPage *page, const char *heading, IkrarExchangeReport *report);

G_END_DECLS
