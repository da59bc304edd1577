/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/text.h"

#include <string.h>

#include "core/title-table-private.h"

/* A word of a name, without the white space and commas around it. */
typedef struct
{
  const char *start;
  gsize length;
  gboolean is_first;
  gboolean after_comma;
} Word;

static const char *const particles[] = { "bin", "binti", "binte", "alias" };

static gboolean
next_word (const char **cursor, Word *word)
{
  gsize gap = strspn (*cursor, " ,");

  word->is_first = word->start == NULL;
  word->after_comma = word->after_comma || strcspn (*cursor, ",") < gap;
  word->start = *cursor + gap;
  word->length = strcspn (word->start, " ,");
  *cursor = word->start + word->length;

  return word->length > 0;
}

/* A word that has points inside or stands behind a comma, and is in the list of titles. */
static gboolean
is_degree (const Word *word)
{
  char key[IKRAR_TITLE_KEY_SIZE];

  return (word->after_comma || ikrar_title_has_inner_point (word->start, word->length)) &&
         ikrar_title_key (word->start, word->length, key) && ikrar_title_is_after (key);
}

static gboolean
is_particle (const Word *word)
{
  for (gsize i = 0; !word->is_first && i < G_N_ELEMENTS (particles); i++)
    if (strlen (particles[i]) == word->length &&
        g_ascii_strncasecmp (word->start, particles[i], word->length) == 0)
      return TRUE;

  return FALSE;
}

/* I to XXXIX: the further letters of Roman numerals make names such as Didi, Lili and Vivi. */
static gboolean
is_roman (const Word *word)
{
  static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
  const char *rest = word->start;
  gsize length = word->length;

  for (guint tens = 0; tens < 3 && length > 0 && g_ascii_toupper (*rest) == 'X'; tens++)
    {
      rest++;
      length--;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ones); i++)
    if (length == strlen (ones[i]) && g_ascii_strncasecmp (rest, ones[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* Letters after these begin anew: "Abdul-Aziz", "M.Yusuf"; those after an apostrophe do not. */
static gboolean
begins_anew (gunichar c)
{
  return c == '-' || c == '.' || c == '/' || c == '(';
}

/* Whether capitals and small letters stand together between two places where a word begins. */
static gboolean
mixes_cases (const Word *word)
{
  const char *end = word->start + word->length;
  gboolean large = FALSE;
  gboolean small = FALSE;

  for (const char *p = word->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      large = !begins_anew (c) && (large || g_unichar_isupper (c));
      small = !begins_anew (c) && (small || g_unichar_islower (c));
      if (large && small)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_written_on_purpose (const char *text)
{
  Word word = { NULL };

  while (next_word (&text, &word))
    if (mixes_cases (&word) && !is_degree (&word))
      return TRUE;

  return FALSE;
}

static void
append_name (GString *name, const Word *word)
{
  const char *end = word->start + word->length;
  gboolean begins = TRUE;

  for (const char *p = word->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (name, begins ? g_unichar_totitle (c) : g_unichar_tolower (c));
      begins = begins_anew (c) || (begins && !g_unichar_isalpha (c));
    }
}

static void
append_word (GString *name, const Word *word)
{
  g_autofree char *text = g_strndup (word->start, word->length);
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_autofree char *large = g_ascii_strup (text, -1);

  if (is_degree (word))
    g_string_append (name, text);
  else if (is_particle (word))
    g_string_append (name, small);
  else if (is_roman (word))
    g_string_append (name, large);
  else
    append_name (name, word);
}

char *
ikrar_text_title_case (const char *text)
{
  g_autofree char *valid = NULL;
  const char *cursor;
  const char *copied;
  GString *name;
  Word word = { NULL };

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  if (is_written_on_purpose (valid))
    return g_steal_pointer (&valid);

  name = g_string_sized_new (strlen (valid));
  for (cursor = copied = valid; next_word (&cursor, &word); copied = cursor)
    {
      g_string_append_len (name, copied, word.start - copied);
      append_word (name, &word);
    }
  g_string_append (name, copied);

  return g_string_free (name, FALSE);
}
