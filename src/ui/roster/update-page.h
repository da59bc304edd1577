/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/import-difference.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_UPDATE_PAGE (ikrar_update_page_get_type ())

/**
 * IkrarUpdatePage:
 *
 * How a list that came again differs from an event: who is new, changed and withdrawn, each of whom
 * can be chosen or not, one by one or a group at once.
 *
 * Signals: `applied`, when what is chosen shall be applied; `left`, when nothing shall.
 */
G_DECLARE_FINAL_TYPE (IkrarUpdatePage, ikrar_update_page, IKRAR, UPDATE_PAGE, GtkWidget)

/**
 * ikrar_update_page_show:
 * @page: a page
 * @differences: (nullable): what is shown and chosen from; the page keeps a reference
 */
void ikrar_update_page_show (IkrarUpdatePage *page, IkrarDifferences *differences);

/**
 * ikrar_update_page_get:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): the differences with what is chosen
 */
IkrarDifferences *ikrar_update_page_get (IkrarUpdatePage *page);

G_END_DECLS
