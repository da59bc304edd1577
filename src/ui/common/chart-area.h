/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "report/chart.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_CHART_AREA (ikrar_chart_area_get_type ())

/**
 * IkrarChartArea:
 *
 * A chart, drawn for the light or the dark style in the window's font. What it shows is told to
 * assistive technology in words, number by number.
 */
G_DECLARE_FINAL_TYPE (IkrarChartArea, ikrar_chart_area, IKRAR, CHART_AREA, GtkDrawingArea)

/**
 * ikrar_chart_area_show_arrivals:
 * @area: an area
 * @chart: how people arrived; everything is copied
 */
void ikrar_chart_area_show_arrivals (IkrarChartArea *area, const IkrarArrivalChart *chart);

/**
 * ikrar_chart_area_show_coverage:
 * @area: an area
 * @bars: (array length=n_bars): pledges of each unit, copied
 * @n_bars: how many
 *
 * Gives the area the height that the bars take.
 */
void
ikrar_chart_area_show_coverage (IkrarChartArea *area, const IkrarCoverageBar *bars, guint n_bars);

/**
 * ikrar_chart_area_show_attendance:
 * @area: an area
 * @bars: (array length=n_bars): attendance of each group, copied
 * @n_bars: how many
 *
 * Gives the area the height that the bars take.
 */
void ikrar_chart_area_show_attendance (IkrarChartArea *area,
                                       const IkrarAttendanceBar *bars,
                                       guint n_bars);

G_END_DECLS
