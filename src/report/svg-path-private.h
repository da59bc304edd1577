/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A captured signature: SVG path data, as far as pens make it. */
typedef struct _IkrarSvgPath IkrarSvgPath;

/* Strict: the commands M, L, H, V, C, S, Q, T and Z in both cases, plain decimal numbers, a move
 * first; NULL for anything else, and for a path without extent. */
IkrarSvgPath *ikrar_svg_path_parse (const char *data);

/* The same path in absolute moves, lines and cubic curves, to a hundredth. */
char *ikrar_svg_path_format (const IkrarSvgPath *path);

void ikrar_svg_path_free (IkrarSvgPath *path);

/* What its points span. */
void ikrar_svg_path_get_extents (const IkrarSvgPath *path,
                                 double *x,
                                 double *y,
                                 double *width,
                                 double *height);

/* Strokes it as large as it fits into the box, but no larger than @scale_max points a unit, its
 * proportions kept, in the middle, standing on the box's lower edge. */
void ikrar_svg_path_draw (const IkrarSvgPath *path,
                          cairo_t *cr,
                          double x,
                          double y,
                          double width,
                          double height,
                          double scale_max,
                          double weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarSvgPath, ikrar_svg_path_free)

G_END_DECLS
