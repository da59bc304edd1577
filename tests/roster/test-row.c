/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "roster-file.h"
#include "roster-lines.h"

#define HEADS "No;Nama;NIP;Gol;Jabatan;Unit Kerja\n"
#define A "198804202010011001"
#define B "199012052023212003"
#define C "197203151998032002"

static const struct
{
  const char *name;
  const char *text;
  const char *lines;
} rosters[] = {
  /* people */
  { "plain", HEADS "1;Dr. Budi Santoso, S.E., M.Si.;" A ";III/d;Guru;Dinas X\n",
    "2 ok " A "|Dr.|Budi Santoso|S.E., M.Si.|III/d|Dinas X|peserta\n" },
  { "no number, but a name",
    HEADS "1;Sumarno;;;Staf;Dinas X\n2;Ani;-;;Staf;Dinas X\n"
          "3;Joko;honorer;;;Dinas X\n",
    "2 warning ||Sumarno|||Dinas X|peserta number-missing\n"
    "3 ok ||Ani|||Dinas X|peserta\n"
    "4 ok ||Joko|||Dinas X|peserta\n" },
  { "status says that there is no number", "Nama;NIP;Status\nSumarno;;Non ASN\nAni;;PNS\n",
    "2 ok ||Sumarno||||peserta\n3 warning ||Ani||||peserta number-missing\n" },
  { "no column of numbers", "Nama;Unit\nBudi;Dinas X\nAni;Dinas X\n",
    "2 ok ||Budi|||Dinas X|peserta\n3 ok ||Ani|||Dinas X|peserta\n" },
  { "names only", "Nama\nBudi\nA. Rahman\nI. Made Suta\n",
    "2 ok ||Budi||||peserta\n3 ok ||A. Rahman||||peserta\n4 ok ||I. Made Suta||||peserta\n" },
  { "number styled",
    HEADS "1;Budi;19880420 201001 1 001;;;X\n2;Ani;NI PPPK. 19901205.202321.2.003;;;X\n",
    "2 ok " A "||Budi|||X|peserta\n3 ok " B "||Ani|||X|peserta\n" },
  { "number destroyed",
    HEADS "1;Budi;1,98804E+17;;;X\n2;Ani;198804202010011000;;;X\n3;Joko;1988042020100110;;;X\n",
    "2 error ||Budi|||X|peserta number-scientific\n"
    "3 error 198804202010011000||Ani|||X|peserta number-ends-000\n"
    "4 warning 1988042020100110||Joko|||X|peserta number-birth-date\n" },
  { "number and name in one cell",
    "No;Nama / NIP;Jabatan\n1;\"Budi Santoso, S.E.\nNIP. 19880420 201001 1 001\";Guru\n"
    "2;Ani NIP 199012052023212003;Guru\n3;\"Joko\n197203151998032002\";Guru\n4;Tanpa Nomor;Guru\n",
    "2 ok " A "||Budi Santoso|S.E.|||peserta\n3 ok " B "||Ani||||peserta\n"
    "4 ok " C "||Joko||||peserta\n5 ok ||Tanpa Nomor||||peserta\n" },
  { "number in either of two columns", "Nama;NIP;NI PPPK\nBudi;" A ";\nAni;;" B "\n",
    "2 ok " A "||Budi||||peserta\n3 ok " B "||Ani||||peserta\n" },
  { "name missing or shifted",
    HEADS "1;;" A ";III/d;Guru;X\n2;" B ";Ani;III/d;Guru;X\n3;-;" C ";;Guru;X\n4;;;;Guru;X\n",
    "2 error " A "||||III/d|X|peserta name-missing\n"
    "3 error ||" B "||III/d|X|peserta name-is-number,number-kind\n"
    "4 error " C "||-|||X|peserta name-missing\n"
    "5 error |||||X|peserta name-missing,number-missing\n" },
  { "grades",
    HEADS "1;Budi;" A ";Penata Tk. I / III/d;;X\n2;Ani;" B ";IX;;X\n3;Joko;" C ";XX/z;;X\n",
    "2 ok " A "||Budi||III/d|X|peserta\n3 ok " B "||Ani||IX|X|peserta\n"
    "4 warning " C "||Joko|||X|peserta grade-unknown\n" },
  { "rank in its own column",
    "Nama;NIP;Pangkat;Gol\nBudi;" A ";Penata Tingkat I;\nAni;" C ";Pembina;III/d\n",
    "2 ok " A "||Budi||III/d||peserta\n3 warning " C "||Ani||III/d||peserta grade-mismatch\n" },
  { "titles in their own columns", "NAMA;GELAR DEPAN;GELAR BELAKANG\nBUDI;Dr.;S.E.\nANI;-;\n",
    "2 ok |Dr.|BUDI|S.E.|||peserta\n3 ok ||ANI||||peserta\n" },
  { "kinds of participants", "Nama;Sebagai\nBudi;Panitia\nAni;NARASUMBER\nJoko;entah\n",
    "2 ok ||Budi||||panitia\n3 ok ||Ani||||narasumber\n4 warning ||Joko||||peserta kind-unknown\n" },
  { "duplicates in the file",
    HEADS "1;Budi;" A ";;;X\n2;Budi S.;19880420 201001 1 001;;;Y\n3;Budi;;;;X\n4;Budi;;;;X\n",
    "2 ok " A "||Budi|||X|peserta\n3 duplicate " A "||Budi S.|||Y|peserta duplicate-in-file\n"
    "4 warning ||Budi|||X|peserta number-missing\n"
    "5 warning ||Budi|||X|peserta number-missing,same-name\n" },
  { "two people with one number",
    HEADS "1;Budi Santoso;" A ";;;X\n2;Zulkarnain, S.H.;" A ";;;X\n3;Budi S.;" A ";;;X\n",
    "2 ok " A "||Budi Santoso|||X|peserta\n3 error " A "||Zulkarnain|S.H.||X|peserta number-twice\n"
    "4 duplicate " A "||Budi S.|||X|peserta duplicate-in-file\n" },
  { "the same name without a number",
    "Nama;Unit Kerja\nMoh. Ali;Dinkes\nM. Ali;Dinas Kesehatan\nM. Ali;Dinas X\nM. Ali;\n"
    "Muh Ali;-\n",
    "2 ok ||Moh. Ali|||Dinkes|peserta\n3 warning ||M. Ali|||Dinas Kesehatan|peserta same-name\n"
    "4 ok ||M. Ali|||Dinas X|peserta\n5 warning ||M. Ali||||peserta unit-missing\n"
    "6 warning ||Muh Ali||||peserta unit-missing,same-name\n" },
  { "an error does not make the next row a duplicate", HEADS "1;;" A ";;;X\n2;Budi;" A ";;;X\n",
    "2 error " A "|||||X|peserta name-missing\n3 ok " A "||Budi|||X|peserta\n" },
  { "unit missing", HEADS "1;Budi;" A ";;;\n2;Ani;" B ";;;-\n",
    "2 warning " A "||Budi||||peserta unit-missing\n3 warning " B
    "||Ani||||peserta unit-missing\n" },

  /* rows that are no people */
  { "column numbers, repeated heads, blank rows",
    HEADS "1;2;3;4;5;6\n1;Budi;" A ";;;X\n;;;;;\n" HEADS "(1);(2);(3);(4);(5);(6)\n2;Ani;" B
          ";;;X\n"
          "3;;;;;\n",
    "2 skipped row-column-numbers\n3 ok " A "||Budi|||X|peserta\n5 skipped row-header\n"
    "6 skipped row-column-numbers\n7 ok " B "||Ani|||X|peserta\n" },
  { "second row of heads", "No;Nama;Pangkat;;NIP\n;;Gol;Ket;\n1;Budi;III/d;x;" A "\n",
    "3 ok " A "||Budi||III/d||peserta\n" },
  { "sections",
    HEADS "I. SEKRETARIAT DAERAH;;;;;\n1;Budi;" A ";;;\nII;DINAS KESEHATAN;;;;\n1;Ani;" B
          ";;;\nUnit Kerja : Kantor Camat;;;;;\n1;Joko;" C ";;;Bagian Umum\n",
    "2 skipped row-section\n3 ok " A "||Budi|||SEKRETARIAT DAERAH|peserta\n4 skipped row-section\n"
    "5 ok " B "||Ani|||DINAS KESEHATAN|peserta\n6 skipped row-section\n"
    "7 ok " C "||Joko|||Bagian Umum|peserta\n" },
  { "sections within sections, with counts",
    HEADS "A. DINAS KESEHATAN (3 orang);;;;;\n1;Budi;" A ";;;\n1. Bidang Pelayanan;;;;;\n1;Ani;" B
          ";;;\n2;UPTD Puskesmas Satu;;;;\n1;Joko;" C
          ";;;\nB. DINAS SOSIAL;5 orang;;;;\n1;Tono;-;;;\n",
    "2 skipped row-section\n3 ok " A "||Budi|||DINAS KESEHATAN|peserta\n4 skipped row-section\n"
    "5 ok " B "||Ani|||Bidang Pelayanan - DINAS KESEHATAN|peserta\n6 skipped row-section\n"
    "7 ok " C "||Joko|||UPTD Puskesmas Satu - DINAS KESEHATAN|peserta\n8 skipped row-section\n"
    "9 ok ||Tono|||DINAS SOSIAL|peserta\n" },
  { "labels in cells of their own",
    "UNIT KERJA;:;DINAS X\nNo;Nama;NIP\n1;Budi;" A "\nUnit Kerja :;DINAS Y;\n1;Ani;" B
    "\nOPD;: DINAS Z;\n1;Joko;" C "\n",
    "3 ok " A "||Budi|||DINAS X|peserta\n4 skipped row-section\n5 ok " B
    "||Ani|||DINAS Y|peserta\n6 skipped row-section\n7 ok " C "||Joko|||DINAS Z|peserta\n" },
  { "people are no sections", "No;Nama\n1;Budi\n2;Desa Pratiwi\n3;Badan Santoso\n4;Ani\n",
    "2 ok ||Budi||||peserta\n3 ok ||Desa Pratiwi||||peserta\n4 ok ||Badan Santoso||||peserta\n"
    "5 ok ||Ani||||peserta\n" },
  { "column numbers that are computed, or go on",
    HEADS "1;2;3;4=2+3;5;6 (4+5)\n1;Budi;" A ";;;X\n(5);(6);(7);(8);(9);(10)\n2;Ani;" B ";;;X\n",
    "2 skipped row-column-numbers\n3 ok " A "||Budi|||X|peserta\n4 skipped row-column-numbers\n"
    "5 ok " B "||Ani|||X|peserta\n" },
  { "heads of two rows come again on the next page",
    "No;Nama;Pangkat;;NIP\n;;Gol;TMT;\n1;Budi;III/d;x;" A "\nNo;Nama;Pangkat;;NIP\n;;Gol;TMT;\n2;"
    "Ani;IX;x;" B "\n",
    "3 ok " A "||Budi||III/d||peserta\n4 skipped row-header\n5 skipped row-header\n6 ok " B
    "||Ani||IX||peserta\n" },
  { "signatures in two columns",
    HEADS "1;Budi;" A ";;;X\n;Mengetahui,;;;Contohan, 5 Februari 2024;\n;Kepala Dinas X,;;;Kepala "
          "BKPSDM,;\n;;;;;\n;Drs. Anu;;;Dra. Una;\n;NIP. 19651212 199003 1 001;;;NIP. 19661212 "
          "199103 2 001;\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-signature\n4 skipped row-signature\n"
    "6 skipped row-signature\n7 skipped row-signature\n" },
  { "a signature whose number stands below the numbers",
    HEADS "1;Budi;" A
          ";;;X\n;;Mengetahui,;;;\n;;Kepala,;;;\n;;Drs. Anu;;;\n;NIP. 19651212 199003 1 "
          "001;19661212 199103 2 001;;;\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-signature\n4 skipped row-signature\n"
    "5 skipped row-signature\n6 skipped row-signature\n" },
  { "notes below the table",
    HEADS "1;Budi;" A ";;;X\nCatatan: wajib hadir;;;;;\nHalaman 1 dari 2;;;;;\n2;Ani;" B ";;;X\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-title\n4 skipped row-title\n5 ok " B
    "||Ani|||X|peserta\n" },
  { "unit above the heads", "DAFTAR HADIR;;\nUNIT KERJA : DINAS X;;\nNo;Nama;NIP\n1;Budi;" A "\n",
    "4 ok " A "||Budi|||DINAS X|peserta\n" },
  { "total, date and signature",
    HEADS "1;Budi;" A ";;;X\nJUMLAH;;;;;1\n;;;;Contohan, 5 Februari 2024;\n;;;;Kepala BKPSDM,;\n"
          ";;;;Drs. Anu;\n;;;;NIP. 19651212 199003 1 001;\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-total\n4 skipped row-signature\n"
    "5 skipped row-signature\n6 skipped row-signature\n7 skipped row-signature\n" },
  { "signature in the column of names",
    HEADS "1;Budi;" A ";;;X\n;Mengetahui,;;;;\n;Sekretaris Daerah;;;;\n;Drs. Anu;;;;\n"
          ";NIP. 19651212 199003 1 001;;;;\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-signature\n4 skipped row-signature\n"
    "5 skipped row-signature\n6 skipped row-signature\n" },
  { "people below a signature",
    HEADS "1;Budi;" A ";;;X\n;Mengetahui,;;;;\n2;Ani;" B ";;;X\n3;Joko;;;;X\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-signature\n4 ok " B "||Ani|||X|peserta\n"
    "5 warning ||Joko|||X|peserta number-missing\n" },
  { "people whose names look like something else",
    HEADS "1;Total Wibowo;" A ";;;X\n2;Jumlah Lestari;" B ";;;X\n3;Badan Santoso;" C ";;;X\n",
    "2 ok " A "||Total Wibowo|||X|peserta\n3 ok " B "||Jumlah Lestari|||X|peserta\n"
    "4 ok " C "||Badan Santoso|||X|peserta\n" },
  { "title repeated on the next page",
    HEADS "1;Budi;" A ";;;X\nDAFTAR NAMA ASN;;;;;\n2;Ani;" B ";;;X\n",
    "2 ok " A "||Budi|||X|peserta\n3 skipped row-title\n4 ok " B "||Ani|||X|peserta\n" },
};

static void
test_rosters (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rosters); i++)
    {
      g_autofree char *path = roster_file_text (fixture->folder, "roster.csv", rosters[i].text);
      g_autofree char *lines = roster_lines_check (path, NULL);

      if (g_str_equal (lines, rosters[i].lines))
        continue;
      g_printerr ("%s\nfound:\n%swanted:\n%s", rosters[i].name, lines, rosters[i].lines);
      g_test_fail ();
    }
}

/* Cells of a workbook have types, and may be merged. */
#define CELL(place, text) "<c r=\"" place "\" t=\"str\"><v>" text "</v></c>"
#define NUMBER(place, text) "<c r=\"" place "\"><v>" text "</v></c>"
#define ROW(number, cells) "<row r=\"" number "\">" cells "</row>"

#define WORKBOOK_HEADS \
  ROW ("1",            \
       CELL ("A1", "Nama") CELL ("B1", "NIP") CELL ("C1", "Unit Kerja") CELL ("D1", "Kelompok"))

static const struct
{
  const char *name;
  const char *sheet;
  const char *lines;
} workbooks[] = {
  { "numbers in numeric cells",
    "<sheetData>" WORKBOOK_HEADS ROW ("2",
                                      CELL ("A2", "Budi") NUMBER ("B2", "198804202010011001")
                                          CELL ("C2", "X"))
        ROW ("3", CELL ("A3", "Ani") NUMBER ("B3", "198804202010011008") CELL ("C3", "X"))
            ROW ("4",
                 CELL ("A4", "Joko") NUMBER ("B4", "1.98804202010011E+17")
                     CELL ("C4", "X")) "</sheetData>",
    "2 warning " A "||Budi|||X|peserta number-numeric-cell\n"
    "3 error 198804202010011008||Ani|||X|peserta number-from-float\n"
    "4 error ||Joko|||X|peserta number-scientific\n" },
  { "unit in merged cells",
    "<sheetData>" WORKBOOK_HEADS ROW ("2",
                                      CELL ("A2", "Budi") CELL ("B2", A) CELL ("C2", "Dinas X")
                                          CELL ("D2", "Satu"))
        ROW ("3", CELL ("A3", "Ani") CELL ("B3", B)) ROW (
            "4",
            CELL ("A4", "Joko")
                CELL ("B4", C)) "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>",
    "2 ok " A "||Budi|||Dinas X|peserta\n3 ok " B "||Ani|||Dinas X|peserta\n"
    "4 warning " C "||Joko||||peserta unit-missing\n" },
  { "a lone text across the table is a section, a lone name is a person",
    "<sheetData>" WORKBOOK_HEADS ROW ("2", CELL ("A2", "Kelompok Kerja Satu"))
        ROW ("3",
             CELL ("A3", "Budi")) "</sheetData><mergeCells><mergeCell ref=\"A2:D2\"/></mergeCells>",
    "2 skipped row-section\n"
    "3 warning ||Budi|||Kelompok Kerja Satu|peserta number-missing\n" },
  { "errors of formulas",
    "<sheetData>" WORKBOOK_HEADS ROW ("2",
                                      "<c r=\"A2\" t=\"e\"><v>#REF!</v></c>" CELL ("B2", A)
                                          CELL ("C2", "X"))
        ROW ("3", CELL ("A3", "Ani") "<c r=\"B3\"><f>VLOOKUP(A3,X,2)</f></c>" CELL ("C3", "X"))
            ROW ("4",
                 CELL ("A4", "Joko") CELL ("B4", C)
                     CELL ("C4", "X") "<c r=\"D4\" t=\"e\"><v>#N/A</v></c>") "</sheetData>",
    "2 error " A "|||||X|peserta cell-error\n3 error ||Ani|||X|peserta cell-error\n"
    "4 warning " C "||Joko|||X|peserta cell-error\n" },
  { "a date in the column of numbers",
    "<sheetData>" WORKBOOK_HEADS ROW (
        "2",
        CELL ("A2", "Budi") "<c r=\"B2\" t=\"d\"><v>1988-04-20</v></c>" CELL ("C2",
                                                                              "X")) "</sheetData>",
    "2 error ||Budi|||X|peserta number-is-date\n" },
};

static void
test_workbooks (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (workbooks); i++)
    {
      g_autofree char *path =
          roster_file_xlsx (fixture->folder, workbooks[i].sheet, NULL, NULL, NULL);
      g_autofree char *lines = roster_lines_check (path, NULL);

      g_test_message ("%s", workbooks[i].name);
      g_assert_cmpstr (lines, ==, workbooks[i].lines);
    }
}

/* The smaller fields. */
static const struct
{
  const char *sex;
  const char *phone;
  const char *number;
  const char *read;
} contacts[] = {
  { "P", "081234567890", "-", "P 081234567890" },
  { "Perempuan", "81234567890", "-", "P 081234567890" },
  { "L", "+62 812-3456-7890", "-", "L 081234567890" },
  { "laki-laki", "6281234567890", "-", "L 081234567890" },
  { "M", "(0511) 4721234", "-", "L 05114721234" },
  { "", "0812 3456 7890 / 0813 1111 2222", A, "L 0812 3456 7890 / 0813 1111 2222" },
  { "?", "-", B, "P " },
  { "", "", "-", " " },
};

static void
take_contact (const IkrarRosterRow *row, gpointer string)
{
  g_string_printf (string, "%s %s", row->person.sex, row->person.phone);
}

static void
test_contacts (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("Nama;NIP;JK;No HP\nBudi;%s;%s;%s\n", contacts[i].number,
                           contacts[i].sex, contacts[i].phone);
      g_autofree char *path = roster_file_text (fixture->folder, "roster.csv", text);
      g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, NULL);
      g_autoptr (GString) read = g_string_new (NULL);
      g_autoptr (IkrarRosterResult) result =
          ikrar_roster_check (workbook, NULL, NULL, 0, take_contact, read, NULL, NULL);

      g_assert_nonnull (result);
      g_assert_cmpstr (read->str, ==, contacts[i].read);
    }
}

static void
test_words (void)
{
  static const char *const words[] = { "ok", "warning", "error", "duplicate", "skipped" };

  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    {
      g_assert_cmpstr (ikrar_verdict_word ((IkrarVerdict) i), ==, words[i]);
      g_assert_cmpstr (ikrar_verdict_label ((IkrarVerdict) i), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/row/rosters", RosterFixture, NULL, roster_set_up, test_rosters, roster_tear_down);
  g_test_add ("/row/workbooks", RosterFixture, NULL, roster_set_up, test_workbooks,
              roster_tear_down);
  g_test_add ("/row/contacts", RosterFixture, NULL, roster_set_up, test_contacts, roster_tear_down);
  g_test_add_func ("/row/words", test_words);
  return g_test_run ();
}
