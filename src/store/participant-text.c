/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"
#define _GNU_SOURCE

#include "store/participant-text-private.h"

#include <string.h>

struct _IkrarParticipantText
{
  guint size;
  GString *text;        /* name and number of each line, each with a line break behind it */
  gsize *starts;        /* of each line in @text, and the end */
  guint *units;         /* of each line, in @unit_keys */
  GPtrArray *unit_keys; /* const char, each once; they belong to the lines */
};

static guint
add_unit (IkrarParticipantText *self, GHashTable *known, const char *key)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (known, key, NULL, &index))
    {
      index = GUINT_TO_POINTER (self->unit_keys->len);
      g_hash_table_insert (known, (gpointer) key, index);
      g_ptr_array_add (self->unit_keys, (gpointer) key);
    }
  return GPOINTER_TO_UINT (index);
}

IkrarParticipantText *
_ikrar_participant_text_new (const IkrarParticipantLine *lines, guint size)
{
  IkrarParticipantText *self = g_new0 (IkrarParticipantText, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->size = size;
  self->text = g_string_new (NULL);
  self->starts = g_new (gsize, (gsize) size + 1);
  self->units = g_new (guint, size);
  self->unit_keys = g_ptr_array_new ();
  for (guint i = 0; i < size; i++)
    {
      self->starts[i] = self->text->len;
      g_string_append (self->text, lines[i].name_key);
      g_string_append_c (self->text, '\n');
      g_string_append (self->text, lines[i].employee_number);
      g_string_append_c (self->text, '\n');
      self->units[i] = add_unit (self, known, lines[i].unit_key);
    }
  self->starts[size] = self->text->len;
  return self;
}

void
_ikrar_participant_text_free (IkrarParticipantText *self)
{
  g_string_free (self->text, TRUE);
  g_free (self->starts);
  g_free (self->units);
  g_ptr_array_unref (self->unit_keys);
  g_free (self);
}

/* The line that has the character at @position, which is not before line @first. Neighbours are
 * looked at first: a short word is in nearly every line. */
static guint
line_at (const IkrarParticipantText *self, gsize position, guint first)
{
  guint step = 1;
  guint low = first;
  guint high;

  while (low + step < self->size && self->starts[low + step] <= position)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, self->size);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->starts[middle] <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
mark_texts (const IkrarParticipantText *self, const char *word, guint8 *marks)
{
  const char *text = self->text->str;
  const char *hit = strstr (text, word);
  guint line = 0;

  while (hit != NULL && line < self->size)
    {
      line = line_at (self, (gsize) (hit - text), line);
      marks[line++] = 1;
      hit = strstr (text + self->starts[line], word);
    }
}

/* Which units have a word, NULL if none. */
static guint8 *
find_units (const IkrarParticipantText *self, const char *word)
{
  g_autofree guint8 *having = g_new0 (guint8, self->unit_keys->len);
  gboolean any = FALSE;

  for (guint i = 0; i < self->unit_keys->len; i++)
    if (strstr (g_ptr_array_index (self->unit_keys, i), word) != NULL)
      any = having[i] = TRUE;
  return any ? g_steal_pointer (&having) : NULL;
}

static void
mark_all (const IkrarParticipantText *self, const char *word, guint8 *marks)
{
  g_autofree guint8 *having = find_units (self, word);

  mark_texts (self, word, marks);
  for (guint i = 0; having != NULL && i < self->size; i++)
    marks[i] |= having[self->units[i]];
}

/* Lines marked by another word lose their mark if they have not this one. */
static void
keep_those_with (const IkrarParticipantText *self, const char *word, guint8 *marks)
{
  g_autofree guint8 *having = find_units (self, word);
  gsize length = strlen (word);

  for (guint i = 0; i < self->size; i++)
    if (marks[i] && (having == NULL || !having[self->units[i]]))
      marks[i] = memmem (self->text->str + self->starts[i], self->starts[i + 1] - self->starts[i],
                         word, length) != NULL;
}

/* The longest leaves the fewest to look at. */
static guint
find_longest (GStrv words)
{
  guint longest = 0;

  for (guint i = 1; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (words[longest]))
      longest = i;
  return longest;
}

guint8 *
_ikrar_participant_text_find (const IkrarParticipantText *self, GStrv words)
{
  guint8 *marks = g_new0 (guint8, (gsize) self->size + 1);
  guint longest;

  if (words[0] == NULL)
    {
      memset (marks, 1, self->size);
      return marks;
    }
  longest = find_longest (words);
  mark_all (self, words[longest], marks);
  for (guint i = 0; words[i] != NULL; i++)
    if (i != longest)
      keep_those_with (self, words[i], marks);
  return marks;
}
