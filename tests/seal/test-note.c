/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/note-private.h"

#include "fixture.h"
#include "seal/error.h"

/* From the tests of the signed notes of Go's checksum database, which C2SP specified later. */
#define PETER_KEY "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
#define PETER_SEED "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
#define ENOCH_KEY "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"

#define TEXT                                                   \
  "If you think cryptography is the answer to your problem,\n" \
  "then you don't know what your problem is.\n"
#define PETER                                                                                     \
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpR" \
  "Zb6KE6RyyBwJnAM=\n"
#define ENOCH                                                                                      \
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33" \
  "WWd1RvMc+QQ=\n"
/* Peter's name and hash with another signature. */
#define FORGED                                                                                    \
  "— PeterNeumann x08go/aJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpR" \
  "Zb6KE6RyyBwJnAM=\n"
#define WITNESS "— witness.example AAAABAUG\n"

static const char *const good[] = {
  TEXT "\n" PETER,       TEXT "\n" PETER ENOCH,
  TEXT "\n" ENOCH PETER, TEXT "\n" WITNESS PETER WITNESS,
  TEXT "\n" PETER PETER,
};

static const struct
{
  const char *note;
  int code;
} bad[] = {
  { TEXT "\n" ENOCH, IKRAR_SEAL_ERROR_SIGNATURE },
  { TEXT "\n" FORGED, IKRAR_SEAL_ERROR_SIGNATURE },
  { TEXT "\n" PETER FORGED, IKRAR_SEAL_ERROR_SIGNATURE },
  { TEXT "\n" FORGED PETER, IKRAR_SEAL_ERROR_SIGNATURE },
  { "X" TEXT "\n" PETER, IKRAR_SEAL_ERROR_SIGNATURE },
  /* A signature of another length under the same name and hash. */
  { TEXT "\n— PeterNeumann x08go/ZJ\n", IKRAR_SEAL_ERROR_SIGNATURE },
  { "", IKRAR_SEAL_ERROR_SYNTAX },
  { "\n", IKRAR_SEAL_ERROR_SYNTAX },
  { "\n\n", IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n", IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { "\x01" TEXT "\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { "\t" TEXT "\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { "\xff" TEXT "\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n— Bad Name x08go/ZJkuBS\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n— A+B x08go/ZJkuBS\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n—  x08go/ZJkuBS\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n— Name\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n— Name x08go/ZJkuBS=\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n— Name x08goA==\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n- PeterNeumann x08go/ZJ\n" PETER, IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n" PETER "Unexpected line.\n", IKRAR_SEAL_ERROR_SYNTAX },
  { TEXT "\n" PETER "\n", IKRAR_SEAL_ERROR_SYNTAX },
};

static void
parse_key (const char *text, IkrarPublicKey *key)
{
  g_assert_true (ikrar_public_key_parse (text, key, NULL, NULL));
}

static void
test_sign (void)
{
  gsize size;
  g_autofree guchar *seed = g_base64_decode (PETER_SEED, &size);
  g_autoptr (IkrarSecretKey) key = ikrar_secret_key_new_from_seed (seed + 1);
  g_autofree char *note = ikrar_note_sign (TEXT, key, "PeterNeumann");

  g_assert_cmpstr (note, ==, TEXT "\n" PETER);
}

static void
test_open (void)
{
  g_autofree char *second = NULL;
  IkrarPublicKey peter;
  IkrarPublicKey enoch;

  parse_key (PETER_KEY, &peter);
  parse_key (ENOCH_KEY, &enoch);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = ikrar_note_open (good[i], &peter, "PeterNeumann", &error);
      g_autofree char *any = ikrar_note_open (good[i], &peter, NULL, NULL);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, TEXT);
      g_assert_cmpstr (any, ==, TEXT);
      g_assert_null (ikrar_note_open (good[i], &peter, "EnochRoot", NULL));
    }
  second = ikrar_note_open (good[1], &enoch, "EnochRoot", NULL);
  g_assert_cmpstr (second, ==, TEXT);
}

static void
test_refused (void)
{
  IkrarPublicKey peter;

  parse_key (PETER_KEY, &peter);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("note %u", i);
      g_assert_null (ikrar_note_open (bad[i].note, &peter, "PeterNeumann", &error));
      g_assert_error (error, IKRAR_SEAL_ERROR, bad[i].code);
    }
}

/* Empty lines belong to the text: the last one ends it. */
static void
test_empty_lines (void)
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  g_autofree char *note = ikrar_note_sign ("one\n\ntwo\n\n", key, "k");
  g_autofree char *text = ikrar_note_open (note, ikrar_secret_key_get_public (key), "k", NULL);

  g_assert_cmpstr (text, ==, "one\n\ntwo\n\n");
}

static void
test_every_bit (void)
{
  g_autofree char *note = g_strdup (TEXT "\n" PETER);
  gsize length = strlen (note);
  IkrarPublicKey peter;

  parse_key (PETER_KEY, &peter);
  for (gsize bit = 0; bit < 8 * length; bit++)
    {
      note[bit / 8] ^= (char) (1 << bit % 8);
      g_assert_null (ikrar_note_open (note, &peter, "PeterNeumann", NULL));
      note[bit / 8] ^= (char) (1 << bit % 8);
    }
}

static GString *
make_crowd (guint witnesses)
{
  GString *note = g_string_new (TEXT "\n" PETER);

  for (guint i = 0; i < witnesses; i++)
    g_string_append (note, WITNESS);
  return note;
}

static void
test_many_signatures (void)
{
  g_autoptr (GString) most = make_crowd (99);
  g_autoptr (GString) too_many = make_crowd (100);
  g_autoptr (GString) too_long = make_crowd (10);
  g_autofree char *text = NULL;
  IkrarPublicKey peter;

  parse_key (PETER_KEY, &peter);
  text = ikrar_note_open (most->str, &peter, NULL, NULL);
  g_assert_nonnull (text);
  g_assert_null (ikrar_note_open (too_many->str, &peter, NULL, NULL));
  while (too_long->len <= IKRAR_NOTE_SIZE_MAX)
    g_string_prepend (too_long, TEXT);
  g_assert_null (ikrar_note_open (too_long->str, &peter, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/note/sign", test_sign);
  g_test_add_func ("/note/open", test_open);
  g_test_add_func ("/note/refused", test_refused);
  g_test_add_func ("/note/empty-lines", test_empty_lines);
  g_test_add_func ("/note/every-bit", test_every_bit);
  g_test_add_func ("/note/many-signatures", test_many_signatures);
  return g_test_run ();
}
