/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/person-name.h"

#include <string.h>

#include "core/person-name-private.h"
#include "core/text.h"

static gboolean
split_words (IkrarNameReading *reading, const char *text)
{
  for (const char *p = text;;)
    {
      gsize gap = strspn (p, " ,;");
      gboolean comma = strcspn (p, ",;") < gap;
      gsize length;

      p += gap;
      if (*p == '\0')
        return TRUE;
      if (reading->end == IKRAR_NAME_WORDS_MAX)
        return FALSE;

      length = strcspn (p, " ,;");
      reading->words[reading->end++] = (IkrarNameWord){ p, length, comma, FALSE };
      p += length;
    }
}

/* A degree such as "S.Pd" has small letters even where the name is in capitals. */
static gboolean
has_small_letters (const IkrarNameWord *word)
{
  if (word->length < 4 || memchr (word->start, '.', word->length) != NULL)
    return FALSE;

  for (gsize i = 0; i < word->length; i++)
    if (g_ascii_islower (word->start[i]))
      return TRUE;

  return FALSE;
}

/* After the first comma behind a name every word may be a title, however it is written. */
static void
look_over_words (IkrarNameReading *reading)
{
  gboolean after_comma = FALSE;

  for (guint i = reading->first; i < reading->end; i++)
    {
      IkrarNameWord *word = &reading->words[i];

      after_comma = i > reading->first && (after_comma || word->comma);
      word->after_comma = after_comma;
      reading->has_small = reading->has_small || has_small_letters (word);
    }
}

/* Lengths at which a title may end: after each of the first three points, and the whole word. */
static guint
find_ends (const IkrarNameWord *word, gsize ends[4])
{
  guint n = 0;

  for (gsize i = 0; i < word->length && n < 3; i++)
    {
      if (word->start[i] != '.')
        continue;
      while (i + 1 < word->length && strchr (".)", word->start[i + 1]) != NULL)
        i++;
      ends[n++] = i + 1;
    }
  if (n == 0 || ends[n - 1] < word->length)
    ends[n++] = word->length;

  return n;
}

static gboolean
may_stand_before (const IkrarNameReading *reading,
                  const IkrarTitleBefore *title,
                  const char *text,
                  gsize length)
{
  switch (title->use)
    {
    case IKRAR_TITLE_USE_ANY:
      return TRUE;

    case IKRAR_TITLE_USE_WITH_POINT:
      return memchr (text, '.', length) != NULL;

    case IKRAR_TITLE_USE_FOLLOWING:
    default:
      return reading->before->len > 0 && (g_ascii_isupper (text[0]) || text[0] == '(');
    }
}

gsize
ikrar_name_match_before (const IkrarNameReading *reading,
                         const IkrarNameWord *word,
                         const IkrarTitleBefore **title)
{
  gsize ends[4];
  guint n = find_ends (word, ends);
  char key[IKRAR_TITLE_KEY_SIZE];

  while (n-- > 0)
    {
      if (!ikrar_title_key (word->start, ends[n], key))
        continue;
      *title = ikrar_title_find_before (key, word->start, ends[n]);
      if (*title != NULL && may_stand_before (reading, *title, word->start, ends[n]))
        return ends[n];
    }

  return 0;
}

static gboolean
take_before (IkrarNameReading *reading)
{
  const IkrarTitleBefore *title;
  IkrarNameWord *word = &reading->words[reading->first];
  gsize length = ikrar_name_match_before (reading, word, &title);

  /* Something has to be left for the name: "Dr" alone is one. */
  if (length == 0 || (length == word->length && reading->first + 1 == reading->end))
    return FALSE;

  if (reading->before->len > 0)
    g_string_append_c (reading->before, ' ');
  g_string_append (reading->before, title->form);
  word->start += length;
  word->length -= length;
  if (word->length == 0)
    reading->first++;
  return TRUE;
}

static gboolean
ends_with_long_word (const char *start, const char *end)
{
  gsize letters = 0;

  while (end > start && *(end - 1) != ' ' && *(end - 1) != '.')
    {
      end--;
      letters++;
    }

  return letters >= 4;
}

/* What is left, as the sender wrote it. A point behind a long word is a slip ("Bustan., M.Si"),
 * behind a short one it marks an abbreviation ("Muh."). */
static char *
write_name (const IkrarNameReading *reading)
{
  const char *start = reading->words[reading->first].start;
  const IkrarNameWord *last = &reading->words[reading->end - 1];
  const char *end = last->start + last->length;
  const char *bare = end;

  while (bare > start && *(bare - 1) == '.')
    bare--;

  return g_strndup (start, (gsize) ((ends_with_long_word (start, bare) ? bare : end) - start));
}

static IkrarPersonName *
make_name (char *before, char *name, char *after)
{
  IkrarPersonName *parts = g_new (IkrarPersonName, 1);

  *parts = (IkrarPersonName){ before, name, after };
  return parts;
}

IkrarPersonName *
ikrar_person_name_parse (const char *text)
{
  g_autofree char *clean = ikrar_text_clean (text);
  IkrarNameReading reading;
  char *name;

  reading.first = 0;
  reading.end = 0;
  reading.has_small = FALSE;
  if (!split_words (&reading, clean) || reading.end == 0)
    return make_name (g_strdup (""), g_steal_pointer (&clean), g_strdup (""));

  reading.before = g_string_new (NULL);
  reading.after = g_string_new (NULL);
  while (take_before (&reading))
    ;
  reading.before_end = reading.before->len;
  look_over_words (&reading);
  while (ikrar_name_take_after (&reading))
    ;

  name = write_name (&reading);
  return make_name (g_string_free (reading.before, FALSE), name,
                    g_string_free (reading.after, FALSE));
}
