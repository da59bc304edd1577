/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/chart.h"

G_BEGIN_DECLS

/* Labels of axes, in parts of the size of labels. */
#define IKRAR_CHART_AXIS_SIZE 0.86

IkrarTextStyle ikrar_chart_style_text (const IkrarChartStyle *style, const IkrarInk *ink);

/* A hairline; two @dashes, or NULL for a whole one. */
void ikrar_chart_draw_line (cairo_t *cr,
                            const IkrarInk *ink,
                            double x1,
                            double y1,
                            double x2,
                            double y2,
                            const double *dashes);

/* The next round number from @value up: 1, 2 or 5 times a power of ten. */
guint ikrar_chart_round_up (double value);

G_END_DECLS
