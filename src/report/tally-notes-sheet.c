/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/tally-workbook-private.h"

static const struct
{
  const char *word;
  const char *meaning;
} notes[] = {
  { "Dasar persen", "Peserta yang diundang. Yang mengundurkan diri tidak dihitung." },
  { "Belum tercatat", "Keadaannya belum diketahui; tidak dianggap tanpa keterangan." },
  { "Hadir luring", "Hadir di tempat, termasuk terlambat dan hadir mewakili orang lain." },
  { "Diwakili", "Orang lain hadir menggantikan; yang diundang sendiri tidak hadir." },
  { "Berikrar", "Mengucapkan ikrar bersama-sama, tanpa tanda tangan." },
  { "Menandatangani", "Menandatangani naskah ikrar. Tanda tangan pada layar adalah tanda tangan "
                      "elektronik tidak tersertifikasi." },
  { "Kontrol", "Diundang dikurangi jumlah semua keadaan. Selain 0 berarti ada yang keliru." },
  { "Dilaporkan tanpa nama",
    "Jumlah yang dilaporkan perangkat daerah lain tanpa daftar nama. Tidak "
    "dijumlahkan dengan yang tercatat." },
  { "Nomor induk", "Disimpan sebagai teks agar delapan belas angkanya tetap utuh." },
  { "Waktu", "Menurut zona waktu kegiatan, tertulis pada judul kolom." },
  { "Pelindungan data", "Berisi data pribadi (UU 27 Tahun 2022). Bagikan hanya kepada yang "
                        "berwenang; untuk papan pengumuman pakai daftar hadir versi publik." },
};

void
ikrar_tally_add_notes_sheet (IkrarWorkbookFile *workbook, const IkrarTallyRecord *record)
{
  lxw_worksheet *sheet = workbook_add_worksheet (workbook->book, "Keterangan");
  lxw_format *head = ikrar_workbook_file_add_head_format (workbook);
  lxw_format *word = ikrar_workbook_file_add_format (workbook);
  lxw_format *meaning = ikrar_workbook_file_add_format (workbook);

  format_set_bold (word);
  format_set_align (word, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap (meaning);
  format_set_align (meaning, LXW_ALIGN_VERTICAL_TOP);
  worksheet_set_column (sheet, 0, 0, 22, word);
  worksheet_set_column (sheet, 1, 1, 90, meaning);
  ikrar_workbook_file_set_print (
      sheet, ikrar_occasion_choose_paper (record->occasion, IKRAR_PAPER_OFFICE), 1);
  ikrar_workbook_file_note (workbook, worksheet_write_string (sheet, 0, 0, "Istilah", head));
  ikrar_workbook_file_note (workbook, worksheet_write_string (sheet, 0, 1, "Arti", head));
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      ikrar_workbook_file_note (workbook,
                                worksheet_write_string (sheet, i + 1, 0, notes[i].word, word));
      ikrar_workbook_file_note (
          workbook, worksheet_write_string (sheet, i + 1, 1, notes[i].meaning, meaning));
    }
}
