/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "camera/code-reader.h"

#include <qrencode.h>
#include <string.h>

#define WHITE 235
#define BLACK 20

/* A picture that is drawn on. */
typedef struct
{
  guint8 *gray;
  guint width;
  guint height;
} Picture;

static void
picture_clear (Picture *picture)
{
  g_free (picture->gray);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static Picture
make_picture (guint width, guint height)
{
  Picture picture = { g_malloc ((gsize) width * height), width, height };

  memset (picture.gray, WHITE, (gsize) width * height);
  return picture;
}

static void
fill (Picture *picture, guint x, guint y, guint width, guint height)
{
  g_assert_cmpuint (x + width, <=, picture->width);
  g_assert_cmpuint (y + height, <=, picture->height);
  for (guint row = y; row < y + height; row++)
    memset (picture->gray + (gsize) row * picture->width + x, BLACK, width);
}

/* Draws bytes as a symbol. */
static void
draw (Picture *picture, guint x, guint y, guint module, const char *bytes, gsize length)
{
  QRcode *qr = QRcode_encodeData ((int) length, (const guchar *) bytes, 0, QR_ECLEVEL_M);

  g_assert_nonnull (qr);
  for (guint i = 0; i < (guint) (qr->width * qr->width); i++)
    if (qr->data[i] & 1)
      fill (picture, x + i % (guint) qr->width * module, y + i / (guint) qr->width * module, module,
            module);
  QRcode_free (qr);
}

static GPtrArray *
read_picture (const Picture *picture)
{
  g_autoptr (IkrarCodeReader) reader = ikrar_code_reader_new ();

  return ikrar_code_reader_read (reader, picture->gray, picture->width, picture->height);
}

static void
test_texts (void)
{
  g_autofree char *long_text = g_strnfill (IKRAR_CODE_MAX + 90, 'x');
  g_autofree char *cut = g_strnfill (IKRAR_CODE_MAX, 'x');
  const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } cases[] = {
    { "IK1ABC", 6, "IK1ABC" },
    { "two\r\nlines\tand \x1b[2J", 19, "two  lines and  [2J" },
    { "WIFI:S:Kantor;;", 15, "WIFI:S:Kantor;;" },
    { long_text, IKRAR_CODE_MAX + 90, cut },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Picture) picture = make_picture (640, 640);
      g_autoptr (GPtrArray) codes = NULL;

      draw (&picture, 30, 30, 4, cases[i].bytes, cases[i].length);
      codes = read_picture (&picture);
      g_assert_cmpuint (codes->len, ==, 1);
      g_assert_cmpstr (((IkrarCode *) g_ptr_array_index (codes, 0))->text, ==, cases[i].text);
    }
}

/* Whatever bytes a symbol has, the text is one line of valid UTF-8 that is not too long. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (51);

  for (guint round = 0; round < 60; round++)
    {
      g_auto (Picture) picture = make_picture (800, 800);
      g_autoptr (GPtrArray) codes = NULL;
      char bytes[700];
      gsize length = (gsize) g_rand_int_range (random, 1, sizeof bytes);

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_rand_int_range (random, 0, 256);
      draw (&picture, 30, 30, 4, bytes, length);
      codes = read_picture (&picture);
      for (guint i = 0; i < codes->len; i++)
        {
          const char *text = ((IkrarCode *) g_ptr_array_index (codes, i))->text;

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_cmpuint (strlen (text), <=, IKRAR_CODE_MAX);
          g_assert_null (strpbrk (text, "\n\r\t\x1b\x7f"));
        }
    }
}

static void
test_corners (void)
{
  g_auto (Picture) picture = make_picture (400, 300);
  g_autoptr (GPtrArray) codes = NULL;
  const IkrarCode *code;

  draw (&picture, 100, 60, 5, "IK1ABC", 6); /* 21 modules */
  codes = read_picture (&picture);
  g_assert_cmpuint (codes->len, ==, 1);
  code = g_ptr_array_index (codes, 0);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (MIN (ABS (code->corners[i][0] - 100), ABS (code->corners[i][0] - 205)), <,
                       8);
      g_assert_cmpint (MIN (ABS (code->corners[i][1] - 60), ABS (code->corners[i][1] - 165)), <, 8);
    }
}

static void
test_two (void)
{
  g_auto (Picture) picture = make_picture (500, 300);
  g_autoptr (GPtrArray) codes = NULL;

  draw (&picture, 50, 60, 5, "IK1ONE", 6);
  draw (&picture, 300, 100, 5, "IK1TWO", 6);
  codes = read_picture (&picture);
  g_assert_cmpuint (codes->len, ==, 2);
}

/* As in the eyes of whoever holds a pass too near: by no means is anything but QR read. */
static void
test_bars (void)
{
  static const char bars[] = "101" /* EAN-13 4006381333931 */
                             "0001101"
                             "0100111"
                             "0101111"
                             "0111101"
                             "0001001"
                             "0110011"
                             "01010"
                             "1000010"
                             "1000010"
                             "1000010"
                             "1110100"
                             "1000010"
                             "1100110"
                             "101";
  g_auto (Picture) picture = make_picture (640, 200);
  g_autoptr (GPtrArray) codes = NULL;

  for (guint i = 0; i < sizeof bars - 1; i++)
    if (bars[i] == '1')
      fill (&picture, 60 + 5 * i, 40, 5, 120);
  codes = read_picture (&picture);
  g_assert_cmpuint (codes->len, ==, 0);
}

static void
test_inverted (void)
{
  g_auto (Picture) picture = make_picture (300, 300);
  g_autoptr (IkrarCodeReader) reader = ikrar_code_reader_new ();
  guint found = 0;

  draw (&picture, 50, 60, 5, "IK1ONE", 6);
  for (guint i = 0; i < picture.width * picture.height; i++)
    picture.gray[i] = (guint8) ~picture.gray[i];
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (GPtrArray) codes =
          ikrar_code_reader_read (reader, picture.gray, picture.width, picture.height);

      found += codes->len;
    }
  g_assert_cmpuint (found, ==, 2);
}

static void
test_tiny (void)
{
  static const guint sizes[][2] = { { 1, 1 }, { 1, 50 }, { 2, 2 }, { 3, 5 }, { 641, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (Picture) picture = make_picture (sizes[i][0], sizes[i][1]);
      g_autoptr (GPtrArray) codes = read_picture (&picture);

      g_assert_cmpuint (codes->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera/code-reader/texts", test_texts);
  g_test_add_func ("/camera/code-reader/any-bytes", test_any_bytes);
  g_test_add_func ("/camera/code-reader/corners", test_corners);
  g_test_add_func ("/camera/code-reader/two", test_two);
  g_test_add_func ("/camera/code-reader/bars", test_bars);
  g_test_add_func ("/camera/code-reader/inverted", test_inverted);
  g_test_add_func ("/camera/code-reader/tiny", test_tiny);
  return g_test_run ();
}
