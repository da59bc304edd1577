/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "roster/limits-private.h"
#include "roster/ods-private.h"

#define TEXT_BYTES_MAX (3 * IKRAR_CELL_LETTERS_MAX)

/* What stands within the text of a cell and is none of it. */
static const char *const foreign[] = { "annotation", "note",         "ruby-text",
                                       "frame",      "custom-shape", "object" };

/* Values of office:value-type (OpenDocument 1.2 part 1, 19.385). */
static const struct
{
  const char *word;
  IkrarValueType type;
} types[] = {
  { "float", IKRAR_VALUE_NUMBER },    { "percentage", IKRAR_VALUE_NUMBER },
  { "currency", IKRAR_VALUE_NUMBER }, { "date", IKRAR_VALUE_DATE },
  { "time", IKRAR_VALUE_DATE },       { "boolean", IKRAR_VALUE_BOOLEAN },
};

void
_ikrar_ods_cell_init (IkrarOdsCell *cell)
{
  memset (cell, 0, sizeof *cell);
  cell->type = g_string_new (NULL);
  cell->value = g_string_new (NULL);
  cell->formula = g_string_new (NULL);
  cell->shown.text = g_string_new (NULL);
}

void
_ikrar_ods_cell_clear (IkrarOdsCell *cell)
{
  g_string_free (cell->type, TRUE);
  g_string_free (cell->value, TRUE);
  g_string_free (cell->formula, TRUE);
  g_string_free (cell->shown.text, TRUE);
}

guint
_ikrar_ods_count (const char *value, guint most)
{
  guint64 count = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint) CLAMP (count, 1, most);
}

static void
read_attribute (IkrarOdsCell *cell, const char *name, const char *value)
{
  if (strcmp (name, "number-columns-repeated") == 0)
    cell->repeated = _ikrar_ods_count (value, IKRAR_SHEET_COLUMNS_MAX);
  else if (strcmp (name, "number-columns-spanned") == 0)
    cell->columns = _ikrar_ods_count (value, IKRAR_SHEET_COLUMNS_MAX);
  else if (strcmp (name, "number-rows-spanned") == 0)
    cell->rows = _ikrar_ods_count (value, IKRAR_SHEET_ROWS_MAX);
  else if (strcmp (name, "style-name") == 0)
    cell->marked = cell->marking != NULL && g_hash_table_contains (cell->marking, value);
  else if (strcmp (name, "formula") == 0)
    g_string_assign (cell->formula, value);
  else if (strcmp (name, "value-type") == 0 && strcmp (value, "error") == 0)
    cell->failed = TRUE;
  else if (strcmp (name, "value-type") == 0 && cell->type->len == 0)
    g_string_assign (cell->type, value);
  else if (strcmp (name, "value") == 0 || g_str_has_suffix (name, "-value"))
    g_string_assign (cell->value, value);
}

void
_ikrar_ods_cell_begin (IkrarOdsCell *cell, gboolean covered, const char **attributes)
{
  cell->repeated = cell->columns = cell->rows = 1;
  cell->covered = covered;
  cell->failed = cell->marked = FALSE;
  cell->n_lines = cell->depth = 0;
  g_string_truncate (cell->type, 0);
  g_string_truncate (cell->value, 0);
  g_string_truncate (cell->formula, 0);
  _ikrar_flow_text_begin (&cell->shown);
  for (; attributes[0] != NULL; attributes += 2)
    {
      const char *colon = strchr (attributes[0], ':');

      read_attribute (cell, colon != NULL ? colon + 1 : attributes[0], attributes[1]);
    }
}

/* Takes the letters that were gathered since the last tag. */
static void
take_letters (IkrarOdsCell *cell, IkrarXml *xml)
{
  GString *letters = _ikrar_xml_text (xml);

  _ikrar_flow_text_add (&cell->shown, letters->str, letters->len);
  g_string_truncate (letters, 0);
  if (cell->shown.text->len > TEXT_BYTES_MAX)
    _ikrar_xml_check_text (xml, cell->shown.text, 0);
}

/* A cell may have several paragraphs. */
static gboolean
start_line (IkrarOdsCell *cell, IkrarXml *xml, const char *name)
{
  if (strcmp (name, "p") != 0 && strcmp (name, "h") != 0)
    return FALSE;
  cell->depth++;
  if (cell->n_lines++ > 0)
    _ikrar_flow_text_break (&cell->shown, FALSE);
  g_string_truncate (_ikrar_xml_text (xml), 0);
  _ikrar_xml_gather (xml);
  return TRUE;
}

static gboolean
is_foreign (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (strcmp (name, foreign[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
_ikrar_ods_cell_start (IkrarOdsCell *cell, IkrarXml *xml, const char *name, const char **attributes)
{
  if (cell->depth == 0)
    return start_line (cell, xml, name);
  take_letters (cell, xml);
  if (is_foreign (name))
    return FALSE;
  cell->depth++;
  if (strcmp (name, "s") == 0)
    _ikrar_flow_text_add_space (
        &cell->shown, ' ',
        _ikrar_ods_count (_ikrar_xml_attribute (attributes, "c"), IKRAR_CELL_LETTERS_MAX));
  else if (strcmp (name, "tab") == 0)
    _ikrar_flow_text_add_space (&cell->shown, '\t', 1);
  else if (strcmp (name, "line-break") == 0)
    _ikrar_flow_text_break (&cell->shown, FALSE);
  return TRUE;
}

void
_ikrar_ods_cell_end (IkrarOdsCell *cell, IkrarXml *xml)
{
  take_letters (cell, xml);
  if (--cell->depth > 0)
    return;
  cell->shown.space = FALSE;
  _ikrar_xml_skip (xml);
}

/* PT06H30M00S is half past six. */
static char *
format_clock (const char *duration)
{
  guint hours, minutes, seconds;

  if (sscanf (duration, "PT%4uH%2uM%2u", &hours, &minutes, &seconds) != 3)
    return g_strdup (duration);
  return g_strdup_printf ("%02u:%02u:%02u", hours, minutes, seconds);
}

/* A day, with its hour only if it has one, and without parts of seconds. */
static char *
format_date (const char *date)
{
  gsize size = strcspn (date, ".");

  if (g_str_has_prefix (date, "PT"))
    return format_clock (date);
  if (size > strlen ("0000-00-00") && strncmp (date + 10, "T00:00:00", size - 10) == 0)
    size = 10;
  return g_strndup (date, size);
}

static IkrarValueType
find_type (const IkrarOdsCell *cell)
{
  if (cell->failed)
    return IKRAR_VALUE_ERROR;
  for (gsize i = 0; i < G_N_ELEMENTS (types) && cell->value->len > 0; i++)
    if (g_str_equal (cell->type->str, types[i].word))
      return types[i].type;
  return IKRAR_VALUE_TEXT;
}

/* The text that counts; NULL for what is shown. */
static char *
find_text (const IkrarOdsCell *cell, IkrarValueType type)
{
  const char *formula = strchr (cell->formula->str, '=');

  if (type == IKRAR_VALUE_NUMBER)
    return g_strdup (cell->value->str);
  if (type == IKRAR_VALUE_DATE)
    return format_date (cell->value->str);
  if (type == IKRAR_VALUE_BOOLEAN)
    return g_strdup (g_str_equal (cell->value->str, "true") ? "TRUE" : "FALSE");
  if (cell->n_lines > 0)
    return NULL;
  if (type == IKRAR_VALUE_ERROR || (cell->type->len == 0 && cell->value->len == 0))
    return g_strdup (formula);
  return g_strdup (cell->value->str);
}

void
_ikrar_ods_cell_add (IkrarOdsCell *cell, IkrarCells *cells, guint column)
{
  const char *shown = cell->shown.text->str;
  IkrarValueType type = find_type (cell);
  g_autofree char *text = find_text (cell, type);
  gboolean lacks_result = cell->type->len == 0 && cell->n_lines == 0 && text != NULL;

  if (lacks_result)
    type = IKRAR_VALUE_ERROR;
  if (text == NULL || type == IKRAR_VALUE_BOOLEAN || *shown == '\0')
    shown = text == NULL ? shown : text;
  _ikrar_cells_add (cells, column, type, text != NULL ? text : shown, shown);
}
