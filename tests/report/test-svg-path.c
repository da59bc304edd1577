/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/svg-path-private.h"

#include <string.h>

static void
test_accepted (void)
{
  static const struct
  {
    const char *data;
    double x, y, width, height;
  } cases[] = {
    { "M0 0L10 20", 0, 0, 10, 20 },
    { "M 5,5 L 1.5 -2", 1.5, -2, 3.5, 7 },
    { "M0,0 10,0 10,10 0,10Z", 0, 0, 10, 10 },
    { "m10 10 l5 5 l-5 5 z m1 1 h3 v4", 10, 10, 5, 10 },
    { "M0 0C0 10 20 10 20 0", 0, 0, 20, 10 },
    { "M0 0c0 10 20 10 20 0 0 -10 5 5 6 6", 0, -10, 26, 20 },
    { "M0 0Q15 30 30 0", 0, 0, 30, 20 },
    { "M10 10q15 30 30 0", 10, 10, 30, 20 },
    { "M0 0L.5.5-1-1", -1, -1, 1.5, 1.5 },
    { " \n M0 0\tL1 1 ", 0, 0, 1, 1 },
    { "M3 3H9", 3, 3, 6, 0 },
    { "M0 0S1 1 2 2", 0, 0, 2, 2 },
    { "M0 0C0 5 10 5 10 0S20 -9 20 0", 0, -9, 20, 14 },
    { "M0 0c0 6 10 6 10 0s10 -6 10 0", 0, -6, 20, 12 },
    { "M0 0Q15 30 30 0T60 0", 0, -20, 60, 40 },
    { "M0 0q15 30 30 0t30 0", 0, -20, 60, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarSvgPath) path = ikrar_svg_path_parse (cases[i].data);
      double x, y, width, height;

      if (path == NULL)
        g_error ("refused: %s", cases[i].data);
      ikrar_svg_path_get_extents (path, &x, &y, &width, &height);
      g_assert_cmpfloat_with_epsilon (x, cases[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (y, cases[i].y, 1e-9);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width, 1e-9);
      g_assert_cmpfloat_with_epsilon (height, cases[i].height, 1e-9);
    }
}

static void
test_refused (void)
{
  static const char *const cases[] = {
    "",
    "M0 0",
    "L0 0L1 1",
    "M0 0L1",
    "M0 0L1,",
    "M0 0L1 1,",
    "M0 0L1,,1",
    "M0 0L1 nan",
    "M0 0L1 1e3",
    "M0 0L1 inf",
    "M0 0L1 1 X",
    "M0 0A1 1 0 0 0 2 2",
    "M0 0L1 1<script>",
    "M0 0L99999999 1",
    "M0 0L--1 1",
    "M0 0L1.2.3.4",
    "M5 5L5 5",
    "hello world",
    "0 0L1 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarSvgPath) path = ikrar_svg_path_parse (cases[i]);

      if (path != NULL)
        g_error ("accepted: %s", cases[i]);
    }
}

/* A path written out is the path, and written out again the same. */
static void
test_format (void)
{
  static const struct
  {
    const char *data;
    const char *plain;
  } cases[] = {
    { "m10 10 l5 5 h-5 v.5z", "M10.00 10.00L15.00 15.00L10.00 15.00L10.00 15.50Z" },
    { "M0 0 3 3C0 5 10 5 10 0s5-5 5 0",
      "M0.00 0.00L3.00 3.00C0.00 5.00 10.00 5.00 10.00 0.00C10.00 -5.00 15.00 -5.00 15.00 0.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarSvgPath) path = ikrar_svg_path_parse (cases[i].data);
      g_autofree char *plain = ikrar_svg_path_format (path);
      g_autoptr (IkrarSvgPath) again = ikrar_svg_path_parse (plain);
      g_autofree char *same = ikrar_svg_path_format (again);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (same, ==, plain);
    }
}

static void
test_endless (void)
{
  g_autoptr (GString) data = g_string_new ("M0 0");

  for (guint i = 0; i < 100001; i++)
    g_string_append (data, "L1 1");
  g_assert_null (ikrar_svg_path_parse (data->str));
}

/* What is drawn stands in its box, on the lower edge, whatever the pen did. */
static void
test_drawing (void)
{
  static const char *const cases[] = { "M0 0L1000 400", "M500 0L500 400", "M0 7L3 7",
                                       "M0 0C900 900 -500 900 200 0", "M20 20l1 1" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarSvgPath) path = ikrar_svg_path_parse (cases[i]);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      ikrar_svg_path_draw (path, cr, 10, 10, 60, 30, 0.05, 0.3);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (x, >=, 8);
      g_assert_cmpfloat (x + width, <=, 72);
      g_assert_cmpfloat (y, >=, 8);
      g_assert_cmpfloat (y + height, <=, 42);
      g_assert_cmpfloat (y + height, >=, 30);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/svg-path/accepted", test_accepted);
  g_test_add_func ("/report/svg-path/refused", test_refused);
  g_test_add_func ("/report/svg-path/format", test_format);
  g_test_add_func ("/report/svg-path/endless", test_endless);
  g_test_add_func ("/report/svg-path/drawing", test_drawing);
  return g_test_run ();
}
