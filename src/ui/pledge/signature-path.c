/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/signature-path.h"

#include <math.h>

/* A trembling hand and a coarse screen make points this close; they say nothing. */
#define STEP_MIN 3.0

/* A touch by mistake is shorter than any signature. */
#define LENGTH_MIN 80.0

#define POINT(stroke, index) (g_array_index (stroke, IkrarInkPoint, index))

GArray *
ikrar_signature_stroke_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (IkrarInkPoint));
}

static double
distance (const IkrarInkPoint *a, const IkrarInkPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

gboolean
ikrar_signature_stroke_add (GArray *stroke, double x, double y)
{
  IkrarInkPoint point = { CLAMP (x, 0, IKRAR_SIGNATURE_WIDTH),
                          CLAMP (y, 0, IKRAR_SIGNATURE_HEIGHT) };

  if (stroke->len > 0 && distance (&POINT (stroke, stroke->len - 1), &point) < STEP_MIN)
    return FALSE;
  g_array_append_val (stroke, point);
  return TRUE;
}

/* The direction of the stroke at a point, as a sixth of the way between its neighbours. */
static IkrarInkPoint
tangent (GArray *stroke, guint index)
{
  const IkrarInkPoint *before = &POINT (stroke, index > 0 ? index - 1 : 0);
  const IkrarInkPoint *after = &POINT (stroke, MIN (index + 1, stroke->len - 1));

  return (IkrarInkPoint){ (after->x - before->x) / 6, (after->y - before->y) / 6 };
}

static IkrarInkPoint
clamp_to_box (double x, double y)
{
  return (IkrarInkPoint){ CLAMP (x, 0, IKRAR_SIGNATURE_WIDTH),
                          CLAMP (y, 0, IKRAR_SIGNATURE_HEIGHT) };
}

IkrarSignatureCurve
ikrar_signature_stroke_curve (GArray *stroke, guint index)
{
  const IkrarInkPoint *from = &POINT (stroke, index);
  const IkrarInkPoint *to = &POINT (stroke, index + 1);
  IkrarInkPoint start = tangent (stroke, index);
  IkrarInkPoint end = tangent (stroke, index + 1);

  return (IkrarSignatureCurve){
    .control = { clamp_to_box (from->x + start.x, from->y + start.y),
                 clamp_to_box (to->x - end.x, to->y - end.y) },
    .end = *to,
  };
}

static int
whole (double value)
{
  return (int) lround (value);
}

static void
append_curve (GString *path, const IkrarSignatureCurve *curve)
{
  g_string_append_printf (path, " C%d %d %d %d %d %d", whole (curve->control[0].x),
                          whole (curve->control[0].y), whole (curve->control[1].x),
                          whole (curve->control[1].y), whole (curve->end.x), whole (curve->end.y));
}

/* A dot is a line of one unit; two points are a straight line, more are a curve. */
static void
append_stroke (GString *path, GArray *stroke)
{
  const IkrarInkPoint *first = &POINT (stroke, 0);

  if (path->len > 0)
    g_string_append_c (path, ' ');
  g_string_append_printf (path, "M%d %d", whole (first->x), whole (first->y));
  if (stroke->len == 1)
    g_string_append_printf (path, " L%d %d", whole (first->x) + 1, whole (first->y));
  else if (stroke->len == 2)
    g_string_append_printf (path, " L%d %d", whole (POINT (stroke, 1).x),
                            whole (POINT (stroke, 1).y));
  for (guint i = 0; stroke->len > 2 && i + 1 < stroke->len; i++)
    {
      IkrarSignatureCurve curve = ikrar_signature_stroke_curve (stroke, i);

      append_curve (path, &curve);
    }
}

static double
stroke_length (GArray *stroke)
{
  double length = 0;

  for (guint i = 0; i + 1 < stroke->len; i++)
    length += distance (&POINT (stroke, i), &POINT (stroke, i + 1));
  return length;
}

char *
ikrar_signature_path (GPtrArray *strokes)
{
  GString *path = g_string_new (NULL);
  double length = 0;

  for (guint i = 0; i < strokes->len; i++)
    {
      GArray *stroke = g_ptr_array_index (strokes, i);

      if (stroke->len == 0)
        continue;
      length += stroke_length (stroke);
      append_stroke (path, stroke);
    }
  if (length < LENGTH_MIN)
    g_string_truncate (path, 0);
  return g_string_free (path, FALSE);
}
