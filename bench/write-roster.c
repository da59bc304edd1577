/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Writes a roster of invented people, as large as the largest declaration known; or the same list
 * as it comes again later, when some were promoted and others came instead of those who left. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <glib.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#define SEED 180751
#define LATER_SEED 180752
#define N_UNITS 60
/* Of a later list: one in so many has another position, one in so many is somebody else. */
#define PROMOTED_EVERY 20
#define REPLACED_EVERY 100

static const char *const heads[] = { "NO",      "NAMA",    "NIP/NI PPPK", "GOL",
                                     "PANGKAT", "JABATAN", "UNIT KERJA",  "STATUS",
                                     "L/P",     "NO HP",   "EMAIL",       "KETERANGAN" };

static const char *const first_names[] = { "Siti",    "Muhammad", "Ahmad",   "Nur",    "Dewi",
                                           "I Wayan", "Ni Luh",   "Yohanes", "Maria",  "Agus",
                                           "Sri",     "Rahmat",   "Ratna",   "Hendra", "Fitri",
                                           "Andi",    "Bambang",  "Lestari", "Yosefa", "Taufik",
                                           "Gusti",   "Putri",    "Joko",    "Endang" };
static const char *const last_names[] = {
  "Rahmawati", "Hidayat", "Kusuma",  "Saputra",   "Wulandari", "Siregar",  "Nasution",
  "Tarigan",   "Wijaya",  "Pratama", "Lestari",   "Hutapea",   "Lamapaha", "Kondo",
  "Manurung",  "Susanto", "Fauzi",   "Handayani", "Setiawan",  "Purnomo",  "Rumbiak",
  "Wenda",     "Tanjung", "Daulay",  "Maulana",   "Anggraini", "Puspita",  "Ramadhan"
};
static const char *const prefixes[] = { "", "", "", "Drs. ", "Ir. ", "dr. ", "Hj. ", "Dr. " };
static const char *const suffixes[] = {
  "", ", S.E.", ", S.Pd.", ", S.Kom., M.M.", ", S.STP., M.Si.", ", A.Md.Keb.", ", S.H.", ""
};
static const char *const grades[][2] = {
  { "II/c", "Pengatur" }, { "III/a", "Penata Muda" },  { "III/b", "Penata Muda Tk. I" },
  { "III/c", "Penata" },  { "III/d", "Penata Tk. I" }, { "IV/a", "Pembina" }
};
static const char *const positions[] = { "Guru Ahli Pertama", "Guru Ahli Muda",
                                         "Perawat Terampil",  "Bidan Mahir",
                                         "Analis Kebijakan",  "Pengadministrasi Umum",
                                         "Kepala Seksi",      "Sekretaris" };

static char *
make_number (GRand *rand, guint index, gboolean contract, gboolean woman)
{
  int year = g_rand_int_range (rand, 1966, 2000);
  int month = g_rand_int_range (rand, 1, 13);
  int day = g_rand_int_range (rand, 1, 29);

  if (contract)
    return g_strdup_printf ("%04d%02d%02d%04d21%d%03u", year, month, day, 2022 + (int) (index % 2),
                            woman ? 2 : 1, 1 + index % 900);
  return g_strdup_printf ("%04d%02d%02d%04d%02d%d%03u", year, month, day,
                          year + g_rand_int_range (rand, 20, 25), g_rand_int_range (rand, 1, 13),
                          woman ? 2 : 1, 1 + index % 900);
}

static char *
make_unique_number (GRand *rand, GHashTable *used, guint index, gboolean contract, gboolean woman)
{
  char *number = make_number (rand, index, contract, woman);

  while (!g_hash_table_add (used, number))
    number = make_number (rand, index, contract, woman);
  return number;
}

#define PICK(rand, list) list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

static void
clear_person (char **cells)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_clear_pointer (&cells[i], g_free);
}

static void
draw_person (GRand *rand, GHashTable *used, guint index, char **cells)
{
  gboolean contract = g_rand_int_range (rand, 0, 5) == 0;
  gboolean woman = g_rand_boolean (rand);
  const char *const *grade = PICK (rand, grades);

  clear_person (cells);
  cells[1] = g_strconcat (PICK (rand, prefixes), PICK (rand, first_names), " ",
                          PICK (rand, last_names), PICK (rand, suffixes), NULL);
  cells[6] = g_strdup_printf ("Dinas Contoh Nomor %d", g_rand_int_range (rand, 1, N_UNITS + 1));
  cells[9] = g_strdup_printf ("0812%08u", index);
  cells[10] = g_strdup_printf ("pegawai%u@contoh.example", index);
  cells[2] = g_strdup (make_unique_number (rand, used, index, contract, woman));
  cells[3] = g_strdup (contract ? "IX" : grade[0]);
  cells[4] = g_strdup (contract ? "" : grade[1]);
  cells[5] = g_strdup (PICK (rand, positions));
  cells[7] = g_strdup (contract ? "PPPK" : "PNS");
  cells[8] = g_strdup (woman ? "P" : "L");
}

static void
write_person (lxw_worksheet *sheet, guint index, char **cells)
{
  worksheet_write_number (sheet, index, 0, index, NULL);
  for (guint i = 1; i < G_N_ELEMENTS (heads); i++)
    if (cells[i] != NULL && *cells[i] != '\0')
      worksheet_write_string (sheet, index, (lxw_col_t) i, cells[i], NULL);
}

/* The numbers of all people of the first list. */
static GHashTable *
draw_numbers (guint n_people)
{
  GHashTable *used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  char *cells[G_N_ELEMENTS (heads)] = { NULL };

  for (guint i = 1; i <= n_people; i++)
    draw_person (rand, used, i, cells);
  clear_person (cells);
  return used;
}

/* Who came later is drawn from @later, all others as in the list before. */
static void
write_people (lxw_worksheet *sheet, guint n_people, GRand *later)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = later != NULL ? draw_numbers (n_people) : NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  char *cells[G_N_ELEMENTS (heads)] = { NULL };

  for (guint i = 1; i <= n_people; i++)
    {
      draw_person (rand, used, i, cells);
      if (later != NULL && i % REPLACED_EVERY == 0)
        draw_person (later, taken, n_people + i, cells);
      else if (later != NULL && i % PROMOTED_EVERY == 0)
        {
          g_free (cells[5]);
          cells[5] = g_strdup ("Kepala Bidang");
        }
      write_person (sheet, i, cells);
    }
  clear_person (cells);
}

int
main (int argc, char **argv)
{
  gboolean is_later = argc == 4 && g_str_equal (argv[3], "later");
  guint n_people = argc == 3 || is_later ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autoptr (GRand) later = is_later ? g_rand_new_with_seed (LATER_SEED) : NULL;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;

  if (n_people == 0)
    {
      g_printerr ("usage: write-roster FILE.xlsx PEOPLE [later]\n");
      return EXIT_FAILURE;
    }
  workbook = workbook_new (argv[1]);
  sheet = workbook_add_worksheet (workbook, "DATA ASN");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, heads[i], NULL);
  write_people (sheet, n_people, later);
  return workbook_close (workbook) == LXW_NO_ERROR ? EXIT_SUCCESS : EXIT_FAILURE;
}
