/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/exchange.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_EXCHANGE_DIALOG (ikrar_exchange_dialog_get_type ())

/**
 * IkrarExchangeDialog:
 *
 * What did not fit when an event was taken in: a line each, with what stands, to be saved as a
 * list.
 */
G_DECLARE_FINAL_TYPE (IkrarExchangeDialog,
                      ikrar_exchange_dialog,
                      IKRAR,
                      EXCHANGE_DIALOG,
                      AdwMessageDialog)

/**
 * ikrar_exchange_dialog_present:
 * @widget: a widget of the window that shall show it
 * @report: (transfer full): a report with conflicts
 */
void ikrar_exchange_dialog_present (GtkWidget *widget, IkrarExchangeReport *report);

G_END_DECLS
