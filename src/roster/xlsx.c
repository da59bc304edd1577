/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "roster/file-kind-private.h"
#include "roster/limits-private.h"
#include "roster/xlsx-private.h"

/* Parts that tell what another kind of zip file is, the surest first. */
static const struct
{
  const char *part;
  IkrarFileKind kind;
} tellers[] = {
  { "xl/workbook.bin", IKRAR_FILE_BINARY_EXCEL },  { "word/document.xml", IKRAR_FILE_DOCUMENT },
  { "ppt/presentation.xml", IKRAR_FILE_DOCUMENT }, { "content.xml", IKRAR_FILE_OPEN_DOCUMENT },
  { "Index/Document.iwa", IKRAR_FILE_NUMBERS },    { "Index.zip", IKRAR_FILE_NUMBERS },
};

/* What stands in one file of relationships. */
typedef struct
{
  const char *base;
  /* Relationship id to part, of worksheets. */
  GHashTable *sheets;
  char *office;
  char *strings;
  char *styles;
} Relations;

typedef struct
{
  IkrarXlsx *xlsx;
  Relations relations;
} Reading;

static void
ignore_end (IkrarXml *xml, const char *name)
{
}

/* Types are URIs whose last step is the same in the usual and in the strict namespace. */
static gboolean
is_type (const char *type, const char *last)
{
  const char *slash = strrchr (type, '/');

  return g_ascii_strcasecmp (slash != NULL ? slash + 1 : type, last) == 0;
}

static void
on_relation (IkrarXml *xml, const char *name, const char **attributes)
{
  Relations *relations = _ikrar_xml_data (xml);
  const char *id = _ikrar_xml_attribute (attributes, "Id");
  const char *type = _ikrar_xml_attribute (attributes, "Type");
  const char *target = _ikrar_xml_attribute (attributes, "Target");
  g_autofree char *part = NULL;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return;
  part = _ikrar_package_resolve (relations->base, target);
  if (is_type (type, "worksheet"))
    g_hash_table_replace (relations->sheets, g_strdup (id), g_steal_pointer (&part));
  else if (is_type (type, "officeDocument") && relations->office == NULL)
    relations->office = g_steal_pointer (&part);
  else if (is_type (type, "sharedStrings") && relations->strings == NULL)
    relations->strings = g_steal_pointer (&part);
  else if (is_type (type, "styles") && relations->styles == NULL)
    relations->styles = g_steal_pointer (&part);
}

static gboolean
read_relations (IkrarPackage *package, const char *base, Relations *relations, GError **error)
{
  static const IkrarXmlHandlers handlers = { on_relation, ignore_end };
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *file = g_path_get_basename (base);
  g_autofree char *part = g_strconcat (folder, "/_rels/", *base == '\0' ? "" : file, ".rels", NULL);
  g_autofree char *resolved = _ikrar_package_resolve ("", part);

  relations->base = base;
  relations->sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return _ikrar_xml_read (package, resolved, resolved, &handlers, relations, NULL, error);
}

static void
clear_relations (Relations *relations)
{
  g_clear_pointer (&relations->sheets, g_hash_table_unref);
  g_clear_pointer (&relations->office, g_free);
  g_clear_pointer (&relations->strings, g_free);
  g_clear_pointer (&relations->styles, g_free);
}

/* Where the workbook itself is: nearly always xl/workbook.xml, but the file has the say. */
static char *
find_workbook (IkrarPackage *package)
{
  Relations relations = { 0 };
  char *part = NULL;

  if (_ikrar_package_has (package, "_rels/.rels") && read_relations (package, "", &relations, NULL))
    part = g_steal_pointer (&relations.office);
  clear_relations (&relations);
  if (part == NULL || !_ikrar_package_has (package, part))
    {
      g_free (part);
      part = g_strdup ("xl/workbook.xml");
    }
  return part;
}

static void
add_sheet (Reading *reading, IkrarXml *xml, const char **attributes)
{
  const char *name = _ikrar_xml_attribute (attributes, "name");
  const char *id = _ikrar_xml_attribute (attributes, "id");
  const char *state = _ikrar_xml_attribute (attributes, "state");
  const char *part = id != NULL ? g_hash_table_lookup (reading->relations.sheets, id) : NULL;

  /* Sheets that hold a chart have another kind of relationship. */
  if (name == NULL || part == NULL)
    return;
  if (reading->xlsx->parts->len >= IKRAR_SHEETS_MAX)
    {
      _ikrar_xml_refuse (xml, IKRAR_ROSTER_ERROR_TOO_LARGE,
                         _ ("There are more sheets than in any roster. Split the workbook into "
                            "several files."));
      return;
    }
  _ikrar_reader_add_sheet (&reading->xlsx->reader, name,
                           state != NULL && !g_str_equal (state, "visible"));
  g_ptr_array_add (reading->xlsx->parts, g_strdup (part));
}

static void
on_workbook (IkrarXml *xml, const char *name, const char **attributes)
{
  Reading *reading = _ikrar_xml_data (xml);

  if (strcmp (name, "workbookPr") == 0)
    reading->xlsx->since_1904 = _ikrar_xml_flag (attributes, "date1904");
  else if (strcmp (name, "sheet") == 0)
    add_sheet (reading, xml, attributes);
}

static gboolean
read_workbook (IkrarXlsx *xlsx, const char *part, GError **error)
{
  static const IkrarXmlHandlers handlers = { on_workbook, ignore_end };
  Reading reading = { xlsx, { 0 } };
  gboolean success = read_relations (xlsx->package, part, &reading.relations, error) &&
                     _ikrar_xml_read (xlsx->package, part, part, &handlers, &reading, NULL, error);

  xlsx->strings_part = g_steal_pointer (&reading.relations.strings);
  xlsx->styles_part = g_steal_pointer (&reading.relations.styles);
  clear_relations (&reading.relations);
  if (success && xlsx->parts->len == 0)
    {
      g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET,
                   _ ("%s has no sheet with cells. Choose the workbook with the roster."),
                   _ikrar_package_get_name (xlsx->package));
      return FALSE;
    }
  return success;
}

static gboolean
refuse_other (IkrarPackage *package, GError **error)
{
  IkrarFileKind kind = IKRAR_FILE_ARCHIVE;

  for (guint i = 0; i < G_N_ELEMENTS (tellers) && kind == IKRAR_FILE_ARCHIVE; i++)
    if (_ikrar_package_has (package, tellers[i].part))
      kind = tellers[i].kind;
  return _ikrar_file_kind_refuse (kind, _ikrar_package_get_name (package), error);
}

static gboolean
has_part (IkrarXlsx *xlsx, const char *part)
{
  return part != NULL && _ikrar_package_has (xlsx->package, part);
}

/* Shared texts and styles are read from when the first row is wanted: listing sheets needs neither.
 */
static gboolean
prepare (IkrarXlsx *xlsx, GError **error)
{
  if (xlsx->prepared)
    return TRUE;
  _ikrar_xlsx_strings_clear (&xlsx->strings);
  g_array_set_size (xlsx->styles, 0);
  xlsx->prepared =
      (!has_part (xlsx, xlsx->strings_part) ||
       _ikrar_xlsx_strings_read (&xlsx->strings, xlsx->package, xlsx->strings_part, error)) &&
      (!has_part (xlsx, xlsx->styles_part) ||
       _ikrar_xlsx_styles_read (xlsx->styles, xlsx->package, xlsx->styles_part, error));
  return xlsx->prepared;
}

static gboolean
read_sheet (IkrarReader *reader,
            guint sheet,
            IkrarSheetRowFunc func,
            gpointer user_data,
            const IkrarProgress *progress,
            GError **error)
{
  IkrarXlsx *xlsx = (IkrarXlsx *) reader;

  if (!prepare (xlsx, error))
    return FALSE;
  /* What went wrong may have been in the shared texts: begin anew the next time. */
  xlsx->prepared = _ikrar_xlsx_sheet_read (xlsx, sheet, func, user_data, progress, error);
  return xlsx->prepared;
}

static gboolean
read_merges (IkrarReader *reader, guint sheet, GArray *merges, GError **error)
{
  return _ikrar_xlsx_merges_read ((IkrarXlsx *) reader, sheet, merges, error);
}

static void
free_xlsx (IkrarReader *reader)
{
  IkrarXlsx *xlsx = (IkrarXlsx *) reader;

  _ikrar_reader_clear (reader);
  _ikrar_xlsx_strings_clear (&xlsx->strings);
  _ikrar_package_free (xlsx->package);
  g_ptr_array_unref (xlsx->parts);
  g_free (xlsx->strings_part);
  g_free (xlsx->styles_part);
  g_array_unref (xlsx->styles);
  g_free (xlsx);
}

IkrarReader *
_ikrar_xlsx_open (IkrarPackage *opened, GError **error)
{
  static const IkrarReaderFormat format = { read_sheet, read_merges, free_xlsx };
  g_autoptr (IkrarPackage) package = opened;
  g_autofree char *part = find_workbook (package);
  IkrarXlsx *xlsx;

  if (!_ikrar_package_has (package, part) || g_str_has_suffix (part, ".bin"))
    {
      refuse_other (package, error);
      return NULL;
    }
  xlsx = g_new0 (IkrarXlsx, 1);
  _ikrar_reader_init (&xlsx->reader, &format);
  xlsx->package = g_steal_pointer (&package);
  xlsx->parts = g_ptr_array_new_with_free_func (g_free);
  xlsx->styles = g_array_new (FALSE, FALSE, sizeof (guint8));
  if (read_workbook (xlsx, part, error))
    return &xlsx->reader;
  free_xlsx (&xlsx->reader);
  return NULL;
}
