/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/reason.h"

#include <string.h>

/* The code, and the sentence in both languages. %s always stands in brackets. */
static const struct
{
  const char *code;
  const char *sentences[2];
} reasons[IKRAR_N_REASONS] = {
  [IKRAR_REASON_NONE] = { "none", { "", "" } },

  [IKRAR_REASON_NUMBER_MISSING] = { "number-missing",
                                    { "Nomor kosong; isi NIP, NI PPPK atau NIK, atau tanda hubung bila memang tidak ada.",
                                      "There is no number; enter the NIP, NI PPPK or NIK, or a dash if there is none." } },
  [IKRAR_REASON_NUMBER_SCIENTIFIC] = { "number-scientific",
                                       { "Nomor berubah menjadi notasi ilmiah (%s) dan angkanya hilang; minta nomor sebagai teks dari "
                                         "pengirim.",
                                         "The number was turned into scientific notation (%s) and its digits are lost; ask the sender "
                                         "for the number as text." } },
  [IKRAR_REASON_NUMBER_ENDS_000] = { "number-ends-000",
                                     { "NIP berakhir 000: tiga angka terakhir hilang di Excel; minta nomor sebagai teks dari "
                                       "pengirim.",
                                       "The NIP ends in 000: Excel lost the last three digits; ask the sender for the number as "
                                       "text." } },
  [IKRAR_REASON_NUMBER_FROM_FLOAT] = { "number-from-float",
                                       { "Nomor tersimpan sebagai angka dan angka terakhirnya sudah dibulatkan; minta nomor sebagai "
                                         "teks dari pengirim.",
                                         "The number was kept as a numeric cell and its last digits were rounded away; ask the sender "
                                         "for the number as text." } },
  [IKRAR_REASON_NUMBER_NUMERIC_CELL] = { "number-numeric-cell",
                                         { "Nomor tersimpan sebagai angka, tetapi tampak utuh; cocokkan angka terakhirnya dengan SK.",
                                           "The number is in a numeric cell but looks whole; compare its last digits with the "
                                           "appointment letter." } },
  [IKRAR_REASON_NUMBER_LENGTH] = { "number-length",
                                   { "Jumlah angka nomor (%s) tidak pas: NIP dan NI PPPK 18 angka, NIK 16 angka; cocokkan dengan "
                                     "SK atau KTP.",
                                     "The number (%s) has too few or too many digits: NIP and NI PPPK have 18, a NIK has 16; "
                                     "compare it with the appointment letter or the identity card." } },
  [IKRAR_REASON_NUMBER_LOOKALIKE] = { "number-lookalike",
                                      { "Di dalam nomor ada huruf yang mirip angka, seperti O atau l; ketik ulang nomornya (mungkin "
                                        "%s).",
                                        "The number has letters that look like digits, such as O or l; type it again (perhaps %s)." } },
  [IKRAR_REASON_NUMBER_KIND] = { "number-kind",
                                 { "Isi sel nomor (%s) bukan NIP, NI PPPK atau NIK; periksa apakah kolomnya benar.",
                                   "The number cell (%s) holds no NIP, NI PPPK or NIK; check that the column is the right "
                                   "one." } },
  [IKRAR_REASON_NUMBER_IS_DATE] = { "number-is-date",
                                    { "Sel nomor berisi tanggal (%s); tampaknya kolom bergeser, periksa pemetaan kolom.",
                                      "The number cell holds a date (%s); columns seem to have shifted, check how they are "
                                      "mapped." } },
  [IKRAR_REASON_NUMBER_BIRTH_DATE] = { "number-birth-date",
                                       { "Tanggal lahir di dalam nomor tidak ada di kalender; cocokkan dengan SK atau KTP.",
                                         "The birth date in the number is not in the calendar; compare it with the appointment letter "
                                         "or the identity card." } },
  [IKRAR_REASON_NUMBER_BIRTH_YEAR] = { "number-birth-year",
                                       { "Tahun lahir di dalam nomor tidak lazim untuk pegawai; cocokkan dengan SK.",
                                         "The birth year in the number is unusual for staff; compare it with the appointment "
                                         "letter." } },
  [IKRAR_REASON_NUMBER_SERVICE_MONTH] = { "number-service-month",
                                          { "Angka ke-13 dan ke-14 bukan bulan pengangkatan (01 s.d. 12) atau tanda PPPK (21 s.d. 29); "
                                            "cocokkan dengan SK.",
                                            "Digits 13 and 14 are neither a month of appointment (01 to 12) nor the mark of PPPK (21 to "
                                            "29); compare the number with the appointment letter." } },
  [IKRAR_REASON_NUMBER_TOO_YOUNG] = { "number-too-young",
                                      { "Menurut nomornya orang ini diangkat sebelum berumur 18 tahun; cocokkan dengan SK.",
                                        "By the number, the person was appointed before the age of 18; compare it with the "
                                        "appointment letter." } },
  [IKRAR_REASON_NUMBER_FUTURE] = { "number-future",
                                   { "Menurut nomornya orang ini diangkat pada waktu yang belum tiba; cocokkan dengan SK.",
                                     "By the number, the person is appointed in the future; compare it with the appointment "
                                     "letter." } },
  [IKRAR_REASON_NUMBER_SEX] = { "number-sex",
                                { "Angka ke-15 bukan 1 (laki-laki) atau 2 (perempuan); cocokkan dengan SK.",
                                  "Digit 15 is neither 1 (male) nor 2 (female); compare the number with the appointment "
                                  "letter." } },
  [IKRAR_REASON_NUMBER_SERIAL] = { "number-serial",
                                   { "Nomor urut di akhir NIK mulai dari 0001, tidak pernah 0000; cocokkan dengan KTP.",
                                     "The serial at the end of a NIK starts at 0001 and is never 0000; compare it with the "
                                     "identity card." } },
  [IKRAR_REASON_NUMBER_PROVINCE] = { "number-province",
                                     { "Dua angka pertama NIK bukan kode provinsi yang dikenal; cocokkan dengan KTP.",
                                       "The first two digits of the NIK are no known province; compare it with the identity "
                                       "card." } },
  [IKRAR_REASON_NUMBER_OLD_FORM] = { "number-old-form",
                                     { "Ini NIP lama 9 angka, yang dipakai sebelum 2009; minta NIP 18 angka dari pengirim.",
                                       "This is an old NIP of 9 digits, in use before 2009; ask the sender for the one of 18." } },
  [IKRAR_REASON_NUMBER_TWIN] = { "number-twin",
                                 { "Nomor ini hanya beda satu angka dengan nomor orang yang mungkin sama (baris %s); cocokkan "
                                   "keduanya dengan SK.",
                                   "The number differs in one digit from that of somebody who may be the same (row %s); compare "
                                   "both with the appointment letters." } },

  [IKRAR_REASON_GRADE_UNKNOWN] = { "grade-unknown",
                                   { "Golongan (%s) tidak dikenal; tulis seperti III/d untuk PNS atau IX untuk PPPK.",
                                     "The grade (%s) is unknown; write it like III/d for PNS or IX for PPPK." } },
  [IKRAR_REASON_GRADE_NO_ROOM] = { "grade-no-room",
                                   { "Golongan (%s) tanpa ruang, bisa PNS bisa PPPK; lengkapi seperti III/d, atau isi NI PPPK.",
                                     "The grade (%s) has no room and may be of PNS or PPPK; complete it like III/d, or enter the "
                                     "NI PPPK." } },
  [IKRAR_REASON_GRADE_MISMATCH] = { "grade-mismatch",
                                    { "Golongan, pangkat dan jenis pegawai (%s) tidak cocok satu sama lain; pilih yang benar "
                                      "menurut SK.",
                                      "Grade, rank and kind of staff (%s) do not agree; choose the right one by the appointment "
                                      "letter." } },

  [IKRAR_REASON_ROW_BLANK] = { "row-blank",
                               { "Baris kosong, dilewati; tidak ada yang perlu dilakukan.",
                                 "A blank row, skipped; there is nothing to do." } },
  [IKRAR_REASON_ROW_TITLE] = { "row-title",
                               { "Baris judul daftar, dilewati; tidak ada yang perlu dilakukan.",
                                 "A title of the list, skipped; there is nothing to do." } },
  [IKRAR_REASON_ROW_HEADER] = { "row-header",
                                { "Baris kepala tabel, dilewati; tidak ada yang perlu dilakukan.",
                                  "A header row, skipped; there is nothing to do." } },
  [IKRAR_REASON_ROW_COLUMN_NUMBERS] = { "row-column-numbers",
                                        { "Baris nomor kolom, dilewati; tidak ada yang perlu dilakukan.",
                                          "A row of column numbers, skipped; there is nothing to do." } },
  [IKRAR_REASON_ROW_SECTION] = { "row-section",
                                 { "Baris nama bagian (%s), dipakai sebagai unit kerja baris di bawahnya; periksa apakah benar.",
                                   "A section name (%s), used as the unit of the rows below; check that it is right." } },
  [IKRAR_REASON_ROW_TOTAL] = { "row-total",
                               { "Baris jumlah, dilewati; tidak ada yang perlu dilakukan.",
                                 "A row of totals, skipped; there is nothing to do." } },
  [IKRAR_REASON_ROW_SIGNATURE] = { "row-signature",
                                   { "Baris tanda tangan di akhir daftar, dilewati; tidak ada yang perlu dilakukan.",
                                     "A signature at the end of the list, skipped; there is nothing to do." } },
  [IKRAR_REASON_NAME_MISSING] = { "name-missing",
                                  { "Nama kosong; lengkapi nama di baris ini.",
                                    "There is no name; enter it in this row." } },
  [IKRAR_REASON_NAME_IS_NUMBER] = { "name-is-number",
                                    { "Sel nama berisi angka (%s); tampaknya kolom bergeser, periksa pemetaan kolom.",
                                      "The name cell holds a number (%s); columns seem to have shifted, check how they are "
                                      "mapped." } },
  [IKRAR_REASON_NAME_IS_DEVICE] = { "name-is-device",
                                    { "Nama (%s) adalah nama perangkat atau akun kantor, bukan nama orang; tanyakan siapa pemakainya.",
                                      "The name (%s) is that of a device or an office's account, not of a person; ask who used it." } },
  [IKRAR_REASON_NUMBER_OF_ANOTHER] = { "number-of-another",
                                       { "Nomor ini sudah terdaftar atas nama orang lain (%s); cocokkan nomor di baris ini dengan SK, "
                                         "atau bila orangnya sama, betulkan dulu namanya di daftar pegawai.",
                                         "The number is registered to somebody else (%s); compare it with the appointment letter, or if "
                                         "it is the same person, correct the name in the register first." } },
  [IKRAR_REASON_NUMBER_TWICE] = { "number-twice",
                                  { "Nomor ini sudah ada di berkas ini dengan nama lain (baris %s); cocokkan nomor kedua baris dengan "
                                    "SK, jangan hapus orangnya.",
                                    "The number is in this file already with another name (row %s); compare the number of both rows "
                                    "with the appointment letters, and delete nobody." } },
  [IKRAR_REASON_SAME_NAME] = { "same-name",
                               { "Nama dan unit yang sama, juga tanpa nomor, sudah ada di berkas ini (baris %s); pastikan keduanya "
                                 "memang dua orang.",
                                 "The same name and unit, also without a number, is in this file already (row %s); make sure that "
                                 "they are two people." } },
  [IKRAR_REASON_DUPLICATE_IN_FILE] = { "duplicate-in-file",
                                       { "Orang yang sama sudah ada di berkas ini (baris %s); biarkan satu baris saja.",
                                         "The same person is in this file already (row %s); leave one row only." } },
  [IKRAR_REASON_DUPLICATE_IN_EVENT] = { "duplicate-in-event",
                                        { "Orang ini sudah menjadi peserta kegiatan (%s); tidak perlu ditambahkan lagi.",
                                          "The person takes part in the event already (%s); there is no need to add them again." } },
  [IKRAR_REASON_DECLINED] = { "declined",
                              { "Baris ini tidak dipilih ketika daftar diperbarui; keadaan di kegiatan dibiarkan.",
                                "This row was not chosen when the list was updated; the event was left as it is." } },
  [IKRAR_REASON_CELL_ERROR] = { "cell-error",
                                { "Sel berisi kesalahan rumus (%s); perbaiki rumusnya atau ketik nilainya, lalu simpan ulang.",
                                  "A cell holds a formula error (%s); repair the formula or type the value, then save the file "
                                  "again." } },
  [IKRAR_REASON_PHONE_UNREADABLE] = { "phone-unreadable",
                                      { "Nomor telepon (%s) rusak oleh Excel dan tidak disimpan; ketik ulang sebagai teks.",
                                        "The phone number (%s) was destroyed by Excel and is not kept; type it again as text." } },
  [IKRAR_REASON_UNIT_MISSING] = { "unit-missing",
                                  { "Unit kerja kosong; isi di baris ini, atau pilih satu unit untuk seluruh berkas.",
                                    "There is no unit; enter it in this row, or choose one unit for the whole file." } },
  [IKRAR_REASON_UNIT_UNKNOWN] = { "unit-unknown",
                                  { "Unit kerja (%s) belum dikenal; pilih unit yang dimaksud, atau tambahkan sebagai unit baru.",
                                    "The unit (%s) is not known yet; choose the unit that is meant, or add it as a new one." } },
  [IKRAR_REASON_UNIT_READ_AS] = { "unit-read-as",
                                  { "Unit kerja dibaca sebagai unit yang sudah dikenal (%s); pilih unit lain bila bukan itu "
                                    "maksudnya.",
                                    "The unit was read as one that is known (%s); choose another if that is not meant." } },
  [IKRAR_REASON_KIND_UNKNOWN] = { "kind-unknown",
                                  { "Peran (%s) tidak dikenal dan dianggap peserta; tulis peserta, narasumber, moderator, panitia "
                                    "atau tamu.",
                                    "The role (%s) is unknown and taken for a participant; write peserta, narasumber, moderator, "
                                    "panitia or tamu." } },
  [IKRAR_REASON_MEANING_REMEMBERED] = { "meaning-remembered",
                                        { "Dibaca menurut arti yang ditetapkan pada impor sebelumnya (%s); tetapkan arti lain bila "
                                          "kali ini berbeda.",
                                          "Read as somebody said at an earlier import (%s); choose another meaning if this time it is "
                                          "not so." } },
  [IKRAR_REASON_MEANING_GIVEN] = { "meaning-given",
                                   { "Dibaca menurut arti yang ditetapkan untuk semua baris (%s); tidak ada yang perlu dilakukan.",
                                     "Read as was said for all rows (%s); there is nothing to do." } },
  [IKRAR_REASON_CELL_CORRECTED] = { "cell-corrected",
                                    { "Sel ini diperbaiki sebelum diimpor (semula %s); tidak ada yang perlu dilakukan.",
                                      "The cell was corrected before the import (it was %s); there is nothing to do." } },
  [IKRAR_REASON_ROW_LEFT_OUT] = { "row-left-out",
                                  { "Baris ini sengaja dilewati; batalkan bila orangnya tetap harus diimpor.",
                                    "The row was left out on purpose; take that back if the person is to be imported." } },
};

const char *
ikrar_reason_code (IkrarReason reason)
{
  g_return_val_if_fail ((guint) reason < IKRAR_N_REASONS, "none");

  return reasons[reason].code;
}

/* What the sender should do, where that is something else than what whoever imports should. */
static const struct
{
  IkrarReason reason;
  const char *sentences[2];
} advices[] = {
  { IKRAR_REASON_NUMBER_SCIENTIFIC,
    { "Jadikan format kolom nomor Teks, lalu ketik ulang semua angkanya menurut SK.",
      "Format the column of numbers as text, then type all digits again from the appointment letter." } },
  { IKRAR_REASON_NUMBER_ENDS_000,
    { "Jadikan format kolom nomor Teks, lalu ketik ulang semua angkanya menurut SK.",
      "Format the column of numbers as text, then type all digits again from the appointment letter." } },
  { IKRAR_REASON_NUMBER_FROM_FLOAT,
    { "Jadikan format kolom nomor Teks, lalu ketik ulang semua angkanya menurut SK.",
      "Format the column of numbers as text, then type all digits again from the appointment letter." } },
  { IKRAR_REASON_NUMBER_IS_DATE,
    { "Isi kolom nomor dengan NIP, NI PPPK atau NIK, bukan tanggal.",
      "Enter the NIP, NI PPPK or NIK in the column of numbers, no date." } },
  { IKRAR_REASON_NUMBER_KIND,
    { "Isi kolom nomor dengan NIP, NI PPPK atau NIK, atau tanda hubung bila memang tidak ada.",
      "Enter the NIP, NI PPPK or NIK in the column of numbers, or a dash if there is none." } },
  { IKRAR_REASON_NUMBER_OLD_FORM, { "Isi NIP yang 18 angka.", "Enter the NIP of 18 digits." } },
  { IKRAR_REASON_NAME_IS_NUMBER,
    { "Isi kolom nama dengan nama orangnya.", "Enter the person's name in the column of names." } },
  { IKRAR_REASON_NUMBER_OF_ANOTHER,
    { "Cocokkan nama dan nomor di baris ini dengan SK, lalu betulkan yang keliru.",
      "Compare name and number of this row with the appointment letter, and correct what is wrong." } },
  { IKRAR_REASON_UNIT_MISSING, { "Isi unit kerja di baris ini.", "Enter the unit in this row." } },
  { IKRAR_REASON_UNIT_UNKNOWN,
    { "Tulis nama unit kerja selengkap nama resminya.", "Write the unit's full official name." } },
};

/* Between the two halves of a sentence: what is wrong; what to do. */
#define JOINT "; "

/* A sentence up to a place in it, without the brackets around %s where there is no argument. */
static char *
fill_in (const char *sentence, gsize size, const char *argument)
{
  g_autofree char *part = g_strndup (sentence, size);
  char *place = strstr (part, "%s");
  char *open, *close;

  if (place == NULL)
    return g_steal_pointer (&part);
  if (argument != NULL && *argument != '\0')
    {
      *place = '\0';
      return g_strconcat (part, argument, place + 2, NULL);
    }
  open = g_strrstr_len (part, place - part, " (");
  close = strchr (place, ')');
  g_assert (open != NULL && close != NULL);

  *open = '\0';
  return g_strconcat (part, close + 1, NULL);
}

static const char *
find_sentence (IkrarReason reason, IkrarLanguage language)
{
  g_return_val_if_fail ((guint) reason < IKRAR_N_REASONS, "");
  g_return_val_if_fail ((guint) language <= IKRAR_LANGUAGE_ENGLISH, "");

  return reasons[reason].sentences[language];
}

char *
ikrar_reason_text (IkrarReason reason, IkrarLanguage language, const char *argument)
{
  const char *sentence = find_sentence (reason, language);

  return fill_in (sentence, strlen (sentence), argument);
}

char *
ikrar_reason_problem (IkrarReason reason, IkrarLanguage language, const char *argument)
{
  const char *sentence = find_sentence (reason, language);
  const char *joint = strstr (sentence, JOINT);
  g_autofree char *half = NULL;

  if (joint == NULL)
    return g_strdup (sentence);
  half = fill_in (sentence, (gsize) (joint - sentence), argument);
  return g_strconcat (half, ".", NULL);
}

char *
ikrar_reason_advice (IkrarReason reason, IkrarLanguage language, const char *argument)
{
  const char *sentence = find_sentence (reason, language);
  const char *joint = strstr (sentence, JOINT);
  char *half;

  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    if (advices[i].reason == reason)
      return g_strdup (advices[i].sentences[language]);
  if (joint == NULL)
    return g_strdup (sentence);
  joint += strlen (JOINT);
  half = fill_in (joint, strlen (joint), argument);
  *half = g_ascii_toupper (*half);
  return half;
}
