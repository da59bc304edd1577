/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/ink.h"

const IkrarInk ikrar_ink_black = { 0, 0, 0 };
const IkrarInk ikrar_ink_white = { 1, 1, 1 };
const IkrarInk ikrar_ink_small = { 0.33, 0.33, 0.33 };
const IkrarInk ikrar_ink_rule = { 0.55, 0.55, 0.55 };
const IkrarInk ikrar_ink_cut = { 0.78, 0.78, 0.78 };
const IkrarInk ikrar_ink_head = { 0.91, 0.91, 0.91 };
const IkrarInk ikrar_ink_pen = { 0.07, 0.12, 0.45 };
const IkrarInk ikrar_ink_navy = { 0.07, 0.18, 0.37 };

void
ikrar_ink_set (cairo_t *cr, const IkrarInk *ink)
{
  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
}

void
ikrar_ink_line (cairo_t *cr,
                const IkrarInk *ink,
                double weight,
                double x1,
                double y1,
                double x2,
                double y2)
{
  ikrar_ink_set (cr, ink);
  cairo_set_line_width (cr, IKRAR_MM (weight));
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

void
ikrar_ink_box (cairo_t *cr, const IkrarInk *ink, double x, double y, double width, double height)
{
  ikrar_ink_set (cr, ink);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}
