/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/text.h"

#include <string.h>

typedef enum
{
  SIGHT_SEEN,
  SIGHT_SPACE,
  SIGHT_UNSEEN,
} Sight;

/* The apostrophe of names such as Ma'ruf, in the forms that keyboards and programs make of it. */
static const gunichar apostrophes[] = {
  '\'',   '`',    0x00b4, 0x02b9, 0x02bb, 0x02bc, 0x02bd, 0x02be, 0x02bf,
  0x02ca, 0x02cb, 0x2018, 0x2019, 0x201b, 0x2032, 0x2035, 0x1ffd, 0xff07,
};

/* What senders write where there is no number or grade, folded; most are kinds of staff that have
 * none. Source: rosters of regional agencies. */
static const char *const none_words[] = {
  "0",
  "belum",
  "belum ada",
  "belum punya",
  "blm ada",
  "bukan asn",
  "dalam proses",
  "gtt",
  "gty",
  "honor",
  "honorer",
  "kontrak",
  "kosong",
  "magang",
  "masih proses",
  "nihil",
  "non asn",
  "non pns",
  "nonasn",
  "nonpns",
  "outsorcing",
  "outsourcing",
  "phl",
  "pjlp",
  "ppnpn",
  "proses",
  "ptt",
  "sukarela",
  "sukwan",
  "tdk ada",
  "tenaga honorer",
  "tenaga kontrak",
  "tenaga outsourcing",
  "tenaga sukarela",
  "thl",
  "tidak ada",
  "tidak diketahui",
  "tidak punya",
  "tkk",
  "tkpk",
  "tks",
};

static Sight
sight_of (gunichar c)
{
  if (g_unichar_isspace (c) || c == '\v' || c == 0x85)
    return SIGHT_SPACE;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
      return SIGHT_UNSEEN;

    default:
      return SIGHT_SEEN;
    }
}

/* A spreadsheet program is told with such a mark that a cell is text. */
static gboolean
is_text_mark (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x2019;
}

/* Most cells are printable ASCII with single spaces inside: they can be copied as they are. */
static gboolean
is_clean_already (const char *text)
{
  if (*text == ' ' || is_text_mark (*text))
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~' || (p[0] == ' ' && (p[1] == ' ' || p[1] == '\0')))
      return FALSE;

  return TRUE;
}

static char *
strip_unseen (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Sight sight = sight_of (c);

      gap = gap || sight == SIGHT_SPACE;
      if (sight != SIGHT_SEEN || (clean->len == 0 && is_text_mark (c)))
        continue;

      if (gap && clean->len > 0)
        g_string_append_c (clean, ' ');
      gap = FALSE;
      g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

char *
ikrar_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *stripped = NULL;

  if (text == NULL || is_clean_already (text))
    return g_strdup (text != NULL ? text : "");

  /* Composing first shows marks that only look different; taking something out between two letters
   * may let them compose anew. */
  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  stripped = strip_unseen (composed);

  return g_utf8_normalize (stripped, -1, G_NORMALIZE_NFC);
}

static gboolean
is_apostrophe (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (apostrophes); i++)
    if (c == apostrophes[i])
      return TRUE;

  return FALSE;
}

/* Adds one character that cannot be taken apart further. */
static void
fold_part (GString *key, gunichar c, gboolean *gap)
{
  if (is_apostrophe (c) || g_unichar_ismark (c) || sight_of (c) == SIGHT_UNSEEN)
    return;

  if (!g_unichar_isalnum (c))
    {
      *gap = TRUE;
      return;
    }

  if (*gap && key->len > 0)
    g_string_append_c (key, ' ');
  *gap = FALSE;
  g_string_append_unichar (key, g_unichar_tolower (c));
}

static void
fold_char (GString *key, gunichar c, gboolean *gap)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (is_apostrophe (c))
    return;

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    fold_part (key, parts[i], gap);
}

static void
fold_ascii (GString *key, char c, gboolean *gap)
{
  if (g_ascii_isalnum (c))
    {
      if (*gap && key->len > 0)
        g_string_append_c (key, ' ');
      *gap = FALSE;
      g_string_append_c (key, g_ascii_tolower (c));
    }
  else if (c != '\'' && c != '`')
    *gap = *gap || !g_ascii_iscntrl (c) || g_ascii_isspace (c) || c == '\v';
}

char *
ikrar_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  const char *p = text != NULL ? text : "";
  GString *key = g_string_sized_new (strlen (p));
  gboolean gap = FALSE;

  for (; *p != '\0' && (guchar) *p < 0x80; p++)
    fold_ascii (key, *p, &gap);

  valid = *p != '\0' ? g_utf8_make_valid (p, -1) : NULL;
  for (p = valid; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    fold_char (key, g_utf8_get_char (p), &gap);

  return g_string_free (key, FALSE);
}

char *
ikrar_text_digits (const char *text)
{
  const char *p = text != NULL ? text : "";
  GString *digits = g_string_new (NULL);

  /* U+FF10 to U+FF19 are EF BC 90 to EF BC 99 in UTF-8. */
  for (; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if ((guchar) p[0] == 0xef && (guchar) p[1] == 0xbc && (guchar) p[2] - 0x90u < 10)
      g_string_append_c (digits, (char) ('0' + (guchar) p[2] - 0x90));

  return g_string_free (digits, FALSE);
}

gboolean
ikrar_text_is_blank (const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (g_ascii_isalnum (*text))
    return FALSE;

  clean = ikrar_text_clean (text);
  return *clean == '\0';
}

gboolean
ikrar_text_is_none (const char *text)
{
  g_autofree char *key = ikrar_text_fold (text);

  if (*key == '\0')
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (none_words); i++)
    if (strcmp (key, none_words[i]) == 0)
      return TRUE;

  return FALSE;
}

void
ikrar_text_replace (char **text, const char *by)
{
  char *copy;

  if (by == NULL)
    return;
  copy = g_strdup (by);
  g_free (*text);
  *text = copy;
}
