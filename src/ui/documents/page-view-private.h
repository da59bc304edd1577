/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/documents/page-cache.h"
#include "ui/documents/page-view.h"

G_BEGIN_DECLS

struct _IkrarPageView
{
  GtkWidget parent_instance;

  /* Owned */
  IkrarDocument *document;
  IkrarPageLayout *layout; /* NULL without a document */
  IkrarPageCache *cache;
  IkrarPageCache *before; /* of the document before, shown until the pages are drawn anew */
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;

  guint hscroll_policy : 1;
  guint vscroll_policy : 1;
  IkrarZoomFit fit;
  double scale; /* for IKRAR_ZOOM_FIXED */
  guint page;
  guint moved_id; /* idle that tells of a move */
  double pointer_x;
  double pointer_y;
  double pinch_scale; /* scale when two fingers were put down */
};

/* What pointer, wheel, fingers and keys do. */
void _ikrar_page_view_add_controllers (IkrarPageView *self);
void _ikrar_page_view_add_keys (GtkWidgetClass *widget_class);

/* Brings the pages to a scale; a point of the view stays where it is. */
void _ikrar_page_view_zoom_around (IkrarPageView *self, double scale, double view_x, double view_y);

G_END_DECLS
