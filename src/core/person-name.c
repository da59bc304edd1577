/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/person-name.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"

typedef struct
{
  const char *spelling;
  const char *key;
} GivenName;

/* Spellings of the two given names that rosters abbreviate most, in alphabetical order. */
static const GivenName given_names[] = {
  { "abd", "abdul" },         { "abdl", "abdul" },         { "abdoel", "abdul" },
  { "abdu", "abdul" },        { "abdur", "abdul" },        { "abdus", "abdul" },
  { "md", "muhammad" },       { "mhd", "muhammad" },       { "moch", "muhammad" },
  { "mochamad", "muhammad" }, { "mochammad", "muhammad" }, { "moh", "muhammad" },
  { "mohamad", "muhammad" },  { "mohamed", "muhammad" },   { "mohammad", "muhammad" },
  { "mohammed", "muhammad" }, { "mohd", "muhammad" },      { "much", "muhammad" },
  { "muchamad", "muhammad" }, { "muchammad", "muhammad" }, { "muh", "muhammad" },
  { "muhamad", "muhammad" },  { "muhamed", "muhammad" },   { "muhammed", "muhammad" },
  { "muhd", "muhammad" },     { "mukhamad", "muhammad" },  { "mukhammad", "muhammad" },
};

void
ikrar_person_name_free (IkrarPersonName *name)
{
  if (name == NULL)
    return;

  g_free (name->prefix);
  g_free (name->name);
  g_free (name->suffix);
  g_free (name);
}

char *
ikrar_person_name_display (const char *prefix, const char *name, const char *suffix)
{
  gboolean has_prefix = prefix != NULL && *prefix != '\0';
  gboolean has_suffix = suffix != NULL && *suffix != '\0';

  g_return_val_if_fail (name != NULL, NULL);

  return g_strconcat (has_prefix ? prefix : "", has_prefix ? " " : "", name, has_suffix ? ", " : "",
                      has_suffix ? suffix : "", NULL);
}

static int
compare_spelling (gconstpointer word, gconstpointer row)
{
  const GivenName *name = row;

  return strcmp (word, name->spelling);
}

static const char *
find_given_name (const char *word)
{
  const GivenName *name = bsearch (word, given_names, G_N_ELEMENTS (given_names),
                                   sizeof given_names[0], compare_spelling);

  return name != NULL ? name->key : word;
}

/* "M. Yusuf" is Muhammad Yusuf; a single M elsewhere is some other initial. */
char *
ikrar_person_name_key (const char *name)
{
  g_autofree char *folded = ikrar_text_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_initial = i == 0 && words[1] != NULL && strcmp (words[0], "m") == 0;

      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, is_initial ? "muhammad" : find_given_name (words[i]));
    }

  return g_string_free (key, FALSE);
}

static const char *
skip_to_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static void
append_initial (GString *initials, const char *word)
{
  const char *letter = skip_to_letter (word);

  if (*letter != '\0')
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (letter)));
}

char *
ikrar_person_name_initials (const char *name)
{
  g_autofree char *clean = ikrar_text_clean (name);
  const char *last = strrchr (clean, ' ');
  GString *initials = g_string_new (NULL);

  append_initial (initials, clean);
  if (last != NULL && initials->len > 0 && skip_to_letter (clean) < last)
    append_initial (initials, last);

  return g_string_free (initials, FALSE);
}
