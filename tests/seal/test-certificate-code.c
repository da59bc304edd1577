/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "seal/certificate-code.h"

#include "fixture.h"

static void
make_sample (char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1])
{
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  IkrarCertificateCode code = { 0, 640000000001, 1772, { 0 } };

  memset (code.face, 0xab, sizeof code.face);
  ikrar_certificate_code_sign (&code, key, text);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) random = fixture_random (93);
  g_autoptr (IkrarSecretKey) key = fixture_key (0);

  for (guint i = 0; i < 500; i++)
    {
      IkrarCertificateCode code;
      IkrarCertificateCode again;
      char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];

      fixture_fill (random, &code, sizeof code);
      ikrar_certificate_code_sign (&code, key, text);
      g_assert_cmpuint (strlen (text), ==, IKRAR_CERTIFICATE_TEXT_LENGTH);
      g_assert_true (ikrar_certificate_code_read (text, &again));
      g_assert_cmpuint (again.key_id, ==, ikrar_public_key_id (ikrar_secret_key_get_public (key)));
      g_assert_cmpuint (again.id, ==, code.id);
      g_assert_cmpuint (again.day, ==, code.day);
      g_assert_cmpmem (again.face, sizeof again.face, code.face, sizeof code.face);
      g_assert_true (ikrar_certificate_code_verify (text, ikrar_secret_key_get_public (key)));
    }
}

static void
test_strict (void)
{
  char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];
  g_autofree char *lower = NULL;
  g_autofree char *longer = NULL;
  IkrarCertificateCode code;

  make_sample (text);
  g_assert_true (ikrar_certificate_code_read (text, &code));
  lower = g_ascii_strdown (text, -1);
  longer = g_strconcat (text, "A", NULL);
  g_assert_false (ikrar_certificate_code_read (lower, &code));
  g_assert_false (ikrar_certificate_code_read (longer, &code));
  text[2] = '2';
  g_assert_false (ikrar_certificate_code_read (text, &code));
  make_sample (text);
  text[IKRAR_CERTIFICATE_TEXT_LENGTH - 1] = '\0';
  g_assert_false (ikrar_certificate_code_read (text, &code));
}

static void
test_every_change (void)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789a";
  g_autoptr (IkrarSecretKey) key = fixture_key (0);
  char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];

  make_sample (text);
  for (guint place = 0; place < IKRAR_CERTIFICATE_TEXT_LENGTH; place++)
    {
      char kept = text[place];

      for (const char *letter = letters; *letter != '\0'; letter++)
        {
          text[place] = *letter;
          g_assert_cmpint (ikrar_certificate_code_verify (text, ikrar_secret_key_get_public (key)),
                           ==, *letter == kept);
        }
      text[place] = kept;
    }
}

static void
test_other_key (void)
{
  g_autoptr (IkrarSecretKey) other = fixture_key (1);
  char text[IKRAR_CERTIFICATE_TEXT_LENGTH + 1];

  make_sample (text);
  g_assert_false (ikrar_certificate_code_verify (text, ikrar_secret_key_get_public (other)));
}

static void
test_face (void)
{
  IkrarCertificateFace face = { "800/12/BKPSDM/2024", "Dra. Siti Aminah, M.Si.", "Peserta",
                                "Ikrar Netralitas",   "6 Februari 2024",         "BKPSDM" };
  g_autofree char *text = ikrar_certificate_face_encode (&face);

  g_assert_cmpstr (text, ==,
                   "IKRAR-FACE/1\n"
                   "number: 800/12/BKPSDM/2024\n"
                   "name: Dra. Siti Aminah, M.Si.\n"
                   "role: Peserta\n"
                   "event: Ikrar Netralitas\n"
                   "date: 6 Februari 2024\n"
                   "issuer: BKPSDM\n");
}

static void
test_face_without_values (void)
{
  IkrarCertificateFace face = { NULL };
  IkrarCertificateFace empty = { "", "", "", "", "", "" };
  g_autofree char *text = ikrar_certificate_face_encode (&face);
  g_autofree char *same = ikrar_certificate_face_encode (&empty);

  g_assert_cmpstr (text, ==, "IKRAR-FACE/1\nnumber: \nname: \nrole: \nevent: \ndate: \nissuer: \n");
  g_assert_cmpstr (text, ==, same);
}

/* No value can begin a line: not with any of the characters that some program breaks lines at. */
static void
test_face_lines (void)
{
  static const char *const breaks[] = { "\n",       "\r",           "\v",           "\f",
                                        "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9", "\t" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *name = g_strdup_printf ("A%srole: Narasumber", breaks[i]);
      IkrarCertificateFace face = { .name = name };
      g_autofree char *text = ikrar_certificate_face_encode (&face);

      g_assert_nonnull (strstr (text, "\nname: A role: Narasumber\nrole: \n"));
    }
}

static void
test_face_normal_form (void)
{
  IkrarCertificateFace composed = { .name = "Andr\xc3\xa9" };
  IkrarCertificateFace decomposed = { .name = "Andre\xcc\x81" };
  IkrarCertificateFace broken = { .name = "Andr\xe9" };
  g_autofree char *a = ikrar_certificate_face_encode (&composed);
  g_autofree char *b = ikrar_certificate_face_encode (&decomposed);
  g_autofree char *c = ikrar_certificate_face_encode (&broken);

  g_assert_cmpstr (a, ==, b);
  g_assert_nonnull (strstr (c, "name: Andr\xef\xbf\xbd\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate-code/round-trip", test_round_trip);
  g_test_add_func ("/certificate-code/strict", test_strict);
  g_test_add_func ("/certificate-code/every-change", test_every_change);
  g_test_add_func ("/certificate-code/other-key", test_other_key);
  g_test_add_func ("/certificate-code/face", test_face);
  g_test_add_func ("/certificate-code/face-without-values", test_face_without_values);
  g_test_add_func ("/certificate-code/face-lines", test_face_lines);
  g_test_add_func ("/certificate-code/face-normal-form", test_face_normal_form);
  return g_test_run ();
}
