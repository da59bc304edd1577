/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_TROUBLE_PAGE (ikrar_trouble_page_get_type ())

/**
 * IkrarTroublePage:
 *
 * A database that cannot be used is left as it is: what is wrong, and what can be done. For a file
 * its newest good backup is offered; a server is tried again by itself.
 *
 * Emits `retry` when the database shall be tried again.
 */
G_DECLARE_FINAL_TYPE (IkrarTroublePage, ikrar_trouble_page, IKRAR, TROUBLE_PAGE, AdwBin)

/**
 * ikrar_trouble_page_show:
 * @page: a page
 * @context: the database
 * @error: why it cannot be used
 */
void ikrar_trouble_page_show (IkrarTroublePage *page, IkrarContext *context, const GError *error);

G_END_DECLS
