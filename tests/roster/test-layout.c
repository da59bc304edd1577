/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* What whole workbooks are taken for: sheets, tables side by side, rows a person, and why. */

#include <string.h>

#include "roster-book.h"
#include "roster-file.h"
#include "roster-lines.h"

/* "0.2 ok Budi|198…|III/d|Dinas X codes": sheet, row, and a quote for each table on the right. */
static void
take_line (const IkrarRosterRow *row, gpointer string)
{
  g_autofree char *codes = ikrar_roster_row_codes (row);

  g_string_append_printf (string, "%u.%u", row->source->sheet, row->source->number);
  for (guint i = 0; i < row->source->block; i++)
    g_string_append_c (string, '\'');
  g_string_append_printf (string, " %s", ikrar_verdict_word (row->verdict));
  if (row->verdict != IKRAR_VERDICT_SKIPPED)
    g_string_append_printf (string, " %s|%s|%s|%s", row->person.name, row->person.number,
                            ikrar_grade_text ((IkrarGrade) row->person.grade), row->unit);
  g_string_append_printf (string, "%s%s\n", *codes != '\0' ? " " : "", codes);
}

/* "1:side-by-side(2)": sheet, word and argument of each clue. */
static char *
list_clues (const IkrarRosterResult *result)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < ikrar_roster_result_get_n_clues (result); i++)
    {
      const IkrarClue *clue = ikrar_roster_result_get_clue (result, i);

      g_string_append_printf (list, "%s%u:%s", i > 0 ? " " : "", clue->sheet,
                              ikrar_clue_word (clue));
      if (*clue->argument != '\0')
        g_string_append_printf (list, "(%s)", clue->argument);
    }
  return g_string_free (list, FALSE);
}

static IkrarRosterResult *
check (const char *path, const char *sheet, GString *lines, GError **error)
{
  const IkrarRosterOptions options = { .sheet = sheet, .today = ROSTER_TODAY, .keep_lines = TRUE };
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, error);

  g_assert_nonnull (workbook);
  return ikrar_roster_check (workbook, &options, NULL, 0, take_line, lines, NULL, error);
}

#define A "198804202010011001"
#define B "199012052023212003"
#define C "197203151998032002"
#define D "198505052010011004"

static const struct
{
  const char *name;
  const char *book;
  const char *lines;
  const char *clues;
} books[] = {
  /* several sheets */
  { "one sheet a unit, a summary, an empty and a hidden sheet",
    "[REKAP]\nNo;OPD;Jumlah\n1;Dinas Kesehatan;2\n[DINKES]\nNo;Nama;NIP\n1;Budi;" A
    "\n[Kec. Contoh]\nNo;Nama;NIP\n1;Ani;" B "\n[Sheet3]\n[*Arsip]\nNama;NIP\nLama;" C "\n",
    "1.2 ok Budi|" A "||DINKES\n2.2 ok Ani|" B "||Kec. Contoh\n",
    "0:sheet-summary(REKAP) 1:unit-of-sheet(DINKES) 2:unit-of-sheet(Kec. Contoh) "
    "4:sheet-hidden(Arsip)" },
  { "nobody twice, although two sheets have them",
    "[DINKES]\nNama;NIP\nBudi;" A "\n[DINSOS]\nNama;NIP\nBudi;" A "\n",
    "0.2 ok Budi|" A "||DINKES\n1.2 duplicate Budi|" A "||DINSOS duplicate-in-file\n",
    "0:unit-of-sheet(DINKES) 1:unit-of-sheet(DINSOS)" },
  { "a summary that names everybody again",
    "[Rekapitulasi]\nNama;NIP\nBudi;" A "\nAni;" B "\n[DINKES]\nNama;NIP\nBudi;" A
    "\n[DINSOS]\nNama;NIP\nAni;" B "\n",
    "1.2 ok Budi|" A "||DINKES\n2.2 ok Ani|" B "||DINSOS\n",
    "0:sheet-summary(Rekapitulasi) 1:unit-of-sheet(DINKES) 2:unit-of-sheet(DINSOS)" },
  { "the only list may be called a summary", "[Rekap]\nNama;NIP\nBudi;" A "\n",
    "0.2 ok Budi|" A "||\n", "" },
  { "heads on the first sheet only",
    "[Data 1]\nNo;Nama;NIP;Unit Kerja\n1;Budi;" A ";X\n[Data 2]\n2;Ani;" B ";X\n3;Joko;" C ";Y\n",
    "0.2 ok Budi|" A "||X\n1.1 ok Ani|" B "||X\n1.2 ok Joko|" C "||Y\n",
    "1:heads-of-sheet(Data 1)" },
  { "other columns on the second sheet",
    "[S1]\nNama;NIP;Unit Kerja\nBudi;" A ";X\n[S2]\nNo;NIP;Nama Lengkap;Gol;Unit Kerja\n1;" B
    ";Ani;IX;Y\n",
    "0.2 ok Budi|" A "||X\n1.2 ok Ani|" B "|IX|Y\n", "" },
  { "units: own cell, section, label, name of the sheet",
    "[DINKES]\nNama;NIP;Unit Kerja\nBudi;" A ";Puskesmas Satu\nAni;" B ";\nDINAS SOSIAL;;\nJoko;" C
    ";\n[DINSOS]\nUnit Kerja;:;Dinas Sosial Kab. X\nNo;Nama;NIP\n1;Tono;" D "\n",
    "0.2 ok Budi|" A "||Puskesmas Satu\n0.3 ok Ani|" B "||DINKES\n0.4 skipped row-section\n"
    "0.5 ok Joko|" C "||DINAS SOSIAL\n1.3 ok Tono|" D "||Dinas Sosial Kab. X\n",
    "1:unit-of-sheet(DINSOS)" },
  { "a name cut at 31 letters, whole above the heads",
    "[Dinas Pemberdayaan Masyarakat d]\nNama;NIP\nBudi;" A
    "\n[Dinas Pemberdayaan Perempuan da]\nDINAS PEMBERDAYAAN PEREMPUAN DAN ANAK\nNo;Nama;NIP\n1;"
    "Ani;" B "\n",
    "0.2 ok Budi|" A "||Dinas Pemberdayaan Masyarakat d\n1.3 ok Ani|" B
    "||DINAS PEMBERDAYAAN PEREMPUAN DAN ANAK\n",
    "0:unit-cut(Dinas Pemberdayaan Masyarakat d) "
    "1:unit-of-sheet(DINAS PEMBERDAYAAN PEREMPUAN DAN ANAK)" },

  /* tables side by side */
  { "two tables side by side",
    "[Data]\nDAFTAR PESERTA\nNo;Nama;NIP;;No;Nama;NIP\n1;Budi;" A ";;3;Joko;" C "\n2;Ani;" B
    ";;;;\n",
    "0.3 ok Budi|" A "||\n0.4 ok Ani|" B "||\n0.3' ok Joko|" C "||\n", "0:side-by-side(2)" },
  { "sections of each table",
    "[Data]\nNo;Nama;NIP;;No;Nama;NIP\nDINAS SATU;;;;DINAS DUA;;\n1;Budi;" A ";;1;Joko;" C "\n",
    "0.2 skipped row-section\n0.3 ok Budi|" A "||DINAS SATU\n0.2' skipped row-section\n"
    "0.3' ok Joko|" C "||DINAS DUA\n",
    "0:side-by-side(2)" },
  { "names of offices and of people are one table",
    "[Data]\nNama;Jabatan;Nama;Jabatan\nDinas Satu;x;Budi;y\nDinas Dua;x;Ani;y\n",
    "0.2 ok Budi|||Dinas Satu\n0.3 ok Ani|||Dinas Dua\n",
    "0:column-by-content(Nama) 0:column-twice(Jabatan)" },
  { "columns for signatures in zig-zag",
    "[Data]\nNo;Nama;NIP;Tanda Tangan;\n1;Budi;" A ";1. ………;\n2;Ani;" B
    ";;2. ………\n3;;;3. ………;\n4;;;;4.\n",
    "0.2 ok Budi|" A "||\n0.3 ok Ani|" B "||\n", "" },

  /* several rows a person */
  { "name, rank and number below each other",
    "[Data]\nNo;Nama / Pangkat / NIP;Jabatan\n1;Budi Santoso, S.E.;Guru\n;Penata Tk. I (III/d);\n;"
    "NIP. 19880420 201001 1 001;\n2;Siti Aminah;Staf\n;IX;\n;NI PPPK. " B ";\nJUMLAH;2;\n",
    "0.2 ok Budi Santoso|" A "|III/d|\n0.5 ok Siti Aminah|" B "|IX|\n0.8 skipped row-total\n",
    "0:record-rows(3)" },
  { "name and number below each other, in sections",
    "[Data]\nNo;Nama/NIP;Unit\nDINAS SATU;;\n1;Budi;\n;" A ";\n2;Ani;\n;" B
    ";\nDINAS DUA;;\n1;Joko;\n;NIP. " C ";\n",
    "0.2 skipped row-section\n0.3 ok Budi|" A "||DINAS SATU\n0.5 ok Ani|" B
    "||DINAS SATU\n0.7 skipped row-section\n0.8 ok Joko|" C "||DINAS DUA\n",
    "0:record-rows(2)" },
  { "the rank below the number",
    "[Data]\nNO;NAMA;NIP;JABATAN\n;;PANGKAT/GOL;\n1;Budi;" A
    ";Kepala\n;;Penata Tk. I / III/d;\n2;Ani;" B ";Guru\n;;IX;\n",
    "0.3 ok Budi|" A "|III/d|\n0.5 ok Ani|" B "|IX|\n", "0:head-rows(1–2) 0:record-rows(2)" },
  { "the positions of a record in two lines",
    "[Data]\nNo;Nama;Jabatan\n1;Budi;Kepala\n;NIP. " A ";Bidang\n2;Ani;Staf\n;NIP. " B ";\n",
    "0.2 ok Budi|" A "||\n0.4 ok Ani|" B "||\n", "0:record-rows(2)" },
  { "everything in one cell",
    "[Data]\nNo;Nama/NIP;Jabatan\n1;Budi|NIP. " A ";x\n2;Ani / " B ";x\n3;Joko|Pembina (IV/a)|" C
    ";x\n",
    "0.2 ok Budi|" A "||\n0.3 ok Ani|" B "||\n0.4 ok Joko|" C "|IV/a|\n",
    "0:number-in-name(Nama/NIP)" },

  /* merged and left out */
  { "merged cells count for their rows: unit, group, kind",
    "[Data]\nNama;NIP;OPD;Peran\nBudi;" A ";Dinas Satu;Panitia\nAni;" B ";;\nJoko;" C
    ";;\n+C2:C3\n+D2:D4\n",
    "0.2 ok Budi|" A "||Dinas Satu\n0.3 ok Ani|" B "||Dinas Satu\n0.4 warning Joko|" C
    "|| unit-missing\n",
    "" },
  { "a unit that stands once counts below, too",
    "[Data]\nNama;NIP;OPD\nBudi;" A ";Dinas Satu\nAni;" B ";\nJoko;" C ";\nTono;" D ";\n",
    "0.2 ok Budi|" A "||Dinas Satu\n0.3 ok Ani|" B "||Dinas Satu\n0.4 ok Joko|" C
    "||Dinas Satu\n0.5 ok Tono|" D "||Dinas Satu\n",
    "0:unit-filled-down" },

  { "but not below the next section",
    "[Data]\nNama;NIP;OPD\nBudi;" A ";Dinas Satu\nAni;" B ";\nJoko;" C ";\nDINAS DUA;;\nTono;" D
    ";\n",
    "0.2 ok Budi|" A "||Dinas Satu\n0.3 ok Ani|" B "||Dinas Satu\n0.4 ok Joko|" C
    "||Dinas Satu\n0.5 skipped row-section\n0.6 ok Tono|" D "||DINAS DUA\n",
    "0:unit-filled-down" },
  { "texts beside the roster are nobody",
    "[Data]\nNama;Unit\nBudi;X\n[Petunjuk]\nIsi semua kolom\nKirim kembali segera\n",
    "0.2 ok Budi|||X\n", "1:sheet-no-names(Petunjuk)" },

  /* heads */
  { "groups of columns",
    "[Data]\nDAFTAR NAMA\nNO;NAMA;NIP;PANGKAT;;PENDIDIKAN;;UNIT KERJA\n;;;GOL/"
    "RUANG;TMT;NAMA;TAHUN;\n1;2;3;4;5;6;7;8\n1;Budi;" A
    ";III/d;01-04-2020;S1;2010;X\n+D2:E2\n+F2:G2\n+A2:A3\n",
    "0.4 skipped row-column-numbers\n0.5 ok Budi|" A "|III/d|X\n", "0:head-rows(2–3)" },
  { "no heads, only people", "[Data]\n1;Budi;" A ";III/d;Dinas X\n2;Ani;" B ";IX;Dinas Y\n",
    "0.1 ok Budi|" A "|III/d|Dinas X\n0.2 ok Ani|" B "|IX|Dinas Y\n",
    "0:no-heads 0:column-by-content 0:column-by-content 0:column-by-content "
    "0:column-by-content" },
  { "a date where the number should be, which stands elsewhere",
    "[Data]\nNama;NIP;Lain\nBudi;20-04-1988;" A "\nAni;05-12-1990;" B "\n",
    "0.2 ok Budi|" A "||\n0.3 ok Ani|" B "||\n",
    "0:column-by-content(Lain) 0:columns-shifted(NIP)" },
  { "a date where the number should be, and no number",
    "[Data]\nNama;NIP\nBudi;20-04-1988\nAni;05-12-1990\n",
    "0.2 error Budi||| number-is-date\n0.3 error Ani||| number-is-date\n",
    "0:columns-shifted(NIP)" },

  /* what should be known */
  { "hidden rows are read", "[Data]\nNama;NIP\n~Budi;" A "\nAni;" B "\n",
    "0.2 ok Budi|" A "||\n0.3 ok Ani|" B "||\n", "0:hidden-rows(1)" },
  { "private columns", "[Data]\nNama;NIP;NIK;Agama;Alamat\nBudi;" A ";6371010101900001;x;y\n",
    "0.2 ok Budi|" A "||\n", "0:private-dropped(NIK, Agama, Alamat)" },
  { "answers of a form",
    "[Form Responses 1]\nTimestamp;Email Address;Nama Lengkap (dengan gelar);Nomor Induk Pegawai "
    "(NIP);Asal OPD / Unit Kerja;Saya menyatakan bersedia mengikuti ikrar netralitas ASN\n"
    "2024-02-05 08.00;a@b.id;Budi, S.E.;" A ";Dinas X;Ya\n",
    "0.2 ok Budi|" A "||Dinas X\n", "0:form" },
  { "report of a meeting",
    "[Sheet1]\nName (Original Name);User Email;Join Time;Leave Time;Duration (Minutes);Guest\n"
    "Dinkes_Siti Aminah;;08:00;08:10;10;Yes\nBudi Santoso (Host);b@x.id;07:50;09:00;70;No\n"
    "Dinkes_Siti Aminah;;08:12;09:00;48;Yes\nOPPO A5;;08:12;09:00;48;Yes\n",
    "0.2 ok Siti Aminah|||Dinkes\n0.3 ok Budi Santoso|||\n"
    "0.4 duplicate Siti Aminah|||Dinkes duplicate-in-file\n0.5 error OPPO A5||| name-is-device\n",
    "0:meeting" },
};

/* One difference does not hide the next. */
static void
compare (const char *name, const char *found, const char *wanted)
{
  if (g_str_equal (found, wanted))
    return;
  g_printerr ("%s\nfound:\n%s\nwanted:\n%s\n", name, found, wanted);
  g_test_fail ();
}

static void
test_books (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = roster_book_write (fixture->folder, books[i].book);
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarRosterResult) result = check (path, NULL, lines, &error);
      g_autofree char *clues = NULL;

      g_test_message ("%s", books[i].name);
      g_assert_no_error (error);
      clues = list_clues (result);
      compare (books[i].name, lines->str, books[i].lines);
      compare (books[i].name, clues, books[i].clues);
    }
}

/* Formulas whose results the file lacks are counted. */
static void
test_no_results (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_file_xlsx (
      fixture->folder,
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nama</v></c><c r=\"B1\" t=\"str\"><v>NIP</v>"
      "</c></row><row r=\"2\"><c r=\"A2\"><f>UPPER(C2)</f></c><c r=\"B2\"><f>D2</f></c></row>"
      "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>Budi</v></c><c r=\"B3\" t=\"e\"><v>#N/A</v></c></row>"
      "</sheetData>",
      NULL, NULL, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarRosterResult) result = check (path, NULL, lines, &error);
  g_autofree char *clues = NULL;

  g_assert_no_error (error);
  clues = list_clues (result);
  compare ("no results", clues, "0:no-results(2)");
  g_assert_cmpuint (ikrar_roster_result_get_summary (result)->counts[IKRAR_VERDICT_ERROR], ==, 2);
}

/* One sheet if one is asked for, also a hidden one or a summary; the others are said to be left. */
static void
test_one_sheet (RosterFixture *fixture, gconstpointer unused)
{
  static const char *const sheets[] = { "Rekap", "Dua", "Arsip" };
  g_autofree char *path =
      roster_book_write (fixture->folder, "[Rekap]\nNama;NIP\nBudi;" A "\n[Dua]\nNama;NIP\nAni;" B
                                          "\n[*Arsip]\nNama;NIP\nJoko;" C "\n");

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GString) lines = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarRosterResult) result = check (path, sheets[i], lines, &error);
      const IkrarLayout *layout;

      g_assert_no_error (error);
      layout = ikrar_roster_result_get_layout (result);
      g_assert_cmpuint (ikrar_roster_result_get_summary (result)->rows, ==, 1);
      g_assert_cmpuint (ikrar_roster_result_get_sheet_summary (result, i)->rows, ==, 1);
      g_assert_cmpuint (ikrar_layout_get_first_sheet (layout), ==, i);
      for (guint k = 0; k < ikrar_layout_get_n_sheets (layout); k++)
        g_assert_cmpstr (ikrar_sheet_use_word (ikrar_layout_get_use (layout, k)), ==,
                         k == i ? "read" : "not-chosen");
    }
}

/* Lines and refused rows of all tables stand in the same columns. */
static void
test_columns (RosterFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = roster_book_write (
      fixture->folder,
      "[S1]\nNama;NIP;Unit Kerja\nBudi;1;X\n[S2]\nNo;NIP;Nama Lengkap;Ket;NIK\n1;2;Ani;k;3\n"
      "[S3]\nNo;Nama;NIP;;No;Nama;NIP\n1;Joko;3;;2;Tono;4\n");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarRosterResult) result = check (path, NULL, lines, &error);
  const IkrarHeader *header;
  const IkrarRosterLines *kept;

  g_assert_no_error (error);
  header = ikrar_roster_result_get_header (result);
  kept = ikrar_roster_result_get_lines (result);
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    g_string_append_printf (cells, "%s;", ikrar_header_get_column (header, i)->title);
  for (guint i = 0; i < ikrar_roster_lines_get_size (kept); i++)
    {
      g_string_append_printf (cells, "\n%u.%u.%u ", ikrar_roster_lines_get_sheet (kept, i),
                              ikrar_roster_lines_get_row (kept, i),
                              ikrar_roster_lines_get_block (kept, i));
      for (guint k = 0; k < ikrar_header_get_n_columns (header); k++)
        g_string_append_printf (cells, "%s;", ikrar_roster_lines_get_text (kept, i, k));
    }
  g_assert_cmpstr (cells->str, ==,
                   "Nama;NIP;Unit Kerja;No;Ket;NIK;\n0.2.0 Budi;1;X;;;;\n1.2.0 Ani;2;;1;k;;\n"
                   "2.2.0 Joko;3;;1;;;\n2.2.1 Tono;4;;2;;;");
}

/* The shape is that of the heads, whatever stands above, below and in which case. */
static void
test_shapes (RosterFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *text;
    guint same_as;
  } shapes[] = {
    { "No;Nama;NIP\n1;Budi;" A "\n", 0 },
    { "JUDUL;;\nNO.;NAMA;N I P\n1;Ani;" B "\n2;Joko;" C "\n", 2 },
    { "DAFTAR;;\nno;nama; NIP \n1;Ani;" B ";;\n", 0 },
    { "Nama;No;NIP\nBudi;1;" A "\n", 3 },
    { "No;Isi;NIP\n1;Budi;" A "\n", 4 },
    { "1;2\n", 5 },
  };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = roster_file_text (fixture->folder, "roster.csv", shapes[i].text);
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
      g_autoptr (IkrarLayout) layout = ikrar_layout_find (workbook, NULL, NULL);
      g_autofree char *shape = layout != NULL ? ikrar_layout_shape (layout, 0) : NULL;
      char *key = ikrar_header_shape (workbook, 0, NULL);

      g_assert_nonnull (key);
      if (layout != NULL)
        g_assert_cmpstr (shape, ==, key);
      g_ptr_array_add (keys, key);
    }
  g_assert_cmpstr (keys->pdata[0], ==, keys->pdata[2]);
  g_assert_cmpstr (keys->pdata[0], !=, keys->pdata[3]);
  g_assert_cmpstr (keys->pdata[0], !=, keys->pdata[4]);
  g_assert_cmpstr (keys->pdata[5], ==, "");
}

/* Each clue has a word of its own and a sentence in both languages, with everything filled in. */
static void
test_clues (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint code = 0; code < IKRAR_N_CLUES; code++)
    {
      IkrarClue clue = { (IkrarClueCode) code,   0, 3, 2, IKRAR_ROSTER_FIELD_UNIT,
                         (char *) "Isi & <b> $f" };

      g_assert_true (g_hash_table_add (words, (gpointer) ikrar_clue_word (&clue)));
      for (guint i = 0; i < 2; i++)
        {
          g_autofree char *text = ikrar_clue_text (&clue, (IkrarLanguage) i);
          g_autofree char *bare = NULL;

          g_assert_true (g_str_has_suffix (text, ".") || g_str_has_suffix (text, "?"));
          clue.argument = (char *) "";
          bare = ikrar_clue_text (&clue, (IkrarLanguage) i);
          g_assert_null (strstr (bare, "$"));
          g_assert_null (strstr (bare, "“”  "));
          clue.argument = (char *) "Isi & <b> $f";
        }
    }
}

static void
take_sex (const IkrarRosterRow *row, gpointer string)
{
  g_string_append_printf (string, "%s ", *row->person.sex != '\0' ? row->person.sex : "-");
}

/* Two columns for men and women are marked in many ways; what else stands there is no mark. */
static void
test_ticks (RosterFixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *text;
    const char *sexes;
    gboolean told;
  } cases[] = {
    { "Nama;L;P;Unit Kerja\nBudi;v;;X\nAni;;v;X\nSri;;;X\n", "L P - ", TRUE },
    { "Nama;Unit Kerja;P;L\nBudi;X;-;√\nAni;X;√;-\n", "L P ", TRUE },
    { "No;Nama;Jenis Kelamin;;Unit Kerja\n;;L;P;\n1;Budi;L;;X\n2;Ani;;P;X\n", "L P ", TRUE },
    { "Nama;Laki-laki;Perempuan;Unit Kerja\nBudi;1;0;X\nAni;0;1;X\n", "L P ", TRUE },
    { "Nama;L;P;L/P\nBudi;;v;L\nAni;v;;P\n", "P L ", TRUE },
    { "Nama;L;P;Unit Kerja\nBudi;12;7;X\nAni;3;4;X\n", "- - ", FALSE },
    { "Nama;L;P;Unit Kerja\nBudi;1;1;X\nAni;1;1;X\n", "- - ", FALSE },
    { "Nama;L/P;P;Unit Kerja\nBudi;L;v;X\nAni;P;;X\n", "L P ", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = roster_file_text (fixture->folder, "l.csv", cases[i].text);
      g_autoptr (GString) sexes = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
      g_autoptr (IkrarRosterResult) result = NULL;
      g_autofree char *clues = NULL;

      g_test_message ("%s", cases[i].text);
      result = ikrar_roster_check (workbook, NULL, NULL, 0, take_sex, sexes, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sexes->str, ==, cases[i].sexes);
      clues = list_clues (result);
      g_assert_cmpint (strstr (clues, "sex-ticks") != NULL, ==, cases[i].told);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/layout/books", RosterFixture, NULL, roster_set_up, test_books, roster_tear_down);
  g_test_add ("/layout/no-results", RosterFixture, NULL, roster_set_up, test_no_results,
              roster_tear_down);
  g_test_add ("/layout/one-sheet", RosterFixture, NULL, roster_set_up, test_one_sheet,
              roster_tear_down);
  g_test_add ("/layout/columns", RosterFixture, NULL, roster_set_up, test_columns,
              roster_tear_down);
  g_test_add ("/layout/shapes", RosterFixture, NULL, roster_set_up, test_shapes, roster_tear_down);
  g_test_add_func ("/layout/clues", test_clues);
  g_test_add ("/layout/ticks", RosterFixture, NULL, roster_set_up, test_ticks, roster_tear_down);
  return g_test_run ();
}
