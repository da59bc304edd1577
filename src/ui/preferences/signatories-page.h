/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "ui/preferences/office-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SIGNATORIES_PAGE (ikrar_signatories_page_get_type ())

/**
 * IkrarSignatoriesPage:
 *
 * Who signs the papers of the office.
 */
G_DECLARE_FINAL_TYPE (IkrarSignatoriesPage,
                      ikrar_signatories_page,
                      IKRAR,
                      SIGNATORIES_PAGE,
                      AdwPreferencesPage)

/**
 * ikrar_signatories_page_show:
 * @page: a page
 * @context: the database
 * @info: what is in it
 */
void ikrar_signatories_page_show (IkrarSignatoriesPage *page,
                                  IkrarContext *context,
                                  const IkrarOfficeInfo *info);

G_END_DECLS
