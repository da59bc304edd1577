/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/common/work.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PAGE (ikrar_page_get_type ())

/**
 * IkrarPage:
 *
 * A part of the window that shows something of the database: it knows its context, is refreshed
 * when it is shown and after every change while it is seen, and stops its work when it goes.
 *
 * Properties: `context`, and `folded`: whether the window is narrow.
 */
G_DECLARE_DERIVABLE_TYPE (IkrarPage, ikrar_page, IKRAR, PAGE, AdwBin)

/**
 * IkrarPageClass:
 * @refresh: reads again what the page shows, through [func@page_run]
 */
struct _IkrarPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (IkrarPage *page);
};

/**
 * ikrar_page_get_context:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): its context, `NULL` as long as there is none
 */
IkrarContext *ikrar_page_get_context (IkrarPage *page);

/**
 * ikrar_page_get_folded:
 * @page: a page
 *
 * Returns: whether the window is narrow
 */
gboolean ikrar_page_get_folded (IkrarPage *page);

/**
 * ikrar_page_refresh:
 * @page: a page
 *
 * Refreshes the page now if it is seen, else when it is shown next.
 */
void ikrar_page_refresh (IkrarPage *page);

/**
 * ikrar_page_run:
 * @page: a page
 * @work: the work; @owner of its callbacks is the page
 *
 * Runs work in a thread; it is cancelled when the page goes.
 */
void ikrar_page_run (IkrarPage *page, const IkrarWork *work);

G_END_DECLS
