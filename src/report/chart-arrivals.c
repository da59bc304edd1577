/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <math.h>

#include "report/chart-private.h"

#include "core/number-word.h"

/* In parts of the size of labels. */
#define LEFT_GAP 0.6
#define RIGHT 1.2
#define TOP 1.6
#define BOTTOM 1.9
#define DOT 0.32
#define CURVE 0.16

#define MINUTE (60 * G_GINT64_CONSTANT (1000))

/* The axis runs at least from so long before the start to so long after it. */
#define BEFORE (60 * MINUTE)
#define AFTER (30 * MINUTE)

#define ROWS 4
#define LABELS_MOST 6
#define LABEL_WIDTH 5.0 /* of a time, in parts of the size */

static const double dots[] = { 1, 3 };
static const double dashes[] = { 4, 3 };

/* Minutes between labels. */
static const int intervals[] = { 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440 };

/* Where moments and counts stand. */
typedef struct
{
  cairo_t *cr;
  const IkrarChartStyle *style;
  const IkrarArrivalChart *chart;
  IkrarChartBox box; /* of the curve */
  IkrarTime from;
  IkrarTime to;
  guint step; /* between lines */
  guint most;
} Plot;

static double
x_of (const Plot *plot, IkrarTime time)
{
  return plot->box.x + plot->box.width * (double) (time - plot->from) / (plot->to - plot->from);
}

static double
y_of (const Plot *plot, double count)
{
  return plot->box.y + plot->box.height * (1 - count / plot->most);
}

static IkrarTextStyle
axis_style (const Plot *plot)
{
  IkrarTextStyle style = ikrar_chart_style_text (plot->style, &plot->style->dim);

  style.size *= IKRAR_CHART_AXIS_SIZE;
  return style;
}

/* Room for the longest number beside the lines. */
static double
measure_left (const Plot *plot)
{
  const IkrarTextStyle style = axis_style (plot);
  g_autofree char *label = ikrar_number_thousands (plot->most / plot->step * plot->step);

  return ikrar_text_get_width (plot->style->type, &style, label) + 2 * LEFT_GAP * plot->style->size;
}

static void
plot_init (Plot *plot,
           cairo_t *cr,
           const IkrarChartStyle *style,
           const IkrarChartBox *box,
           const IkrarArrivalChart *chart)
{
  double size = style->size, left;

  *plot = (Plot){ .cr = cr, .style = style, .chart = chart };
  plot->from = chart->start_at - BEFORE;
  plot->to = MAX (chart->start_at + AFTER, chart->now);
  if (chart->n_times > 0)
    {
      plot->from = MIN (plot->from, chart->times[0]);
      plot->to = MAX (plot->to, chart->times[chart->n_times - 1]);
    }
  plot->most = MAX (1, MAX (chart->invited, chart->n_times));
  plot->step = ikrar_chart_round_up ((double) plot->most / ROWS);
  plot->most = MAX (plot->most, plot->step);
  left = measure_left (plot);
  plot->box = (IkrarChartBox){ box->x + left, box->y + TOP * size, box->width - left - RIGHT * size,
                               box->height - (TOP + BOTTOM) * size };
}

static void
draw_rows (const Plot *plot)
{
  const IkrarTextStyle style = axis_style (plot);
  double right = plot->box.x + plot->box.width;

  for (guint count = 0; count <= plot->most; count += plot->step)
    {
      g_autofree char *label = ikrar_number_thousands (count);
      double y = y_of (plot, count);

      ikrar_chart_draw_line (plot->cr, &plot->style->grid, plot->box.x, y, right, y, NULL);
      ikrar_text_draw (plot->style->type, plot->cr, &style, IKRAR_ALIGN_RIGHT,
                       plot->box.x - LEFT_GAP * plot->style->size, y + 0.3 * style.size, label);
    }
}

static IkrarTime
choose_interval (const Plot *plot)
{
  double room = MAX (1, MIN (LABELS_MOST, plot->box.width / (LABEL_WIDTH * plot->style->size)));

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    if ((plot->to - plot->from) / (intervals[i] * MINUTE) <= room)
      return intervals[i] * MINUTE;
  return plot->to - plot->from;
}

static void
draw_times (const Plot *plot)
{
  const IkrarTextStyle style = axis_style (plot);
  IkrarTime interval = choose_interval (plot);
  IkrarTime first = (plot->from + interval - 1) / interval * interval;

  for (IkrarTime time = first; time <= plot->to; time += interval)
    {
      g_autofree char *label = ikrar_time_format_clock (time, plot->chart->zone);

      ikrar_text_draw (plot->style->type, plot->cr, &style, IKRAR_ALIGN_CENTER, x_of (plot, time),
                       plot->box.y + plot->box.height + 1.3 * plot->style->size, label);
    }
}

static void
draw_marks (const Plot *plot)
{
  const IkrarTextStyle style = axis_style (plot);
  double start = x_of (plot, plot->chart->start_at), invited = y_of (plot, plot->chart->invited);
  double right = plot->box.x + plot->box.width, bottom = plot->box.y + plot->box.height;
  double gap = 0.4 * plot->style->size;

  ikrar_chart_draw_line (plot->cr, &plot->style->dim, start, plot->box.y, start, bottom, dashes);
  ikrar_text_draw (plot->style->type, plot->cr, &style, IKRAR_ALIGN_LEFT, start + gap,
                   bottom - 1.2 * gap, plot->chart->start_label);
  if (plot->chart->invited == 0)
    return;
  ikrar_chart_draw_line (plot->cr, &plot->style->dim, plot->box.x, invited, right, invited, dots);
  ikrar_text_draw (plot->style->type, plot->cr, &style, IKRAR_ALIGN_LEFT, plot->box.x + gap / 2,
                   invited - gap, plot->chart->invited_label);
}

/* How many had come up to a moment. */
static guint
count_until (const IkrarArrivalChart *chart, IkrarTime time)
{
  guint low = 0, high = chart->n_times;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (chart->times[middle] <= time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A point for every unit across: as many people as there are, no more points than can be seen. */
static void
trace_curve (const Plot *plot, double right)
{
  double span = (double) (plot->to - plot->from) / plot->box.width;

  cairo_move_to (plot->cr, plot->box.x, y_of (plot, count_until (plot->chart, plot->from)));
  for (double x = plot->box.x + 1; x < right; x++)
    {
      IkrarTime time = plot->from + (IkrarTime) ((x - plot->box.x) * span);

      cairo_line_to (plot->cr, x, y_of (plot, count_until (plot->chart, time)));
    }
  cairo_line_to (plot->cr, right, y_of (plot, plot->chart->n_times));
}

static void
draw_curve (const Plot *plot)
{
  const IkrarInk *ink = &plot->style->signed_;
  IkrarTextStyle style = ikrar_chart_style_text (plot->style, &plot->style->text);
  g_autofree char *label = ikrar_number_thousands (plot->chart->n_times);
  double right = x_of (plot, CLAMP (plot->chart->now, plot->from, plot->to));
  double bottom = plot->box.y + plot->box.height, last = y_of (plot, plot->chart->n_times);
  double gap = 0.8 * plot->style->size;
  double label_y = last + 1.4 * gap < bottom - gap ? last + 1.4 * gap : last - gap;
  gboolean outside = right + 5 * plot->style->size > plot->box.x + plot->box.width;

  trace_curve (plot, right);
  cairo_line_to (plot->cr, right, bottom);
  cairo_line_to (plot->cr, plot->box.x, bottom);
  cairo_close_path (plot->cr);
  cairo_set_source_rgba (plot->cr, ink->red, ink->green, ink->blue, 0.13);
  cairo_fill (plot->cr);
  trace_curve (plot, right);
  cairo_set_line_width (plot->cr, CURVE * plot->style->size);
  cairo_set_line_join (plot->cr, CAIRO_LINE_JOIN_ROUND);
  ikrar_ink_set (plot->cr, ink);
  cairo_stroke (plot->cr);
  cairo_arc (plot->cr, right, last, DOT * plot->style->size, 0, 2 * G_PI);
  cairo_fill (plot->cr);
  style.weight = IKRAR_WEIGHT_BOLD;
  ikrar_text_draw (plot->style->type, plot->cr, &style,
                   outside ? IKRAR_ALIGN_RIGHT : IKRAR_ALIGN_LEFT, right + (outside ? -gap : gap),
                   label_y, label);
}

void
ikrar_chart_draw_arrivals (cairo_t *cr,
                           const IkrarChartStyle *style,
                           const IkrarChartBox *box,
                           const IkrarArrivalChart *chart)
{
  Plot plot;

  g_return_if_fail (cr != NULL && style != NULL && box != NULL && chart != NULL);

  plot_init (&plot, cr, style, box, chart);
  if (plot.box.width <= 0 || plot.box.height <= 0)
    return;
  ikrar_typesetter_prepare (style->type, cr);
  draw_rows (&plot);
  draw_times (&plot);
  if (chart->n_times > 0)
    draw_curve (&plot);
  draw_marks (&plot);
}
