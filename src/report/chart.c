/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/chart-private.h"

#define RGB(hex)                                                                  \
  {                                                                               \
    ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) &255) / 255.0 \
  }

/* On a light and on a dark ground. */
static const struct
{
  IkrarInk text;
  IkrarInk dim;
  IkrarInk grid;
  IkrarInk groups[IKRAR_N_ATTENDANCE_GROUPS];
  IkrarInk signed_;
  IkrarInk recited;
} palettes[2] = {
  {
      .text = RGB (0x2e2e2e),
      .dim = RGB (0x6e6e6e),
      .grid = RGB (0xe4e4e4),
      .groups = {
          [IKRAR_ATTENDANCE_GROUP_UNRECORDED] = RGB (0xe1e1e1),
          [IKRAR_ATTENDANCE_GROUP_PRESENT] = RGB (0x1f8f63),
          [IKRAR_ATTENDANCE_GROUP_REPRESENTED] = RGB (0x62a0ea),
          [IKRAR_ATTENDANCE_GROUP_EXCUSED] = RGB (0xe5a50a),
          [IKRAR_ATTENDANCE_GROUP_ABSENT] = RGB (0xc01c28),
      },
      .signed_ = RGB (0x1c71d8),
      .recited = RGB (0xa9cbf5),
  },
  {
      .text = RGB (0xf2f2f2),
      .dim = RGB (0xb0b0b0),
      .grid = RGB (0x4a4a4a),
      .groups = {
          [IKRAR_ATTENDANCE_GROUP_UNRECORDED] = RGB (0x505050),
          [IKRAR_ATTENDANCE_GROUP_PRESENT] = RGB (0x57c69a),
          [IKRAR_ATTENDANCE_GROUP_REPRESENTED] = RGB (0x78aeed),
          [IKRAR_ATTENDANCE_GROUP_EXCUSED] = RGB (0xf0c24b),
          [IKRAR_ATTENDANCE_GROUP_ABSENT] = RGB (0xff7b63),
      },
      .signed_ = RGB (0x62a0ea),
      .recited = RGB (0x2f5f9e),
  },
};

void
ikrar_chart_style_init (IkrarChartStyle *style, IkrarTypesetter *type, double size, gboolean dark)
{
  g_return_if_fail (style != NULL && type != NULL && size > 0);

  style->type = type;
  style->size = size;
  style->text = palettes[!!dark].text;
  style->dim = palettes[!!dark].dim;
  style->grid = palettes[!!dark].grid;
  for (guint i = 0; i < IKRAR_N_ATTENDANCE_GROUPS; i++)
    style->groups[i] = palettes[!!dark].groups[i];
  style->signed_ = palettes[!!dark].signed_;
  style->recited = palettes[!!dark].recited;
}

IkrarTextStyle
ikrar_chart_style_text (const IkrarChartStyle *style, const IkrarInk *ink)
{
  return (IkrarTextStyle){ .typeface = IKRAR_TYPEFACE_SCREEN, .size = style->size, .ink = ink };
}

void
ikrar_chart_draw_line (cairo_t *cr,
                       const IkrarInk *ink,
                       double x1,
                       double y1,
                       double x2,
                       double y2,
                       const double *dashes)
{
  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  if (dashes != NULL)
    cairo_set_dash (cr, dashes, 2, 0);
  ikrar_ink_set (cr, ink);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

guint
ikrar_chart_round_up (double value)
{
  static const guint steps[] = { 1, 2, 5 };

  for (guint power = 1; power < 1000000000; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * power >= value)
        return steps[i] * power;
  return 1000000000;
}
