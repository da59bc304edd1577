/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/date.h"
#include "roster/layout-private.h"

/* The word, whether somebody should look, and the sentence in both languages. $c stands for the
 * column's letters, $r for the row, $f for the field, $a for the argument, $d for it as a date. */
static const struct
{
  const char *word;
  gboolean is_question;
  const char *sentences[2];
} clues[IKRAR_N_CLUES] = {
  [IKRAR_CLUE_HEAD_ROWS] = { "head-rows",
                             FALSE,
                             { "Kepala tabel berada di beberapa baris ($a); judul kelompok dan judul kolom digabung.",
                               "The heads stand in several rows ($a); those of groups and of columns were joined." } },
  [IKRAR_CLUE_NO_HEADS] = { "no-heads",
                            TRUE,
                            { "Tidak ada kepala tabel; kolom ditebak dari isinya. Periksa kolom mana yang berisi apa.",
                              "There are no heads; columns were guessed by what they hold. Check which column holds what." } },
  [IKRAR_CLUE_HEADS_OF_SHEET] = { "heads-of-sheet",
                                  TRUE,
                                  { "Tidak ada kepala tabel; dipakai kepala tabel lembar “$a” karena isi kolomnya sama.",
                                    "There are no heads; those of the sheet “$a” were used, whose columns hold the same." } },
  [IKRAR_CLUE_COLUMN_BY_CONTENT] = { "column-by-content",
                                     TRUE,
                                     { "Kolom $c “$a” dibaca sebagai $f karena begitulah isinya. Pilih yang lain bila keliru.",
                                       "Column $c “$a” was taken for the $f, by what it holds. Choose another if that is wrong." } },
  [IKRAR_CLUE_COLUMN_TWICE] = { "column-twice",
                                TRUE,
                                { "Dua kolom tampak berisi $f; kolom $c “$a” tidak dibaca. Pilih kolom yang benar bila keliru.",
                                  "Two columns seem to hold the $f; column $c “$a” is not read. Choose the right one if that is "
                                  "wrong." } },
  [IKRAR_CLUE_COLUMNS_SHIFTED] = { "columns-shifted",
                                   TRUE,
                                   { "Kolom $c “$a” tidak berisi nomor pegawai. Apakah kolom-kolomnya bergeser? Periksa kolom mana yang "
                                     "berisi apa.",
                                     "Column $c “$a” holds no employee numbers. Have the columns shifted? Check which column holds "
                                     "what." } },
  [IKRAR_CLUE_PRIVATE_DROPPED] = { "private-dropped",
                                   FALSE,
                                   { "Kolom data pribadi tidak dibaca dan tidak disimpan: $a.",
                                     "Columns with private data are neither read nor kept: $a." } },
  [IKRAR_CLUE_NATIONAL_ID] = { "national-id",
                               TRUE,
                               { "NIK di kolom $c “$a” dibaca sebagai nomor karena tidak ada kolom NIP. Minta NIP bila pesertanya "
                                 "ASN.",
                                 "The NIK in column $c “$a” is read as the number, as there is no column of NIP. Ask for the NIP if "
                                 "these are staff." } },
  [IKRAR_CLUE_SEX_TICKS] = { "sex-ticks",
                             FALSE,
                             { "Jenis kelamin dinyatakan dengan tanda di bawah L atau P; kolom yang bertanda yang berlaku.",
                               "The sex is said by a mark below L or P; the column with the mark counts." } },
  [IKRAR_CLUE_SIDE_BY_SIDE] = { "side-by-side",
                                FALSE,
                                { "Ada $a tabel berdampingan; semuanya dibaca, yang kiri lebih dulu.",
                                  "$a tables stand side by side; all are read, the left one first." } },
  [IKRAR_CLUE_RECORD_ROWS] = { "record-rows",
                               FALSE,
                               { "Nama, pangkat atau NIP satu orang tersusun dalam $a baris; baris-baris itu digabung.",
                                 "Name, rank or number of one person stand in $a rows; these were joined." } },
  [IKRAR_CLUE_NUMBER_IN_NAME] = { "number-in-name",
                                  FALSE,
                                  { "Nama dan NIP berada dalam satu sel di kolom $c “$a”; keduanya dipisahkan.",
                                    "Name and number stand in one cell of column $c “$a”; they were taken apart." } },
  [IKRAR_CLUE_UNIT_OF_SHEET] = { "unit-of-sheet",
                                 FALSE,
                                 { "Nama lembar dipakai sebagai unit kerja (“$a”) untuk baris yang tidak menyebut unit kerja.",
                                   "The sheet's name is the unit (“$a”) of rows that name none." } },
  [IKRAR_CLUE_UNIT_CUT] = { "unit-cut",
                            TRUE,
                            { "Nama lembar dipakai sebagai unit kerja (“$a”), tetapi mungkin terpotong: nama lembar paling panjang 31 "
                              "huruf. Periksa nama unitnya.",
                              "The sheet's name is the unit (“$a”), but it may be cut: a sheet's name has 31 letters at most. Check "
                              "the name of the unit." } },
  [IKRAR_CLUE_UNIT_FILLED_DOWN] = { "unit-filled-down",
                                    TRUE,
                                    { "Unit kerja hanya ditulis sekali, lalu dikosongkan; unit terakhir di atas dipakai untuk baris di "
                                      "bawahnya. Periksa apakah benar.",
                                      "The unit is written once and then left blank; the last one above counts for the rows below. "
                                      "Check that it is right." } },
  [IKRAR_CLUE_SHEET_HIDDEN] = { "sheet-hidden",
                                TRUE,
                                { "Lembar tersembunyi “$a” tidak dibaca. Pilih lembar itu bila memang berisi peserta.",
                                  "The hidden sheet “$a” is not read. Choose it if it has participants." } },
  [IKRAR_CLUE_SHEET_SUMMARY] = { "sheet-summary",
                                 FALSE,
                                 { "Lembar “$a” adalah rekap, bukan daftar orang; tidak dibaca.",
                                   "The sheet “$a” is a summary, not a list of people; it is not read." } },
  [IKRAR_CLUE_SHEET_NO_NAMES] = { "sheet-no-names",
                                  TRUE,
                                  { "Lembar “$a” tidak dibaca karena kolom nama tidak ditemukan. Pilih lembar itu dan tunjukkan kolom "
                                    "namanya bila berisi peserta.",
                                    "The sheet “$a” is not read, as no column of names was found. Choose it and point out that column "
                                    "if it has participants." } },
  [IKRAR_CLUE_HIDDEN_ROWS] = { "hidden-rows",
                               TRUE,
                               { "Ada $a baris tersembunyi (oleh filter atau disembunyikan); baris itu ikut dibaca. Lewati bila tidak "
                                 "dimaksudkan.",
                                 "$a rows are hidden, by a filter or by hand; they are read, too. Skip them if that is not meant." } },
  [IKRAR_CLUE_HIDDEN_COLUMNS] = { "hidden-columns",
                                  TRUE,
                                  { "Ada kolom tersembunyi yang ikut dibaca: $a. Pilih agar kolom itu tidak dibaca bila tidak "
                                    "dimaksudkan.",
                                    "Some columns are hidden; they are read, too: $a. Choose not to read them if that is not "
                                    "meant." } },
  [IKRAR_CLUE_MARKED_ROWS] = { "marked-rows",
                               TRUE,
                               { "Ada $a orang dengan warna atau coretan; keduanya tidak dibaca dan orangnya tetap ikut. Lewati "
                                 "barisnya bila dicoret berarti keluar, dan tulis arti warna dalam kolom.",
                                 "$a people have a colour or are struck through; neither is read, and they stay. Skip their rows if "
                                 "that means they are out, and write in a column what a colour means." } },
  [IKRAR_CLUE_NO_RESULTS] = { "no-results",
                              TRUE,
                              { "Ada $a sel rumus tanpa hasil. Buka berkasnya di Excel atau LibreOffice, simpan, lalu baca lagi.",
                                "$a cells have a formula without a result. Open the file in Excel or LibreOffice, save it, and read "
                                "it again." } },
  [IKRAR_CLUE_FORM] = { "form",
                        FALSE,
                        { "Ini jawaban formulir daring: orang yang sama dapat mengisi beberapa kali, dan pernyataan di dalamnya bukan "
                          "ikrar yang tercatat.",
                          "These are answers of an online form: somebody may have answered several times, and a statement in them "
                          "is no recorded pledge." } },
  [IKRAR_CLUE_MEETING] = { "meeting",
                           TRUE,
                           { "Ini laporan rapat daring: nama adalah yang diketik peserta, dan orang yang keluar-masuk berulang. "
                             "Cocokkan dengan daftar pegawai.",
                             "This is the report of an online meeting: names are what people typed, and those who came and went come "
                             "again. Compare it with the register." } },
  [IKRAR_CLUE_REMEMBERED] = { "columns-remembered",
                              FALSE,
                              { "Kolom dibaca seperti yang ditetapkan pada impor tanggal $d. Pilih yang lain bila kali ini berbeda.",
                                "Columns are known from the import of $d. Choose others if this time they hold something else." } },
};

/* Fields in both languages, as they stand in a sentence. */
static const char *const fields[IKRAR_N_ROSTER_FIELDS][2] = {
  [IKRAR_ROSTER_FIELD_NONE] = { "kolom yang tidak dibaca", "column that is not read" },
  [IKRAR_ROSTER_FIELD_LIST_NUMBER] = { "nomor urut", "number in the list" },
  [IKRAR_ROSTER_FIELD_NAME] = { "nama", "name" },
  [IKRAR_ROSTER_FIELD_NUMBER] = { "NIP / NI PPPK", "NIP / NI PPPK" },
  [IKRAR_ROSTER_FIELD_TITLE_BEFORE] = { "gelar depan", "titles before the name" },
  [IKRAR_ROSTER_FIELD_TITLE_AFTER] = { "gelar belakang", "titles after the name" },
  [IKRAR_ROSTER_FIELD_GRADE] = { "golongan", "grade" },
  [IKRAR_ROSTER_FIELD_RANK] = { "pangkat", "rank" },
  [IKRAR_ROSTER_FIELD_POSITION] = { "jabatan", "position" },
  [IKRAR_ROSTER_FIELD_UNIT] = { "unit kerja", "unit" },
  [IKRAR_ROSTER_FIELD_STATUS] = { "status kepegawaian", "employment status" },
  [IKRAR_ROSTER_FIELD_KIND] = { "jenis peserta", "kind of participant" },
  [IKRAR_ROSTER_FIELD_SEX] = { "jenis kelamin", "sex" },
  [IKRAR_ROSTER_FIELD_PHONE] = { "nomor telepon", "phone" },
  [IKRAR_ROSTER_FIELD_EMAIL] = { "surel", "e-mail address" },
  [IKRAR_ROSTER_FIELD_SEAT] = { "kursi", "seat" },
  [IKRAR_ROSTER_FIELD_GROUP] = { "kelompok", "group" },
  [IKRAR_ROSTER_FIELD_NOTE] = { "keterangan", "note" },
  [IKRAR_ROSTER_FIELD_PRIVATE] = { "data pribadi", "private data" },
};

static const char *const uses[IKRAR_N_SHEET_USES] = {
  "read", "not-chosen", "hidden", "empty", "summary", "no-names",
};

const char *
ikrar_clue_word (const IkrarClue *clue)
{
  g_return_val_if_fail (clue != NULL && clue->code < IKRAR_N_CLUES, "");

  return clues[clue->code].word;
}

gboolean
ikrar_clue_is_question (const IkrarClue *clue)
{
  g_return_val_if_fail (clue != NULL && clue->code < IKRAR_N_CLUES, FALSE);

  return clues[clue->code].is_question;
}

const char *
ikrar_sheet_use_word (IkrarSheetUse use)
{
  g_return_val_if_fail (use < IKRAR_N_SHEET_USES, "");

  return uses[use];
}

/* "2026-10-12" as people say it. */
static void
append_date (GString *text, const char *day, IkrarLanguage language)
{
  static const char *const english[] = { "January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December" };
  int year, month, number;

  if (ikrar_date_parse (day, &year, &month, &number))
    g_string_append_printf (
        text, "%d %s %d", number,
        language == IKRAR_LANGUAGE_ENGLISH ? english[month - 1] : ikrar_month_name (month), year);
  else
    g_string_append (text, day);
}

static void
append_value (GString *text, const IkrarClue *clue, char letter, IkrarLanguage language)
{
  g_autofree char *letters =
      ikrar_sheet_column_letters (clue->column != IKRAR_CLUE_NO_COLUMN ? clue->column : 0);

  if (letter == 'c')
    g_string_append (text, letters);
  else if (letter == 'r')
    g_string_append_printf (text, "%u", clue->row);
  else if (letter == 'd')
    append_date (text, clue->argument, language);
  else if (letter == 'f')
    g_string_append (text, fields[clue->field][language]);
  else
    g_string_append (text, clue->argument);
}

char *
ikrar_clue_text (const IkrarClue *clue, IkrarLanguage language)
{
  const char *sentence;
  GString *text;

  g_return_val_if_fail (clue != NULL && clue->code < IKRAR_N_CLUES, NULL);
  g_return_val_if_fail ((guint) language <= IKRAR_LANGUAGE_ENGLISH, NULL);

  text = g_string_new (NULL);
  sentence = clues[clue->code].sentences[language];
  /* A column without a head has no name to quote. */
  for (; *sentence != '\0'; sentence++)
    if (*clue->argument == '\0' && g_str_has_prefix (sentence, " “$a”"))
      sentence += strlen (" “$a”") - 1;
    else if (*sentence == '$')
      append_value (text, clue, *++sentence, language);
    else
      g_string_append_c (text, *sentence);
  return g_string_free (text, FALSE);
}

static void
clear_clue (gpointer data)
{
  IkrarClue *clue = data;

  g_free (clue->argument);
}

GArray *
_ikrar_clues_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (IkrarClue));

  g_array_set_clear_func (array, clear_clue);
  return array;
}

void
_ikrar_clues_add (GArray *array,
                  IkrarClueCode code,
                  guint sheet,
                  guint row,
                  guint column,
                  IkrarRosterField field,
                  const char *argument)
{
  IkrarClue clue = { code, sheet, row, column, field, g_strdup (argument != NULL ? argument : "") };

  g_array_append_val (array, clue);
}

void
_ikrar_clues_add_count (GArray *array, IkrarClueCode code, guint sheet, guint count)
{
  g_autofree char *argument = g_strdup_printf ("%u", count);

  _ikrar_clues_add (array, code, sheet, 0, IKRAR_CLUE_NO_COLUMN, IKRAR_ROSTER_FIELD_NONE, argument);
}

void
_ikrar_clues_move (GArray *from, GArray *to)
{
  g_array_append_vals (to, from->data, from->len);
  g_array_set_clear_func (from, NULL);
  g_array_set_size (from, 0);
}

void
_ikrar_clues_drop_sheet (GArray *array, guint sheet)
{
  for (guint i = array->len; i-- > 0;)
    if (g_array_index (array, IkrarClue, i).sheet == sheet)
      g_array_remove_index (array, i);
}

int
_ikrar_clues_compare (gconstpointer a, gconstpointer b)
{
  const IkrarClue *one = a;
  const IkrarClue *two = b;

  if (one->sheet != two->sheet)
    return one->sheet < two->sheet ? -1 : 1;
  return (int) one->code - (int) two->code;
}
