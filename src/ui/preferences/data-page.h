/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "ui/preferences/office-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DATA_PAGE (ikrar_data_page_get_type ())

/**
 * IkrarDataPage:
 *
 * Where the data lies, its backups, the key that papers are checked with, and who sees what.
 */
G_DECLARE_FINAL_TYPE (IkrarDataPage, ikrar_data_page, IKRAR, DATA_PAGE, AdwPreferencesPage)

/**
 * ikrar_data_page_show:
 * @page: a page
 * @context: the database
 * @info: what is in it
 */
void ikrar_data_page_show (IkrarDataPage *page, IkrarContext *context, const IkrarOfficeInfo *info);

G_END_DECLS
