/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "ui/preferences/office-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_INSTITUTION_PAGE (ikrar_institution_page_get_type ())

/**
 * IkrarInstitutionPage:
 *
 * The office as its papers name it: letterhead, place and coat of arms.
 */
G_DECLARE_FINAL_TYPE (IkrarInstitutionPage,
                      ikrar_institution_page,
                      IKRAR,
                      INSTITUTION_PAGE,
                      AdwPreferencesPage)

/**
 * ikrar_institution_page_show:
 * @page: a page
 * @context: the database
 * @info: what is in it; what was typed and is not saved yet stays
 */
void ikrar_institution_page_show (IkrarInstitutionPage *page,
                                  IkrarContext *context,
                                  const IkrarOfficeInfo *info);

G_END_DECLS
