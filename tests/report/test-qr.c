/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/qr.h"

#include <qrencode.h>
#include <string.h>

#include "report/qr-encode-private.h"

#define SEED 18004
#define ROUNDS 120

/* Characters that a symbol of each version holds at level M (ISO/IEC 18004, table 7). */
static const guint capacities[IKRAR_QR_VERSION_MAX + 1] = { 0,   20,  38,  61,  90, 122,
                                                            154, 178, 221, 262, 311 };

static char *
make_text (GRand *random, guint length)
{
  static const char characters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  char *text = g_malloc (length + 1);

  for (guint i = 0; i < length; i++)
    text[i] = characters[g_rand_int_range (random, 0, sizeof characters - 1)];
  text[length] = '\0';
  return text;
}

static QRcode *
make_reference (const char *text, guint version)
{
  QRinput *input = QRinput_new2 ((int) version, QR_ECLEVEL_M);
  QRcode *code;

  QRinput_append (input, QR_MODE_AN, (int) strlen (text), (const unsigned char *) text);
  code = QRcode_encodeInput (input);
  g_assert_nonnull (code);
  QRinput_free (input);
  return code;
}

/* The mask that libqrencode chose, from the format bits around the upper left finder. */
static int
read_mask (const QRcode *code)
{
  guint format = 0;

  for (int i = 0; i < 15; i++)
    {
      int x = i < 8 ? 8 : i == 8 ? 7 : 14 - i, y = i < 6 ? i : i < 8 ? i + 1 : 8;

      format |= (code->data[y * code->width + x] & 1u) << i;
    }
  return (int) ((format ^ 0x5412) >> 10 & 7);
}

static void
check_same (const QRcode *code, const IkrarQrGrid *grid)
{
  g_assert_cmpint (code->width, ==, (int) grid->size);
  for (guint y = 0; y < grid->size; y++)
    for (guint x = 0; x < grid->size; x++)
      {
        g_assert_cmpuint (code->data[y * grid->size + x] & 1, ==, grid->rows[y] >> x & 1);
        g_assert_cmpuint (grid->columns[x] >> y & 1, ==, grid->rows[y] >> x & 1);
      }
}

static void
test_same_as_libqrencode (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint version = 1; version <= IKRAR_QR_VERSION_MAX; version++)
    for (guint i = 0; i < ROUNDS; i++)
      {
        guint most = capacities[version];
        guint length = i < 4 ? most - i : (guint) g_rand_int_range (random, 1, (int) most + 1);
        g_autofree char *text = make_text (random, length);
        QRcode *code = make_reference (text, version);
        IkrarQrGrid grid;

        g_assert_true (ikrar_qr_encode (text, version, read_mask (code), &grid));
        check_same (code, &grid);
        QRcode_free (code);
      }
}

/* The mask that is chosen changes nothing but the mask. */
static void
test_best_mask (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree char *text = make_text (random, 130);
  IkrarQrGrid best, other;
  gboolean found = FALSE;

  g_assert_true (ikrar_qr_encode (text, 6, IKRAR_QR_BEST_MASK, &best));
  for (int mask = 0; mask < IKRAR_QR_MASKS; mask++)
    {
      ikrar_qr_encode (text, 6, mask, &other);
      found = found || memcmp (best.rows, other.rows, best.size * sizeof *best.rows) == 0;
    }
  g_assert_true (found);
}

static void
test_sizes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint version = 1; version <= IKRAR_QR_VERSION_MAX; version++)
    {
      g_autofree char *full = make_text (random, capacities[version]);
      g_autofree char *over = make_text (random, capacities[version] + 1);
      g_autoptr (IkrarQr) fits = ikrar_qr_new (full, version);
      g_autoptr (IkrarQr) grows = ikrar_qr_new (over, 1);

      g_assert_cmpuint (ikrar_qr_get_size (fits), ==, 17 + 4 * version);
      if (version < IKRAR_QR_VERSION_MAX)
        g_assert_cmpuint (ikrar_qr_get_size (grows), ==, 17 + 4 * (version + 1));
      else
        g_assert_null (grows);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "ik1", "A\nB", "Ä", "A_B", "0000{" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (ikrar_qr_new (texts[i], 1));
}

/* Four white modules on every side, whole modules, black on white whatever was there. */
static void
test_drawing (void)
{
  enum
  {
    MODULE = 3,
    SIDE = (21 + 2 * IKRAR_QR_QUIET + 4) * MODULE,
  };
  g_autoptr (IkrarQr) qr = ikrar_qr_new ("IKRAR", 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  double corner = (IKRAR_QR_QUIET + 2) * MODULE;
  IkrarQrGrid grid;

  ikrar_qr_encode ("IKRAR", 1, IKRAR_QR_BEST_MASK, &grid);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  ikrar_qr_draw (qr, cr, corner, corner, MODULE / IKRAR_MM (1));
  cairo_destroy (cr);
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      {
        const guint32 *row =
            (const guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                        y * cairo_image_surface_get_stride (surface));
        int mx = x / MODULE - 2 - IKRAR_QR_QUIET, my = y / MODULE - 2 - IKRAR_QR_QUIET;
        gboolean inside = mx >= 0 && my >= 0 && mx < 21 && my < 21;
        gboolean quiet = MIN (mx, my) >= -IKRAR_QR_QUIET && MAX (mx, my) < 21 + IKRAR_QR_QUIET;
        guint32 wanted = inside && grid.rows[my] >> mx & 1 ? 0 : quiet ? 0xffffff : 0xff0000;

        g_assert_cmphex (row[x] & 0xffffff, ==, wanted);
      }
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add_func ("/report/qr/same-as-libqrencode", test_same_as_libqrencode);
  g_test_add_func ("/report/qr/best-mask", test_best_mask);
  g_test_add_func ("/report/qr/sizes", test_sizes);
  g_test_add_func ("/report/qr/refused", test_refused);
  g_test_add_func ("/report/qr/drawing", test_drawing);
  return g_test_run ();
}
