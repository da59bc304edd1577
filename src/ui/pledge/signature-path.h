/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The box in which signatures are kept, in units. */
#define IKRAR_SIGNATURE_WIDTH 1000
#define IKRAR_SIGNATURE_HEIGHT 400

/**
 * IkrarInkPoint:
 *
 * Where a pen was, in units of the box. When and how hard it was pressed is not kept: how somebody
 * writes is biometric data (UU 27/2022 article 4), what was written is enough.
 */
typedef struct
{
  double x;
  double y;
} IkrarInkPoint;

/**
 * ikrar_signature_stroke_new:
 *
 * Returns: (transfer full) (element-type IkrarInkPoint): an empty stroke
 */
GArray *ikrar_signature_stroke_new (void);

/**
 * ikrar_signature_stroke_add:
 * @stroke: (element-type IkrarInkPoint): a stroke
 * @x: where the pen is
 * @y: where the pen is
 *
 * Adds a point, within the box, unless the pen hardly moved.
 *
 * Returns: whether it was added
 */
gboolean ikrar_signature_stroke_add (GArray *stroke, double x, double y);

/**
 * IkrarSignatureCurve:
 * @control: the two control points
 * @end: where it ends
 *
 * A piece of a smooth stroke; it begins where the one before ends.
 */
typedef struct
{
  IkrarInkPoint control[2];
  IkrarInkPoint end;
} IkrarSignatureCurve;

/**
 * ikrar_signature_stroke_curve:
 * @stroke: (element-type IkrarInkPoint): a stroke of two points or more
 * @index: from 0, below the number of points less one
 *
 * Smooths a stroke (Catmull-Rom): the curve goes through every point and bends only between them.
 *
 * Returns: its piece from point @index to the next
 */
IkrarSignatureCurve ikrar_signature_stroke_curve (GArray *stroke, guint index);

/**
 * ikrar_signature_path:
 * @strokes: (element-type GArray): strokes
 *
 * Returns: (transfer full): SVG path data, absolute commands M, L and C with whole numbers; "" if
 *   what was drawn is too little for a signature
 */
char *ikrar_signature_path (GPtrArray *strokes);

G_END_DECLS
