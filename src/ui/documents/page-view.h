/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "report/document.h"

#include "ui/documents/page-layout.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PAGE_VIEW (ikrar_page_view_get_type ())

/**
 * IkrarPageView:
 *
 * The pages of a document one below the other, to be put into a scrolled window. Only what is seen
 * is drawn. Ctrl and the wheel, or two fingers, enlarge around the pointer.
 *
 * Emits `moved` when another page or another size is seen.
 */
G_DECLARE_FINAL_TYPE (IkrarPageView, ikrar_page_view, IKRAR, PAGE_VIEW, GtkWidget)

/**
 * ikrar_page_view_set_document:
 * @view: a view
 * @document: (nullable): a document
 * @stay: whether it is the same document made anew, so that the view stays where it is
 */
void ikrar_page_view_set_document (IkrarPageView *view, IkrarDocument *document, gboolean stay);

/**
 * ikrar_page_view_get_page:
 * @view: a view
 *
 * Returns: the page that is seen, from 0
 */
guint ikrar_page_view_get_page (IkrarPageView *view);

/**
 * ikrar_page_view_get_n_pages:
 * @view: a view
 *
 * Returns: how many pages there are, 0 without a document
 */
guint ikrar_page_view_get_n_pages (IkrarPageView *view);

/**
 * ikrar_page_view_go_to:
 * @view: a view
 * @page: from 0; beyond the last one the last one is meant
 */
void ikrar_page_view_go_to (IkrarPageView *view, guint page);

/**
 * ikrar_page_view_get_fit:
 * @view: a view
 *
 * Returns: how pages fit
 */
IkrarZoomFit ikrar_page_view_get_fit (IkrarPageView *view);

/**
 * ikrar_page_view_get_scale:
 * @view: a view
 *
 * Returns: pixels a point
 */
double ikrar_page_view_get_scale (IkrarPageView *view);

/**
 * ikrar_page_view_zoom:
 * @view: a view
 * @fit: how pages shall fit
 * @scale: for %IKRAR_ZOOM_FIXED: pixels a point
 */
void ikrar_page_view_zoom (IkrarPageView *view, IkrarZoomFit fit, double scale);

G_END_DECLS
