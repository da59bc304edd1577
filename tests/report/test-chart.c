/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/chart.h"

#include "report/chart-private.h"

#define SEED 187
#define ROUNDS 60

static const IkrarChartBox box = { 100, 50, 460, 260 };

typedef struct
{
  IkrarTypesetter *type;
  IkrarChartStyle style;
  cairo_surface_t *surface;
  cairo_t *cr;
} Canvas;

static void
canvas_init (Canvas *canvas, gboolean dark)
{
  canvas->type = ikrar_typesetter_new ();
  ikrar_chart_style_init (&canvas->style, canvas->type, 13, dark);
  canvas->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  canvas->cr = cairo_create (canvas->surface);
}

/* Nothing is drawn outside the box, by more than a line's width. */
static void
canvas_check (Canvas *canvas)
{
  double x, y, width, height;

  g_assert_cmpint (cairo_status (canvas->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (canvas->surface, &x, &y, &width, &height);
  g_assert_cmpfloat (width, >, 0);
  g_assert_cmpfloat (x, >=, box.x - 2);
  g_assert_cmpfloat (y, >=, box.y - 2);
  g_assert_cmpfloat (x + width, <=, box.x + box.width + 2);
  g_assert_cmpfloat (y + height, <=, box.y + box.height + 2);
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
  ikrar_typesetter_free (canvas->type);
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
test_arrivals (void)
{
  static const guint sizes[] = { 0, 1, 2, 312, 180751 };
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  IkrarTime start = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 8, 30);

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint n = sizes[i % G_N_ELEMENTS (sizes)];
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      IkrarArrivalChart chart = { .n_times = n,
                                  .invited = i % 3 == 0 ? 0 : n + 40,
                                  .start_at = start,
                                  .now = start + (g_rand_int_range (random, -90, 400)) * 60000,
                                  .zone = IKRAR_ZONE_WITA,
                                  .start_label = "acara mulai",
                                  .invited_label = "312 diundang" };
      Canvas canvas;

      for (guint j = 0; j < n; j++)
        {
          gint64 time = start + g_rand_int_range (random, -90 * 60000, 20 * 60000);

          g_array_append_val (times, time);
        }
      g_array_sort (times, compare_times);
      chart.times = (const gint64 *) (void *) times->data;
      canvas_init (&canvas, i % 2);
      ikrar_chart_draw_arrivals (canvas.cr, &canvas.style, &box, &chart);
      canvas_check (&canvas);
    }
}

static void
test_coverage (void)
{
  const IkrarCoverageBar bars[] = {
    { "Sekretariat Daerah", 130, 6, 142 },
    { "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman", 1, 0, 3942 },
    { "Kosong", 0, 0, 0 },
    { "Semua", 50, 50, 100 },
  };
  Canvas canvas;

  canvas_init (&canvas, FALSE);
  g_assert_cmpuint (
      ikrar_chart_draw_coverage (canvas.cr, &canvas.style, &box, bars, G_N_ELEMENTS (bars)), ==, 4);
  canvas_check (&canvas);
}

/* What does not fit is left out and told; what fits by the height that is asked for is drawn. */
static void
test_attendance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  IkrarAttendanceBar bars[12];

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      bars[i] = (IkrarAttendanceBar){ .label = i % 2 ? "Dinas Kesehatan" : "Kecamatan" };
      for (guint state = 0; state < IKRAR_N_ATTENDANCES; state++)
        ikrar_attendance_count_add (&bars[i].count, state,
                                    (guint) g_rand_int_range (random, 0, i * 4 + 1));
    }
  for (guint n = 1; n <= G_N_ELEMENTS (bars); n++)
    {
      IkrarChartBox own = box;
      Canvas canvas;

      canvas_init (&canvas, TRUE);
      own.height = ikrar_chart_get_bars_height (&canvas.style, n, TRUE);
      g_assert_cmpuint (ikrar_chart_draw_attendance (canvas.cr, &canvas.style, &own, bars, n), ==,
                        n);
      g_assert_cmpuint (ikrar_chart_draw_attendance (canvas.cr, &canvas.style, &box, bars, n), <=,
                        n);
      cairo_destroy (canvas.cr);
      cairo_surface_destroy (canvas.surface);
      ikrar_typesetter_free (canvas.type);
    }
}

static void
test_round_up (void)
{
  static const struct
  {
    double value;
    guint round;
  } cases[] = { { 0, 1 },    { 1, 1 },     { 1.1, 2 },   { 3, 5 },        { 5.5, 10 },
                { 78, 100 }, { 101, 200 }, { 250, 500 }, { 45187, 50000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ikrar_chart_round_up (cases[i].value), ==, cases[i].round);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add_func ("/report/chart/arrivals", test_arrivals);
  g_test_add_func ("/report/chart/coverage", test_coverage);
  g_test_add_func ("/report/chart/attendance", test_attendance);
  g_test_add_func ("/report/chart/round-up", test_round_up);
  return g_test_run ();
}
