/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pixels of a point at 100 %: 96 pixels an inch. */
#define IKRAR_ZOOM_NATURAL (96.0 / 72.0)
/* Room around and between pages, in pixels. */
#define IKRAR_PAGE_MARGIN 18
#define IKRAR_PAGE_GAP 12

/**
 * IkrarPageSize:
 *
 * Size of a page in points.
 */
typedef struct
{
  double width;
  double height;
} IkrarPageSize;

/**
 * IkrarPageBox:
 *
 * Where a page lies on the canvas, in whole pixels.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} IkrarPageBox;

/**
 * IkrarZoomFit:
 * @IKRAR_ZOOM_FIT_WIDTH: the widest page is as wide as the view
 * @IKRAR_ZOOM_FIT_PAGE: the largest page is seen as a whole
 * @IKRAR_ZOOM_FIXED: as chosen
 */
typedef enum
{
  IKRAR_ZOOM_FIT_WIDTH,
  IKRAR_ZOOM_FIT_PAGE,
  IKRAR_ZOOM_FIXED,
} IkrarZoomFit;

/**
 * IkrarPageLayout:
 *
 * Pages one below the other, at some scale. Finding a page takes as long for thousands as for
 * ten.
 */
typedef struct _IkrarPageLayout IkrarPageLayout;

/**
 * ikrar_page_layout_new:
 * @sizes: (array length=n_pages): their sizes
 * @n_pages: how many, at least one
 *
 * Returns: (transfer full): a layout at 100 %
 */
IkrarPageLayout *ikrar_page_layout_new (const IkrarPageSize *sizes, guint n_pages);

/**
 * ikrar_page_layout_free:
 * @layout: (transfer full) (nullable): a layout
 */
void ikrar_page_layout_free (IkrarPageLayout *layout);

/**
 * ikrar_page_layout_get_n_pages:
 * @layout: a layout
 *
 * Returns: how many pages it has
 */
guint ikrar_page_layout_get_n_pages (const IkrarPageLayout *layout);

/**
 * ikrar_page_layout_set_scale:
 * @layout: a layout
 * @scale: pixels a point
 */
void ikrar_page_layout_set_scale (IkrarPageLayout *layout, double scale);

/**
 * ikrar_page_layout_get_scale:
 * @layout: a layout
 *
 * Returns: pixels a point
 */
double ikrar_page_layout_get_scale (const IkrarPageLayout *layout);

/**
 * ikrar_page_layout_get_width:
 * @layout: a layout
 *
 * Returns: width of the canvas in pixels
 */
double ikrar_page_layout_get_width (const IkrarPageLayout *layout);

/**
 * ikrar_page_layout_get_height:
 * @layout: a layout
 *
 * Returns: height of the canvas in pixels
 */
double ikrar_page_layout_get_height (const IkrarPageLayout *layout);

/**
 * ikrar_page_layout_get_box:
 * @layout: a layout
 * @page: from 0
 * @view_width: width of the view, in the middle of which pages stand if there is room
 * @box: (out): where the page lies
 */
void ikrar_page_layout_get_box (const IkrarPageLayout *layout,
                                guint page,
                                double view_width,
                                IkrarPageBox *box);

/**
 * ikrar_page_layout_find:
 * @layout: a layout
 * @y: a height on the canvas
 *
 * Returns: the page at @y, or above it where @y is between pages
 */
guint ikrar_page_layout_find (const IkrarPageLayout *layout, double y);

/**
 * ikrar_page_layout_fit:
 * @layout: a layout
 * @fit: how pages shall fit, not %IKRAR_ZOOM_FIXED
 * @view_width: width of the view in pixels
 * @view_height: height of the view in pixels
 *
 * Returns: the scale at which they do
 */
double ikrar_page_layout_fit (const IkrarPageLayout *layout,
                              IkrarZoomFit fit,
                              double view_width,
                              double view_height);

/**
 * ikrar_zoom_clamp:
 * @scale: pixels a point
 *
 * Returns: @scale within 10 % and 400 %
 */
double ikrar_zoom_clamp (double scale);

/**
 * ikrar_zoom_step:
 * @scale: pixels a point
 * @direction: above 0 to enlarge, below to reduce
 *
 * Returns: the next of the usual steps in that direction
 */
double ikrar_zoom_step (double scale, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPageLayout, ikrar_page_layout_free)

G_END_DECLS
