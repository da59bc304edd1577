/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/scan-file.h"

#include <string.h>

#include "report/output-file-private.h"
#include "report/table-workbook.h"
#include "report/tally-csv-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define TITLE "Catatan Pindai"

static const char *const heads[] = {
  "Waktu", "Sesi", "Meja", "Petugas", "Cara",  "Arah",       "Hasil",
  "Nomor", "Nama", "Unit", "Bacaan",  "Sidik", "Dibatalkan",
};

#define N_COLUMNS G_N_ELEMENTS (heads)

typedef struct
{
  const char *word;
  const char *official;
} Official;

static const Official verdicts[] = {
  { "welcome", "Hadir" },
  { "already", "Sudah tercatat" },
  { "returned", "Kembali" },
  { "left", "Keluar" },
  { "not-inside", "Tidak di dalam" },
  { "not-in-event", "Tidak terdaftar" },
  { "revoked", "Kartu dicabut" },
  { "expired", "Kartu kedaluwarsa" },
  { "forged", "Kartu palsu" },
  { "unreadable", "Tidak terbaca" },
};

static const Official others[] = {
  { "scan", "Pemindai" },      { "typed", "Diketik" }, { "name", "Nama" },
  { "camera", "Kamera" },      { "kiosk", "Mandiri" }, { "in", "Masuk" },
  { "out", "Keluar" },         { "pass", "Kartu" },    { "code", "Kode pendek" },
  { "number", "Nomor induk" }, { "other", "Lain" },
};

static const char *
find_official (const Official *list, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (list[i].word, word) == 0)
      return list[i].official;
  return word;
}

const char *
ikrar_scan_verdict_official (const char *verdict)
{
  return find_official (verdicts, G_N_ELEMENTS (verdicts), verdict);
}

static const char *
official (const char *word)
{
  return find_official (others, G_N_ELEMENTS (others), word);
}

/* Takes the cells of a line. */
typedef void (*LineFunc) (gpointer user_data, guint number, const char *const *cells);

static void
each_line (GPtrArray *lines, IkrarZone zone, LineFunc func, gpointer user_data)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarScanLine *line = g_ptr_array_index (lines, i);
      g_autofree char *at = ikrar_time_format_iso (line->at, zone);
      g_autofree char *number = line->number > 0 ? g_strdup_printf ("%d", line->number) : NULL;
      const char *cells[N_COLUMNS] = {
        at,
        line->session,
        line->desk,
        line->actor,
        official (line->source),
        official (line->way),
        ikrar_scan_verdict_official (line->verdict),
        number != NULL ? number : "",
        line->name,
        line->unit,
        official (line->kind),
        line->clue,
        line->undone ? "ya" : "",
      };

      func (user_data, i + 1, cells);
    }
}

static void
append_line (gpointer text, guint number, const char *const *cells)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      ikrar_tally_csv_append (text, cells[i]);
    }
  g_string_append (text, "\r\n");
}

static gboolean
write_csv (GPtrArray *lines, IkrarZone zone, const char *path, GError **error)
{
  g_autoptr (IkrarOutputFile) file = ikrar_output_file_new (path, error);
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);

  if (file == NULL)
    return FALSE;
  append_line (text, 0, heads);
  each_line (lines, zone, append_line, text);
  ikrar_output_file_write (file, text->str, text->len);
  return ikrar_output_file_commit (file, error);
}

static void
add_row (gpointer rows, guint number, const char *const *cells)
{
  ikrar_sheet_rows_add (rows, number, cells, N_COLUMNS);
}

static gboolean
write_workbook (GPtrArray *lines, IkrarZone zone, const char *path, GError **error)
{
  g_autoptr (IkrarSheetRows) rows = ikrar_sheet_rows_new ();

  ikrar_sheet_rows_set_heads (rows, heads, N_COLUMNS);
  each_line (lines, zone, add_row, rows);
  return ikrar_table_workbook_write (rows, TITLE, path, error);
}

gboolean
ikrar_scan_file_write (GPtrArray *lines, IkrarZone zone, const char *path, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx") ? write_workbook (lines, zone, path, error)
                                            : write_csv (lines, zone, path, error);
}
