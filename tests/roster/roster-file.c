/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#include "roster/error.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

char *
roster_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ikrar-roster-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
roster_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

void
roster_set_up (RosterFixture *fixture, gconstpointer unused)
{
  fixture->folder = roster_folder_new ();
}

void
roster_tear_down (RosterFixture *fixture, gconstpointer unused)
{
  roster_folder_free (fixture->folder);
}

char *
roster_file_write (const char *folder, const char *name, gconstpointer bytes, gsize size)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  return path;
}

char *
roster_file_text (const char *folder, const char *name, const char *text)
{
  return roster_file_write (folder, name, text, strlen (text));
}

char *
roster_file_zip (const char *folder, const char *name, const RosterPart *parts)
{
  char *path = g_build_filename (folder, name, NULL);
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  g_assert_nonnull (zip);
  for (; parts->name != NULL; parts++)
    {
      zip_source_t *source = zip_source_buffer (zip, parts->text, strlen (parts->text), 0);

      g_assert_cmpint (zip_file_add (zip, parts->name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

char *
roster_file_xlsx (const char *folder,
                  const char *sheet,
                  const char *strings,
                  const char *styles,
                  const char *properties)
{
  g_autofree char *workbook = g_strdup_printf (
      "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><workbookPr %s/><sheets>"
      "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
      properties != NULL ? properties : "");
  g_autofree char *data = g_strdup_printf ("<worksheet xmlns=\"" MAIN "\">%s</worksheet>", sheet);
  g_autofree char *texts =
      g_strdup_printf ("<sst xmlns=\"" MAIN "\">%s</sst>", strings != NULL ? strings : "");
  g_autofree char *formats = g_strdup_printf ("<styleSheet xmlns=\"" MAIN "\">%s</styleSheet>",
                                              styles != NULL ? styles : "");
  const RosterPart parts[] = {
    { "_rels/.rels", "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                     "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" PACKAGE "\">"
      "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      "<Relationship Id=\"rId3\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
      "</Relationships>" },
    { "xl/workbook.xml", workbook },
    { "xl/worksheets/sheet1.xml", data },
    { "xl/sharedStrings.xml", texts },
    { "xl/styles.xml", formats },
    { NULL },
  };

  return roster_file_zip (folder, "roster.xlsx", parts);
}

static gboolean
dump_row (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  static const char types[] = { 't', 'n', 'd', 'b', 'e' };
  GString *dump = user_data;

  g_string_append_printf (dump, "%u%s", row->number, row->hidden ? "*" : "");
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *letters = ikrar_sheet_column_letters (row->cells[i].column);

      g_string_append_printf (dump, " %s:%c:%s", letters, types[row->cells[i].type],
                              row->cells[i].text);
      if (strcmp (row->cells[i].raw, row->cells[i].text) != 0)
        g_string_append_printf (dump, "(%s)", row->cells[i].raw);
    }
  g_string_append_c (dump, '\n');
  return TRUE;
}

gboolean
roster_file_take_nothing (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  return TRUE;
}

char *
roster_file_dump (IkrarWorkbook *workbook, guint sheet, GError **error)
{
  GString *dump = g_string_new (NULL);

  if (ikrar_workbook_read (workbook, sheet, dump_row, dump, NULL, error))
    return g_string_free (dump, FALSE);
  g_string_free (dump, TRUE);
  return NULL;
}

IkrarWorkbook *
roster_file_open_bytes (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;
  bytes = g_bytes_new_take (contents, size);
  return ikrar_workbook_open_bytes (bytes, name, error);
}

static char *
dump_workbook (IkrarWorkbook *workbook, GError **error)
{
  return workbook != NULL ? roster_file_dump (workbook, 0, error) : NULL;
}

char *
roster_file_dump_path (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (IkrarWorkbook) pasted = roster_file_open_bytes (path, NULL);
  g_autofree char *pasted_dump = dump_workbook (pasted, NULL);
  char *dump = dump_workbook (workbook, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pasted_dump, ==, dump);
  return dump;
}

void
roster_file_assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) pasted_error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (IkrarWorkbook) pasted = roster_file_open_bytes (path, &pasted_error);
  g_autofree char *dump = dump_workbook (workbook, &error);
  g_autofree char *pasted_dump = dump_workbook (pasted, &pasted_error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (dump);
  g_assert_null (pasted_dump);
  g_assert_nonnull (pasted_error);
  g_assert_nonnull (error);
  g_assert_cmpstr (pasted_error->message, ==, error->message);
  g_assert_error (error, IKRAR_ROSTER_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}
