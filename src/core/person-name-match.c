/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/person-name.h"

#include <string.h>

/* A word in common has so many letters; a shortened one, and one spelled otherwise, so many. */
#define COMMON_MIN 2
#define SHORTENED_MIN 3
#define RESPELLED_MIN 4
/* Of so many letters one may be another. */
#define LETTERS_A_CHANGE 3
/* Longer words are compared as they are. */
#define WORD_SIZE 64

/* How many letters must be put in, left out or changed to make one word the other. */
static gsize
count_changes (const char *word, const char *other)
{
  gsize size = strlen (other);
  gsize row[WORD_SIZE];

  for (gsize i = 0; i <= size; i++)
    row[i] = i;
  for (gsize at = 0; word[at] != '\0'; at++)
    {
      gsize diagonal = row[0]++;

      for (gsize i = 0; i < size; i++)
        {
          gsize changed = diagonal + (word[at] != other[i]);

          diagonal = row[i + 1];
          row[i + 1] = MIN (changed, MIN (row[i], diagonal) + 1);
        }
    }
  return row[size];
}

static gboolean
is_beginning (const char *word, const char *other)
{
  return g_str_has_prefix (word, other) || g_str_has_prefix (other, word);
}

static gboolean
is_same_word (const char *word, const char *other)
{
  gsize shorter = MIN (strlen (word), strlen (other));
  gsize longer = MAX (strlen (word), strlen (other));

  if (strcmp (word, other) == 0)
    return shorter >= COMMON_MIN;
  if (shorter >= SHORTENED_MIN && is_beginning (word, other))
    return TRUE;
  return shorter >= RESPELLED_MIN && longer < WORD_SIZE && *word == *other &&
         count_changes (word, other) <= longer / LETTERS_A_CHANGE;
}

static gboolean
has_same_word (char **words, char **others)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; others[j] != NULL; j++)
      if (is_same_word (words[i], others[j]))
        return TRUE;
  return FALSE;
}

/* Each word of the shorter name begins the word of the other that stands in its place, or is begun
 * by it: "B. S." and "Budi Santoso". */
static gboolean
is_in_initials (char **words, char **others)
{
  for (guint i = 0; words[i] != NULL && others[i] != NULL; i++)
    if (!is_beginning (words[i], others[i]))
      return FALSE;
  return TRUE;
}

/* "Abdurrahman" is Abdul Rahman. */
static gboolean
is_run_together (char **words, char **others)
{
  g_autofree char *run = g_strjoinv ("", words);
  g_autofree char *other = g_strjoinv ("", others);

  return is_same_word (run, other);
}

gboolean
ikrar_person_name_may_match (const char *key, const char *other)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) others = NULL;

  g_return_val_if_fail (key != NULL && other != NULL, TRUE);

  if (strcmp (key, other) == 0)
    return TRUE;
  words = g_strsplit (key, " ", -1);
  others = g_strsplit (other, " ", -1);
  return has_same_word (words, others) || is_in_initials (words, others) ||
         is_run_together (words, others);
}
