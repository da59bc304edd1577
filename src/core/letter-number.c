/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "config.h"

#include "core/letter-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/error.h"
#include "core/number-word.h"

#define WIDTH_MAX 5

typedef void (*WriteToken) (GString *letter, const IkrarLetterNumber *number, int width);

typedef struct
{
  const char *word;
  WriteToken write;
  gboolean has_width;
} Token;

/* Literal text, or a token between braces. */
typedef struct
{
  const char *start;
  gsize length;
  gboolean is_token;
} Piece;

static void
write_code (GString *letter, const IkrarLetterNumber *number, int width)
{
  g_string_append (letter, number->code != NULL ? number->code : "");
}

/* A number that is given by hand or by another system later leaves room for it. */
static void
write_number (GString *letter, const IkrarLetterNumber *number, int width)
{
  if (number->number == 0)
    g_string_append (letter, "___");
  else
    g_string_append_printf (letter, "%0*u", width, number->number);

  if (number->insert != NULL && *number->insert != '\0')
    g_string_append_printf (letter, ".%s", number->insert);
}

static void
write_unit (GString *letter, const IkrarLetterNumber *number, int width)
{
  g_string_append (letter, number->unit != NULL ? number->unit : "");
}

static void
write_month (GString *letter, const IkrarLetterNumber *number, int width)
{
  g_string_append_printf (letter, "%02d", number->month);
}

static void
write_month_roman (GString *letter, const IkrarLetterNumber *number, int width)
{
  g_autofree char *roman = ikrar_number_roman ((guint) number->month);

  g_string_append (letter, roman);
}

static void
write_year (GString *letter, const IkrarLetterNumber *number, int width)
{
  g_string_append_printf (letter, "%d", number->year);
}

static const Token tokens[] = {
  { "kode", write_code, FALSE },   { "nomor", write_number, TRUE },
  { "unit", write_unit, FALSE },   { "bulan_romawi", write_month_roman, FALSE },
  { "bulan", write_month, FALSE }, { "tahun", write_year, FALSE },
};

/* Cuts the next piece off; FALSE at the end, and at a brace without its partner. */
static gboolean
next_piece (const char **cursor, Piece *piece)
{
  const char *start = *cursor;

  if (*start == '\0' || *start == '}')
    return FALSE;

  piece->is_token = *start == '{';
  piece->start = piece->is_token ? start + 1 : start;
  piece->length = strcspn (piece->start, "{}");
  if (piece->is_token && piece->start[piece->length] != '}')
    return FALSE;

  *cursor = piece->start + piece->length + (piece->is_token ? 1 : 0);
  return TRUE;
}

static const Token *
find_token (const Piece *piece, int *width)
{
  *width = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      gsize length = strlen (tokens[i].word);
      const char *rest = piece->start + length;

      if (piece->length < length || strncmp (piece->start, tokens[i].word, length) != 0)
        continue;
      if (piece->length == length)
        return &tokens[i];
      if (tokens[i].has_width && piece->length == length + 2 && rest[0] == ':' && rest[1] >= '0' &&
          rest[1] <= '0' + WIDTH_MAX)
        {
          *width = rest[1] - '0';
          return &tokens[i];
        }
    }

  return NULL;
}

static gboolean
check_piece (const Piece *piece, gboolean *has_number, GError **error)
{
  const Token *token;
  int width;

  if (!piece->is_token)
    return TRUE;

  token = find_token (piece, &width);
  if (token == NULL)
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_UNKNOWN,
                   _ ("“{%.*s}” is unknown; the pattern may have {kode}, {nomor}, {nomor:0} to "
                      "{nomor:5}, {unit}, {bulan}, {bulan_romawi} and {tahun}"),
                   (int) piece->length, piece->start);
      return FALSE;
    }

  *has_number = *has_number || token->write == write_number;
  return TRUE;
}

gboolean
ikrar_letter_number_check (const char *pattern, GError **error)
{
  const char *cursor = pattern;
  gboolean has_number = FALSE;
  Piece piece;

  g_return_val_if_fail (pattern != NULL, FALSE);

  while (next_piece (&cursor, &piece))
    if (!check_piece (&piece, &has_number, error))
      return FALSE;

  if (*cursor != '\0')
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX,
                   _ ("A brace has no partner from “%s” on; write tokens like {nomor}"), cursor);
      return FALSE;
    }
  if (!has_number)
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX,
                   _ ("“%s” has no {nomor}, so two papers would share a number; add it"), pattern);
      return FALSE;
    }

  return TRUE;
}

char *
ikrar_letter_number_format (const char *pattern, const IkrarLetterNumber *number)
{
  const char *cursor = pattern;
  GString *letter;
  Piece piece;
  int width;

  g_return_val_if_fail (pattern != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  letter = g_string_new (NULL);
  while (next_piece (&cursor, &piece))
    {
      const Token *token = piece.is_token ? find_token (&piece, &width) : NULL;

      if (token != NULL)
        token->write (letter, number, width);
      else
        g_string_append_len (letter, piece.start, (gssize) piece.length);
    }

  return g_string_free (letter, FALSE);
}
