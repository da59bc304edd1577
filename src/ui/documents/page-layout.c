/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/documents/page-layout.h"

#include <math.h>

#define ZOOM_MIN (0.1 * IKRAR_ZOOM_NATURAL)
#define ZOOM_MAX (4 * IKRAR_ZOOM_NATURAL)
/* Scales closer than this are one. */
#define ZOOM_TOLERANCE 0.005

struct _IkrarPageLayout
{
  double scale;
  guint n_pages;
  double *tops; /* in points from the first page, without gaps; one more than pages */
  double *widths;
  double max_width;
  double max_height;
};

IkrarPageLayout *
ikrar_page_layout_new (const IkrarPageSize *sizes, guint n_pages)
{
  IkrarPageLayout *layout;

  g_return_val_if_fail (n_pages > 0, NULL);

  layout = g_new0 (IkrarPageLayout, 1);
  layout->scale = IKRAR_ZOOM_NATURAL;
  layout->n_pages = n_pages;
  layout->tops = g_new0 (double, (gsize) n_pages + 1);
  layout->widths = g_new0 (double, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      layout->tops[i + 1] = layout->tops[i] + sizes[i].height;
      layout->widths[i] = sizes[i].width;
      layout->max_width = MAX (layout->max_width, sizes[i].width);
      layout->max_height = MAX (layout->max_height, sizes[i].height);
    }
  return layout;
}

void
ikrar_page_layout_free (IkrarPageLayout *layout)
{
  if (layout == NULL)
    return;
  g_free (layout->tops);
  g_free (layout->widths);
  g_free (layout);
}

guint
ikrar_page_layout_get_n_pages (const IkrarPageLayout *layout)
{
  return layout->n_pages;
}

void
ikrar_page_layout_set_scale (IkrarPageLayout *layout, double scale)
{
  layout->scale = ikrar_zoom_clamp (scale);
}

double
ikrar_page_layout_get_scale (const IkrarPageLayout *layout)
{
  return layout->scale;
}

double
ikrar_page_layout_get_width (const IkrarPageLayout *layout)
{
  return round (layout->max_width * layout->scale) + 2 * IKRAR_PAGE_MARGIN;
}

static double
get_top (const IkrarPageLayout *layout, guint page)
{
  return round (IKRAR_PAGE_MARGIN + (double) page * IKRAR_PAGE_GAP +
                layout->tops[page] * layout->scale);
}

double
ikrar_page_layout_get_height (const IkrarPageLayout *layout)
{
  return get_top (layout, layout->n_pages) - IKRAR_PAGE_GAP + IKRAR_PAGE_MARGIN;
}

void
ikrar_page_layout_get_box (const IkrarPageLayout *layout,
                           guint page,
                           double view_width,
                           IkrarPageBox *box)
{
  double room = MAX (view_width, ikrar_page_layout_get_width (layout));

  g_return_if_fail (page < layout->n_pages);

  box->width = round (layout->widths[page] * layout->scale);
  box->height = round ((layout->tops[page + 1] - layout->tops[page]) * layout->scale);
  box->x = floor ((room - box->width) / 2);
  box->y = get_top (layout, page);
}

guint
ikrar_page_layout_find (const IkrarPageLayout *layout, double y)
{
  guint low = 0;
  guint high = layout->n_pages - 1;

  while (low < high)
    {
      guint middle = high - (high - low) / 2;

      if (get_top (layout, middle) <= y)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

double
ikrar_page_layout_fit (const IkrarPageLayout *layout,
                       IkrarZoomFit fit,
                       double view_width,
                       double view_height)
{
  double across = (view_width - 2 * IKRAR_PAGE_MARGIN) / layout->max_width;
  double down = (view_height - 2 * IKRAR_PAGE_MARGIN) / layout->max_height;

  return ikrar_zoom_clamp (fit == IKRAR_ZOOM_FIT_PAGE ? MIN (across, down) : across);
}

double
ikrar_zoom_clamp (double scale)
{
  return CLAMP (scale, ZOOM_MIN, ZOOM_MAX);
}

double
ikrar_zoom_step (double scale, int direction)
{
  static const double steps[] = { 0.1, 0.25, 0.33, 0.5,  0.67, 0.75, 0.9, 1,
                                  1.1, 1.25, 1.5,  1.75, 2,    2.5,  3,   4 };
  const int n_steps = G_N_ELEMENTS (steps);
  double zoom = scale / IKRAR_ZOOM_NATURAL;

  if (direction > 0)
    for (int i = 0; i < n_steps; i++)
      if (steps[i] > zoom + ZOOM_TOLERANCE)
        return steps[i] * IKRAR_ZOOM_NATURAL;
  if (direction < 0)
    for (int i = n_steps - 1; i >= 0; i--)
      if (steps[i] < zoom - ZOOM_TOLERANCE)
        return steps[i] * IKRAR_ZOOM_NATURAL;
  return ikrar_zoom_clamp (scale);
}
