/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Results of formulas, truths and errors, which freexl leaves out. */

#include <stdlib.h>
#include <string.h>

#include "roster/xls-box-private.h"
#include "roster/xls-private.h"

enum
{
  RECORD_FORMULA = 0x0006,
  RECORD_TEXT = 0x0207,
  RECORD_TRUTH = 0x0205,
};

/* What the first byte of a result says that is no number. */
enum
{
  RESULT_TEXT,
  RESULT_TRUTH,
  RESULT_ERROR,
};

static const struct
{
  guint8 code;
  const char *word;
} errors[] = {
  { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0F, "#VALUE!" }, { 0x17, "#REF!" },
  { 0x1D, "#NAME?" }, { 0x24, "#NUM!" },   { 0x2A, "#N/A" },
};

static guint
u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

gpointer
_ikrar_xls_place (guint row, guint column)
{
  return GUINT_TO_POINTER (row * IKRAR_XLS_COLUMNS_MAX + column + 1);
}

static void
add (GHashTable *results, gpointer place, IkrarValueType type, const char *text)
{
  IkrarXlsResult *result = g_malloc (sizeof (IkrarXlsResult) + strlen (text) + 1);

  result->type = type;
  memcpy (result->text, text, strlen (text) + 1);
  g_hash_table_insert (results, place, result);
}

static void
add_code (GHashTable *results, gpointer place, gboolean failed, guint8 code)
{
  const char *word = "#N/A";

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code)
      word = errors[i].word;
  if (failed)
    add (results, place, IKRAR_VALUE_ERROR, word);
  else
    add (results, place, IKRAR_VALUE_BOOLEAN, code != 0 ? "TRUE" : "FALSE");
}

static void
add_number (GHashTable *results, gpointer place, const guint8 *at)
{
  char text[64];
  guint64 bits;
  double number;

  memcpy (&bits, at, sizeof bits);
  bits = GUINT64_FROM_LE (bits);
  memcpy (&number, &bits, sizeof number);
  _ikrar_xls_format_number (text, sizeof text, number);
  add (results, place, IKRAR_VALUE_NUMBER, text);
}

/* As few digits as tell the number, which are those that Excel writes itself. */
void
_ikrar_xls_format_number (char *text, gsize size, double number)
{
  for (int digits = 15; digits <= 17; digits++)
    {
      g_snprintf (text, (gulong) size, "%.*G", digits, number);
      if (strtod (text, NULL) == number)
        return;
    }
}

/* Texts are UTF-16LE or its lower half, and in workbooks before 1997 Windows-1252. */
static char *
read_text (const guint8 *at, guint size, gboolean old)
{
  guint header = old ? 2 : 3;
  gboolean wide = !old && size > 2 && (at[2] & 1) != 0;
  guint length = size >= header ? MIN (u16 (at) * (wide ? 2U : 1U), size - header) : 0;
  g_autofree char *text = NULL;

  if (length > 0)
    text = g_convert ((const char *) at + header, length, "UTF-8",
                      wide ? "UTF-16LE" : (old ? "WINDOWS-1252" : "ISO-8859-1"), NULL, NULL, NULL);
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

void
_ikrar_xls_results_take (IkrarXlsResults *results, guint kind, const guint8 *at, guint size)
{
  gpointer place = size >= 4 ? _ikrar_xls_place (u16 (at), at[2]) : NULL;

  if (kind == RECORD_TEXT && results->place != NULL)
    {
      g_autofree char *text = read_text (at, size, results->old);

      add (results->all, results->place, IKRAR_VALUE_TEXT, text);
      results->place = NULL;
    }
  else if (kind == RECORD_TRUTH && size >= 8)
    add_code (results->all, place, at[7] != 0, at[6]);
  else if (kind == RECORD_FORMULA && size >= 14)
    {
      results->place = u16 (at + 12) == 0xFFFF && at[6] == RESULT_TEXT ? place : NULL;
      if (u16 (at + 12) != 0xFFFF)
        add_number (results->all, place, at + 6);
      else if (at[6] == RESULT_TRUTH || at[6] == RESULT_ERROR)
        add_code (results->all, place, at[6] == RESULT_ERROR, at[8]);
    }
}
