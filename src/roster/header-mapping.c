/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "roster/error.h"
#include "roster/header-private.h"

/* One COL=FIELD of a mapping. */
typedef struct
{
  char *column;
  IkrarRosterField field;
} Entry;

static void
clear_entry (Entry *entry)
{
  g_free (entry->column);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

static gboolean
parse_entry (const char *text, Entry *entry, GError **error)
{
  const char *equals = strrchr (text, '=');

  if (equals == NULL || equals == text)
    {
      g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_COLUMN,
                   _ ("“%s” says nothing of a column. Write the column, “=” and what it holds: "
                      "B=name if column B holds the names."),
                   text);
      return FALSE;
    }
  entry->column = g_strndup (text, (gsize) (equals - text));
  g_strstrip (entry->column);
  return ikrar_roster_field_parse (equals + 1, &entry->field, error);
}

static gboolean
same_head (const char *head, const char *text)
{
  g_autofree char *one = ikrar_text_fold (head);
  g_autofree char *two = ikrar_text_fold (text);

  return *one != '\0' && strcmp (one, two) == 0;
}

/* Heads go before letters: NIP is a column of every spreadsheet, too. */
static int
find_column (const IkrarHeader *header, const char *text)
{
  const char *end;
  int letters = ikrar_sheet_column_parse (text, &end);

  for (guint i = 0; i < header->columns->len; i++)
    if (same_head (g_array_index (header->columns, IkrarRosterColumn, i).title, text))
      return (int) i;
  for (guint i = 0; i < header->columns->len && *end == '\0'; i++)
    if ((int) g_array_index (header->columns, IkrarRosterColumn, i).column == letters)
      return (int) i;
  return -1;
}

static char *
list_columns (const IkrarHeader *header)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < header->columns->len; i++)
    {
      IkrarRosterColumn *column = &g_array_index (header->columns, IkrarRosterColumn, i);
      g_autofree char *letters = ikrar_sheet_column_letters (column->column);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", letters);
      if (*column->title != '\0')
        g_string_append_printf (names, " “%s”", column->title);
    }
  return g_string_free (names, FALSE);
}

gboolean
_ikrar_header_fail_column (const IkrarHeader *header, const char *entry, GError **error)
{
  const char *equals = strrchr (entry, '=');
  g_autofree char *names = list_columns (header);
  g_autofree char *text =
      g_strndup (entry, equals != NULL ? (gsize) (equals - entry) : strlen (entry));

  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_COLUMN,
               _ ("The sheet has no column “%s”. Give one of: %s."), text, names);
  return FALSE;
}

/* What the guess gave the field to in the same table loses it, unless the user named that, too. */
static void
set_field (IkrarHeader *header, guint index, IkrarRosterField field, const gboolean *mapped)
{
  guint block = g_array_index (header->columns, IkrarRosterColumn, index).block;

  for (guint i = 0; i < header->columns->len; i++)
    {
      IkrarRosterColumn *column = &g_array_index (header->columns, IkrarRosterColumn, i);

      if (i == index)
        column->field = field;
      else if (column->field == field && column->block == block &&
               field != IKRAR_ROSTER_FIELD_PRIVATE && !mapped[i])
        column->field = IKRAR_ROSTER_FIELD_NONE;
    }
}

/* Tables that stand side by side have the same heads, and what is said of one counts for all. */
static void
set_fields (IkrarHeader *header, guint index, IkrarRosterField field, gboolean *mapped)
{
  const char *title = g_array_index (header->columns, IkrarRosterColumn, index).title;

  for (guint i = 0; i < header->columns->len; i++)
    {
      const IkrarRosterColumn *column = &g_array_index (header->columns, IkrarRosterColumn, i);

      if (i != index &&
          (header->n_blocks == 1 || !same_head (column->title, title) ||
           column->block == g_array_index (header->columns, IkrarRosterColumn, index).block))
        continue;
      mapped[i] = TRUE;
      set_field (header, i, field, mapped);
    }
}

gboolean
_ikrar_header_map (IkrarHeader *header, const char *const *mapping, gboolean *used, GError **error)
{
  g_autofree gboolean *mapped = g_new0 (gboolean, header->columns->len + 1);

  for (guint i = 0; mapping[i] != NULL; i++)
    {
      g_auto (Entry) entry = { NULL };
      int index;

      if (!parse_entry (mapping[i], &entry, error))
        return FALSE;
      index = find_column (header, entry.column);
      if (index >= 0)
        set_fields (header, (guint) index, entry.field, mapped);
      else if (used == NULL)
        return _ikrar_header_fail_column (header, mapping[i], error);
      if (index >= 0 && used != NULL)
        used[i] = TRUE;
    }
  return TRUE;
}

static gboolean
row_has_head (const IkrarSheetRows *sample, guint index, const char *text)
{
  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    if (same_head (ikrar_sheet_rows_get_text (sample, index, i), text))
      return TRUE;
  return FALSE;
}

int
_ikrar_header_mapped_row (const IkrarSheetRows *sample, const char *const *mapping)
{
  for (; *mapping != NULL; mapping++)
    {
      g_auto (Entry) entry = { NULL };

      if (!parse_entry (*mapping, &entry, NULL))
        continue;
      for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
        if (row_has_head (sample, i, entry.column))
          return (int) i;
    }
  return -1;
}
