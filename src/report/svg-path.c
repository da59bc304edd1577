/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <math.h>
#include <string.h>

#include "report/ink.h"
#include "report/svg-path-private.h"

/* Far more than a hand draws, far less than what makes a page hang. */
#define POINTS_MAX 100000
#define COORDINATE_MAX 100000

#define VALUES_MAX 6

typedef struct
{
  char command; /* upper case: absolute */
  double values[VALUES_MAX];
} Segment;

struct _IkrarSvgPath
{
  GArray *segments;
  double left;
  double top;
  double right;
  double bottom;
};

/* Where the reader is. */
typedef struct
{
  const char *data;
  IkrarSvgPath *path;
  double x;
  double y;
  double start_x; /* of the part, for Z */
  double start_y;
  char curve; /* C or Q if the last command was such a curve */
  double control_x;
  double control_y;
} Reader;

/* The commands and how many numbers each takes. */
static const struct
{
  char command;
  guint n_values;
} commands[] = {
  { 'M', 2 }, { 'L', 2 }, { 'H', 1 }, { 'V', 1 }, { 'C', 6 },
  { 'S', 4 }, { 'Q', 4 }, { 'T', 2 }, { 'Z', 0 },
};

static void
skip_space (Reader *reader)
{
  reader->data += strspn (reader->data, " \t\r\n");
}

static gboolean
skip_comma (Reader *reader)
{
  gboolean comma;

  skip_space (reader);
  comma = *reader->data == ',';
  if (comma)
    reader->data++;
  skip_space (reader);
  return comma;
}

/* No exponents, no names of infinity: the number's own characters are found before it is read. */
static gboolean
read_number (Reader *reader, double *value)
{
  gsize sign = strspn (reader->data, "+-") > 0 ? 1 : 0;
  gsize whole = strspn (reader->data + sign, "0123456789");
  gsize point = reader->data[sign + whole] == '.' ? 1 : 0;
  gsize part = point ? strspn (reader->data + sign + whole + 1, "0123456789") : 0;
  char text[32];
  gsize length = sign + whole + point + part;

  if (whole + part == 0 || length >= sizeof text)
    return FALSE;
  memcpy (text, reader->data, length);
  text[length] = '\0';
  *value = g_ascii_strtod (text, NULL);
  reader->data += length;
  return fabs (*value) <= COORDINATE_MAX;
}

static void
include (IkrarSvgPath *path, double x, double y)
{
  path->left = MIN (path->left, x);
  path->right = MAX (path->right, x);
  path->top = MIN (path->top, y);
  path->bottom = MAX (path->bottom, y);
}

/* A smooth curve goes on from the one before it: its first control point mirrors the last one. */
static void
mirror_control (Segment *segment, const Reader *reader, char curve)
{
  gboolean goes_on = reader->curve == curve;

  memmove (segment->values + 2, segment->values, (VALUES_MAX - 2) * sizeof (double));
  segment->values[0] = goes_on ? 2 * reader->x - reader->control_x : reader->x;
  segment->values[1] = goes_on ? 2 * reader->y - reader->control_y : reader->y;
  segment->command = curve;
}

/* The cubic curve that is the same as a quadratic one. */
static void
make_cubic (Segment *segment, const Reader *reader)
{
  double *v = segment->values;
  double qx = v[0], qy = v[1], x = v[2], y = v[3];
  const double cubic[] = { reader->x + 2.0 / 3 * (qx - reader->x),
                           reader->y + 2.0 / 3 * (qy - reader->y),
                           x + 2.0 / 3 * (qx - x),
                           y + 2.0 / 3 * (qy - y),
                           x,
                           y };

  memcpy (v, cubic, sizeof cubic);
  segment->command = 'C';
}

/* H and V become L, smooth curves plain ones. */
static void
spell_out (Segment *segment, const Reader *reader)
{
  double *v = segment->values;

  if (segment->command == 'H' || segment->command == 'V')
    {
      v[1] = segment->command == 'H' ? reader->y : v[0];
      v[0] = segment->command == 'H' ? v[0] : reader->x;
      segment->command = 'L';
    }
  else if (segment->command == 'S')
    mirror_control (segment, reader, 'C');
  else if (segment->command == 'T')
    mirror_control (segment, reader, 'Q');
}

/* Moves, lines, cubic curves and ends are left. */
static void
normalise (Segment *segment, Reader *reader)
{
  guint control;

  spell_out (segment, reader);
  control = segment->command == 'C' ? 2 : 0;
  reader->curve = segment->command;
  reader->control_x = segment->values[control];
  reader->control_y = segment->values[control + 1];
  if (segment->command == 'Q')
    make_cubic (segment, reader);
}

static void
make_absolute (double *values, guint n_values, char command, const Reader *reader)
{
  for (guint i = 0; i < n_values; i++)
    {
      gboolean across = command == 'H' || (command != 'V' && i % 2 == 0);

      values[i] += across ? reader->x : reader->y;
    }
}

static void
append (Reader *reader, Segment *segment)
{
  guint n_points = segment->command == 'C' ? 3 : segment->command == 'Z' ? 0 : 1;

  for (guint i = 0; i < n_points; i++)
    include (reader->path, segment->values[2 * i], segment->values[2 * i + 1]);
  if (n_points > 0)
    {
      reader->x = segment->values[2 * n_points - 2];
      reader->y = segment->values[2 * n_points - 1];
    }
  else
    {
      reader->x = reader->start_x;
      reader->y = reader->start_y;
    }
  if (segment->command == 'M')
    {
      reader->start_x = reader->x;
      reader->start_y = reader->y;
    }
  g_array_append_val (reader->path->segments, *segment);
}

static gboolean
read_values (Reader *reader, Segment *segment, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    {
      if (i > 0)
        skip_comma (reader);
      if (!read_number (reader, &segment->values[i]))
        return FALSE;
    }
  return TRUE;
}

/* Whether another set of numbers follows; a comma promises one. */
static gboolean
has_more (Reader *reader)
{
  return skip_comma (reader) || g_ascii_isdigit (*reader->data) ||
         (*reader->data != '\0' && strchr ("+-.", *reader->data) != NULL);
}

/* One command, with as many sets of numbers as follow it; after a move they are lines. */
static gboolean
read_command (Reader *reader)
{
  char letter = *reader->data++, command = g_ascii_toupper (letter);
  guint n = 0, n_values;

  while (n < G_N_ELEMENTS (commands) && commands[n].command != command)
    n++;
  if (n == G_N_ELEMENTS (commands) || (reader->path->segments->len == 0 && command != 'M'))
    return FALSE;
  n_values = commands[n].n_values;
  skip_space (reader);
  do
    {
      Segment segment = { .command = command };

      if (!read_values (reader, &segment, n_values) || reader->path->segments->len >= POINTS_MAX)
        return FALSE;
      if (g_ascii_islower (letter))
        make_absolute (segment.values, n_values, command, reader);
      normalise (&segment, reader);
      append (reader, &segment);
      if (command == 'M')
        command = 'L';
    }
  while (n_values > 0 && has_more (reader));
  return TRUE;
}

IkrarSvgPath *
ikrar_svg_path_parse (const char *data)
{
  g_autoptr (IkrarSvgPath) path = g_new0 (IkrarSvgPath, 1);
  Reader reader = { .data = data, .path = path };

  path->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  path->left = path->top = G_MAXDOUBLE;
  path->right = path->bottom = -G_MAXDOUBLE;
  for (skip_space (&reader); *reader.data != '\0'; skip_space (&reader))
    if (!read_command (&reader))
      return NULL;
  if (path->segments->len < 2 || (path->right <= path->left && path->bottom <= path->top))
    return NULL;
  return g_steal_pointer (&path);
}

char *
ikrar_svg_path_format (const IkrarSvgPath *path)
{
  GString *data = g_string_new (NULL);

  for (guint i = 0; i < path->segments->len; i++)
    {
      const Segment *segment = &g_array_index (path->segments, Segment, i);
      guint n_values = segment->command == 'C' ? 6 : segment->command == 'Z' ? 0 : 2;

      g_string_append_c (data, segment->command);
      for (guint j = 0; j < n_values; j++)
        {
          char text[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (text, sizeof text, "%.2f", segment->values[j]);
          g_string_append_printf (data, j > 0 ? " %s" : "%s", text);
        }
    }
  return g_string_free (data, FALSE);
}

void
ikrar_svg_path_free (IkrarSvgPath *path)
{
  if (path == NULL)
    return;
  g_array_unref (path->segments);
  g_free (path);
}

void
ikrar_svg_path_get_extents (const IkrarSvgPath *path,
                            double *x,
                            double *y,
                            double *width,
                            double *height)
{
  *x = path->left;
  *y = path->top;
  *width = path->right - path->left;
  *height = path->bottom - path->top;
}

static void
trace (const IkrarSvgPath *path, cairo_t *cr)
{
  for (guint i = 0; i < path->segments->len; i++)
    {
      const Segment *segment = &g_array_index (path->segments, Segment, i);
      const double *v = segment->values;

      switch (segment->command)
        {
        case 'M':
          cairo_move_to (cr, v[0], v[1]);
          break;
        case 'L':
          cairo_line_to (cr, v[0], v[1]);
          break;
        case 'C':
          cairo_curve_to (cr, v[0], v[1], v[2], v[3], v[4], v[5]);
          break;
        default:
          cairo_close_path (cr);
        }
    }
}

void
ikrar_svg_path_draw (const IkrarSvgPath *path,
                     cairo_t *cr,
                     double x,
                     double y,
                     double width,
                     double height,
                     double scale_max,
                     double weight)
{
  double own_width = path->right - path->left, own_height = path->bottom - path->top;
  double scale = scale_max;

  if (own_width > 0)
    scale = MIN (scale, width / own_width);
  if (own_height > 0)
    scale = MIN (scale, height / own_height);
  cairo_save (cr);
  cairo_translate (cr, x + (width - own_width * scale) / 2, y + height - own_height * scale);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -path->left, -path->top);
  cairo_new_path (cr);
  trace (path, cr);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_set_line_width (cr, IKRAR_MM (weight));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  ikrar_ink_set (cr, &ikrar_ink_pen);
  cairo_stroke (cr);
  cairo_restore (cr);
}
