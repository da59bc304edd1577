/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/person-name-private.h"

#include <string.h>

/* As many words a title may be torn into: "S. Tr. Keb". */
#define TITLE_WORDS_MAX 4
#define TITLE_SIZE 40
/* No run of titles is longer; it keeps the search for its parts short. */
#define RUN_MAX 64

/* Degrees that take a field of study which no list has in full. */
static const char *const open_degrees[] = { "A.Md.", "A.Ma.", "S.Tr.", "M.Tr.", "Sp.", "S.ST." };

static void
append_title (GString *titles, const char *title)
{
  if (titles->len > 0)
    g_string_append (titles, ", ");
  g_string_append (titles, title);
}

static void
prepend_title (GString *titles, const char *title)
{
  if (titles->len > 0)
    g_string_prepend (titles, ", ");
  g_string_prepend (titles, title);
}

/* Writes a title with the points it has, single ones, and one at the end. */
static void
tidy_title (const char *text, gsize length, char title[TITLE_SIZE])
{
  gsize n = 0;

  for (gsize i = 0; i < length && n + 2 < TITLE_SIZE; i++)
    if (text[i] != '.' || (n > 0 && title[n - 1] != '.'))
      title[n++] = text[i];
  if (n > 0 && title[n - 1] != '.' && title[n - 1] != ')' && memchr (text, '.', length) != NULL)
    title[n++] = '.';
  title[n] = '\0';
}

/* Writes a title in its usual form; one whose points tell it from the usual keeps them. */
static void
write_title (const char *key, const char *text, gsize length, char title[TITLE_SIZE])
{
  const char *form = ikrar_title_find_after (key, text, length);

  if (form == NULL)
    form = ikrar_title_complete (key, text, length);
  if (form != NULL)
    g_strlcpy (title, form, TITLE_SIZE);
  else
    tidy_title (text, length, title);
}

/* Titles that begin with two consonants, and A.Md., are no words in any way of writing. */
static gboolean
is_no_word (const char *key)
{
  if (g_str_has_prefix (key, "amd"))
    return TRUE;

  return strlen (key) >= 3 && strchr ("aeiou", key[0]) == NULL && strchr ("aeiou", key[1]) == NULL;
}

static guint
count_capitals (const IkrarNameWord *word)
{
  guint n = 0;

  for (gsize i = 0; i < word->length; i++)
    n += g_ascii_isupper (word->start[i]) ? 1 : 0;

  return n;
}

/* Without a comma a known title still has to look like one, or part of a name would be taken. */
static gboolean
looks_like_title (const IkrarNameReading *reading, const IkrarNameWord *word, const char *key)
{
  const char *usual = ikrar_title_find_after (key, key, strlen (key));

  if (word->after_comma || is_no_word (key))
    return TRUE;
  if (ikrar_title_has_inner_point (word->start, word->length))
    return ikrar_title_has_inner_point (usual, strlen (usual));
  if (g_str_has_suffix (usual, ".") && strlen (usual) == word->length &&
      strncmp (usual, word->start, word->length) == 0)
    return TRUE;

  return count_capitals (word) >= 2 && (reading->has_small || !ikrar_title_is_name_too (key));
}

static gboolean
take_known (IkrarNameReading *reading, const IkrarNameWord *word)
{
  char key[IKRAR_TITLE_KEY_SIZE];
  char title[TITLE_SIZE];

  if (!ikrar_title_key (word->start, word->length, key) || !ikrar_title_is_after (key) ||
      !looks_like_title (reading, word, key))
    return FALSE;

  write_title (key, word->start, word->length, title);
  prepend_title (reading->after, title);
  return TRUE;
}

/* Appends the titles that a run such as "S.E.M.Si" is made of, the longest first. */
static gboolean
split_run (const char *text, gsize length, GString *titles)
{
  gsize titles_before = titles->len;

  for (gsize end = length; end > 0; end--)
    {
      char key[IKRAR_TITLE_KEY_SIZE];
      const char *form = NULL;

      if (end < length && (text[end - 1] != '.' || text[end] == '.'))
        continue;
      if (ikrar_title_key (text, end, key))
        form = ikrar_title_find_after (key, text, end);
      if (form == NULL)
        continue;

      append_title (titles, form);
      if (end == length || split_run (text + end, length - end, titles))
        return TRUE;
      g_string_truncate (titles, titles_before);
    }

  return FALSE;
}

static gboolean
take_run (IkrarNameReading *reading, const IkrarNameWord *word)
{
  g_autoptr (GString) titles = NULL;

  if (word->length > RUN_MAX || !ikrar_title_has_inner_point (word->start, word->length))
    return FALSE;

  titles = g_string_new (NULL);
  if (!split_run (word->start, word->length, titles))
    return FALSE;

  prepend_title (reading->after, titles->str);
  return TRUE;
}

/* "A.Md.TLM", "Sp.A(K)": a known degree with a field of study. */
static gboolean
take_open (IkrarNameReading *reading, const IkrarNameWord *word)
{
  char title[TITLE_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (open_degrees); i++)
    {
      gsize stem = strlen (open_degrees[i]);

      if (word->length <= stem || word->length > stem + 9 ||
          g_ascii_strncasecmp (word->start, open_degrees[i], stem) != 0 ||
          ikrar_title_has_inner_point (word->start + stem, word->length - stem))
        continue;

      tidy_title (word->start, word->length, title);
      prepend_title (reading->after, title);
      return TRUE;
    }

  return FALSE;
}

/* Titles are taken from the end, so each goes in front of those taken before it. */
static void
insert_before (IkrarNameReading *reading, const char *title)
{
  gssize at = (gssize) reading->before_end;

  if (at > 0)
    g_string_insert_c (reading->before, at++, ' ');
  else if (reading->before->len > 0)
    g_string_insert_c (reading->before, at, ' ');
  g_string_insert (reading->before, at, title);
}

/* "Bustan, Drs., M.Si": sorted lists put titles that belong before the name behind it. */
static gboolean
take_displaced (IkrarNameReading *reading, const IkrarNameWord *word)
{
  const IkrarTitleBefore *title;

  if (!word->after_comma || ikrar_name_match_before (reading, word, &title) != word->length)
    return FALSE;

  insert_before (reading, title->form);
  return TRUE;
}

/* Letters and points, with at most five letters in a row. */
static gboolean
is_made_of_short_pieces (const IkrarNameWord *word)
{
  gsize piece = 0;

  for (gsize i = 0; i < word->length; i++)
    {
      piece = word->start[i] == '.' ? 0 : piece + 1;
      if (piece > 5 || (word->start[i] != '.' && !g_ascii_isalpha (word->start[i])))
        return FALSE;
    }

  return TRUE;
}

/* Whether a word behind a comma is a title that no list has: "S.Xy.", "(K)", "CHt". */
static gboolean
looks_like_unknown_title (const IkrarNameReading *reading, const IkrarNameWord *word)
{
  if (!word->after_comma || word->length + 2 > TITLE_SIZE)
    return FALSE;
  if (word->start[0] == '(' && word->start[word->length - 1] == ')')
    return TRUE;
  if (ikrar_title_has_inner_point (word->start, word->length))
    return is_made_of_short_pieces (word);

  return reading->has_small && word->length <= 8 && count_capitals (word) >= 2;
}

static gboolean
take_unknown (IkrarNameReading *reading, const IkrarNameWord *word)
{
  char title[TITLE_SIZE];

  if (!looks_like_unknown_title (reading, word))
    return FALSE;

  tidy_title (word->start, word->length, title);
  prepend_title (reading->after, title);
  return TRUE;
}

/* Joins words that one title was torn into; they have to have its points: "S. Pd. I". */
static gboolean
join_words (const IkrarNameWord *words, guint n_words, char joined[TITLE_SIZE], gsize *length)
{
  *length = 0;
  for (guint i = 0; i < n_words; i++)
    {
      if (*length + words[i].length + 2 > TITLE_SIZE || (i > 0 && words[i].comma))
        return FALSE;
      if (i > 0 && joined[*length - 1] != '.')
        joined[(*length)++] = '.';
      memcpy (joined + *length, words[i].start, words[i].length);
      *length += words[i].length;
    }

  return TRUE;
}

static gboolean
are_words_pointed (const IkrarNameWord *words, guint n_words)
{
  for (guint i = 0; i + 1 < n_words; i++)
    if (memchr (words[i].start, '.', words[i].length) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
take_torn (IkrarNameReading *reading, guint n_words)
{
  const IkrarNameWord *words = &reading->words[reading->end - n_words];
  char joined[TITLE_SIZE];
  char key[IKRAR_TITLE_KEY_SIZE];
  gsize length;
  const char *form;

  if (!join_words (words, n_words, joined, &length) || !ikrar_title_key (joined, length, key))
    return FALSE;

  form = ikrar_title_find_after (key, joined, length);
  if (form == NULL ||
      !(words[0].after_comma || are_words_pointed (words, n_words) || is_no_word (key)))
    return FALSE;

  prepend_title (reading->after, form);
  return TRUE;
}

static gboolean
is_word (const IkrarNameWord *word, const char *text)
{
  return word->length == strlen (text) &&
         g_ascii_strncasecmp (word->start, text, word->length) == 0;
}

/* "ASEAN Eng.", the one title that is two words. */
static gboolean
take_engineer (IkrarNameReading *reading)
{
  static const char *const regions[] = { "ASEAN", "APEC" };
  const IkrarNameWord *last = &reading->words[reading->end - 1];

  if (last->comma || !(is_word (last, "Eng.") || is_word (last, "Eng")))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *title = g_strconcat (regions[i], " Eng.", NULL);

      if (!is_word (last - 1, regions[i]))
        continue;
      prepend_title (reading->after, title);
      reading->end -= 2;
      return TRUE;
    }
  return FALSE;
}

gboolean
ikrar_name_take_after (IkrarNameReading *reading)
{
  guint spare = reading->end - reading->first - 1;
  const IkrarNameWord *last = &reading->words[reading->end - 1];

  if (spare >= 2 && take_engineer (reading))
    return TRUE;
  for (guint n = MIN (spare, TITLE_WORDS_MAX); n >= 2; n--)
    if (take_torn (reading, n))
      {
        reading->end -= n;
        return TRUE;
      }

  if (spare == 0 ||
      !(take_known (reading, last) || take_run (reading, last) || take_open (reading, last) ||
        take_displaced (reading, last) || take_unknown (reading, last)))
    return FALSE;

  reading->end--;
  return TRUE;
}
