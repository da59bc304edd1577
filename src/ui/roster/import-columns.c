/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-columns.h"

#include <string.h>

#include "core/text.h"

/* A sheet with more columns is wide: those that are not read stay out of the way. */
#define WIDE_COLUMNS 14
/* So many lines tell how wide a column is. */
#define SAMPLE_LINES 200
#define LETTER_WIDTH 8
#define WIDTH_MIN 132
#define WIDTH_MAX 264

static gboolean
is_read (IkrarRosterField field)
{
  return field != IKRAR_ROSTER_FIELD_NONE && field != IKRAR_ROSTER_FIELD_PRIVATE;
}

/* Titles and sections run on into the cells beside them, so only rows with people count. */
static int
find_width (const IkrarRosterLines *lines, guint index)
{
  guint size = MIN (ikrar_roster_lines_get_size (lines), SAMPLE_LINES);
  glong letters = 0;

  for (guint i = 0; i < size; i++)
    if (ikrar_roster_lines_get_verdict (lines, i) != IKRAR_VERDICT_SKIPPED)
      letters = MAX (letters, g_utf8_strlen (ikrar_roster_lines_get_text (lines, i, index), -1));
  return CLAMP ((int) letters * LETTER_WIDTH, WIDTH_MIN, WIDTH_MAX);
}

GArray *
ikrar_import_columns_choose (const IkrarRosterResult *result, gboolean all)
{
  const IkrarHeader *header = ikrar_roster_result_get_header (result);
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (result);
  guint n_columns = ikrar_header_get_n_columns (header);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (IkrarImportColumn));

  all |= n_columns <= WIDE_COLUMNS;
  for (guint i = 0; i < n_columns; i++)
    if (all || is_read (ikrar_header_get_column (header, i)->field))
      {
        IkrarImportColumn column = { i, find_width (lines, i) };

        g_array_append_val (columns, column);
      }
  return columns;
}

int
ikrar_import_columns_find (const IkrarHeader *header, IkrarRosterField field)
{
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    if (ikrar_header_get_column (header, i)->field == field)
      return (int) i;
  return -1;
}

static gboolean
same_head (const char *one, const char *other)
{
  g_autofree char *first = ikrar_text_fold (one);
  g_autofree char *second = ikrar_text_fold (other);

  return strcmp (first, second) == 0;
}

/* Its head if no other column has it, else its letters: a column L may have the head P. */
static char *
name_column (const IkrarHeader *header, guint index)
{
  const IkrarRosterColumn *column = ikrar_header_get_column (header, index);
  guint same = 0;

  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    same += same_head (column->title, ikrar_header_get_column (header, i)->title);
  if (ikrar_text_is_blank (column->title) || same > 1)
    return ikrar_sheet_column_letters (column->column);
  return g_strdup (column->title);
}

/* Whether more than one column may hold it. */
static gboolean
is_shared (IkrarRosterField field)
{
  return !is_read (field) || field == IKRAR_ROSTER_FIELD_NUMBER;
}

IkrarImportPlace
ikrar_import_columns_get_place (const IkrarRosterResult *result, guint line)
{
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (result);

  return (IkrarImportPlace){
    .sheet = ikrar_roster_lines_get_sheet (lines, line),
    .row = ikrar_roster_lines_get_row (lines, line),
    .block = ikrar_roster_lines_get_block (lines, line),
  };
}

/* By what it holds, or where that says nothing, by its head. */
static gboolean
same_column (const IkrarRosterColumn *one, const IkrarRosterColumn *other)
{
  if (one->field != other->field)
    return FALSE;
  return is_read (one->field) && !is_shared (one->field) ? TRUE
                                                         : same_head (one->title, other->title);
}

int
ikrar_import_columns_get_column (const IkrarRosterResult *result, guint line, guint index)
{
  IkrarImportPlace place = ikrar_import_columns_get_place (result, line);
  const IkrarRosterColumn *shown =
      ikrar_header_get_column (ikrar_roster_result_get_header (result), index);
  const IkrarHeader *header =
      ikrar_layout_get_header (ikrar_roster_result_get_layout (result), place.sheet);

  if (place.sheet == ikrar_roster_result_get_sheet (result) && place.block == shown->block)
    return (int) shown->column;
  for (guint i = 0; header != NULL && i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (column->block == place.block && same_column (column, shown))
        return (int) column->column;
    }
  return -1;
}

const char *
ikrar_import_columns_get_text (const IkrarImportShown *shown,
                               guint line,
                               guint index,
                               gboolean *edited)
{
  const char *text = NULL;

  if (ikrar_import_fixes_get_size (shown->fixes) > 0)
    {
      int column = ikrar_import_columns_get_column (shown->result, line, index);

      if (column >= 0)
        text = ikrar_import_fixes_get_text (
            shown->fixes, ikrar_import_columns_get_place (shown->result, line), (guint) column);
    }
  if (edited != NULL)
    *edited = text != NULL;
  if (text == NULL)
    text = ikrar_roster_lines_get_text (ikrar_roster_result_get_lines (shown->result), line, index);
  return text;
}

/* Whether what was said before, such as "NAMA=name", is taken back by what is said now. */
static gboolean
is_outdated (const char *entry, const char *name, IkrarRosterField field)
{
  const char *equals = strrchr (entry, '=');

  if (equals == NULL)
    return TRUE;
  return (strlen (name) == (gsize) (equals - entry) &&
          strncmp (entry, name, (gsize) (equals - entry)) == 0) ||
         (!is_shared (field) && strcmp (equals + 1, ikrar_roster_field_word (field)) == 0);
}

GStrv
ikrar_import_columns_map (const IkrarHeader *header,
                          const char *const *mapping,
                          guint index,
                          IkrarRosterField field)
{
  g_autofree char *name = name_column (header, index);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *entry = g_strconcat (name, "=", ikrar_roster_field_word (field), NULL);

  for (; mapping != NULL && *mapping != NULL; mapping++)
    if (!is_outdated (*mapping, name, field))
      g_strv_builder_add (builder, *mapping);
  g_strv_builder_add (builder, entry);
  return g_strv_builder_end (builder);
}

char *
ikrar_import_columns_describe (const IkrarHeader *header)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);
      g_autofree char *name = name_column (header, i);

      if (column->block > 0 || column->field == IKRAR_ROSTER_FIELD_NONE)
        continue;
      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "\n" : "", name,
                              ikrar_roster_field_word (column->field));
    }
  return g_string_free (text, FALSE);
}
