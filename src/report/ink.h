/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Every length of a paper is given in millimetres, as a ruler shows it; drawing is in points. */
#define IKRAR_MM(mm) ((mm) *72.0 / 25.4)

/* Line weights in millimetres. Below 0.12 laser printers drop lines. */
#define IKRAR_LINE_INNER 0.12
#define IKRAR_LINE_COLUMN 0.15
#define IKRAR_LINE_FRAME 0.35
#define IKRAR_LINE_HEAVY 0.9

/**
 * IkrarInk:
 *
 * A colour on paper or screen, each part 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} IkrarInk;

/* Nothing lighter than the cut grey carries meaning. The pen is dark blue and prints as 80 % grey.
 */
extern const IkrarInk ikrar_ink_black;
extern const IkrarInk ikrar_ink_white;
extern const IkrarInk ikrar_ink_small; /* small print, 6.5 pt and up */
extern const IkrarInk ikrar_ink_rule;  /* rules inside tables */
extern const IkrarInk ikrar_ink_cut;   /* cut lines, corner ticks */
extern const IkrarInk ikrar_ink_head;  /* fill behind a table's head */
extern const IkrarInk ikrar_ink_pen;   /* captured signatures */
extern const IkrarInk ikrar_ink_navy;  /* the accent of certificates */

/**
 * ikrar_ink_set:
 * @cr: a context
 * @ink: a colour
 */
void ikrar_ink_set (cairo_t *cr, const IkrarInk *ink);

/**
 * ikrar_ink_line:
 * @cr: a context
 * @ink: its colour
 * @weight: its width in millimetres
 * @x1: start
 * @y1: start
 * @x2: end
 * @y2: end
 *
 * Draws a straight line; positions in points.
 */
void ikrar_ink_line (cairo_t *cr,
                     const IkrarInk *ink,
                     double weight,
                     double x1,
                     double y1,
                     double x2,
                     double y2);

/**
 * ikrar_ink_box:
 * @cr: a context
 * @ink: its colour
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Fills a rectangle; positions in points.
 */
void
ikrar_ink_box (cairo_t *cr, const IkrarInk *ink, double x, double y, double width, double height);

G_END_DECLS
