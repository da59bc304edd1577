/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Writes a roster of invented people, as large as the largest declaration known. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <glib.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#define SEED 180751
#define N_UNITS 60

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
write_person (lxw_worksheet *sheet, GRand *rand, GHashTable *used, guint index)
{
  gboolean contract = g_rand_int_range (rand, 0, 5) == 0;
  gboolean woman = g_rand_boolean (rand);
  const char *const *grade = PICK (rand, grades);
  g_autofree char *name = g_strconcat (PICK (rand, prefixes), PICK (rand, first_names), " ",
                                       PICK (rand, last_names), PICK (rand, suffixes), NULL);
  g_autofree char *unit =
      g_strdup_printf ("Dinas Contoh Nomor %d", g_rand_int_range (rand, 1, N_UNITS + 1));
  g_autofree char *phone = g_strdup_printf ("0812%08u", index);
  g_autofree char *email = g_strdup_printf ("pegawai%u@contoh.example", index);
  const char *const texts[] = { NULL,
                                name,
                                make_unique_number (rand, used, index, contract, woman),
                                contract ? "IX" : grade[0],
                                contract ? "" : grade[1],
                                PICK (rand, positions),
                                unit,
                                contract ? "PPPK" : "PNS",
                                woman ? "P" : "L",
                                phone,
                                email,
                                "" };

  worksheet_write_number (sheet, index, 0, index, NULL);
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      worksheet_write_string (sheet, index, (lxw_col_t) i, texts[i], NULL);
}

int
main (int argc, char **argv)
{
  guint n_people = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  lxw_workbook *workbook;
  lxw_worksheet *sheet;

  if (n_people == 0)
    {
      g_printerr ("usage: write-roster FILE.xlsx PEOPLE\n");
      return EXIT_FAILURE;
    }
  workbook = workbook_new (argv[1]);
  sheet = workbook_add_worksheet (workbook, "DATA ASN");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, heads[i], NULL);
  for (guint i = 1; i <= n_people; i++)
    write_person (sheet, rand, used, i);
  return workbook_close (workbook) == LXW_NO_ERROR ? EXIT_SUCCESS : EXIT_FAILURE;
}
