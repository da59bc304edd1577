/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include <string.h>

#include "ui/roster/import-table-private.h"

/* Whether the rows of one are the first rows of the other. */
static gboolean
same_lines (const IkrarRosterResult *one, const IkrarRosterResult *other)
{
  guint size = MIN (ikrar_roster_lines_get_size (ikrar_roster_result_get_lines (one)),
                    ikrar_roster_lines_get_size (ikrar_roster_result_get_lines (other)));

  for (guint i = 0; i < size; i++)
    {
      IkrarImportPlace first = ikrar_import_columns_get_place (one, i);
      IkrarImportPlace second = ikrar_import_columns_get_place (other, i);

      if (memcmp (&first, &second, sizeof first) != 0)
        return FALSE;
    }
  return TRUE;
}

static gint64
get_key (gconstpointer line)
{
  return GPOINTER_TO_INT (line);
}

/* Widths go by what is in the first rows and stay, so that nothing jumps. */
static gboolean
same_columns (IkrarImportTable *self, const IkrarRosterResult *result)
{
  const IkrarHeader *before = ikrar_roster_result_get_header (self->shown.result);
  const IkrarHeader *after = ikrar_roster_result_get_header (result);
  guint n_columns = ikrar_header_get_n_columns (before);

  if (n_columns != ikrar_header_get_n_columns (after))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      const IkrarRosterColumn *one = ikrar_header_get_column (before, i);
      const IkrarRosterColumn *other = ikrar_header_get_column (after, i);

      if (one->column != other->column || one->field != other->field ||
          !g_str_equal (one->title, other->title))
        return FALSE;
    }
  return TRUE;
}

gboolean
ikrar_import_table_follow (IkrarImportTable *self, const IkrarRosterResult *result)
{
  g_autoptr (GPtrArray) lines = NULL;
  guint selected, left;

  g_return_val_if_fail (IKRAR_IS_IMPORT_TABLE (self), FALSE);

  if (self->shown.result == NULL || !same_columns (self, result) ||
      !same_lines (self->shown.result, result))
    return FALSE;
  selected = gtk_single_selection_get_selected (self->selection);
  self->shown.result = result;
  lines = _ikrar_import_table_find_lines (self);
  ikrar_line_list_follow (self->list, lines, get_key);
  self->has_lines = lines->len > 0;
  _ikrar_import_table_show_layout (self);
  _ikrar_import_table_fill (self);
  left = gtk_single_selection_get_selected (self->selection);
  /* Who was corrected may have left a list of errors: the next one takes their place. */
  if (selected != GTK_INVALID_LIST_POSITION && left == GTK_INVALID_LIST_POSITION && lines->len > 0)
    gtk_single_selection_set_selected (self->selection, MIN (selected, lines->len - 1));
  _ikrar_import_table_point (self);
  return TRUE;
}
