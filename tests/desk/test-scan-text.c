/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/scan-text.h"

#include <string.h>

#include "seal/human-code.h"
#include "seal/pass-code.h"

#define N_PASSES 12
#define N_HUMAN_CODES 50
#define EVENT 0x5eed1234

/* The layouts of scanners: those of all letters and digits. */
static const IkrarKeyLayout scanners[] = {
  IKRAR_KEY_LAYOUT_US,     IKRAR_KEY_LAYOUT_UK,      IKRAR_KEY_LAYOUT_GERMAN,
  IKRAR_KEY_LAYOUT_FRENCH, IKRAR_KEY_LAYOUT_TURKISH, IKRAR_KEY_LAYOUT_DVORAK,
};

typedef enum
{
  CASE_UPPER,     /* with Shift for letters, as scanners type */
  CASE_LOWER,     /* a scanner set to small letters */
  CASE_CAPS_LOCK, /* capitals while Caps Lock is on */
} Case;

static void
make_pass (IkrarSecretKey *key, guint32 number, char *text)
{
  const IkrarPass pass = { .event = EVENT, .number = number, .serial = 1, .last_day = 2500 };

  ikrar_pass_sign (&pass, key, text);
}

/* Caps Lock changes small and capital letters; where a small one has a key of its own, it becomes
 * the capital one too. */
static gunichar
press (IkrarKeyLayout computer, const IkrarStroke *stroke, gboolean caps_lock)
{
  gunichar plain = ikrar_key_character (computer, stroke->key, FALSE);
  gunichar shifted = ikrar_key_character (computer, stroke->key, TRUE);

  if (caps_lock && g_unichar_islower (plain) && g_unichar_isupper (shifted))
    return stroke->shift ? plain : shifted;
  if (caps_lock && !stroke->shift)
    return g_unichar_toupper (plain);
  return stroke->shift ? shifted : plain;
}

/* What a computer makes of a text that a scanner types. */
static void
type (IkrarKeyLayout scanner, IkrarKeyLayout computer, Case how, const char *text, GArray *strokes)
{
  g_array_set_size (strokes, 0);
  for (; *text != '\0'; text++)
    {
      IkrarStroke stroke;
      gunichar character = (guchar) *text;

      if (how == CASE_LOWER)
        character = g_unichar_tolower (character);
      stroke.key = ikrar_key_find (scanner, character, &stroke.shift);
      g_assert_cmpint (stroke.key, !=, IKRAR_KEY_NONE);
      stroke.character = press (computer, &stroke, how == CASE_CAPS_LOCK);
      /* A dead accent types nothing; no letter and no digit stands on one. */
      g_assert_true (stroke.character != 0 || *text == '-');
      if (stroke.character != 0)
        g_array_append_val (strokes, stroke);
    }
}

static char *
text_of (const GArray *strokes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strokes->len; i++)
    g_string_append_unichar (text, g_array_index (strokes, IkrarStroke, i).character);
  return g_string_free (text, FALSE);
}

static gboolean
is_genuine (const char *code, IkrarSecretKey *key)
{
  return ikrar_pass_verify (code, ikrar_secret_key_get_public (key));
}

/* Of all readings of a text, exactly the pass is genuine. */
static void
assert_read_from_text (const GArray *strokes, const char *pass, IkrarSecretKey *key)
{
  g_autofree char *text = text_of (strokes);
  g_auto (GStrv) readings = ikrar_scan_text_readings (text);
  guint found = 0;

  for (guint i = 0; readings[i] != NULL; i++)
    {
      g_autofree char *code = ikrar_scan_text_find_pass (readings[i]);

      if (code != NULL && is_genuine (code, key))
        {
          g_assert_cmpstr (code, ==, pass);
          found++;
        }
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
assert_read_from_keys (const GArray *strokes, const char *pass, IkrarSecretKey *key)
{
  g_autofree char *found =
      ikrar_scan_text_find_passes ((IkrarStroke *) strokes->data, strokes->len);
  g_auto (GStrv) codes = g_strsplit (found != NULL ? found : "", "\n", -1);
  guint genuine = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    if (is_genuine (codes[i], key))
      {
        g_assert_cmpstr (codes[i], ==, pass);
        genuine++;
      }
  g_assert_cmpuint (genuine, ==, 1);
}

typedef void (*Try) (IkrarKeyLayout scanner, IkrarKeyLayout computer, Case how, gpointer data);

static void
for_each_pair (Try attempt, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (scanners); i++)
    for (guint computer = 0; computer < IKRAR_N_KEY_LAYOUTS; computer++)
      for (guint how = CASE_UPPER; how <= CASE_CAPS_LOCK; how++)
        g_test_message ("scanner %u, computer %u, case %u", scanners[i], computer, how),
            attempt (scanners[i], computer, how, data);
}

static void
try_passes (IkrarKeyLayout scanner, IkrarKeyLayout computer, Case how, gpointer data)
{
  IkrarSecretKey *key = data;
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (IkrarStroke));

  for (guint32 number = 1; number <= N_PASSES; number++)
    {
      char pass[IKRAR_PASS_TEXT_LENGTH + 1];

      make_pass (key, number, pass);
      type (scanner, computer, how, pass, strokes);
      assert_read_from_text (strokes, pass, key);
      assert_read_from_keys (strokes, pass, key);
    }
}

/* For every pass and every pair of layouts: typed through the wrong one and read back is the same
 * pass, and no reading is another one. */
static void
test_passes (void)
{
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();

  for_each_pair (try_passes, key);
}

static gboolean
is_among (char **readings, guint32 number)
{
  gboolean found = FALSE;

  for (guint i = 0; readings[i] != NULL; i++)
    {
      guint32 read;

      found = found || (ikrar_human_code_read (readings[i], EVENT, &read) && read == number);
    }
  return found;
}

/* A code that a person types, or that is a barcode on a badge. */
static void
try_human_codes (IkrarKeyLayout scanner, IkrarKeyLayout computer, Case how, gpointer data)
{
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (IkrarStroke));
  GRand *rand = data;

  for (guint i = 0; i < N_HUMAN_CODES; i++)
    {
      guint32 number = (guint32) g_rand_int_range (rand, 1, 200000);
      char code[IKRAR_HUMAN_CODE_LENGTH + 1];
      g_autofree char *text = NULL;
      g_auto (GStrv) readings = NULL;

      ikrar_human_code_make (EVENT, number, code);
      type (scanner, computer, how, code, strokes);
      text = text_of (strokes);
      readings = ikrar_scan_text_readings (text);
      g_assert_true (is_among (readings, number));
    }
}

static void
test_human_codes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260801);

  for_each_pair (try_human_codes, rand);
}

static void
try_numbers (IkrarKeyLayout scanner, IkrarKeyLayout computer, Case how, gpointer data)
{
  const char *number = "198501012005011234";
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (IkrarStroke));
  g_autofree char *text = NULL;
  g_auto (GStrv) readings = NULL;

  type (scanner, computer, how, number, strokes);
  text = text_of (strokes);
  readings = ikrar_scan_text_readings (text);
  g_assert_true (g_strv_contains ((const char *const *) readings, number));
}

static void
test_numbers (void)
{
  for_each_pair (try_numbers, NULL);
}

/* What scanners are set to send before and after a code. */
static void
test_around (void)
{
  static const struct
  {
    const char *before;
    const char *after;
  } cases[] = {
    { "", "" },
    { "]Q3", "" },
    { "]C1", "\r\n" },
    { "\002", "\003" },
    { "", "\r" },
    { "", "\t" },
    { "Meja 3: ", "" },
    { "", " 12:30:01" },
    { "IK1", "IK1" },
    { "\002]Q1", "\003\r\n" },
    { "\xef\xbb\xbf", "\xff" },
  };
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  char pass[IKRAR_PASS_TEXT_LENGTH + 1];

  make_pass (key, 7, pass);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strconcat (cases[i].before, pass, cases[i].after, NULL);
      g_auto (GStrv) readings = ikrar_scan_text_readings (line);
      g_autofree char *code = ikrar_scan_text_find_pass (readings[0]);

      g_assert_cmpstr (code, ==, pass);
    }
}

static void
test_short_around (void)
{
  static const char *const lines[] = {
    "YM58-4R2R", "]C0YM58-4R2R", "\002YM58-4R2R\003", " YM58-4R2R\r\n", "]Q3ym58-4r2r",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) readings = ikrar_scan_text_readings (lines[i]);

      g_assert_cmpstr (readings[0], ==, "YM58-4R2R");
    }
}

/* Nothing that is not a pass becomes one. */
static void
test_no_pass (void)
{
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new ();
  char pass[IKRAR_PASS_TEXT_LENGTH + 1];
  const char *const lines[] = { "", "IK1", "halo", pass, "\xff\xfe" };

  make_pass (key, 7, pass);
  pass[IKRAR_PASS_TEXT_LENGTH - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) readings = ikrar_scan_text_readings (lines[i]);

      for (guint j = 0; readings[j] != NULL; j++)
        g_assert_null (ikrar_scan_text_find_pass (readings[j]));
    }
}

/* Every key gives something on every layout's table, and is found again by it. */
static void
test_layouts (void)
{
  for (guint layout = 0; layout < IKRAR_N_KEY_LAYOUTS; layout++)
    for (int key = 0; key < IKRAR_N_KEYS - 1; key++)
      {
        gunichar character = ikrar_key_character (layout, key, FALSE);
        gboolean shift;

        if (character != 0)
          g_assert_cmpint (ikrar_key_find (layout, character, &shift), ==, key);
      }
  g_assert_cmpint (ikrar_key_of_code (38), ==, ikrar_key_of_code (24) + 12);
  g_assert_cmpint (ikrar_key_of_code (36), ==, IKRAR_KEY_NONE);
  g_assert_cmpint (ikrar_key_of_code (94), ==, IKRAR_N_KEYS - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/scan-text/passes", test_passes);
  g_test_add_func ("/desk/scan-text/human-codes", test_human_codes);
  g_test_add_func ("/desk/scan-text/numbers", test_numbers);
  g_test_add_func ("/desk/scan-text/around", test_around);
  g_test_add_func ("/desk/scan-text/short-around", test_short_around);
  g_test_add_func ("/desk/scan-text/no-pass", test_no_pass);
  g_test_add_func ("/desk/scan-text/layouts", test_layouts);
  return g_test_run ();
}
