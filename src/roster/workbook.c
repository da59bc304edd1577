/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/error.h"
#include "roster/file-kind-private.h"
#include "roster/reader-private.h"

/* More are of no interest. */
#define HIDDEN_COLUMNS_MAX 1024

struct _IkrarWorkbook
{
  char *name;
  IkrarReader *reader;
  /* GArray of IkrarMerge a sheet, NULL while nobody asked. */
  GPtrArray *merges;
};

static IkrarReader *
open_package (const IkrarSource *source, GError **error)
{
  IkrarPackage *package = _ikrar_package_open (source, error);

  if (package == NULL)
    return NULL;
  return _ikrar_ods_is (package) ? _ikrar_ods_open (package, source->glance, error)
                                 : _ikrar_xlsx_open (package, error);
}

static const struct
{
  IkrarFileKind kind;
  IkrarReader *(*open) (const IkrarSource *source, GError **error);
} formats[] = {
  { IKRAR_FILE_ZIP, open_package },
  { IKRAR_FILE_OLD_EXCEL, _ikrar_xls_open },
  { IKRAR_FILE_HTML, _ikrar_html_open },
  { IKRAR_FILE_TEXT, _ikrar_text_open },
};

/* Columns that are hidden in a sheet. */
typedef struct
{
  guint sheet;
  guint first;
  guint last;
} HiddenColumns;

static void
clear_sheet (gpointer data)
{
  IkrarSheet *sheet = data;

  g_free (sheet->name);
}

void
_ikrar_reader_init (IkrarReader *reader, const IkrarReaderFormat *format)
{
  reader->format = format;
  reader->sheets = g_array_new (FALSE, FALSE, sizeof (IkrarSheet));
  g_array_set_clear_func (reader->sheets, clear_sheet);
  reader->hidden_columns = g_array_new (FALSE, FALSE, sizeof (HiddenColumns));
}

void
_ikrar_reader_clear (IkrarReader *reader)
{
  g_array_unref (reader->sheets);
  g_array_unref (reader->hidden_columns);
}

static gboolean
is_hidden (const IkrarReader *reader, guint sheet, guint column)
{
  for (guint i = 0; i < reader->hidden_columns->len; i++)
    {
      const HiddenColumns *columns = &g_array_index (reader->hidden_columns, HiddenColumns, i);

      if (columns->sheet == sheet && column >= columns->first && column <= columns->last)
        return TRUE;
    }
  return FALSE;
}

void
_ikrar_reader_hide_columns (IkrarReader *reader, guint sheet, guint first, guint last)
{
  const HiddenColumns columns = { sheet, first, last };

  /* A sheet is read more than once. */
  if (first <= last && reader->hidden_columns->len < HIDDEN_COLUMNS_MAX &&
      !(is_hidden (reader, sheet, first) && is_hidden (reader, sheet, last)))
    g_array_append_val (reader->hidden_columns, columns);
}

void
_ikrar_reader_add_sheet (IkrarReader *reader, const char *name, gboolean hidden)
{
  IkrarSheet sheet = { g_strdup (name), hidden };

  g_array_append_val (reader->sheets, sheet);
}

static IkrarReader *
open_reader (const IkrarSource *source, GError **error)
{
  IkrarFileKind kind;

  if (!_ikrar_file_kind_find (source, &kind, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].kind == kind)
      return formats[i].open (source, error);
  _ikrar_file_kind_refuse (kind, source->name, error);
  return NULL;
}

static void
free_merges (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static IkrarWorkbook *
open_source (const IkrarSource *source, GError **error)
{
  IkrarReader *reader = open_reader (source, error);
  IkrarWorkbook *workbook;

  if (reader == NULL)
    return NULL;
  reader->glance = source->glance;
  workbook = g_new0 (IkrarWorkbook, 1);
  workbook->name = g_strdup (source->name);
  workbook->reader = reader;
  workbook->merges = g_ptr_array_new_with_free_func (free_merges);
  g_ptr_array_set_size (workbook->merges, (int) reader->sheets->len);
  return workbook;
}

IkrarWorkbook *
ikrar_workbook_open (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);
  return open_source (&(IkrarSource){ path, NULL, name, FALSE }, error);
}

IkrarWorkbook *
ikrar_workbook_open_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return open_source (&(IkrarSource){ NULL, bytes, name, FALSE }, error);
}

IkrarWorkbook *
ikrar_workbook_glance (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);
  return open_source (&(IkrarSource){ path, NULL, name, TRUE }, error);
}

IkrarWorkbook *
ikrar_workbook_glance_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return open_source (&(IkrarSource){ NULL, bytes, name, TRUE }, error);
}

gboolean
ikrar_workbook_is_partial (IkrarWorkbook *workbook)
{
  return workbook->reader->partial;
}

const char *
ikrar_workbook_get_name (IkrarWorkbook *workbook)
{
  return workbook->name;
}

guint
ikrar_workbook_get_n_sheets (IkrarWorkbook *workbook)
{
  return workbook->reader->sheets->len;
}

const IkrarSheet *
ikrar_workbook_get_sheet (IkrarWorkbook *workbook, guint index)
{
  g_return_val_if_fail (index < workbook->reader->sheets->len, NULL);

  return &g_array_index (workbook->reader->sheets, IkrarSheet, index);
}

static gboolean
find_by_name (IkrarWorkbook *workbook, const char *name, guint *index)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < workbook->reader->sheets->len; i++)
    {
      g_autofree char *key = g_utf8_casefold (ikrar_workbook_get_sheet (workbook, i)->name, -1);

      if (g_str_equal (key, wanted))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
list_sheets (IkrarWorkbook *workbook)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < workbook->reader->sheets->len; i++)
    g_string_append_printf (names, "%s%u %s", i > 0 ? ", " : "", i + 1,
                            ikrar_workbook_get_sheet (workbook, i)->name);
  return g_string_free (names, FALSE);
}

gboolean
ikrar_workbook_find_sheet (IkrarWorkbook *workbook, const char *sheet, guint *index, GError **error)
{
  g_autofree char *names = NULL;
  guint64 number;

  g_return_val_if_fail (sheet != NULL && index != NULL, FALSE);

  if (find_by_name (workbook, sheet, index))
    return TRUE;
  /* A sheet that is not listed yet may have the number for its name. */
  if (!workbook->reader->partial &&
      g_ascii_string_to_unsigned (sheet, 10, 1, workbook->reader->sheets->len, &number, NULL))
    {
      *index = (guint) number - 1;
      return TRUE;
    }
  names = list_sheets (workbook);
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET,
               _ ("%s has no sheet “%s”. Choose one of: %s."), workbook->name, sheet, names);
  return FALSE;
}

gboolean
ikrar_workbook_is_column_hidden (IkrarWorkbook *workbook, guint index, guint column)
{
  return is_hidden (workbook->reader, index, column);
}

gboolean
ikrar_workbook_read (IkrarWorkbook *workbook,
                     guint index,
                     IkrarSheetRowFunc func,
                     gpointer user_data,
                     const IkrarProgress *progress,
                     GError **error)
{
  g_return_val_if_fail (index < workbook->reader->sheets->len, FALSE);

  return workbook->reader->format->read (workbook->reader, index, func, user_data, progress, error);
}

const GArray *
ikrar_workbook_get_merges (IkrarWorkbook *workbook, guint index, GError **error)
{
  const IkrarReaderFormat *format = workbook->reader->format;
  g_autoptr (GArray) merges = NULL;

  g_return_val_if_fail (index < workbook->reader->sheets->len, NULL);

  if (workbook->merges->pdata[index] == NULL)
    {
      merges = g_array_new (FALSE, FALSE, sizeof (IkrarMerge));
      if (format->read_merges != NULL &&
          !format->read_merges (workbook->reader, index, merges, error))
        return NULL;
      workbook->merges->pdata[index] = g_steal_pointer (&merges);
    }
  return workbook->merges->pdata[index];
}

void
ikrar_workbook_free (IkrarWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  workbook->reader->format->free (workbook->reader);
  g_ptr_array_unref (workbook->merges);
  g_free (workbook->name);
  g_free (workbook);
}
