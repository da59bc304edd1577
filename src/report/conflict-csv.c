/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/conflict-csv.h"

#include <string.h>

#include "report/output-file-private.h"
#include "report/tally-csv-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Official lists are Indonesian. */
static const struct
{
  const char *what;
  const char *name;
  const char *advice;
} kinds[] = {
  { "event", "Kegiatan", "" },
  { "session", "Sesi", "" },
  { "role", "Petugas acara", "" },
  { "person", "Pegawai", "" },
  { "participant", "Peserta", "" },
  { "arrival", "Tercatat di dua meja", "Dihitung satu kali" },
  { "number", "Nomor peserta", "Cetak kartu baru" },
  { "pledge", "Ikrar dua kali", "Keduanya tersimpan; yang pertama berlaku" },
  { "certificate", "Sertifikat", "Tidak dimasukkan; terbitkan dengan nomor lain" },
  { "erased", "Data pribadi dihapus", "" },
};

static const struct
{
  const char *stands;
  const char *name;
} standings[] = {
  { "ours", "Yang di sini" },
  { "theirs", "Yang datang" },
  { "both", "Keduanya" },
};

static const char *
name_kind (const char *what, const char **advice)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].what, what) == 0)
      {
        *advice = kinds[i].advice;
        return kinds[i].name;
      }
  *advice = "";
  return what;
}

static const char *
name_standing (const char *stands)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (strcmp (standings[i].stands, stands) == 0)
      return standings[i].name;
  return stands;
}

static void
append_line (GString *text, const IkrarExchangeConflict *conflict)
{
  const char *advice;
  const char *kind = name_kind (conflict->what, &advice);
  const char *cells[] = { kind,           conflict->who,    conflict->field,
                          conflict->ours, conflict->theirs, name_standing (conflict->stands),
                          advice };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      ikrar_tally_csv_append (text, cells[i]);
    }
  g_string_append (text, "\r\n");
}

gboolean
ikrar_conflict_csv_write (GPtrArray *conflicts, const char *path, GError **error)
{
  g_autoptr (IkrarOutputFile) file = ikrar_output_file_new (path, error);
  g_autoptr (GString) text = g_string_new (
      BYTE_ORDER_MARK "Perihal;Siapa;Kolom;Di sini;Yang datang;Yang berlaku;Tindakan\r\n");

  g_return_val_if_fail (conflicts != NULL && path != NULL, FALSE);

  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < conflicts->len; i++)
    append_line (text, g_ptr_array_index (conflicts, i));
  ikrar_output_file_write (file, text->str, text->len);
  return ikrar_output_file_commit (file, error);
}
