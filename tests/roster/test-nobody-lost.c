/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* The promise of the import: whatever mess a roster is in, every person of it is imported or goes
 * back to the sender, never both and never neither. Random people are put through random messes. */

#include <string.h>
#include <xlsxwriter.h>

#include "roster-file.h"
#include "roster-lines.h"
#include "store/fixture.h"
#include "store/participant-table.h"

#define SEED 20241107
#define ROUNDS 600
#define COLUMNS_MAX 7

typedef enum
{
  COLUMN_PLACE,
  COLUMN_NAME,
  COLUMN_NUMBER,
  COLUMN_GRADE,
  COLUMN_POSITION,
  COLUMN_UNIT,
  COLUMN_OTHER,
} Column;

static const char *const heads[COLUMNS_MAX][4] = {
  { "No", "NO.", "Nomor Urut", "#" },
  { "Nama", "NAMA LENGKAP", "Nama Pegawai", "Nama (dengan gelar)" },
  { "NIP", "NIP/NI PPPK", "Nomor Induk Pegawai", "NIP Baru" },
  { "Gol", "Pangkat/Gol.Ruang", "Golongan", "GOL AKHIR NAMA" },
  { "Jabatan", "Nama Jabatan", "Jabatan Terakhir", "JABATAN NAMA" },
  { "Unit Kerja", "OPD", "Perangkat Daerah", "UNOR NAMA" },
  { "Ukuran Baju", "Tanda Tangan", "Hobi", "Kode" },
};

static const char *const prefixes[] = { "", "", "Dr. ", "H. ", "Drs. Hj. ", "dr. ", "M. " };
static const char *const suffixes[] = { "", "", ", S.E.", " SE MM", ", S.Pd., M.Si.", ",A.Md.Keb" };
static const char *const grades[] = { "III/d", "IX", "3d", "Gol. III", "-", "apa", "", "Penata" };
static const char *const positions[] = {
  "Guru", "Kepala Seksi", "", "Staf", "Camat", "Plt. Lurah"
};
static const char *const units[] = { "Dinas X", "KECAMATAN Y", "", "SDN 1", "-" };
static const char *const others[] = { "", "L", "catur", "1" };

#define PICK(rand, list) (list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))])

typedef struct
{
  GRand *rand;
  Column columns[COLUMNS_MAX];
  guint n_columns;
  /* GPtrArray of GStrv, one a row. */
  GPtrArray *rows;
  /* The word that tells each person apart. */
  GPtrArray *people;
  GPtrArray *numbers;
} Roster;

static gboolean
chance (Roster *roster, guint percent)
{
  return (guint) g_rand_int_range (roster->rand, 0, 100) < percent;
}

/* A new person in every roster of this run. */
static char *
make_word (guint count)
{
  GString *word = g_string_new ("Orang");

  for (guint i = 0; i < 5; i++, count /= 26)
    g_string_append_c (word, (char) ('a' + count % 26));
  return g_string_free (word, FALSE);
}

static char *
make_number (guint count)
{
  return g_strdup_printf ("1970%02u%02u199501%u%03u", count / 28 % 12 + 1, count % 28 + 1,
                          count % 2 + 1, count / 336 % 999 + 1);
}

/* What senders do to a number. */
static char *
spoil_number (Roster *roster, const char *number)
{
  switch (g_rand_int_range (roster->rand, 0, 14))
    {
    case 0:
      return g_strdup_printf ("%.8s %.6s %.1s %.3s", number, number + 8, number + 14, number + 15);
    case 1:
      return g_strconcat ("NIP. ", number, NULL);
    case 2:
      return g_strdup ("");
    case 3:
      return g_strdup ("-");
    case 4:
      return g_strdup ("1,97001E+17");
    case 5:
      return g_strdup_printf ("%.15s000", number);
    case 6:
      return g_strdup_printf ("%.17s", number);
    case 7:
      return g_strdup ("20/04/1988");
    case 8:
      return g_strdup ("menyusul nanti");
    case 9:
      return g_strdup (roster->numbers->pdata[g_rand_int_range (roster->rand, 0,
                                                                (gint32) roster->numbers->len)]);
    case 10:
      return g_strconcat ("'", number, "\xC2\xA0", NULL);
    default:
      return g_strdup (number);
    }
}

static char *
make_cell (Roster *roster, Column column, const char *word, const char *number)
{
  switch (column)
    {
    case COLUMN_PLACE:
      return g_strdup_printf ("%u", roster->people->len);
    case COLUMN_NAME:
      return g_strconcat (PICK (roster->rand, prefixes), word, " Santoso",
                          PICK (roster->rand, suffixes), NULL);
    case COLUMN_NUMBER:
      return spoil_number (roster, number);
    case COLUMN_GRADE:
      return g_strdup (PICK (roster->rand, grades));
    case COLUMN_POSITION:
      return g_strdup (PICK (roster->rand, positions));
    case COLUMN_UNIT:
      return g_strdup (PICK (roster->rand, units));
    case COLUMN_OTHER:
      return g_strdup (PICK (roster->rand, others));
    default:
      g_assert_not_reached ();
    }
}

static void
add_row (Roster *roster, GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (roster->rows, g_ptr_array_free (cells, FALSE));
}

static void
add_person (Roster *roster, guint count)
{
  GPtrArray *cells = g_ptr_array_new ();
  char *word = make_word (count);
  char *number = make_number (count);

  g_ptr_array_add (roster->people, word);
  g_ptr_array_add (roster->numbers, number);
  for (guint i = 0; i < roster->n_columns; i++)
    g_ptr_array_add (cells, make_cell (roster, roster->columns[i], word, number));
  add_row (roster, cells);
}

static void
add_lone (Roster *roster, guint column, const char *text)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint i = 0; i < roster->n_columns; i++)
    g_ptr_array_add (cells, g_strdup (i == column ? text : ""));
  add_row (roster, cells);
}

static void
add_heads (Roster *roster)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint i = 0; i < roster->n_columns; i++)
    g_ptr_array_add (cells, g_strdup (PICK (roster->rand, heads[roster->columns[i]])));
  add_row (roster, cells);
}

static void
add_column_numbers (Roster *roster)
{
  GPtrArray *cells = g_ptr_array_new ();
  gboolean brackets = chance (roster, 50);

  for (guint i = 1; i <= roster->n_columns; i++)
    g_ptr_array_add (cells, g_strdup_printf (brackets ? "(%u)" : "%u", i));
  add_row (roster, cells);
}

static void
add_mess (Roster *roster)
{
  switch (g_rand_int_range (roster->rand, 0, 6))
    {
    case 0:
      add_lone (roster, 0, "");
      break;
    case 1:
      add_lone (roster, 0, "II. DINAS KESEHATAN");
      break;
    case 2:
      add_lone (roster, 0, "JUMLAH");
      break;
    case 3:
      add_heads (roster);
      break;
    case 4:
      add_column_numbers (roster);
      break;
    default:
      add_lone (roster, 0, "DAFTAR NAMA LANJUTAN");
      break;
    }
}

static void
add_signature (Roster *roster)
{
  static const char *const lines[] = {
    "Contohan, 5 Februari 2024", "Mengetahui,", "Kepala BKPSDM", "", "Drs. Penanda Tangan",
    "NIP. 19651212 199003 1 001"
  };
  guint column = (guint) g_rand_int_range (roster->rand, 0, (gint32) roster->n_columns);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_lone (roster, column, lines[i]);
}

/* The name, and any others, in any order. */
static void
choose_columns (Roster *roster)
{
  for (guint i = 0; i < COLUMNS_MAX; i++)
    if (i == COLUMN_NAME || chance (roster, 70))
      roster->columns[roster->n_columns++] = (Column) i;
  for (guint i = roster->n_columns; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (roster->rand, 0, (gint32) i);
      Column column = roster->columns[other];

      roster->columns[other] = roster->columns[i - 1];
      roster->columns[i - 1] = column;
    }
}

static void
fill_roster (Roster *roster, guint *count)
{
  choose_columns (roster);
  for (int n = g_rand_int_range (roster->rand, 0, 5); n > 0; n--)
    add_lone (roster, 0, "DAFTAR PESERTA KEGIATAN");
  add_heads (roster);
  if (chance (roster, 30))
    add_column_numbers (roster);
  for (int n = g_rand_int_range (roster->rand, 1, 50); n > 0; n--)
    {
      if (chance (roster, 15))
        add_mess (roster);
      add_person (roster, (*count)++);
    }
  if (chance (roster, 40))
    add_signature (roster);
}

static char *
write_text (Roster *roster, const char *folder)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *separators[] = { ";", ",", "\t", "|" };
  const char *separator = PICK (roster->rand, separators);

  for (guint i = 0; i < roster->rows->len; i++)
    {
      GStrv row = roster->rows->pdata[i];

      for (guint k = 0; row[k] != NULL; k++)
        g_string_append_printf (text, "%s\"%s\"", k > 0 ? separator : "", row[k]);
      g_string_append (text, chance (roster, 50) ? "\n" : "\r\n");
    }
  return roster_file_text (folder, "roster.csv", text->str);
}

/* Numbers that are typed without care become numeric cells. */
static void
write_cell (Roster *roster, lxw_worksheet *sheet, guint row, guint column, const char *text)
{
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (*text == '\0')
    return;
  if (*end == '\0' && chance (roster, 30))
    worksheet_write_number (sheet, row, (lxw_col_t) column, value, NULL);
  else
    worksheet_write_string (sheet, row, (lxw_col_t) column, text, NULL);
}

static char *
write_workbook (Roster *roster, const char *folder)
{
  char *path = g_build_filename (folder, "roster.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = chance (roster, 50) };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Data");

  for (guint i = 0; i < roster->rows->len; i++)
    {
      GStrv row = roster->rows->pdata[i];

      for (guint k = 0; row[k] != NULL; k++)
        write_cell (roster, sheet, i, k, row[k]);
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return path;
}

static guint
count_participants (const IkrarParticipantTable *table, const char *word)
{
  guint n_found = 0;

  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    n_found += strstr (ikrar_participant_table_line (table, i)->name, word) != NULL;
  return n_found;
}

static guint
count_in_table (const IkrarSheetRows *refused, const char *word)
{
  guint n_found = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (refused); i++)
    for (guint k = 0; k + 3 < ikrar_sheet_rows_get_width (refused); k++)
      n_found += strstr (ikrar_sheet_rows_get_text (refused, i, k), word) != NULL;
  return n_found;
}

/* In the sender's columns; the last three are Ikrar's own. */
static guint
count_refused (const GPtrArray *tables, const char *word)
{
  guint n_found = 0;

  for (guint i = 0; i < tables->len; i++)
    n_found += count_in_table (tables->pdata[i], word);
  return n_found;
}

static void
assert_nobody_lost (Fixture *fixture, const Roster *roster, IkrarId event, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, &error);
  g_autoptr (IkrarRosterResult) result = NULL;
  g_autoptr (IkrarParticipantTable) table = NULL;
  const IkrarRosterSummary *summary;

  g_assert_no_error (error);
  result = ikrar_roster_import (workbook, NULL, fixture->store, event, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  table = ikrar_participant_table_load (fixture->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL,
                                        &error);
  g_assert_no_error (error);
  summary = ikrar_roster_result_get_summary (result);
  g_assert_cmpuint (summary->imported, ==, ikrar_participant_table_size (table));
  for (guint i = 0; i < roster->people->len; i++)
    {
      const char *word = roster->people->pdata[i];
      guint n_imported = count_participants (table, word);
      guint n_refused = count_refused (ikrar_roster_result_get_refused (result), word);

      if (n_imported + n_refused != 1)
        g_error ("%s: imported %u times, refused %u times", word, n_imported, n_refused);
    }
}

static void
test_nobody_lost (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint count = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      IkrarId event = fixture_add_event (fixture, "Sosialisasi");
      Roster roster = { .rand = rand };
      g_autofree char *path = NULL;

      roster.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      roster.people = g_ptr_array_new_with_free_func (g_free);
      roster.numbers = g_ptr_array_new_with_free_func (g_free);
      fill_roster (&roster, &count);
      path = round % 2 == 0 ? write_text (&roster, fixture->folder)
                            : write_workbook (&roster, fixture->folder);
      g_test_message ("round %u", round);
      assert_nobody_lost (fixture, &roster, event, path);
      g_ptr_array_unref (roster.rows);
      g_ptr_array_unref (roster.people);
      g_ptr_array_unref (roster.numbers);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_message ("seed %d", SEED);
  fixture_test ("/nobody-lost/random-rosters", test_nobody_lost);
  return g_test_run ();
}
