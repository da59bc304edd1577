/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <string.h>

#include "roster-file.h"
#include "roster/error.h"
#include "roster/header.h"

/* "5: A=list-number B=name": the row of the heads and what the columns hold, but for "none". */
static char *
describe (const IkrarHeader *header)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u:", ikrar_header_get_row (header));
  for (guint i = 0; i < ikrar_header_get_n_columns (header); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);
      g_autofree char *letters = ikrar_sheet_column_letters (column->column);

      if (column->field != IKRAR_ROSTER_FIELD_NONE)
        g_string_append_printf (text, " %s=%s", letters, ikrar_roster_field_word (column->field));
    }
  return g_string_free (text, FALSE);
}

static IkrarHeader *
find (RosterFixture *fixture, const char *text, guint row, const char *mapping, GError **error)
{
  g_autofree char *path = roster_file_text (fixture->folder, "roster.csv", text);
  g_auto (GStrv) entries = g_strsplit (mapping != NULL ? mapping : "", ";", -1);
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, error);

  g_assert_nonnull (workbook);
  return ikrar_header_find (workbook, 0, row, (const char *const *) entries, error);
}

#define NIP "198804202010011001"

static const struct
{
  const char *name;
  const char *text;
  guint row;
  const char *mapping;
  const char *header;
} headers[] = {
  { "plain", "No;Nama;NIP;Gol;Jabatan;Unit Kerja\n1;Budi;" NIP ";III/d;Guru;SDN 1\n", 0, NULL,
    "1: A=list-number B=name C=number D=grade E=position F=unit" },
  { "titles above",
    "DAFTAR NAMA ASN;;;\nDI LINGKUNGAN PEMERINTAH KABUPATEN;;;\nTAHUN 2024;;;\n;;;\nNO.;NAMA "
    "PEGAWAI;NIP/NIPPPK;L/P\n(1);(2);(3);(4)\n1;Budi;" NIP ";L\n",
    0, NULL, "5: A=list-number B=name C=number D=sex" },
  { "line breaks, dots and cases",
    "#;\"NAMA LENGKAP\n(dengan gelar)\";\"N I P.\nNIP\";\"Pangkat,\nGol/Ruang\";Jab.;No. HP/WA;E-mail\n"
    "1;Budi;" NIP ";x;y;0812;a@b\n",
    0, NULL, "1: A=list-number B=name C=number D=grade E=position F=phone G=email" },
  { "rank beside grade", "Nama;Pangkat;Gol. Ruang\nBudi;Penata;III/c\n", 0, NULL,
    "1: A=name B=rank C=grade" },
  { "name and number in one column", "No;Nama / NIP;Unor\n1;Budi;x\n", 0, NULL,
    "1: A=list-number B=name C=unit" },
  { "titles in their own columns", "NAMA;GELAR DEPAN;GELAR BELAKANG\nBudi;Dr.;S.E.\n", 0, NULL,
    "1: A=name B=title-before C=title-after" },
  { "names of offices and of people",
    "Nama;Nama;NIP\nDinas Kesehatan;Budi;" NIP "\nKec. Contoh;Ani;199012052023212003\n", 0, NULL,
    "1: A=unit B=name C=number" },
  { "position that holds units",
    "Nama;NIP;Jabatan\nBudi;" NIP ";Dinas Kesehatan\nAni;199012052023212003;Puskesmas Satu\n", 0,
    NULL, "1: A=name B=number C=unit" },
  { "position that holds units, beside a unit",
    "Nama;Jabatan;OPD\nBudi;Dinas Kesehatan;Dinas Kesehatan\n", 0, NULL,
    "1: A=name B=position C=unit" },
  { "note that holds the status", "Nama;Ket.\nBudi;PNS\nAni;PPPK\nJoko;PNS\n", 0, NULL,
    "1: A=name B=status" },
  { "note", "Nama;Keterangan\nBudi;hadir\n", 0, NULL, "1: A=name B=note" },
  { "number in a column without a usual head", "Nama;Nomor;Kode\nBudi;" NIP ";x\n", 0, NULL,
    "1: A=name B=number" },
  { "national id beside the number",
    "Nama;NIP;NIK;Alamat;Agama;NPWP\nBudi;" NIP ";6371010101900001;x;Islam;1\n", 0, NULL,
    "1: A=name B=number C=private D=private E=private F=private" },
  { "national id alone", "Nama;NIK\nBudi;6371010101900001\n", 0, NULL, "1: A=name B=number" },
  { "numbers of both kinds of staff", "Nama;NIP;NI PPPK\nBudi;" NIP ";\n", 0, NULL,
    "1: A=name B=number C=number" },
  { "old number is not the number", "Nama;NIP Lama;NIP Baru\nBudi;131110468;" NIP "\n", 0, NULL,
    "1: A=name C=number" },
  { "two rows of heads", "No;Nama;Pangkat;;Jabatan\n;;Gol;TMT;\n1;Budi;III/d;x;y\n", 0, NULL,
    "1: A=list-number B=name C=grade E=position" },
  { "groups of columns, with the names below a group",
    "No;PEGAWAI;;;UNIT KERJA\n;Nama;NIP;Gol;\n1;Budi;" NIP ";III/d;x\n", 0, NULL,
    "1: A=list-number B=name C=number D=grade E=unit" },
  { "three rows of heads",
    "NO;IDENTITAS;;;PANGKAT;;UNIT\n;NAMA;NIP;;GOL;TMT;\n;;LAMA;BARU;;;\n1;Budi;131;" NIP
    ";III/d;x;y\n",
    0, NULL, "1: A=list-number B=name D=number E=grade G=unit" },
  { "heads of other people", "No;Nama;NIP;Atasan;;Anak\n;;;Nama;NIP;Nama\n1;Budi;" NIP ";x;y;z\n",
    0, NULL, "1: A=list-number B=name C=number F=private" },
  { "two lines of one head in two rows", "NO;NAMA;NIP/\n;(dengan gelar);NI PPPK\n1;Budi;" NIP "\n",
    0, NULL, "1: A=list-number B=name C=number" },
  { "people are no second row of heads", "No;Nama;Jabatan\n1;Budi;Guru\n2;Kelas;Guru\n", 0, NULL,
    "1: A=list-number B=name C=position" },
  { "how a form asks",
    "Timestamp;Email Address;Tuliskan nama lengkap Anda (beserta gelar, sesuai SK);Nomor Induk "
    "Pegawai (NIP);Pangkat / Golongan Ruang Anda;Asal OPD;Nomor WhatsApp aktif;Saya menyatakan "
    "bahwa data di atas benar dan bersedia mengikuti ikrar netralitas\nx;a@b;Budi;" NIP
    ";III/d;Dinas X;0812;Ya\n",
    0, NULL, "1: B=email C=name D=number E=grade F=unit G=phone" },
  { "a private head in brackets stays private",
    "Nama;NIP;Nomor Identitas (NIK);Nama Pasangan (istri/suami)\nBudi;" NIP ";1;x\n", 0, NULL,
    "1: A=name B=number C=private D=private" },
  { "numbers of all kinds in one column", "Nama;Nomor Induk Pegawai (NIP) / NIK\nBudi;" NIP "\n", 0,
    NULL, "1: A=name B=number" },
  { "numbers stand in a column with another head",
    "No;Nama;NIP;Karpeg\n1;Budi;20-04-1988;" NIP "\n", 0, NULL,
    "1: A=list-number B=name D=number" },
  { "people without heads", "1;Budi;" NIP ";Guru\n2;Ani;" NIP ";Guru\n", 0, NULL,
    "0: B=name C=number" },
  { "report of a meeting",
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
    "123,Ikrar,08:00,09:00,a@b,60,2\n\nName (Original Name),User Email,Total Duration "
    "(Minutes),Guest\nBudi,b@x,60,Yes\nAni,,12,Yes\n",
    0, NULL, "4: A=name B=email" },
  { "names only", "Nama\nBudi\nAni\n", 0, NULL, "1: A=name" },
  { "attendance list", "No;Nama;Unit;Tanda Tangan\n1;Budi;x;\n", 0, NULL,
    "1: A=list-number B=name C=unit" },
  { "seats, groups and roles", "Nama;No. Kursi;Kelompok;Sebagai;Catatan\nBudi;1;A;Panitia;x\n", 0,
    NULL, "1: A=name B=seat C=group D=kind E=note" },
  { "the user's row", "Nama;NIP\nDaftar;x\nNama;Unit\nBudi;x\n", 3, NULL, "3: A=name B=unit" },
  { "the user's letters", "No;Nama;Isi;NIP\n1;x;Budi;" NIP "\n", 0, "c=name;B=note",
    "1: A=list-number B=note C=name D=number" },
  { "the user's heads", "No;Nama;Isi Bebas;NIP\n1;x;Budi;" NIP "\n", 0, "isi  bebas=Nama;NIP=NIK",
    "1: A=list-number C=name D=number" },
  { "several columns for one field", "Nama;X;Y\nBudi;1;2\n", 0, "X=unit;Y=unit",
    "1: A=name B=unit C=unit" },
  { "the user's head finds the row", "Judul;;\nKolom A;Kolom B\nBudi;x\n", 0, "Kolom A=name",
    "2: A=name" },
  { "no heads at all", "1;Budi;x\n2;Ani;y\n", 0, "B=name", "0: B=name" },
  { "private by the user's word", "Nama;Hobi\nBudi;catur\n", 0, "Hobi=private",
    "1: A=name B=private" },
};

static void
test_headers (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarHeader) header =
          find (fixture, headers[i].text, headers[i].row, headers[i].mapping, &error);
      g_autofree char *description = NULL;

      g_test_message ("%s", headers[i].name);
      g_assert_no_error (error);
      description = describe (header);
      if (g_str_equal (description, headers[i].header))
        continue;
      g_printerr ("%s\nfound  %s\nwanted %s\n", headers[i].name, description, headers[i].header);
      g_test_fail ();
    }
}

/* Heads in use, each by itself beside the column of names, in any case and with any dots, spaces
 * and line breaks (docs/rules.md, Rosters). */
static const struct
{
  IkrarRosterField field;
  const char *heads;
} heads_in_use[] = {
  { IKRAR_ROSTER_FIELD_LIST_NUMBER, "No|No.|Nomor|Nomor Urut|#|NO URUT|NU" },
  { IKRAR_ROSTER_FIELD_NAME, "Nama|Nama Lengkap|Nama Pegawai|Nama ASN|Nama Guru|Nama Peserta|Nama "
                             "(dengan gelar)|Nama / NIP|Nama  NIP/NI PPPK" },
  { IKRAR_ROSTER_FIELD_NUMBER, "NIP|NIP Baru|NIP/NI PPPK|NIP / NIK|NI PPPK|NIP. |Nomor Induk "
                               "Pegawai|NIP/NIPPPK|NIPPPK|NIK|No KTP|N I P" },
  { IKRAR_ROSTER_FIELD_TITLE_BEFORE, "Gelar Depan" },
  { IKRAR_ROSTER_FIELD_TITLE_AFTER, "Gelar Belakang" },
  { IKRAR_ROSTER_FIELD_GRADE,
    "Gol|Gol.|Golongan|Gol/Ruang|Gol. Ruang|Pangkat/Gol|Pangkat/Gol.Ruang|Pangkat, Gol/Ruang|"
    "Pangkat (Gol/Ruang)|Pangkat/Golongan|Pangkat/Gol.ruang/TMT" },
  { IKRAR_ROSTER_FIELD_RANK, "Pangkat" },
  { IKRAR_ROSTER_FIELD_POSITION, "Jabatan|Nama Jabatan|Jabatan Terakhir|Jabatan Tugas Utama|Jab." },
  { IKRAR_ROSTER_FIELD_UNIT,
    "Unit Kerja|Unor|Unit|Satuan Kerja|Satker|OPD|SKPD|Perangkat Daerah|Instansi|Tempat Tugas|Asal "
    "Instansi|Penempatan" },
  { IKRAR_ROSTER_FIELD_STATUS, "Status|Status Kepegawaian|Jenis Pegawai|PNS/PPPK" },
  { IKRAR_ROSTER_FIELD_PHONE, "No HP|No. HP/WA|HP|WhatsApp|Telp" },
  { IKRAR_ROSTER_FIELD_EMAIL, "Email|E-mail|Surel" },
  { IKRAR_ROSTER_FIELD_SEX, "L/P|JK|Jenis Kelamin" },
  { IKRAR_ROSTER_FIELD_NOTE, "Keterangan|Ket|Ket." },
  { IKRAR_ROSTER_FIELD_NONE, "Tanda Tangan|TTD|Paraf" },
};

static void
test_heads_in_use (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads_in_use); i++)
    {
      g_auto (GStrv) heads = g_strsplit (heads_in_use[i].heads, "|", -1);

      for (guint k = 0; heads[k] != NULL; k++)
        {
          gboolean is_name = heads_in_use[i].field == IKRAR_ROSTER_FIELD_NAME;
          g_autofree char *upper = g_utf8_strup (heads[k], -1);
          g_autofree char *text =
              g_strdup_printf ("%s;\" %s \"\nx;y\n", is_name ? "Hobi" : "Nama", upper);
          g_autoptr (GError) error = NULL;
          g_autoptr (IkrarHeader) header = find (fixture, text, 0, NULL, &error);

          g_assert_no_error (error);
          if (ikrar_header_get_column (header, 1)->field != heads_in_use[i].field)
            g_error ("%s is %s", heads[k],
                     ikrar_roster_field_word (ikrar_header_get_column (header, 1)->field));
        }
    }
}

/* The export of SIASN, head by head (docs/rules.md, Rosters). */
static const struct
{
  const char *head;
  IkrarRosterField field;
} siasn[] = {
  { "PNS ID", IKRAR_ROSTER_FIELD_NONE },
  { "NIP BARU", IKRAR_ROSTER_FIELD_NUMBER },
  { "NIP LAMA", IKRAR_ROSTER_FIELD_NONE },
  { "NAMA", IKRAR_ROSTER_FIELD_NAME },
  { "GELAR DEPAN", IKRAR_ROSTER_FIELD_TITLE_BEFORE },
  { "GELAR BELAKANG", IKRAR_ROSTER_FIELD_TITLE_AFTER },
  { "TEMPAT LAHIR ID", IKRAR_ROSTER_FIELD_PRIVATE },
  { "TEMPAT LAHIR NAMA", IKRAR_ROSTER_FIELD_PRIVATE },
  { "TANGGAL LAHIR", IKRAR_ROSTER_FIELD_PRIVATE },
  { "JENIS KELAMIN", IKRAR_ROSTER_FIELD_SEX },
  { "AGAMA ID", IKRAR_ROSTER_FIELD_PRIVATE },
  { "AGAMA NAMA", IKRAR_ROSTER_FIELD_PRIVATE },
  { "JENIS KAWIN ID", IKRAR_ROSTER_FIELD_PRIVATE },
  { "JENIS KAWIN NAMA", IKRAR_ROSTER_FIELD_PRIVATE },
  { "NIK", IKRAR_ROSTER_FIELD_PRIVATE },
  { "NOMOR HP", IKRAR_ROSTER_FIELD_PHONE },
  { "EMAIL", IKRAR_ROSTER_FIELD_EMAIL },
  { "EMAIL GOV", IKRAR_ROSTER_FIELD_NONE },
  { "ALAMAT", IKRAR_ROSTER_FIELD_PRIVATE },
  { "NPWP NOMOR", IKRAR_ROSTER_FIELD_PRIVATE },
  { "BPJS", IKRAR_ROSTER_FIELD_PRIVATE },
  { "JENIS PEGAWAI ID", IKRAR_ROSTER_FIELD_NONE },
  { "JENIS PEGAWAI NAMA", IKRAR_ROSTER_FIELD_STATUS },
  { "KEDUDUKAN HUKUM ID", IKRAR_ROSTER_FIELD_NONE },
  { "KEDUDUKAN HUKUM NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "STATUS CPNS PNS", IKRAR_ROSTER_FIELD_NONE },
  { "KARTU ASN VIRTUAL", IKRAR_ROSTER_FIELD_NONE },
  { "NOMOR SK CPNS", IKRAR_ROSTER_FIELD_NONE },
  { "TANGGAL SK CPNS", IKRAR_ROSTER_FIELD_NONE },
  { "TMT CPNS", IKRAR_ROSTER_FIELD_NONE },
  { "NOMOR SK PNS", IKRAR_ROSTER_FIELD_NONE },
  { "TANGGAL SK PNS", IKRAR_ROSTER_FIELD_NONE },
  { "TMT PNS", IKRAR_ROSTER_FIELD_NONE },
  { "GOL AWAL ID", IKRAR_ROSTER_FIELD_NONE },
  { "GOL AWAL NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "GOL AKHIR ID", IKRAR_ROSTER_FIELD_NONE },
  { "GOL AKHIR NAMA", IKRAR_ROSTER_FIELD_GRADE },
  { "TMT GOLONGAN", IKRAR_ROSTER_FIELD_NONE },
  { "MK TAHUN", IKRAR_ROSTER_FIELD_NONE },
  { "MK BULAN", IKRAR_ROSTER_FIELD_NONE },
  { "JENIS JABATAN ID", IKRAR_ROSTER_FIELD_NONE },
  { "JENIS JABATAN NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "JABATAN ID", IKRAR_ROSTER_FIELD_NONE },
  { "JABATAN NAMA", IKRAR_ROSTER_FIELD_POSITION },
  { "TMT JABATAN", IKRAR_ROSTER_FIELD_NONE },
  { "TINGKAT PENDIDIKAN ID", IKRAR_ROSTER_FIELD_NONE },
  { "TINGKAT PENDIDIKAN NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "PENDIDIKAN ID", IKRAR_ROSTER_FIELD_NONE },
  { "PENDIDIKAN NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "TAHUN LULUS", IKRAR_ROSTER_FIELD_NONE },
  { "KPKN ID", IKRAR_ROSTER_FIELD_NONE },
  { "KPKN NAMA", IKRAR_ROSTER_FIELD_PRIVATE },
  { "LOKASI KERJA ID", IKRAR_ROSTER_FIELD_NONE },
  { "LOKASI KERJA NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "UNOR ID", IKRAR_ROSTER_FIELD_NONE },
  { "UNOR NAMA", IKRAR_ROSTER_FIELD_UNIT },
  { "INSTANSI INDUK ID", IKRAR_ROSTER_FIELD_NONE },
  { "INSTANSI INDUK NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "INSTANSI KERJA ID", IKRAR_ROSTER_FIELD_NONE },
  { "INSTANSI KERJA NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "SATUAN KERJA INDUK ID", IKRAR_ROSTER_FIELD_NONE },
  { "SATUAN KERJA INDUK NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "SATUAN KERJA KERJA ID", IKRAR_ROSTER_FIELD_NONE },
  { "SATUAN KERJA KERJA NAMA", IKRAR_ROSTER_FIELD_NONE },
  { "IS VALID NIK", IKRAR_ROSTER_FIELD_PRIVATE },
  { "NAMA SEKOLAH", IKRAR_ROSTER_FIELD_NONE },
  { "FLAG IKD", IKRAR_ROSTER_FIELD_NONE },
};

static void
test_siasn (RosterFixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarHeader) header = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (siasn); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", siasn[i].head);
  g_string_append (text, "\n");
  for (gsize i = 0; i < G_N_ELEMENTS (siasn); i++)
    g_string_append (text, i > 0 ? ";isi" : "isi");
  header = find (fixture, text->str, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ikrar_header_get_n_columns (header), ==, G_N_ELEMENTS (siasn));
  for (guint i = 0; i < G_N_ELEMENTS (siasn); i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      g_assert_cmpstr (column->title, ==, siasn[i].head);
      if (column->field != siasn[i].field)
        g_error ("%s is %s", column->title, ikrar_roster_field_word (column->field));
    }
}

static const struct
{
  const char *text;
  const char *mapping;
  IkrarRosterError code;
  const char *word;
} refused[] = {
  { "No;NIP;Jabatan\n1;" NIP ";Guru\n", NULL, IKRAR_ROSTER_ERROR_NO_HEADER, "B “NIP”" },
  { "OPD;Jumlah\nDinas X;5\n", NULL, IKRAR_ROSTER_ERROR_NO_HEADER, "A “OPD”, B “Jumlah”" },
  { "Rapat hari ini dimulai pukul delapan.\n", NULL, IKRAR_ROSTER_ERROR_NO_HEADER, "Row 1" },
  { "Nama;NIP\nDinas Kesehatan;1\nDinas Sosial;2\n", NULL, IKRAR_ROSTER_ERROR_NO_HEADER, "“NIP”" },
  { "Nama;NIP\nBudi;1\n", "Z=name", IKRAR_ROSTER_ERROR_COLUMN, "A “Nama”, B “NIP”" },
  { "Nama;NIP\nBudi;1\n", "A=warna", IKRAR_ROSTER_ERROR_COLUMN, "title-before" },
  { "Nama;NIP\nBudi;1\n", "name", IKRAR_ROSTER_ERROR_COLUMN, "B=name" },
  { "Nama;NIP\nBudi;1\n", "=name", IKRAR_ROSTER_ERROR_COLUMN, "B=name" },
  { "Nama;NIP\nBudi;1\n", "A=none", IKRAR_ROSTER_ERROR_NO_HEADER, "“Nama”" },
};

static void
test_refused (RosterFixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (find (fixture, refused[i].text, 0, refused[i].mapping, &error));
      g_assert_error (error, IKRAR_ROSTER_ERROR, (int) refused[i].code);
      if (strstr (error->message, refused[i].word) == NULL)
        g_error ("%s", error->message);
    }
}

/* A text file has no sheets: none is spoken of. */
static void
test_no_sheet_is_named (RosterFixture *fixture, gconstpointer unused)
{
  const char *const texts[] = { "OPD;Jumlah\nDinas X;5\n", ";\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (find (fixture, texts[i], 0, NULL, &error));
      g_assert_nonnull (error);
      g_assert_null (strstr (error->message, "Sheet"));
      g_assert_null (strstr (error->message, "“”"));
    }
}

/* Heads are looked for in the first 40 rows. */
static void
test_depth (RosterFixture *fixture, gconstpointer unused)
{
  for (guint above = 38; above < 42; above++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IkrarHeader) header = NULL;

      for (guint i = 0; i < above; i++)
        g_string_append (text, "judul;;\n");
      g_string_append (text, "No;Nama;NIP\n1;Budi;" NIP "\n");
      header = find (fixture, text->str, 0, NULL, &error);
      if (above < 40)
        g_assert_cmpuint (ikrar_header_get_row (header), ==, above + 1);
      else
        g_assert_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_HEADER);
    }
}

static void
test_fields (void)
{
  for (guint i = 0; i < IKRAR_N_ROSTER_FIELDS; i++)
    {
      IkrarRosterField field = IKRAR_N_ROSTER_FIELDS;

      g_assert_true (
          ikrar_roster_field_parse (ikrar_roster_field_word ((IkrarRosterField) i), &field, NULL));
      g_assert_cmpuint (field, ==, i);
      g_assert_cmpstr (ikrar_roster_field_label (field), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/header/headers", RosterFixture, NULL, roster_set_up, test_headers,
              roster_tear_down);
  g_test_add ("/header/heads-in-use", RosterFixture, NULL, roster_set_up, test_heads_in_use,
              roster_tear_down);
  g_test_add ("/header/siasn", RosterFixture, NULL, roster_set_up, test_siasn, roster_tear_down);
  g_test_add ("/header/refused", RosterFixture, NULL, roster_set_up, test_refused,
              roster_tear_down);
  g_test_add ("/header/no-sheet", RosterFixture, NULL, roster_set_up, test_no_sheet_is_named,
              roster_tear_down);
  g_test_add ("/header/depth", RosterFixture, NULL, roster_set_up, test_depth, roster_tear_down);
  g_test_add_func ("/header/fields", test_fields);
  return g_test_run ();
}
