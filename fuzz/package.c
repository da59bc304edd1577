/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "package.h"

#include <string.h>
#include <zip.h>

#include "roster/error.h"
#include "roster/workbook.h"

static gboolean
take_row (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  guint last = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      const IkrarSheetCell *cell = &row->cells[i];

      g_assert_true (i == 0 || cell->column >= last);
      g_assert_true (*cell->text != '\0' && g_utf8_validate (cell->text, -1, NULL));
      g_assert_true (g_utf8_validate (cell->raw, -1, NULL));
      last = cell->column;
    }
  return TRUE;
}

static void
check_merges (const GArray *merges)
{
  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const IkrarMerge *merge = &g_array_index (merges, IkrarMerge, i);

      g_assert_cmpuint (merge->first_row, <=, merge->last_row);
      g_assert_cmpuint (merge->first_column, <=, merge->last_column);
    }
}

void
fuzz_read (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open_bytes (bytes, "fuzz", &error);

  g_assert_true ((workbook == NULL) == (error != NULL));
  for (guint i = 0; workbook != NULL && i < ikrar_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (GError) reason = NULL;

      if (!ikrar_workbook_read (workbook, i, take_row, NULL, NULL, &reason))
        g_assert_nonnull (reason);
      check_merges (ikrar_workbook_get_merges (workbook, i, NULL));
    }
}

static void
add_part (zip_t *zip, const char *name, const char *text, size_t size)
{
  zip_source_t *source = zip_source_buffer (zip, text, size, 0);
  zip_int64_t index = zip_file_add (zip, name, source, ZIP_FL_OVERWRITE);

  g_assert_cmpint (index, >=, 0);
  zip_set_file_compression (zip, (zip_uint64_t) index, ZIP_CM_STORE, 0);
}

static void
add_parts (zip_t *zip, const char *data, size_t size, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const char *end = memchr (data, '\0', size);
      size_t length = end != NULL ? (size_t) (end - data) : size;

      add_part (zip, *names, data, length);
      if (end == NULL)
        return;
      data += length + 1;
      size -= length + 1;
    }
}

static GBytes *
read_back (zip_source_t *buffer)
{
  zip_stat_t stat;
  char *bytes;

  g_assert_cmpint (zip_source_stat (buffer, &stat), ==, 0);
  g_assert_cmpint (zip_source_open (buffer), ==, 0);
  bytes = g_malloc (stat.size);
  g_assert_cmpint (zip_source_read (buffer, bytes, stat.size), ==, (zip_int64_t) stat.size);
  zip_source_close (buffer);
  return g_bytes_new_take (bytes, stat.size);
}

void
fuzz_read_package (const uint8_t *data,
                   size_t size,
                   const char *const *before,
                   const char *const *names)
{
  g_autoptr (GBytes) bytes = NULL;
  zip_source_t *buffer;
  zip_t *zip;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    {
      bytes = g_bytes_new_static (data, size);
      fuzz_read (bytes);
      return;
    }
  buffer = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_source_keep (buffer);
  zip = zip_open_from_source (buffer, ZIP_TRUNCATE, NULL);
  for (; *before != NULL; before += 2)
    add_part (zip, before[0], before[1], strlen (before[1]));
  add_parts (zip, (const char *) data, size, names);
  g_assert_cmpint (zip_close (zip), ==, 0);
  bytes = read_back (buffer);
  zip_source_free (buffer);
  fuzz_read (bytes);
}
