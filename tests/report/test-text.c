/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/text-block.h"

#include <math.h>
#include <string.h>

#include "sample.h"

#include "report/participant-lines-private.h"

#define SEED 20241113
#define ROUNDS 400

/* Letters reach a little beyond their advance: a slanted f, the point of a W. In parts of the size.
 */
#define OVERHANG 0.25

static const IkrarTextStyle style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 10 };
static const IkrarFit name_fit = { { { 1, 1, 0.94 }, { 2, 1, 0.8 }, { 3, 0.82, 0.61 } },
                                   1.13,
                                   FALSE };

static IkrarTextBlock *
fit (IkrarTypesetter *type, const char *text, const IkrarFit *how, double width, double height)
{
  IkrarTextBlock *block = ikrar_text_block_new (type);

  ikrar_text_block_add (block, &style, text);
  ikrar_text_block_fit (block, how, width, height);
  return block;
}

static void
test_families (void)
{
  static const struct
  {
    IkrarTypeface typeface;
    const char *chain;
  } cases[] = {
    { IKRAR_TYPEFACE_LIST, "Arial Liberation Sans TeX Gyre Heros" },
    { IKRAR_TYPEFACE_BOOK, "Bookman Old Style TeX Gyre Bonum URW Bookman" },
    { IKRAR_TYPEFACE_CARD, "Inter Inter Variable Cantarell Liberation Sans" },
    { IKRAR_TYPEFACE_DISPLAY, "Inter Display Inter Cantarell Liberation Sans" },
    { IKRAR_TYPEFACE_CODE, "Liberation Mono" },
  };
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *family = ikrar_typesetter_get_family (type, cases[i].typeface);

      g_assert_nonnull (strstr (cases[i].chain, family));
    }
}

static void
test_screen_family (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  g_autofree char *family = NULL;

  ikrar_typesetter_set_screen_family (type, "No Such Family,Liberation Mono");
  family = ikrar_typesetter_get_family (type, IKRAR_TYPEFACE_SCREEN);
  g_assert_cmpstr (family, ==, "Liberation Mono");
}

/* One measurement serves every size: nothing is rounded or hinted. */
static void
test_width_is_linear (void)
{
  static const char *const texts[] = { "Illinois 1,1", "WAVE To", "19750204 199712 2 002",
                                       "Łukasz Żółć", "王小明 ab" };
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const IkrarTextStyle large = ikrar_text_style_resize (&style, 6.5 * 13);
      const IkrarTextStyle small = ikrar_text_style_resize (&style, 6.5);

      g_assert_cmpfloat_with_epsilon (ikrar_text_get_width (type, &large, texts[i]),
                                      13 * ikrar_text_get_width (type, &small, texts[i]), 1e-6);
    }
}

/* Liberation Sans is measured like Arial: 0.556 of the size for a digit, 0.278 for a space. */
static void
test_width_is_exact (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  g_autofree char *family = ikrar_typesetter_get_family (type, IKRAR_TYPEFACE_LIST);

  g_assert_true (strcmp (family, "Arial") == 0 || strcmp (family, "Liberation Sans") == 0);
  g_assert_cmpfloat_with_epsilon (ikrar_text_get_width (type, &style, "1975 02"),
                                  10 * (6 * 0.55615 + 0.27783), 0.01);
  g_assert_cmpfloat (ikrar_text_get_width (type, &style, ""), ==, 0);
  g_assert_cmpfloat (ikrar_text_get_width (type, &style, NULL), ==, 0);
}

static void
test_fit_steps (void)
{
  static const struct
  {
    double share; /* of the width the text takes on one line */
    guint lines;
    double least;
    double most;
  } cases[] = {
    { 1.01, 1, 1, 1 },     { 0.95, 1, 0.94, 0.96 }, { 0.9, 2, 1, 1 },
    { 0.5, 2, 0.8, 0.99 }, { 0.3, 3, 0.61, 0.82 },  { 0.05, 0, 0.01, 0.6 },
  };
  const char *text = "Raden Roro Sekar Kinanthi Widyaningsih Kusumaningrum Prawiranegara";
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  double width = ikrar_text_get_width (type, &style, text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IkrarTextBlock) block = fit (type, text, &name_fit, width * cases[i].share, 0);

      if (cases[i].lines > 0)
        g_assert_cmpuint (ikrar_text_block_get_lines (block), ==, cases[i].lines);
      g_assert_cmpfloat (ikrar_text_block_get_scale (block), >=, cases[i].least);
      g_assert_cmpfloat (ikrar_text_block_get_scale (block), <=, cases[i].most);
      g_assert_cmpfloat (ikrar_text_block_get_width (block), <=, width * cases[i].share + 1e-6);
    }
}

/* Degrees go to the second line together, if they fit on it at all. */
static void
test_ties_hold (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  const char *tied = "Lukman Hakim Siregar, S.E.,\u00a0M.Si.,\u00a0M.Kom.";
  double whole = ikrar_text_get_width (type, &style, "Lukman Hakim Siregar, S.E.,");
  g_autoptr (IkrarTextBlock) block = fit (type, tied, &name_fit, whole, 0);

  /* S.E. alone would fit on the first line: the name must be what makes the line long. */
  g_assert_cmpuint (ikrar_text_block_get_lines (block), ==, 2);
  g_assert_cmpfloat_with_epsilon (ikrar_text_block_get_width (block),
                                  ikrar_text_get_width (type, &style, "Lukman Hakim Siregar,"),
                                  1e-6);
}

static void
test_balance (void)
{
  static const IkrarFit balanced = { { { 2, 1, 0.5 } }, 1.2, TRUE };
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  const char *text = "satu dua tiga empat lima enam tujuh delapan";
  double width = ikrar_text_get_width (type, &style, text);
  g_autoptr (IkrarTextBlock) block = fit (type, text, &balanced, width * 0.9, 0);

  g_assert_cmpuint (ikrar_text_block_get_lines (block), ==, 2);
  g_assert_cmpfloat (ikrar_text_block_get_width (block), <, width * 0.6);
}

/* The ink of a block, seen by cairo, not by the code that placed it. */
static void
measure_ink (IkrarTypesetter *type, IkrarTextBlock *block, cairo_rectangle_t *ink)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ikrar_typesetter_prepare (type, cr);
  ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, 0, 0);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink->x, &ink->y, &ink->width, &ink->height);
  cairo_surface_destroy (surface);
}

static void
check_in_box (IkrarTypesetter *type, const char *text, double width, double height)
{
  g_autoptr (IkrarTextBlock) block = fit (type, text, &name_fit, width, height);
  double size = style.size * ikrar_text_block_get_scale (block);
  cairo_rectangle_t ink;

  g_assert_cmpfloat (ikrar_text_block_get_width (block), <=, width + 1e-6);
  if (height > 0)
    g_assert_cmpfloat (ikrar_text_block_get_height (block), <=, height + 1e-6);
  measure_ink (type, block, &ink);
  g_assert_cmpfloat (ink.width, >, 0);
  g_assert_cmpfloat (ink.x, >=, -OVERHANG * size - 1);
  g_assert_cmpfloat (ink.x + ink.width, <=, width + OVERHANG * size + 1);
  g_assert_cmpfloat (ink.y, >=, -1.3 * size - 1);
}

static void
test_nothing_is_clipped (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (SampleKind kind = SAMPLE_USUAL; kind <= SAMPLE_SURPRISE; kind++)
    {
      g_autoptr (Sample) sample = sample_new (ROUNDS, kind, SEED);
      GPtrArray *lines = sample_get_lines (sample);

      for (guint i = 0; i < lines->len; i++)
        {
          g_autofree char *name = ikrar_participant_line_tie_name (g_ptr_array_index (lines, i));

          check_in_box (type, name, g_rand_double_range (random, 12, 400),
                        i % 2 == 0 ? 0 : g_rand_double_range (random, 8, 60));
        }
    }
}

/* The surface sees letters for everything: nothing that a name holds is silently left out. */
static void
test_unknown_letters_are_seen (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();

  check_in_box (type, "\xf0\x93\x80\x80\xf0\x93\x80\x81", 100, 0);
  check_in_box (type, "ꦧꦱꦗꦮ", 100, 0);
}

static void
test_marks_are_not_set (void)
{
  static const struct
  {
    const char *text;
    const char *same;
  } cases[] = {
    { "a\xe2\x80\xae"
      "bc\xe2\x80\xac",
      "abc" },
    { "a\tb\nc", "a b c" },
    { "a\x01"
      "b\x7f",
      "ab" },
    { "soft\xc2\xadhyphen", "softhyphen" },
    { "  a   b ", "a b" },
    { "a\u00a0b", "a b" },
    { "\xff"
      "abc",
      "\xef\xbf\xbd"
      "abc" },
  };
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ikrar_text_get_width (type, &style, cases[i].text),
                                    ikrar_text_get_width (type, &style, cases[i].same), 1e-9);
}

static void
test_wrap (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (type);

  for (guint i = 0; i < 40; i++)
    ikrar_text_block_add (block, &style, " Menghindari konflik kepentingan");
  ikrar_text_block_wrap (block, 18.4, 300);
  g_assert_cmpuint (ikrar_text_block_get_lines (block), >, 10);
  g_assert_cmpfloat (ikrar_text_block_get_width (block), <=, 300 + 1e-6);
  g_assert_cmpfloat (ikrar_text_block_get_scale (block), ==, 1);
  g_assert_cmpfloat (ikrar_text_block_get_leading (block), ==, 18.4);
}

static void
test_empty (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  g_autoptr (IkrarTextBlock) block = fit (type, "", &name_fit, 100, 0);

  g_assert_cmpuint (ikrar_text_block_get_lines (block), ==, 0);
  g_assert_cmpfloat (ikrar_text_block_get_height (block), ==, 0);
}

/* Words are forgotten now and then; what is set afterwards is the same. */
static void
test_trim (void)
{
  g_autoptr (IkrarTypesetter) type = ikrar_typesetter_new ();
  double before = ikrar_text_get_width (type, &style, "Siti Rahmawati");

  for (guint i = 0; i < 25000; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);

      ikrar_text_get_width (type, &style, word);
    }
  ikrar_typesetter_trim (type);
  g_assert_cmpfloat (ikrar_text_get_width (type, &style, "Siti Rahmawati"), ==, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  g_test_add_func ("/report/text/families", test_families);
  g_test_add_func ("/report/text/screen-family", test_screen_family);
  g_test_add_func ("/report/text/width-is-linear", test_width_is_linear);
  g_test_add_func ("/report/text/width-is-exact", test_width_is_exact);
  g_test_add_func ("/report/text/fit-steps", test_fit_steps);
  g_test_add_func ("/report/text/ties-hold", test_ties_hold);
  g_test_add_func ("/report/text/balance", test_balance);
  g_test_add_func ("/report/text/nothing-is-clipped", test_nothing_is_clipped);
  g_test_add_func ("/report/text/unknown-letters-are-seen", test_unknown_letters_are_seen);
  g_test_add_func ("/report/text/marks-are-not-set", test_marks_are_not_set);
  g_test_add_func ("/report/text/wrap", test_wrap);
  g_test_add_func ("/report/text/empty", test_empty);
  g_test_add_func ("/report/text/trim", test_trim);
  return g_test_run ();
}
