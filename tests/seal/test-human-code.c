/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/human-code.h"

#include "fixture.h"

static const guint32 events[] = { 0, 1, 2, 1234, 0x3fffffff, 0x40000000, 0x80000001, 0xffffffff };

static void
assert_round_trip (guint32 event, guint32 number)
{
  char text[IKRAR_HUMAN_CODE_LENGTH + 1];
  guint32 again = ~number;

  ikrar_human_code_make (event, number, text);
  g_assert_cmpuint (strlen (text), ==, IKRAR_HUMAN_CODE_LENGTH);
  g_assert_cmpint (text[4], ==, '-');
  g_assert_true (ikrar_human_code_read (text, event, &again));
  g_assert_cmpuint (again, ==, number);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = fixture_random (30);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      for (guint32 number = 0; number < 2000; number++)
        assert_round_trip (events[i], number);
      for (guint bit = 0; bit < 30; bit++)
        assert_round_trip (events[i], 1u << bit);
      assert_round_trip (events[i], 0x3fffffff);
    }
  for (guint i = 0; i < 100000; i++)
    assert_round_trip (g_rand_int (random), g_rand_int (random) & 0x3fffffff);
}

/* No two numbers of one event share the six symbols that stand for them. */
static void
test_bijection (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint32 number = 0; number < 20000; number++)
        {
          char text[IKRAR_HUMAN_CODE_LENGTH + 1];

          ikrar_human_code_make (events[i], number, text);
          text[7] = '\0';
          g_assert_true (g_hash_table_add (seen, g_strdup (text)));
        }
    }
}

/* A wrong check symbol is always refused, a wrong number symbol all but once in 1024 times. */
static void
test_mistyped (void)
{
  static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  g_autoptr (GRand) random = fixture_random (1024);
  guint tried = 0;
  guint accepted = 0;

  for (guint i = 0; i < 500; i++)
    {
      guint32 event = g_rand_int (random);
      char text[IKRAR_HUMAN_CODE_LENGTH + 1];

      ikrar_human_code_make (event, g_rand_int (random) & 0x3fffffff, text);
      for (guint place = 0; place < IKRAR_HUMAN_CODE_LENGTH; place++)
        for (const char *symbol = symbols; *symbol != '\0' && place != 4; symbol++)
          {
            char mistyped[IKRAR_HUMAN_CODE_LENGTH + 1];
            guint32 number;
            gboolean good;

            if (*symbol == text[place])
              continue;
            memcpy (mistyped, text, sizeof mistyped);
            mistyped[place] = *symbol;
            good = ikrar_human_code_read (mistyped, event, &number);
            g_assert_false (good && place > 6);
            tried++;
            accepted += good ? 1 : 0;
          }
    }
  g_test_message ("%u of %u accepted", accepted, tried);
  g_assert_cmpuint (accepted, <, 2 * tried / 1024);
}

static void
test_other_event (void)
{
  g_autoptr (GRand) random = fixture_random (2048);
  guint accepted = 0;

  for (guint i = 0; i < 50000; i++)
    {
      guint32 event = g_rand_int (random);
      guint32 number;
      char text[IKRAR_HUMAN_CODE_LENGTH + 1];

      ikrar_human_code_make (event, i, text);
      accepted += ikrar_human_code_read (text, event + 1, &number) ? 1 : 0;
    }
  g_assert_cmpuint (accepted, <, 2 * 50000 / 1024);
}

static void
test_typing (void)
{
  char text[IKRAR_HUMAN_CODE_LENGTH + 1];
  g_autofree char *lower = NULL;
  g_autofree char *spaced = NULL;
  g_autofree char *joined = NULL;
  guint32 number = 0;

  ikrar_human_code_make (77, 4711, text);
  lower = g_ascii_strdown (text, -1);
  spaced = g_strdup_printf (" %.2s %.2s--%s ", text, text + 2, text + 5);
  joined = g_strdup_printf ("%.4s%s", text, text + 5);
  g_assert_true (ikrar_human_code_read (lower, 77, &number));
  g_assert_true (ikrar_human_code_read (spaced, 77, &number));
  g_assert_true (ikrar_human_code_read (joined, 77, &number));
  g_assert_cmpuint (number, ==, 4711);
}

/* O is read as 0, I and L as 1, in either case. */
static void
test_look_alikes (void)
{
  static const char zeros[] = "Oo";
  static const char ones[] = "IiLl";
  guint replaced = 0;

  for (guint32 i = 0; i < 2000; i++)
    {
      char text[IKRAR_HUMAN_CODE_LENGTH + 1];
      guint32 number = 0;

      ikrar_human_code_make (99, i, text);
      for (guint k = 0; k < IKRAR_HUMAN_CODE_LENGTH; k++)
        {
          replaced += text[k] == '0' || text[k] == '1' ? 1 : 0;
          if (text[k] == '0')
            text[k] = zeros[i % 2];
          else if (text[k] == '1')
            text[k] = ones[i % 4];
        }
      g_assert_true (ikrar_human_code_read (text, 99, &number));
      g_assert_cmpuint (number, ==, i);
    }
  g_assert_cmpuint (replaced, >, 500);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "",
                                       "-",
                                       "0000",
                                       "0000-000",
                                       "0000-0000",
                                       "00000000000",
                                       "UUUU-UUUU",
                                       "0000_0000",
                                       "0000-00\t0",
                                       "\xc3\x9c"
                                       "000-0000" };
  guint32 number;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (ikrar_human_code_read (texts[i], 5, &number));
}

static void
test_paper (void)
{
  IkrarDigest digest;
  g_autofree char *code = NULL;
  g_autofree char *zeros = NULL;
  g_autofree char *ones = NULL;

  /* ba7816bf8f01cfe, in groups of five bits. */
  ikrar_digest_of ("abc", 3, &digest);
  code = ikrar_paper_code (&digest);
  g_assert_cmpstr (code, ==, "Q9W1-DFWF-077Y");
  memset (&digest, 0, sizeof digest);
  zeros = ikrar_paper_code (&digest);
  g_assert_cmpstr (zeros, ==, "0000-0000-0000");
  memset (&digest, 0xff, sizeof digest);
  ones = ikrar_paper_code (&digest);
  g_assert_cmpstr (ones, ==, "ZZZZ-ZZZZ-ZZZZ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/human-code/round-trip", test_round_trip);
  g_test_add_func ("/human-code/bijection", test_bijection);
  g_test_add_func ("/human-code/mistyped", test_mistyped);
  g_test_add_func ("/human-code/other-event", test_other_event);
  g_test_add_func ("/human-code/typing", test_typing);
  g_test_add_func ("/human-code/look-alikes", test_look_alikes);
  g_test_add_func ("/human-code/refused", test_refused);
  g_test_add_func ("/human-code/paper", test_paper);
  return g_test_run ();
}
