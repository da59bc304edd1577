/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/reason.h"

#include <string.h>

#include "support.h"

/* Codes are kept in files and read by scripts: they never change. */
static const char *const codes[IKRAR_N_REASONS] = {
  [IKRAR_REASON_NONE] = "none",
  [IKRAR_REASON_NUMBER_MISSING] = "number-missing",
  [IKRAR_REASON_NUMBER_SCIENTIFIC] = "number-scientific",
  [IKRAR_REASON_NUMBER_ENDS_000] = "number-ends-000",
  [IKRAR_REASON_NUMBER_FROM_FLOAT] = "number-from-float",
  [IKRAR_REASON_NUMBER_NUMERIC_CELL] = "number-numeric-cell",
  [IKRAR_REASON_NUMBER_LENGTH] = "number-length",
  [IKRAR_REASON_NUMBER_LOOKALIKE] = "number-lookalike",
  [IKRAR_REASON_NUMBER_KIND] = "number-kind",
  [IKRAR_REASON_NUMBER_IS_DATE] = "number-is-date",
  [IKRAR_REASON_NUMBER_BIRTH_DATE] = "number-birth-date",
  [IKRAR_REASON_NUMBER_BIRTH_YEAR] = "number-birth-year",
  [IKRAR_REASON_NUMBER_SERVICE_MONTH] = "number-service-month",
  [IKRAR_REASON_NUMBER_TOO_YOUNG] = "number-too-young",
  [IKRAR_REASON_NUMBER_FUTURE] = "number-future",
  [IKRAR_REASON_NUMBER_SEX] = "number-sex",
  [IKRAR_REASON_NUMBER_SERIAL] = "number-serial",
  [IKRAR_REASON_NUMBER_PROVINCE] = "number-province",
  [IKRAR_REASON_NUMBER_OLD_FORM] = "number-old-form",
  [IKRAR_REASON_NUMBER_TWIN] = "number-twin",
  [IKRAR_REASON_GRADE_UNKNOWN] = "grade-unknown",
  [IKRAR_REASON_GRADE_NO_ROOM] = "grade-no-room",
  [IKRAR_REASON_GRADE_MISMATCH] = "grade-mismatch",
  [IKRAR_REASON_ROW_BLANK] = "row-blank",
  [IKRAR_REASON_ROW_TITLE] = "row-title",
  [IKRAR_REASON_ROW_HEADER] = "row-header",
  [IKRAR_REASON_ROW_COLUMN_NUMBERS] = "row-column-numbers",
  [IKRAR_REASON_ROW_SECTION] = "row-section",
  [IKRAR_REASON_ROW_TOTAL] = "row-total",
  [IKRAR_REASON_ROW_SIGNATURE] = "row-signature",
  [IKRAR_REASON_NAME_MISSING] = "name-missing",
  [IKRAR_REASON_NAME_IS_NUMBER] = "name-is-number",
  [IKRAR_REASON_NAME_IS_DEVICE] = "name-is-device",
  [IKRAR_REASON_NUMBER_OF_ANOTHER] = "number-of-another",
  [IKRAR_REASON_NUMBER_TWICE] = "number-twice",
  [IKRAR_REASON_SAME_NAME] = "same-name",
  [IKRAR_REASON_DUPLICATE_IN_FILE] = "duplicate-in-file",
  [IKRAR_REASON_DUPLICATE_IN_EVENT] = "duplicate-in-event",
  [IKRAR_REASON_DECLINED] = "declined",
  [IKRAR_REASON_CELL_ERROR] = "cell-error",
  [IKRAR_REASON_PHONE_UNREADABLE] = "phone-unreadable",
  [IKRAR_REASON_UNIT_MISSING] = "unit-missing",
  [IKRAR_REASON_UNIT_UNKNOWN] = "unit-unknown",
  [IKRAR_REASON_UNIT_READ_AS] = "unit-read-as",
  [IKRAR_REASON_KIND_UNKNOWN] = "kind-unknown",
  [IKRAR_REASON_MEANING_REMEMBERED] = "meaning-remembered",
  [IKRAR_REASON_MEANING_GIVEN] = "meaning-given",
  [IKRAR_REASON_CELL_CORRECTED] = "cell-corrected",
  [IKRAR_REASON_ROW_LEFT_OUT] = "row-left-out",
};

static void
test_codes (void)
{
  for (IkrarReason reason = 0; reason < IKRAR_N_REASONS; reason++)
    g_assert_cmpstr (ikrar_reason_code (reason), ==, codes[reason]);
}

/* One sentence, with a full stop and a second half that says what to do, nothing left to fill in.
 */
static void
check_sentence (const char *text)
{
  show_case (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_ascii_isupper (*text));
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_true (strchr (text, ';') != NULL || strchr (text, ',') != NULL);
  g_assert_null (strchr (text, '%'));
  g_assert_null (strstr (text, "()"));
  g_assert_null (strstr (text, "  "));
  g_assert_null (strstr (text, " ."));
  g_assert_null (strstr (text, " ;"));
}

static void
test_sentences (void)
{
  guint n_with_argument = 0;

  for (IkrarReason reason = IKRAR_REASON_NONE + 1; reason < IKRAR_N_REASONS; reason++)
    {
      gboolean takes_argument[2];

      for (IkrarLanguage language = 0; language <= IKRAR_LANGUAGE_ENGLISH; language++)
        {
          g_autofree char *bare = ikrar_reason_text (reason, language, NULL);
          g_autofree char *blank = ikrar_reason_text (reason, language, "");
          g_autofree char *full = ikrar_reason_text (reason, language, "A%sB");

          check_sentence (bare);
          g_assert_cmpstr (bare, ==, blank);
          takes_argument[language] = strstr (full, "A%sB") != NULL;
          g_assert_cmpint (takes_argument[language], ==, strcmp (bare, full) != 0);
        }
      g_assert_cmpint (takes_argument[0], ==, takes_argument[1]);
      n_with_argument += takes_argument[0] ? 1 : 0;
    }
  g_assert_cmpuint (n_with_argument, >=, 10);
}

/* What is wrong and what to do are sentences of their own, with what they are about. */
static void
test_halves (void)
{
  for (IkrarReason reason = IKRAR_REASON_NONE + 1; reason < IKRAR_N_REASONS; reason++)
    for (IkrarLanguage language = 0; language <= IKRAR_LANGUAGE_ENGLISH; language++)
      {
        g_autofree char *text = ikrar_reason_text (reason, language, "A;B");
        g_autofree char *problem = ikrar_reason_problem (reason, language, "A;B");
        g_autofree char *advice = ikrar_reason_advice (reason, language, "A;B");

        show_case (text);
        g_assert_nonnull (strstr (text, "; "));
        g_assert_true (g_str_has_suffix (problem, "."));
        g_assert_true (strncmp (text, problem, strlen (problem) - 1) == 0);
        g_assert_true (g_ascii_isupper (*advice));
        g_assert_true (g_str_has_suffix (advice, "."));
        g_assert_null (strstr (problem, "; "));
        g_assert_null (strchr (advice, '%'));
        g_assert_cmpstr (problem, !=, advice);
      }
}

static void
test_languages (void)
{
  g_autofree char *indonesian =
      ikrar_reason_text (IKRAR_REASON_NUMBER_ENDS_000, IKRAR_LANGUAGE_INDONESIAN, NULL);
  g_autofree char *english =
      ikrar_reason_text (IKRAR_REASON_DUPLICATE_IN_FILE, IKRAR_LANGUAGE_ENGLISH, "7");
  g_autofree char *left_out =
      ikrar_reason_text (IKRAR_REASON_DUPLICATE_IN_FILE, IKRAR_LANGUAGE_ENGLISH, NULL);
  g_autofree char *none = ikrar_reason_text (IKRAR_REASON_NONE, IKRAR_LANGUAGE_ENGLISH, "7");

  g_assert_cmpstr (indonesian, ==,
                   "NIP berakhir 000: tiga angka terakhir hilang di Excel; minta nomor sebagai "
                   "teks dari pengirim.");
  g_assert_cmpstr (english, ==,
                   "The same person is in this file already (row 7); leave one row only.");
  g_assert_cmpstr (left_out, ==, "The same person is in this file already; leave one row only.");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reason/codes", test_codes);
  g_test_add_func ("/reason/sentences", test_sentences);
  g_test_add_func ("/reason/halves", test_halves);
  g_test_add_func ("/reason/languages", test_languages);
  return g_test_run ();
}
