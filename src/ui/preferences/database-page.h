/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DATABASE_PAGE (ikrar_database_page_get_type ())

/**
 * IkrarDatabasePage:
 *
 * Where the data is: a file of this computer, or a database that many desks share.
 */
G_DECLARE_FINAL_TYPE (IkrarDatabasePage,
                      ikrar_database_page,
                      IKRAR,
                      DATABASE_PAGE,
                      AdwPreferencesPage)

/**
 * ikrar_database_page_show:
 * @page: a page
 * @context: the database that is in use
 */
void ikrar_database_page_show (IkrarDatabasePage *page, IkrarContext *context);

G_END_DECLS
