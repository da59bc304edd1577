/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/chart-private.h"
#include "report/text-block.h"

#include "core/number-word.h"

/* In parts of the size of labels. */
#define BAR_STEP 2.3
#define AXIS_HEIGHT 1.8
#define BAR_THICK 1.25
#define BAR_THIN 0.72
#define LABEL_SHARE 0.3  /* of the whole width... */
#define LABEL_LEAST 11.0 /* ...but no less than this */
#define LABEL_GAP 1.0
#define RATE_WIDTH 4.2
#define COUNT_WIDTH 3.8
#define PART_GAP 0.12
#define RADIUS 0.36

static const IkrarFit label_fit = { { { 1, 1, 0.9 }, { 2, 0.86, 0.7 } }, 1.12 };

/* The order never changes. */
static const IkrarAttendanceGroup group_order[] = {
  IKRAR_ATTENDANCE_GROUP_PRESENT,    IKRAR_ATTENDANCE_GROUP_REPRESENTED,
  IKRAR_ATTENDANCE_GROUP_EXCUSED,    IKRAR_ATTENDANCE_GROUP_ABSENT,
  IKRAR_ATTENDANCE_GROUP_UNRECORDED,
};

/* One part of a bar. */
typedef struct
{
  double share; /* of the whole bar */
  const IkrarInk *ink;
} Part;

/* Where the bars of a chart stand. */
typedef struct
{
  cairo_t *cr;
  const IkrarChartStyle *style;
  double left; /* of the bars */
  double right;
  double label_x;
  double y; /* middle of the bar */
} Bars;

double
ikrar_chart_get_bars_height (const IkrarChartStyle *style, guint n_bars, gboolean axis)
{
  g_return_val_if_fail (style != NULL, 0);

  return (n_bars * BAR_STEP + (axis ? AXIS_HEIGHT : 0)) * style->size;
}

static void
bars_init (Bars *bars,
           cairo_t *cr,
           const IkrarChartStyle *style,
           const IkrarChartBox *box,
           double values_width)
{
  double label = MAX (LABEL_SHARE * box->width, LABEL_LEAST * style->size);

  *bars = (Bars){ .cr = cr,
                  .style = style,
                  .label_x = box->x,
                  .left = box->x + MIN (label, box->width / 2),
                  .right = box->x + box->width - values_width * style->size,
                  .y = box->y + BAR_STEP * style->size / 2 };
}

static void
draw_label (const Bars *bars, const char *label)
{
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (bars->style->type);
  IkrarTextStyle style = ikrar_chart_style_text (bars->style, &bars->style->text);

  ikrar_text_block_add (block, &style, label);
  ikrar_text_block_fit (block, &label_fit,
                        bars->left - bars->label_x - LABEL_GAP * bars->style->size,
                        BAR_STEP * bars->style->size);
  ikrar_text_block_draw_middle (block, bars->cr, IKRAR_ALIGN_LEFT, bars->label_x, bars->y);
}

static void
draw_value (const Bars *bars, double x, gboolean bold, const char *value)
{
  const IkrarInk *ink = bold ? &bars->style->text : &bars->style->dim;
  IkrarTextStyle style = ikrar_chart_style_text (bars->style, ink);
  double capital;

  style.weight = bold ? IKRAR_WEIGHT_BOLD : IKRAR_WEIGHT_REGULAR;
  style.tabular = TRUE;
  ikrar_text_get_metrics (bars->style->type, &style, NULL, NULL, &capital);
  ikrar_text_draw (bars->style->type, bars->cr, &style, IKRAR_ALIGN_RIGHT, x, bars->y + capital / 2,
                   value);
}

static void
trace_bar (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Parts side by side within one rounded bar. */
static void
draw_parts (const Bars *bars, double thickness, double gap, const Part *parts, guint n_parts)
{
  double width = bars->right - bars->left, height = thickness * bars->style->size;
  double x = bars->left, y = bars->y - height / 2;

  cairo_save (bars->cr);
  trace_bar (bars->cr, bars->left, y, width, height, RADIUS * bars->style->size);
  cairo_clip (bars->cr);
  for (guint i = 0; i < n_parts; i++)
    {
      double part = parts[i].share * width;
      double drawn = x + part < bars->right - gap ? part - gap : part;

      if (part > 0)
        ikrar_ink_box (bars->cr, parts[i].ink, x, y, MAX (drawn, gap), height);
      x += part;
    }
  cairo_restore (bars->cr);
}

static guint
count_rows (const IkrarChartStyle *style, double height, guint n_bars)
{
  return MIN (n_bars, (guint) MAX (0, height / (BAR_STEP * style->size) + 1e-6));
}

static void
draw_coverage_bar (const Bars *bars, const IkrarCoverageBar *bar)
{
  const IkrarChartStyle *style = bars->style;
  double base = MAX (1, bar->base);
  const Part parts[] = { { bar->signed_ / base, &style->signed_ },
                         { bar->recited / base, &style->recited } };
  const Part track = { 1, &style->grid };
  g_autofree char *rate =
      ikrar_number_percent (bar->base > 0 ? (bar->signed_ + bar->recited) / base : -1);
  g_autofree char *count = ikrar_number_thousands (bar->base);

  draw_label (bars, bar->label);
  draw_parts (bars, BAR_THIN, 0, &track, 1);
  draw_parts (bars, BAR_THIN, 0, parts, G_N_ELEMENTS (parts));
  draw_value (bars, bars->right + RATE_WIDTH * style->size, TRUE, rate);
  draw_value (bars, bars->right + (RATE_WIDTH + COUNT_WIDTH) * style->size, FALSE, count);
}

guint
ikrar_chart_draw_coverage (cairo_t *cr,
                           const IkrarChartStyle *style,
                           const IkrarChartBox *box,
                           const IkrarCoverageBar *bars,
                           guint n_bars)
{
  guint n_rows;
  Bars place;

  g_return_val_if_fail (cr != NULL && style != NULL && box != NULL, 0);

  n_rows = count_rows (style, box->height, n_bars);
  bars_init (&place, cr, style, box, RATE_WIDTH + COUNT_WIDTH);
  ikrar_typesetter_prepare (style->type, cr);
  for (guint i = 0; i < n_rows; i++, place.y += BAR_STEP * style->size)
    draw_coverage_bar (&place, &bars[i]);
  return n_rows;
}

static void
draw_attendance_bar (const Bars *bars, const IkrarAttendanceBar *bar)
{
  Part parts[G_N_ELEMENTS (group_order)];
  double base = MAX (1, bar->count.invited);
  g_autofree char *rate = ikrar_number_percent (ikrar_attendance_count_rate (&bar->count));

  for (guint i = 0; i < G_N_ELEMENTS (group_order); i++)
    parts[i] = (Part){ ikrar_attendance_count_group (&bar->count, group_order[i]) / base,
                       &bars->style->groups[group_order[i]] };
  draw_label (bars, bar->label);
  draw_parts (bars, BAR_THICK, PART_GAP * bars->style->size, parts, G_N_ELEMENTS (parts));
  draw_value (bars, bars->right + RATE_WIDTH * bars->style->size, TRUE, rate);
}

/* 0 to 100 %, behind the bars and below them. */
static void
draw_axis (const Bars *bars, double top, double bottom)
{
  static const char *const labels[] = { "0%", "25%", "50%", "75%", "100%" };
  IkrarTextStyle style = ikrar_chart_style_text (bars->style, &bars->style->dim);

  style.size *= IKRAR_CHART_AXIS_SIZE;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      double x = bars->left + (bars->right - bars->left) * i / (G_N_ELEMENTS (labels) - 1);

      ikrar_chart_draw_line (bars->cr, &bars->style->grid, x, top, x, bottom, NULL);
      ikrar_text_draw (bars->style->type, bars->cr, &style, IKRAR_ALIGN_CENTER, x,
                       bottom + bars->style->size * 1.2, labels[i]);
    }
}

guint
ikrar_chart_draw_attendance (cairo_t *cr,
                             const IkrarChartStyle *style,
                             const IkrarChartBox *box,
                             const IkrarAttendanceBar *bars,
                             guint n_bars)
{
  guint n_rows;
  Bars place;

  g_return_val_if_fail (cr != NULL && style != NULL && box != NULL, 0);

  n_rows = count_rows (style, box->height - AXIS_HEIGHT * style->size, n_bars);
  bars_init (&place, cr, style, box, RATE_WIDTH);
  ikrar_typesetter_prepare (style->type, cr);
  draw_axis (&place, box->y, box->y + n_rows * BAR_STEP * style->size);
  for (guint i = 0; i < n_rows; i++, place.y += BAR_STEP * style->size)
    draw_attendance_bar (&place, &bars[i]);
  return n_rows;
}
