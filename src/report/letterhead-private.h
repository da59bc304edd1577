/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/occasion-private.h"
#include "report/text.h"

G_BEGIN_DECLS

/* Draws the letterhead (kop) from @y down between @left and @right, all in points, or only measures
 * it if @cr is NULL. Returns its height, 0 if the office has no name yet. */
double ikrar_letterhead_draw (IkrarTypesetter *type,
                              cairo_t *cr,
                              const IkrarOccasion *occasion,
                              double left,
                              double right,
                              double y);

G_END_DECLS
