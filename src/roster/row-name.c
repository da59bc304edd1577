/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/row-private.h"

/* A number in the cell of a name has at least so many digits. */
#define NUMBER_DIGITS_MIN 15

/* What stands before a number, in any case. */
static const char *const labels[] = {
  "nip", "ni pppk", "nipppk", "nippk", "ni. pppk", "nik", "nrp"
};

/* The number behind a label, or NULL if none begins here. */
static const char *
skip_label (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gsize size = strlen (labels[i]);

      if (g_ascii_strncasecmp (text, labels[i], size) == 0 && !g_ascii_isalpha (text[size]))
        return text + size;
    }
  return NULL;
}

gboolean
_ikrar_name_part_is_number (const char *text)
{
  const char *number;

  text += strspn (text, " \t(");
  number = skip_label (text);
  if (number != NULL)
    return !_ikrar_row_has_letters (number);
  return _ikrar_row_count_digits (text) >= NUMBER_DIGITS_MIN && !_ikrar_row_has_letters (text);
}

/* Where a number begins in a line behind something else: at its label, or where nothing but digits
 * and what parts them follow. NULL if there is none. */
static const char *
find_number (const char *line)
{
  for (const char *at = line; *at != '\0'; at++)
    {
      gboolean begins = at == line || !g_ascii_isalnum (at[-1]);

      if (begins && (g_ascii_isdigit (*at) || skip_label (at) != NULL) &&
          _ikrar_row_count_digits (at) >= NUMBER_DIGITS_MIN && _ikrar_name_part_is_number (at))
        return at;
    }
  return NULL;
}

gboolean
_ikrar_name_has_number (const char *text)
{
  g_auto (GStrv) lines = NULL;

  if (_ikrar_row_count_digits (text) < NUMBER_DIGITS_MIN || !_ikrar_row_has_letters (text))
    return FALSE;
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (find_number (lines[i]) != NULL)
      return !_ikrar_name_part_is_number (text);
  return FALSE;
}

typedef struct
{
  GString *name;
  char *number;
  char *grade;
} Parts;

static void
append_name (Parts *parts, const char *text, gsize size)
{
  g_autofree char *part = g_strndup (text, size);
  gsize kept = size;

  while (kept > 0 && strchr (" \t/-(|,", part[kept - 1]) != NULL)
    kept--;
  if (kept > 0)
    g_string_append_printf (parts->name, "%s%.*s", parts->name->len > 0 ? " " : "", (int) kept,
                            part);
}

static void
take_line (Parts *parts, const char *line)
{
  const char *number = find_number (line);

  if (number == NULL && parts->name->len > 0 && _ikrar_name_part_is_number (line))
    number = line;
  if (number != NULL && parts->number == NULL)
    {
      append_name (parts, line, (gsize) (number - line));
      parts->number = g_strdup (number);
    }
  else if (parts->name->len > 0 && parts->grade == NULL && _ikrar_content_is_grade (line))
    parts->grade = g_strdup (line);
  else
    append_name (parts, line, strlen (line));
}

/* What telephones and computers call themselves in an online meeting, folded beginnings. */
static const char *const devices[] = {
  "android", "asus",   "desktop", "galaxy", "huawei",  "infinix", "ipad",      "iphone", "itel",
  "laptop",  "lenovo", "macbook", "oppo",   "pc",      "poco",    "realme",    "redmi",  "samsung",
  "sm",      "tecno",  "user",    "vivo",   "windows", "xiaomi",  "zoom user",
};

gboolean
_ikrar_name_is_account (const char *name)
{
  g_autofree char *folded = ikrar_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      gsize size = strlen (devices[i]);

      if (strncmp (folded, devices[i], size) == 0 && (folded[size] == '\0' || folded[size] == ' '))
        return TRUE;
    }
  return _ikrar_unit_word_begins (name);
}

/* What people put behind their name in an online meeting, and programs behind that of the host. */
static gsize
find_bracket (const char *text)
{
  const char *open = strrchr (text, '(');
  gsize size = strlen (text);

  return open != NULL && open > text && text[size - 1] == ')' ? (gsize) (open - text) : size;
}

/* A cell made of a part of another one; nothing that the row has in a cell of its own. */
static void
put_part (IkrarJudge *judge, const IkrarSheetCell *whole, IkrarRosterField field, char *text)
{
  IkrarSheetCell *cell = &judge->parts[field];

  g_free (judge->part_texts[field]);
  judge->part_texts[field] = text;
  if (text == NULL)
    return;
  *cell = *whole;
  cell->type = IKRAR_VALUE_TEXT;
  cell->text = cell->raw = text;
  if (judge->cells.by_field[field] == NULL || field == IKRAR_ROSTER_FIELD_NAME)
    judge->cells.by_field[field] = cell;
}

/* "Dinkes_Siti Aminah (Siti)": many meetings ask for the unit before the name. */
static void
split_meeting_name (IkrarJudge *judge)
{
  const IkrarSheetCell *cell = judge->cells.by_field[IKRAR_ROSTER_FIELD_NAME];
  g_autofree char *text = g_strndup (cell->text, find_bracket (cell->text));
  char *mark = strpbrk (text, "_|");

  if (mark != NULL && mark[strspn (mark, "_| ")] != '\0')
    {
      g_autofree char *unit = g_strndup (text, (gsize) (mark - text));

      if (_ikrar_unit_word_begins (unit))
        {
          put_part (judge, cell, IKRAR_ROSTER_FIELD_UNIT, g_strdup (g_strstrip (unit)));
          memmove (text, mark + strspn (mark, "_| "), strlen (mark + strspn (mark, "_| ")) + 1);
        }
    }
  put_part (judge, cell, IKRAR_ROSTER_FIELD_NAME, g_strdup (g_strstrip (text)));
}

/* A rank that stands below the number, in its cell. */
static void
split_number (IkrarJudge *judge)
{
  const IkrarSheetCell *cell = judge->cells.by_field[IKRAR_ROSTER_FIELD_NUMBER];
  const char *line = cell != NULL ? strpbrk (cell->text, "\r\n") : NULL;

  if (line == NULL || judge->cells.by_field[IKRAR_ROSTER_FIELD_GRADE] != NULL ||
      !_ikrar_content_is_grade (line))
    return;
  put_part (judge, cell, IKRAR_ROSTER_FIELD_GRADE, g_strdup (line));
  judge->cells.by_field[IKRAR_ROSTER_FIELD_NUMBER] = NULL;
  put_part (judge, cell, IKRAR_ROSTER_FIELD_NUMBER,
            g_strndup (cell->text, (gsize) (line - cell->text)));
}

void
_ikrar_row_split_name (IkrarJudge *judge)
{
  const IkrarSheetCell *cell = judge->cells.by_field[IKRAR_ROSTER_FIELD_NAME];
  g_auto (GStrv) lines = NULL;
  Parts parts = { NULL, NULL, NULL };

  split_number (judge);
  if (cell != NULL && judge->plan->origin == IKRAR_ORIGIN_MEETING)
    {
      split_meeting_name (judge);
      return;
    }
  if (cell == NULL || cell->type == IKRAR_VALUE_ERROR ||
      (strpbrk (cell->text, "\r\n") == NULL &&
       _ikrar_row_count_digits (cell->text) < NUMBER_DIGITS_MIN))
    return;
  parts.name = g_string_new (NULL);
  lines = g_strsplit_set (cell->text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    take_line (&parts, lines[i]);
  if (parts.name->len == 0)
    {
      g_clear_pointer (&parts.number, g_free);
      g_clear_pointer (&parts.grade, g_free);
      g_string_free (parts.name, TRUE);
      return;
    }
  put_part (judge, cell, IKRAR_ROSTER_FIELD_NUMBER, parts.number);
  put_part (judge, cell, IKRAR_ROSTER_FIELD_GRADE, parts.grade);
  put_part (judge, cell, IKRAR_ROSTER_FIELD_NAME, g_string_free (parts.name, FALSE));
}
