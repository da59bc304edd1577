/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/error.h"
#include "roster/limits-private.h"

/* How many records of the beginning tell a separator. */
#define GUESS_RECORDS 60
#define GUESS_FIELDS 256

enum
{
  STATE_START,
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE,
};

/* Tried in this order; a comma last but one, for names are full of them. */
static const char separators[] = { ';', '\t', ',', '|' };

void
_ikrar_splitter_init (IkrarSplitter *splitter,
                      const char *name,
                      char separator,
                      IkrarRecordFunc func,
                      gpointer user_data)
{
  memset (splitter, 0, sizeof *splitter);
  splitter->name = name;
  splitter->separator = separator;
  splitter->func = func;
  splitter->user_data = user_data;
  splitter->text = g_string_new (NULL);
  splitter->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  splitter->fields = g_ptr_array_new ();
}

void
_ikrar_splitter_clear (IkrarSplitter *splitter)
{
  g_string_free (splitter->text, TRUE);
  g_array_unref (splitter->starts);
  g_ptr_array_unref (splitter->fields);
}

static gsize
field_start (IkrarSplitter *splitter)
{
  guint n_starts = splitter->starts->len;

  return n_starts > 0 ? g_array_index (splitter->starts, gsize, n_starts - 1) : 0;
}

static gboolean
begin_field (IkrarSplitter *splitter, GError **error)
{
  gsize start = splitter->text->len;

  g_array_append_val (splitter->starts, start);
  if (splitter->starts->len <= IKRAR_SHEET_COLUMNS_MAX)
    return TRUE;
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
               _ ("%s: Row %u has more than %u columns. Choose the text file with the roster."),
               splitter->name, splitter->number + 1, IKRAR_SHEET_COLUMNS_MAX);
  return FALSE;
}

/* Spreadsheet programs write ="0123" to keep a number as text. */
static char *
unwrap_field (char *field)
{
  gsize size = strlen (field);

  if (size < 3 || !g_str_has_prefix (field, "=\"") || field[size - 1] != '"')
    return field;
  field[size - 1] = '\0';
  return field + 2;
}

static gboolean
refuse_rows (const IkrarSplitter *splitter, GError **error)
{
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
               _ ("%s: There are more rows than a spreadsheet allows (1,048,576). Split the file."),
               splitter->name);
  return FALSE;
}

static gboolean
end_record (IkrarSplitter *splitter, GError **error)
{
  GError *reason = NULL;

  splitter->number++;
  splitter->state = STATE_START;
  if (splitter->starts->len == 0)
    return TRUE;
  if (splitter->number > IKRAR_SHEET_ROWS_MAX)
    return refuse_rows (splitter, error);
  g_ptr_array_set_size (splitter->fields, 0);
  for (guint i = 0; i < splitter->starts->len; i++)
    {
      char *field = splitter->text->str + g_array_index (splitter->starts, gsize, i);

      g_ptr_array_add (splitter->fields, unwrap_field (field));
    }
  splitter->stopped =
      !splitter->func (splitter->number, (const char *const *) splitter->fields->pdata,
                       splitter->fields->len, splitter->user_data, &reason);
  g_array_set_size (splitter->starts, 0);
  g_string_truncate (splitter->text, 0);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
refuse_record (const IkrarSplitter *splitter, GError **error)
{
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
               _ ("%s: Row %u holds more text than any roster. Choose the text file with the "
                  "roster."),
               splitter->name, splitter->number + 1);
  return FALSE;
}

static gboolean
add_letters (IkrarSplitter *splitter, const char *letters, gsize size, GError **error)
{
  if (splitter->starts->len == 0 && !begin_field (splitter, error))
    return FALSE;
  g_string_append_len (splitter->text, letters, (gssize) size);
  if (splitter->text->len - field_start (splitter) <= IKRAR_FIELD_BYTES_MAX)
    return splitter->text->len <= IKRAR_ROW_BYTES_MAX || refuse_record (splitter, error);
  g_set_error (
      error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
      _ ("%s: Row %u has a field of more than 1 MiB: most often a quotation mark is opened there "
         "and never closed. Remove it."),
      splitter->name, splitter->number + 1);
  return FALSE;
}

/* A NUL ends each field, so none may stand within; nor may the mark that ended files of DOS. */
static gboolean
is_noise (char letter)
{
  return letter == '\0' || letter == '\x1A';
}

static gboolean
take_line_end (IkrarSplitter *splitter, char letter, GError **error)
{
  if (letter == '\n' && splitter->after_cr)
    {
      splitter->after_cr = FALSE;
      return TRUE;
    }
  splitter->after_cr = letter == '\r';
  return end_record (splitter, error);
}

static gboolean
take_separator (IkrarSplitter *splitter, GError **error)
{
  if (splitter->starts->len == 0 && !begin_field (splitter, error))
    return FALSE;
  g_string_append_c (splitter->text, '\0');
  splitter->state = STATE_START;
  return begin_field (splitter, error);
}

static gboolean
open_quote (IkrarSplitter *splitter, GError **error)
{
  splitter->state = STATE_QUOTED;
  return splitter->starts->len > 0 || begin_field (splitter, error);
}

static gboolean
take_quoted (IkrarSplitter *splitter, char letter, GError **error)
{
  if (letter != '"')
    return add_letters (splitter, &letter, 1, error);
  splitter->state = STATE_QUOTE;
  return TRUE;
}

static gboolean
take_letter (IkrarSplitter *splitter, char letter, GError **error)
{
  if (splitter->state == STATE_QUOTED)
    return take_quoted (splitter, letter, error);
  if (splitter->state == STATE_QUOTE && letter == '"')
    {
      splitter->state = STATE_QUOTED;
      return add_letters (splitter, &letter, 1, error);
    }
  if (letter == '\n' || letter == '\r')
    return take_line_end (splitter, letter, error);
  splitter->after_cr = FALSE;
  if (letter == splitter->separator)
    return take_separator (splitter, error);
  if (splitter->state == STATE_START && letter == '"')
    return open_quote (splitter, error);
  splitter->n_strays += splitter->state == STATE_QUOTE;
  splitter->state = STATE_PLAIN;
  return add_letters (splitter, &letter, 1, error);
}

/* Letters that mean nothing to a splitter come in runs and are taken together. */
static gsize
run_of (const IkrarSplitter *splitter, const char *text, gsize size)
{
  const char special[] = { '"', '\n', '\r', '\0', '\x1A', splitter->separator };
  gsize run = 0;

  if (splitter->state == STATE_START || splitter->state == STATE_QUOTE)
    return 0;
  while (run < size && memchr (special, text[run], sizeof special) == NULL)
    run++;
  return run;
}

gboolean
_ikrar_splitter_feed (IkrarSplitter *splitter, const char *text, gsize size, GError **error)
{
  for (gsize i = 0; i < size && !splitter->stopped;)
    {
      gsize run = run_of (splitter, text + i, size - i);

      if (run > 0 && !add_letters (splitter, text + i, run, error))
        return FALSE;
      i += run;
      if (i < size && !is_noise (text[i]) && !take_letter (splitter, text[i], error))
        return FALSE;
      i++;
    }
  return TRUE;
}

gboolean
_ikrar_splitter_finish (IkrarSplitter *splitter, GError **error)
{
  if (splitter->stopped || splitter->starts->len == 0)
    return TRUE;
  if (splitter->state == STATE_QUOTED)
    {
      g_set_error (
          error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_DAMAGED,
          _ ("%s: Row %u opens a quotation mark that is never closed, or the file breaks off "
             "there. Remove the mark, or ask the sender for the file again."),
          splitter->name, splitter->number + 1);
      return FALSE;
    }
  return end_record (splitter, error);
}

typedef struct
{
  /* How many records have how many fields. */
  guint counts[GUESS_FIELDS];
} Evenness;

static gboolean
count_fields (guint number,
              const char *const *fields,
              guint n_fields,
              gpointer user_data,
              GError **error)
{
  Evenness *evenness = user_data;

  evenness->counts[MIN (n_fields, GUESS_FIELDS - 1)]++;
  return number < GUESS_RECORDS;
}

/* More records with the same number of fields are better; then more fields. Quotation marks that
 * stand within fields speak against a separator. */
static guint
rate_separator (const char *text, gsize size, char separator)
{
  Evenness evenness = { { 0 } };
  IkrarSplitter splitter;
  guint best = 0;

  _ikrar_splitter_init (&splitter, "", separator, count_fields, &evenness);
  if (_ikrar_splitter_feed (&splitter, text, size, NULL))
    _ikrar_splitter_finish (&splitter, NULL);
  _ikrar_splitter_clear (&splitter);
  for (guint i = 2; i < GUESS_FIELDS; i++)
    if (evenness.counts[i] > splitter.n_strays)
      best = MAX (best, (evenness.counts[i] - splitter.n_strays) * GUESS_FIELDS + i);
  return best;
}

/* Excel takes and writes a first line such as "sep=;". */
static char
read_directive (const char *text, gsize size, gsize *skip)
{
  *skip = 0;
  if (size < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || strchr ("\r\n", text[5]) == NULL)
    return '\0';
  *skip = size > 6 && text[5] == '\r' && text[6] == '\n' ? 7 : 6;
  return text[4];
}

char
_ikrar_splitter_guess (const char *text, gsize size, gsize *skip)
{
  char best = read_directive (text, size, skip);
  guint best_rate = 0;

  if (best != '\0')
    return best;
  best = separators[0];
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint rate = rate_separator (text, size, separators[i]);

      if (rate > best_rate)
        {
          best = separators[i];
          best_rate = rate;
        }
    }
  return best;
}
