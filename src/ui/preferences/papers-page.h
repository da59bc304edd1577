/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

#include "ui/preferences/office-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PAPERS_PAGE (ikrar_papers_page_get_type ())

/**
 * IkrarPapersPage:
 *
 * What papers are printed on, and how times and numbers stand on them.
 */
G_DECLARE_FINAL_TYPE (IkrarPapersPage, ikrar_papers_page, IKRAR, PAPERS_PAGE, AdwPreferencesPage)

/**
 * ikrar_papers_page_show:
 * @page: a page
 * @context: the database
 * @info: what is in it
 */
void
ikrar_papers_page_show (IkrarPapersPage *page, IkrarContext *context, const IkrarOfficeInfo *info);

/**
 * ikrar_papers_page_set_layout:
 * @page: a page
 * @layout: how passes shall be laid out; saved as if it had been chosen in the page
 */
void ikrar_papers_page_set_layout (IkrarPapersPage *page, IkrarPassLayout layout);

G_END_DECLS
