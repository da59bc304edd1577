/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/date.h"
#include "core/grade.h"
#include "core/text.h"
#include "roster/header-private.h"

#define NUMBER_DIGITS 18
/* Longer texts are sentences. */
#define NAME_SIZE_MAX 120

gboolean
_ikrar_content_is_number (const char *text)
{
  g_autofree char *digits = ikrar_text_digits (text);

  return strlen (digits) == NUMBER_DIGITS;
}

gboolean
_ikrar_content_is_status (const char *text)
{
  static const char *const words[] = { "pns",     "cpns",    "pppk", "p3k", "pppk paruh waktu",
                                       "honorer", "non asn", "ptt",  "thl" };
  g_autofree char *folded = ikrar_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
_ikrar_content_is_grade (const char *text)
{
  static const IkrarNumberKind kinds[] = { IKRAR_NUMBER_NIP, IKRAR_NUMBER_NI_PPPK };
  IkrarGrade grade;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && !g_ascii_isdigit (*text); i++)
    if (ikrar_grade_parse (text, kinds[i], &grade) == IKRAR_REASON_NONE &&
        grade != IKRAR_GRADE_NONE)
      return TRUE;
  return FALSE;
}

/* In an online meeting the unit stands before the name: "Dinkes_Siti Aminah". */
gboolean
_ikrar_content_is_unit (const char *text)
{
  return strchr (text, '_') == NULL && _ikrar_unit_word_begins (text);
}

gboolean
_ikrar_content_is_date (const char *text)
{
  int year, month, day;

  return ikrar_date_parse (text, &year, &month, &day);
}

gboolean
_ikrar_content_is_name (const char *text)
{
  gboolean has_letters = FALSE;

  if (strlen (text) > NAME_SIZE_MAX || strpbrk (text, "0123456789@:;/=") != NULL)
    return FALSE;
  for (const char *at = text; *at != '\0' && !has_letters; at = g_utf8_next_char (at))
    has_letters = g_unichar_isalpha (g_utf8_get_char (at));
  return has_letters && !_ikrar_content_is_unit (text);
}

gboolean
_ikrar_content_of_column (const IkrarSheetRows *sample,
                          guint row,
                          guint column,
                          gboolean (*test) (const char *text),
                          guint percent)
{
  guint n_texts = 0;
  guint n_passed = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (sample, i, column);

      if (ikrar_sheet_rows_get_number (sample, i) <= row || ikrar_text_is_blank (text))
        continue;
      n_texts++;
      n_passed += test (text);
    }
  return n_texts > 0 && n_passed * 100 >= n_texts * percent;
}
