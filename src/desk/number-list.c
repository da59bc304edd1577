/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "config.h"

#include "desk/number-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATORS " \t\r\n,;"
#define DIGITS_MAX 7

/* Beyond the list's own size: so much may be typed twice before it is no list any more. */
#define REPEATS_MAX 1024

/* A number that was read. Its place in the list is found by it. */
typedef struct
{
  gboolean typed;
  gboolean clashes;
  IkrarAttendance state;
} Seen;

typedef struct
{
  IkrarNumberList *list;
  Seen *seen; /* by number - 1 */
  guint size;
  guint budget;
  IkrarAttendance state; /* of numbers that have none */
} Reading;

/* What stands between two separators. */
typedef struct
{
  const char *text;
  guint first;
  guint last;
  IkrarAttendance state;
} Token;

static void
misread_free (IkrarListMisread *misread)
{
  g_free (misread->text);
  g_free (misread);
}

/* Numbers that follow each other in one range are told at once. */
static void
add_misread (Reading *reading, IkrarMisread what, const char *text, guint first, guint last)
{
  GPtrArray *misreads = reading->list->misreads;
  IkrarListMisread *before =
      misreads->len > 0 ? g_ptr_array_index (misreads, misreads->len - 1) : NULL;
  IkrarListMisread *misread;

  if (before != NULL && first > 0 && before->what == what && before->last + 1 == first &&
      strcmp (before->text, text) == 0)
    {
      before->last = last;
      return;
    }
  misread = g_new0 (IkrarListMisread, 1);
  misread->what = what;
  misread->text = g_strdup (text);
  misread->first = first;
  misread->last = last;
  g_ptr_array_add (misreads, misread);
}

/* Dashes become hyphens, and one with spaces on both sides joins two numbers. */
static char *
join_ranges (const char *text)
{
  static const char *const dashes[] = { "\u2013", "\u2014", "\u2212", "\u2010", "\u2011" };
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) plain = g_string_new (valid);

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    g_string_replace (plain, dashes[i], "-", 0);
  g_string_replace (plain, "\u00a0", " ", 0);
  for (gsize i = 1; i + 3 < plain->len; i++)
    if (memcmp (plain->str + i, " - ", 3) == 0 && g_ascii_isdigit (plain->str[i - 1]) &&
        g_ascii_isdigit (plain->str[i + 3]))
      {
        g_string_erase (plain, (gssize) i, 1);
        g_string_erase (plain, (gssize) i + 1, 1);
      }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Letters of a code. Returns whether they are one, or there are none. */
static gboolean
take_code (const char **text, IkrarAttendance *state, gboolean *found)
{
  const char *end = *text;
  g_autofree char *letters = NULL;

  while (g_ascii_isalpha (*end))
    end++;
  *found = end > *text;
  if (!*found)
    return TRUE;
  letters = g_strndup (*text, (gsize) (end - *text));
  *text = end;
  for (guint i = IKRAR_ATTENDANCE_UNRECORDED + 1; i < IKRAR_N_ATTENDANCES; i++)
    if (g_ascii_strcasecmp (letters, ikrar_attendance_code (i)) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_number (const char **text, guint *number)
{
  gsize digits = strspn (*text, "0123456789");

  if (digits == 0 || digits > DIGITS_MAX)
    return FALSE;
  *number = (guint) g_ascii_strtoull (*text, NULL, 10);
  *text += digits;
  return *number > 0;
}

/* Returns whether @token is a number or a range with at most one state. */
static gboolean
read_token (Token *token)
{
  const char *text = token->text;
  gboolean before, behind;

  if (!take_code (&text, &token->state, &before) || !take_number (&text, &token->first))
    return FALSE;
  token->last = token->first;
  if (*text == '-')
    {
      text++;
      if (!take_number (&text, &token->last))
        return FALSE;
    }
  return take_code (&text, &token->state, &behind) && !(before && behind) && *text == '\0' &&
         token->first <= token->last;
}

static void
add_number (Reading *reading, const Token *token, guint number)
{
  Seen *seen = &reading->seen[number - 1];

  if (!seen->typed)
    {
      *seen = (Seen){ .typed = TRUE, .state = token->state };
      g_array_append_val (reading->list->numbers, ((IkrarListNumber){ number, token->state }));
      return;
    }
  seen->clashes |= seen->state != token->state;
  add_misread (reading, seen->state != token->state ? IKRAR_MISREAD_TWICE : IKRAR_MISREAD_AGAIN,
               token->text, number, number);
}

static void
add_token (Reading *reading, const Token *token)
{
  guint last = MIN (token->last, reading->size);
  guint count = last >= token->first ? last - token->first + 1 : 0;

  if (token->state == IKRAR_ATTENDANCE_STANDING_IN || token->state == IKRAR_ATTENDANCE_REPRESENTED)
    {
      add_misread (reading, IKRAR_MISREAD_NEEDS_NAME, token->text, token->first, token->last);
      return;
    }
  if (count > reading->budget)
    {
      add_misread (reading, IKRAR_MISREAD_TOO_MUCH, token->text, token->first, token->last);
      return;
    }
  reading->budget -= count;
  for (guint i = 0; i < count; i++)
    add_number (reading, token, token->first + i);
  if (token->last > reading->size)
    add_misread (reading, IKRAR_MISREAD_NOT_ON_LIST, token->text,
                 MAX (token->first, reading->size + 1), token->last);
}

static void
take_token (Reading *reading, const char *text)
{
  Token token = { .text = text, .state = reading->state };

  if (*text == '\0')
    return;
  if (read_token (&token))
    add_token (reading, &token);
  else
    add_misread (reading, IKRAR_MISREAD_UNREADABLE, text, 0, 0);
}

/* A number with two states has none: somebody has to say which. */
static void
drop_clashes (Reading *reading)
{
  GArray *numbers = reading->list->numbers;
  guint kept = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      IkrarListNumber number = g_array_index (numbers, IkrarListNumber, i);

      if (!reading->seen[number.number - 1].clashes)
        g_array_index (numbers, IkrarListNumber, kept++) = number;
    }
  g_array_set_size (numbers, kept);
}

IkrarNumberList *
ikrar_number_list_parse (const char *text, guint size, IkrarAttendance state)
{
  IkrarNumberList *list = g_new0 (IkrarNumberList, 1);
  g_autofree char *joined = join_ranges (text != NULL ? text : "");
  g_auto (GStrv) tokens = g_strsplit_set (joined, SEPARATORS, -1);
  g_autofree Seen *seen = g_new0 (Seen, (gsize) size + 1);
  Reading reading = { list, seen, size, 2 * MIN (size, G_MAXUINT / 4) + REPEATS_MAX, state };

  list->numbers = g_array_new (FALSE, FALSE, sizeof (IkrarListNumber));
  list->misreads = g_ptr_array_new_with_free_func ((GDestroyNotify) misread_free);
  for (guint i = 0; tokens[i] != NULL; i++)
    take_token (&reading, tokens[i]);
  drop_clashes (&reading);
  return list;
}

gboolean
ikrar_number_list_is_sound (const IkrarNumberList *list)
{
  for (guint i = 0; i < list->misreads->len; i++)
    if (((const IkrarListMisread *) g_ptr_array_index (list->misreads, i))->what !=
        IKRAR_MISREAD_AGAIN)
      return FALSE;
  return TRUE;
}

static const struct
{
  const char *word;
  const char *one;
  const char *several;
} misreads[] = {
  [IKRAR_MISREAD_UNREADABLE] = { "unreadable",
                                 /* Translators: %1$s is what somebody typed. */
                                 N_ ("“%1$s” is no number. Write 12, 12-15 or S12.") },
  [IKRAR_MISREAD_NOT_ON_LIST] = { "not-on-list", N_ ("The list has no number %2$u (“%1$s”)."),
                                  N_ ("The list has no numbers %2$u to %3$u (“%1$s”).") },
  [IKRAR_MISREAD_TWICE] = { "twice",
                            N_ ("Number %2$u has two different states (“%1$s”). Keep one."),
                            N_ ("Numbers %2$u to %3$u have two different states (“%1$s”). Keep "
                                "one each.") },
  [IKRAR_MISREAD_AGAIN] = { "again",
                            N_ ("Number %2$u stands there twice (“%1$s”). It counts once."),
                            N_ ("Numbers %2$u to %3$u stand there twice (“%1$s”). They count once.") },
  [IKRAR_MISREAD_NEEDS_NAME] = { "needs-name",
                                 N_ ("“%1$s”: who stands in for whom has to be said. Set this state "
                                     "by hand, with the name.") },
  [IKRAR_MISREAD_TOO_MUCH] = { "too-much",
                               N_ ("“%1$s”: the text has far more numbers than the list.") },
};

const char *
ikrar_misread_word (IkrarMisread what)
{
  g_return_val_if_fail (what < IKRAR_N_MISREADS, NULL);

  return misreads[what].word;
}

char *
ikrar_list_misread_text (const IkrarListMisread *misread)
{
  const char *one = misreads[misread->what].one;
  const char *several = misreads[misread->what].several;
  const char *format = several != NULL && misread->last > misread->first ? several : one;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (format), misread->text, misread->first, misread->last);
#pragma GCC diagnostic pop
}

void
ikrar_number_list_free (IkrarNumberList *list)
{
  if (list == NULL)
    return;
  g_array_unref (list->numbers);
  g_ptr_array_unref (list->misreads);
  g_free (list);
}
