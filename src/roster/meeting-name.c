/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/meeting-name-private.h"

#include <string.h>

#include "core/person-name.h"
#include "roster/header-private.h"

/* A number of somebody has so many digits; fewer are a place in a list. */
#define NUMBER_DIGITS_MIN 16

typedef struct
{
  const char *name;
  guint n_names; /* more than one is not plain */
  const char *unit;
  const char *number;
} Parts;

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789. ")] == '\0';
}

static guint
count_digits (const char *text)
{
  guint digits = 0;

  for (; *text != '\0'; text++)
    digits += g_ascii_isdigit (*text);
  return digits;
}

static void
take_part (Parts *parts, char *text)
{
  g_strstrip (text);
  if (*text == '\0')
    return;
  if (is_number (text))
    {
      if (count_digits (text) >= NUMBER_DIGITS_MIN)
        parts->number = text;
    }
  else if (parts->unit == NULL && _ikrar_unit_word_begins (text))
    parts->unit = text;
  else
    {
      parts->name = text;
      parts->n_names++;
    }
}

/* A place in a list before the name: "01. Budi", "12) Budi". */
static const char *
skip_place (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits >= NUMBER_DIGITS_MIN || strchr (".) ", text[digits]) == NULL)
    return text;
  return text + digits + strspn (text + digits, ".) ");
}

void
_ikrar_meeting_name_split (const char *text, char **name, char **unit, char **number)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) texts = NULL;
  g_autoptr (IkrarPersonName) parsed = NULL;
  Parts parts = { 0 };

  g_string_replace (plain, " - ", "_", 0);
  g_string_replace (plain, " \xe2\x80\x93 ", "_", 0);
  texts = g_strsplit_set (plain->str, "_|#/", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    take_part (&parts, texts[i]);
  parsed = ikrar_person_name_parse (skip_place (parts.n_names == 1 ? parts.name : text));
  *name = g_strdup (parsed->name);
  *unit = g_strdup (parts.n_names == 1 && parts.unit != NULL ? parts.unit : "");
  *number = g_strdup (parts.n_names == 1 && parts.number != NULL ? parts.number : "");
}
