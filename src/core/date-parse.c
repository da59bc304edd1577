/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/date.h"

#include <string.h>

#include "core/text.h"

#define WORD_SIZE 12
#define DIGITS "0123456789"

/* Two-digit years from here up are of the last century. */
#define CENTURY_TURN 30

/* Months as they are written in Indonesia, and as spreadsheets set to English shorten them. */
static const struct
{
  const char *word;
  int month;
} months[] = {
  { "januari", 1 },   { "jan", 1 },     { "january", 1 },   { "februari", 2 },
  { "pebruari", 2 },  { "feb", 2 },     { "peb", 2 },       { "february", 2 },
  { "maret", 3 },     { "mar", 3 },     { "march", 3 },     { "april", 4 },
  { "apr", 4 },       { "mei", 5 },     { "may", 5 },       { "juni", 6 },
  { "jun", 6 },       { "june", 6 },    { "juli", 7 },      { "jul", 7 },
  { "july", 7 },      { "agustus", 8 }, { "agust", 8 },     { "agu", 8 },
  { "ags", 8 },       { "agt", 8 },     { "aug", 8 },       { "august", 8 },
  { "september", 9 }, { "sept", 9 },    { "sep", 9 },       { "oktober", 10 },
  { "okt", 10 },      { "oct", 10 },    { "october", 10 },  { "november", 11 },
  { "nopember", 11 }, { "nov", 11 },    { "nop", 11 },      { "desember", 12 },
  { "des", 12 },      { "dec", 12 },    { "december", 12 },
};

/* Words that may stand before the day. */
static const char *const openings[] = {
  "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad", "hari", "tanggal", "tgl",
};

/* The three numbers of a date in the order they are written. */
typedef struct
{
  int value[3];
  gsize digits[3];
} Parts;

/* Reads a word in small letters; the apostrophe of "Jum'at" is dropped in all its forms. */
static void
read_word (const char **cursor, char word[WORD_SIZE])
{
  gsize n = 0;

  for (; g_ascii_isalpha (**cursor) || **cursor == '\'' || **cursor == '`' ||
         (guchar) * *cursor >= 0x80;
       (*cursor)++)
    if (g_ascii_isalpha (**cursor) && n + 1 < WORD_SIZE)
      word[n++] = g_ascii_tolower (**cursor);

  word[n] = '\0';
}

static gboolean
is_opening (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (strcmp (word, openings[i]) == 0)
      return TRUE;

  return FALSE;
}

static int
find_month (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (word, months[i].word) == 0)
      return months[i].month;

  return 0;
}

/* Reads a word, which is either in front of the date or its month. */
static gboolean
take_word (const char **cursor, Parts *parts, guint *n)
{
  char word[WORD_SIZE];

  read_word (cursor, word);
  if (*n == 0)
    return is_opening (word);

  parts->value[*n] = find_month (word);
  return (*n)++ == 1 && parts->value[1] > 0;
}

static gboolean
take_number (const char **cursor, Parts *parts, guint *n)
{
  gsize digits = strspn (*cursor, DIGITS);

  if (digits == 0 || digits > 4)
    return FALSE;

  parts->value[*n] = (int) g_ascii_strtoull (*cursor, NULL, 10);
  parts->digits[*n] = digits;
  (*n)++;
  *cursor += digits;
  return TRUE;
}

static gboolean
read_parts (const char **cursor, Parts *parts)
{
  guint n = 0;

  while (n < 3)
    {
      *cursor += strspn (*cursor, " /-.,()");
      if (g_ascii_isalpha (**cursor) ? !take_word (cursor, parts, &n)
                                     : !take_number (cursor, parts, &n))
        return FALSE;
    }

  return TRUE;
}

/* Spreadsheets append a time to a date, "2024-02-06 00:00:00". */
static gboolean
is_end_or_time (const char *text)
{
  gboolean has_digits = strcspn (text, DIGITS) < strlen (text);

  return text[strspn (text, DIGITS " T,.:)Z+")] == '\0' &&
         (!has_digits || strchr (text, ':') != NULL);
}

static int
complete_year (int year, gsize digits)
{
  if (digits == 4)
    return year;

  return year >= CENTURY_TURN ? 1900 + year : 2000 + year;
}

/* A year in front has four digits and makes the order year, month, day; else the day is first. */
static gboolean
are_digits_right (const Parts *parts, guint year, guint day)
{
  return (parts->digits[year] == 4 || parts->digits[year] == 2) && parts->digits[1] <= 2 &&
         parts->digits[day] <= 2;
}

static gboolean
is_date (int year, int month, int day)
{
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

gboolean
ikrar_date_parse (const char *text, int *year, int *month, int *day)
{
  g_autofree char *clean = ikrar_text_clean (text);
  const char *cursor = clean;
  Parts parts = { 0 };
  guint at_year, at_day;
  int full_year;

  g_return_val_if_fail (year != NULL && month != NULL && day != NULL, FALSE);

  if (!read_parts (&cursor, &parts) || !is_end_or_time (cursor))
    return FALSE;

  at_year = parts.digits[0] == 4 ? 0 : 2;
  at_day = 2 - at_year;
  full_year = complete_year (parts.value[at_year], parts.digits[at_year]);
  if (!are_digits_right (&parts, at_year, at_day) ||
      !is_date (full_year, parts.value[1], parts.value[at_day]))
    return FALSE;

  *year = full_year;
  *month = parts.value[1];
  *day = parts.value[at_day];
  return TRUE;
}
