/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/recall-private.h"

#include <string.h>

#include "core/text.h"
#include "roster/error.h"

/* What is remembered of this shape among @known, or NULL. */
static IkrarMapping *
take_known (GPtrArray *known, const char *shape)
{
  for (guint i = 0; i < known->len; i++)
    if (strcmp (((const IkrarMapping *) known->pdata[i])->shape, shape) == 0)
      return g_ptr_array_steal_index (known, i);
  return NULL;
}

/* A sheet that cannot be looked at is none to recall anything for: reading it will say why. */
static IkrarMapping *
recall_sheet (IkrarWorkbook *workbook, guint sheet, GPtrArray *known)
{
  g_autofree char *shape = ikrar_header_shape (workbook, sheet, NULL);

  return shape != NULL && *shape != '\0' ? take_known (known, shape) : NULL;
}

static gboolean
is_asked_for (const IkrarRosterOptions *options, IkrarWorkbook *workbook, guint sheet)
{
  guint wanted;

  if (options->sheet != NULL)
    return ikrar_workbook_find_sheet (workbook, options->sheet, &wanted, NULL) && wanted == sheet;
  return !ikrar_workbook_get_sheet (workbook, sheet)->hidden;
}

gboolean
_ikrar_mapping_recall (IkrarWorkbook *workbook,
                       const IkrarRosterOptions *options,
                       IkrarStore *store,
                       IkrarMapping **mapping,
                       guint *sheet,
                       GError **error)
{
  g_autoptr (GPtrArray) known = NULL;

  *mapping = NULL;
  if (store == NULL || options->ignore_remembered ||
      (options->mapping != NULL && options->mapping[0] != NULL))
    return TRUE;
  known = ikrar_mapping_list (store, error);
  if (known == NULL)
    return FALSE;
  for (*sheet = 0; known->len > 0 && *sheet < ikrar_workbook_get_n_sheets (workbook); ++*sheet)
    {
      if (is_asked_for (options, workbook, *sheet))
        *mapping = recall_sheet (workbook, *sheet, known);
      if (*mapping != NULL)
        break;
    }
  return TRUE;
}

static const IkrarRosterColumn *
find_column (const IkrarHeader *header, const char *text)
{
  const char *end;
  int letters = ikrar_sheet_column_parse (text, &end);

  for (guint i = 0; i < ikrar_header_get_n_columns (header) && *end == '\0'; i++)
    if ((int) ikrar_header_get_column (header, i)->column == letters)
      return ikrar_header_get_column (header, i);
  return NULL;
}

static guint
count_heads (const IkrarHeader *header, const char *title)
{
  g_autofree char *folded = ikrar_text_fold (title);
  guint count = 0;

  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      g_autofree char *other = ikrar_text_fold (ikrar_header_get_column (header, i)->title);

      count += strcmp (folded, other) == 0;
    }
  return *folded != '\0' ? count : 0;
}

/* A column goes by its head, if it has one of its own: other sheets of the workbook may have
 * something else in the column of these letters. */
static char *
name_by_head (const IkrarHeader *header, const char *entry)
{
  const char *equals = strrchr (entry, '=');
  g_autofree char *text = g_strndup (entry, equals != NULL ? (gsize) (equals - entry) : 0);
  const IkrarRosterColumn *column;

  g_strstrip (text);
  if (equals == NULL || count_heads (header, text) > 0)
    return g_strdup (entry);
  column = find_column (header, text);
  if (column == NULL || count_heads (header, column->title) != 1)
    return g_strdup (entry);
  return g_strconcat (column->title, equals, NULL);
}

gboolean
_ikrar_mapping_remember (IkrarChange *change,
                         const IkrarLayout *layout,
                         const char *const *entries,
                         const char *file_name,
                         GError **error)
{
  for (guint i = 0; i < ikrar_layout_get_n_sheets (layout); i++)
    {
      g_autofree char *shape = ikrar_layout_shape (layout, i);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *joined = NULL;
      IkrarMapping mapping = { shape, NULL, (char *) file_name, ikrar_change_get_time (change) };

      if (shape == NULL || *shape == '\0')
        continue;
      for (guint k = 0; entries[k] != NULL; k++)
        g_ptr_array_add (lines, name_by_head (ikrar_layout_get_header (layout, i), entries[k]));
      g_ptr_array_add (lines, NULL);
      mapping.mapping = joined = g_strjoinv ("\n", (char **) lines->pdata);
      if (!ikrar_mapping_put (change, &mapping, error))
        return FALSE;
    }
  return TRUE;
}
