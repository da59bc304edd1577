/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "desk/scan-doctor.h"

#include <string.h>

#define FINDING(name) (1u << IKRAR_SCAN_FINDING_##name)

/* A scanner: \r is Enter, \t is Tab. */
typedef struct
{
  IkrarKeyLayout scanner;
  IkrarKeyLayout computer;
  gboolean caps_lock;
  gboolean small_letters;
  const char *before;
  const char *after;
  guint pace;
  guint from; /* the piece of the card that is read */
  guint length;
  guint drop; /* every which character gets lost, 0 for none */
  guint times;
} Setting;

static void
add_key (GArray *keys, const Setting *setting, char character)
{
  IkrarScanKey key = { .time = keys->len * setting->pace, .caps_lock = setting->caps_lock };
  gunichar sent = (guchar) character;

  key.stroke.key = IKRAR_KEY_NONE;
  if (character == '\r')
    key.kind = IKRAR_SCAN_KEY_ENTER;
  else if (character == '\t')
    key.kind = IKRAR_SCAN_KEY_TAB;
  else
    {
      gboolean flip;

      if (setting->small_letters)
        sent = g_unichar_tolower (sent);
      key.stroke.key = ikrar_key_find (setting->scanner, sent, &key.stroke.shift);
      g_assert_cmpint (key.stroke.key, !=, IKRAR_KEY_NONE);
      flip = setting->caps_lock && g_ascii_isalpha (character);
      key.stroke.character = ikrar_key_character (setting->computer, key.stroke.key,
                                                  flip ? !key.stroke.shift : key.stroke.shift);
    }
  g_array_append_val (keys, key);
}

static GArray *
scan (const Setting *setting)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (IkrarScanKey));
  const char *card = ikrar_scan_card_text (IKRAR_SCAN_CARD_USUAL);
  guint length = setting->length != 0 ? setting->length : IKRAR_SCAN_CARD_LENGTH;

  for (guint time = 0; time <= setting->times; time++)
    {
      for (const char *c = setting->before; c != NULL && *c != '\0'; c++)
        add_key (keys, setting, *c);
      for (guint i = 0; i < length; i++)
        if (setting->drop == 0 || i % setting->drop != setting->drop - 1)
          add_key (keys, setting, card[setting->from + i]);
      for (const char *c = setting->after != NULL ? setting->after : "\r"; *c != '\0'; c++)
        add_key (keys, setting, *c);
    }
  return keys;
}

#define US IKRAR_KEY_LAYOUT_US

static const struct
{
  const char *name;
  Setting setting;
  guint found;
} cases[] = {
  { "right", { .pace = 2 }, 0 },
  { "right at the pace of Bluetooth", { .pace = 20 }, 0 },
  { "british", { .computer = IKRAR_KEY_LAYOUT_UK }, 0 },
  { "german computer", { .computer = IKRAR_KEY_LAYOUT_GERMAN }, FINDING (LAYOUT) },
  { "french computer", { .computer = IKRAR_KEY_LAYOUT_FRENCH }, FINDING (LAYOUT) },
  { "arabic computer", { .computer = IKRAR_KEY_LAYOUT_ARABIC }, FINDING (LAYOUT) },
  { "arabic digits", { .computer = IKRAR_KEY_LAYOUT_ARABIC_DIGITS }, FINDING (LAYOUT) },
  { "turkish computer", { .computer = IKRAR_KEY_LAYOUT_TURKISH }, FINDING (LAYOUT) },
  { "dvorak computer", { .computer = IKRAR_KEY_LAYOUT_DVORAK }, FINDING (LAYOUT) },
  { "german scanner", { .scanner = IKRAR_KEY_LAYOUT_GERMAN }, FINDING (LAYOUT) },
  { "french scanner", { .scanner = IKRAR_KEY_LAYOUT_FRENCH }, FINDING (LAYOUT) },
  { "french both", { .scanner = IKRAR_KEY_LAYOUT_FRENCH, .computer = IKRAR_KEY_LAYOUT_FRENCH }, 0 },
  { "caps lock", { .caps_lock = TRUE }, FINDING (CAPS_LOCK) },
  { "caps lock and german",
    { .computer = IKRAR_KEY_LAYOUT_GERMAN, .caps_lock = TRUE },
    FINDING (LAYOUT) | FINDING (CAPS_LOCK) },
  { "small letters", { .small_letters = TRUE }, FINDING (SMALL_LETTERS) },
  { "aim", { .before = "]Q3" }, FINDING (AIM) },
  { "prefix", { .before = "MEJA3" }, FINDING (PREFIX) },
  { "suffix", { .after = "END\r" }, FINDING (SUFFIX) },
  { "suffix without end", { .after = "END" }, FINDING (SUFFIX) | FINDING (NO_END) },
  { "no end", { .after = "" }, FINDING (NO_END) },
  { "tab", { .after = "\t" }, FINDING (TAB) },
  { "two ends", { .after = "\r\r" }, FINDING (TWO_ENDS) },
  { "end and tab", { .after = "\r\t" }, FINDING (TWO_ENDS) },
  { "twice", { .times = 1 }, FINDING (TWICE) },
  { "twice with all",
    { .before = (char *) "]Q3", .after = "END\t", .times = 2 },
    FINDING (AIM) | FINDING (SUFFIX) | FINDING (TAB) | FINDING (TWICE) },
  { "slow", { .pace = 60 }, FINDING (SLOW) },
  { "by hand", { .pace = 150 }, FINDING (SLOW) },
  { "first part", { .length = 60 }, FINDING (PART) },
  { "last part", { .from = 50, .length = 80 }, FINDING (PART) },
  { "part on a german computer",
    { .computer = IKRAR_KEY_LAYOUT_GERMAN, .length = 64 },
    FINDING (PART) | FINDING (LAYOUT) },
  { "lost", { .drop = 9 }, FINDING (LOST) },
  { "one lost", { .drop = 100 }, FINDING (LOST) },
  { "lost on a french computer",
    { .computer = IKRAR_KEY_LAYOUT_FRENCH, .drop = 20 },
    FINDING (LOST) | FINDING (LAYOUT) },
  { "too little", { .length = 20 }, FINDING (NOT_CARD) },
};

static void
test_settings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) keys = scan (&cases[i].setting);
      g_auto (IkrarScanDiagnosis) diagnosis = { 0 };

      g_test_message ("%s", cases[i].name);
      ikrar_scan_diagnose ((const IkrarScanKey *) keys->data, keys->len, &diagnosis);
      g_assert_cmphex (diagnosis.found, ==, cases[i].found);
      g_assert_cmpint (ikrar_scan_diagnosis_works (&diagnosis), ==,
                       (cases[i].found & (FINDING (PART) | FINDING (LOST) | FINDING (NOT_CARD))) ==
                           0);
      if ((cases[i].found & FINDING (LAYOUT)) != 0)
        {
          g_assert_cmpint (diagnosis.computer, ==, cases[i].setting.computer);
          g_assert_cmpint (diagnosis.scanner, ==, cases[i].setting.scanner);
        }
      if (ikrar_scan_diagnosis_works (&diagnosis))
        g_assert_cmpint (diagnosis.size, ==, IKRAR_SCAN_CARD_USUAL);
    }
}

/* Every finding has words, and says what was sent. */
static void
test_words (void)
{
  const IkrarScanDiagnosis diagnosis = { .before = (char *) "]Q3",
                                         .after = (char *) "END",
                                         .missing = 3,
                                         .duration = 7500,
                                         .computer = IKRAR_KEY_LAYOUT_GERMAN };

  for (guint finding = 0; finding < IKRAR_N_SCAN_FINDINGS; finding++)
    {
      g_autofree char *what = ikrar_scan_diagnosis_say (&diagnosis, finding);
      g_autofree char *advice = ikrar_scan_diagnosis_advise (&diagnosis, finding);

      g_assert_cmpuint (strlen (what), >, 10);
      g_assert_true (g_str_has_suffix (advice, "."));
    }
}

static void
test_other_codes (void)
{
  static const char *const codes[] = { "", "8991234567890", "HTTPS://EXAMPLE.ORG/V/ABC",
                                       "198501012005011001" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const Setting setting = { .length = 1, .pace = 2 };
      g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IkrarScanKey));
      g_auto (IkrarScanDiagnosis) diagnosis = { 0 };

      for (const char *c = codes[i]; *c != '\0'; c++)
        add_key (keys, &setting, *c);
      ikrar_scan_diagnose ((const IkrarScanKey *) keys->data, keys->len, &diagnosis);
      g_assert_cmphex (diagnosis.found, ==, FINDING (NOT_CARD));
    }
}

/* The card has all that codes have, and its symbols are told apart. */
static void
test_card (void)
{
  const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

  for (guint size = 0; size < IKRAR_N_SCAN_CARD_SIZES; size++)
    {
      const char *card = ikrar_scan_card_text (size);

      g_assert_cmpuint (strlen (card), ==, IKRAR_SCAN_CARD_LENGTH);
      g_assert_cmpuint (strspn (card, alphabet), ==, IKRAR_SCAN_CARD_LENGTH);
      for (const char *c = alphabet; *c != '\0'; c++)
        g_assert_nonnull (strchr (card, *c));
      g_assert_null (ikrar_scan_text_find_pass (card));
      for (guint other = 0; other < size; other++)
        g_assert_cmpstr (card, !=, ikrar_scan_card_text (other));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/scan-doctor/settings", test_settings);
  g_test_add_func ("/desk/scan-doctor/words", test_words);
  g_test_add_func ("/desk/scan-doctor/other-codes", test_other_codes);
  g_test_add_func ("/desk/scan-doctor/card", test_card);
  return g_test_run ();
}
