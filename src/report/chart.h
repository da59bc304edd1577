/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/text.h"

#include "core/attendance.h"
#include "core/date.h"

G_BEGIN_DECLS

/**
 * IkrarChartStyle:
 * @type: sets the labels, in %IKRAR_TYPEFACE_SCREEN
 * @size: size of labels; everything else goes by it
 * @text: values
 * @dim: labels of axes
 * @grid: lines behind the data
 * @groups: colour of each meaning of an attendance state
 * @signed_: pledges signed
 * @recited: pledges recited
 *
 * How charts look. The data's colours are Ikrar's own and mean the same everywhere.
 */
typedef struct
{
  IkrarTypesetter *type;
  double size;
  IkrarInk text;
  IkrarInk dim;
  IkrarInk grid;
  IkrarInk groups[IKRAR_N_ATTENDANCE_GROUPS];
  IkrarInk signed_;
  IkrarInk recited;
} IkrarChartStyle;

/**
 * IkrarChartBox:
 *
 * Where a chart is drawn, in the context's units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} IkrarChartBox;

/**
 * IkrarArrivalChart:
 * @times: (array length=n_times): when each person came, ascending, see [func@attendance_arrivals]
 * @n_times: how many came
 * @invited: how many are invited
 * @start_at: when the event starts
 * @now: until when it is known; the curve ends there
 * @zone: the event's zone
 * @start_label: (nullable): such as "event starts"
 * @invited_label: (nullable): such as "312 invited"
 *
 * People in the hall over time.
 */
typedef struct
{
  const gint64 *times;
  guint n_times;
  guint invited;
  IkrarTime start_at;
  IkrarTime now;
  IkrarZone zone;
  const char *start_label;
  const char *invited_label;
} IkrarArrivalChart;

/**
 * IkrarCoverageBar:
 * @label: a unit
 * @signed_: how many signed
 * @recited: how many recited and did not sign
 * @base: of how many
 */
typedef struct
{
  const char *label;
  guint signed_;
  guint recited;
  guint base;
} IkrarCoverageBar;

/**
 * IkrarAttendanceBar:
 * @label: a unit
 * @count: its people
 */
typedef struct
{
  const char *label;
  IkrarAttendanceCount count;
} IkrarAttendanceBar;

/**
 * ikrar_chart_style_init:
 * @style: (out caller-allocates): a style
 * @type: (transfer none): a typesetter that lives longer
 * @size: size of labels
 * @dark: whether the ground is dark
 */
void
ikrar_chart_style_init (IkrarChartStyle *style, IkrarTypesetter *type, double size, gboolean dark);

/**
 * ikrar_chart_draw_arrivals:
 * @cr: a context
 * @style: how it looks
 * @box: where
 * @chart: what
 *
 * Draws how many had come at each moment, with lines for those invited and for the start.
 */
void ikrar_chart_draw_arrivals (cairo_t *cr,
                                const IkrarChartStyle *style,
                                const IkrarChartBox *box,
                                const IkrarArrivalChart *chart);

/**
 * ikrar_chart_get_bars_height:
 * @style: how it looks
 * @n_bars: how many bars
 * @axis: whether an axis stands below them
 *
 * Returns: the height that bars take at their usual distance
 */
double ikrar_chart_get_bars_height (const IkrarChartStyle *style, guint n_bars, gboolean axis);

/**
 * ikrar_chart_draw_coverage:
 * @cr: a context
 * @style: how it looks
 * @box: where; bars that do not fit its height are left out
 * @bars: (array length=n_bars): units
 * @n_bars: how many
 *
 * Draws pledges of each unit: signed, recited, the rate and the base.
 *
 * Returns: how many bars were drawn
 */
guint ikrar_chart_draw_coverage (cairo_t *cr,
                                 const IkrarChartStyle *style,
                                 const IkrarChartBox *box,
                                 const IkrarCoverageBar *bars,
                                 guint n_bars);

/**
 * ikrar_chart_draw_attendance:
 * @cr: a context
 * @style: how it looks
 * @box: where; bars that do not fit its height are left out
 * @bars: (array length=n_bars): units
 * @n_bars: how many
 *
 * Draws attendance of each unit as parts of those invited, always in the same order, with the rate
 * of those present at the end and an axis below.
 *
 * Returns: how many bars were drawn
 */
guint ikrar_chart_draw_attendance (cairo_t *cr,
                                   const IkrarChartStyle *style,
                                   const IkrarChartBox *box,
                                   const IkrarAttendanceBar *bars,
                                   guint n_bars);

G_END_DECLS
