/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "core/unit-name.h"
#include "roster/header-private.h"

/* No head is longer than this, in words: sentences are titles or notes. */
#define HEAD_WORDS_MAX 8

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

/* Heads in use, folded (docs/rules.md, Rosters; with the SIASN export word for word). Where several
 * columns of a sheet hold one field, the lowest rank wins. */
static const struct
{
  const char *head;
  IkrarRosterField field;
  guint rank;
} heads[] = {
  { "no", FIELD (LIST_NUMBER), 0 },
  { "nomor", FIELD (LIST_NUMBER), 0 },
  { "no urut", FIELD (LIST_NUMBER), 0 },
  { "nomor urut", FIELD (LIST_NUMBER), 0 },
  { "nu", FIELD (LIST_NUMBER), 1 },
  { "urut", FIELD (LIST_NUMBER), 1 },

  { "nama", FIELD (NAME), 0 },
  { "nama lengkap", FIELD (NAME), 0 },
  { "nama pegawai", FIELD (NAME), 0 },
  { "nama asn", FIELD (NAME), 0 },
  { "nama pns", FIELD (NAME), 0 },
  { "nama pppk", FIELD (NAME), 0 },
  { "nama guru", FIELD (NAME), 0 },
  { "nama peserta", FIELD (NAME), 0 },
  { "nama undangan", FIELD (NAME), 0 },
  { "nama dengan gelar", FIELD (NAME), 0 },
  { "nama lengkap dengan gelar", FIELD (NAME), 0 },
  { "nama dan gelar", FIELD (NAME), 0 },
  { "nama lengkap dan gelar", FIELD (NAME), 0 },
  { "nama nip", FIELD (NAME), 0 },
  { "nama dan nip", FIELD (NAME), 0 },
  { "nama nip ni pppk", FIELD (NAME), 0 },
  { "nama nip nipppk", FIELD (NAME), 0 },
  { "nama tanpa gelar", FIELD (NAME), 1 },
  { "nama pangkat nip", FIELD (NAME), 0 },
  { "nama pangkat gol nip", FIELD (NAME), 0 },
  { "nama nip pangkat", FIELD (NAME), 0 },
  { "nama lengkap nip", FIELD (NAME), 0 },
  { "nama lengkap dan nip", FIELD (NAME), 0 },
  { "nama pegawai nip", FIELD (NAME), 0 },
  { "name", FIELD (NAME), 1 },
  { "full name", FIELD (NAME), 0 },
  { "name original name", FIELD (NAME), 0 },
  { "nama nama asli", FIELD (NAME), 0 },
  { "peserta", FIELD (NAME), 2 },
  { "pegawai", FIELD (NAME), 2 },

  { "nip", FIELD (NUMBER), 0 },
  { "nip baru", FIELD (NUMBER), 0 },
  { "nip ni pppk", FIELD (NUMBER), 0 },
  { "nip nipppk", FIELD (NUMBER), 0 },
  { "nip nippk", FIELD (NUMBER), 0 },
  { "nip pppk", FIELD (NUMBER), 0 },
  { "nip nip pppk", FIELD (NUMBER), 0 },
  { "nip nik", FIELD (NUMBER), 0 },
  { "nip nrp", FIELD (NUMBER), 0 },
  { "nip ni pppk nik", FIELD (NUMBER), 0 },
  { "ni pppk", FIELD (NUMBER), 0 },
  { "nipppk", FIELD (NUMBER), 0 },
  { "nippppk", FIELD (NUMBER), 0 },
  { "nomor induk pegawai", FIELD (NUMBER), 0 },
  { "nomor induk", FIELD (NUMBER), 1 },
  { "no induk pegawai", FIELD (NUMBER), 0 },
  { "nrp", FIELD (NUMBER), 1 },
  { "nrk", FIELD (NUMBER), 1 },
  { "nik", FIELD (NUMBER), IKRAR_HEAD_NATIONAL_ID },
  { "no ktp", FIELD (NUMBER), IKRAR_HEAD_NATIONAL_ID },
  { "nomor ktp", FIELD (NUMBER), IKRAR_HEAD_NATIONAL_ID },
  { "no nik", FIELD (NUMBER), IKRAR_HEAD_NATIONAL_ID },
  { "nik ktp", FIELD (NUMBER), IKRAR_HEAD_NATIONAL_ID },
  { "nomor induk kependudukan", FIELD (NUMBER), IKRAR_HEAD_NATIONAL_ID },

  { "gelar depan", FIELD (TITLE_BEFORE), 0 },
  { "gelar dpn", FIELD (TITLE_BEFORE), 0 },
  { "gelar belakang", FIELD (TITLE_AFTER), 0 },
  { "gelar blk", FIELD (TITLE_AFTER), 0 },
  { "gelar", FIELD (TITLE_AFTER), 1 },

  { "gol", FIELD (GRADE), 0 },
  { "golongan", FIELD (GRADE), 0 },
  { "gol ruang", FIELD (GRADE), 0 },
  { "golongan ruang", FIELD (GRADE), 0 },
  { "gol akhir nama", FIELD (GRADE), 0 },
  { "pangkat gol", FIELD (GRADE), 0 },
  { "pangkat golongan", FIELD (GRADE), 0 },
  { "pangkat gol ruang", FIELD (GRADE), 0 },
  { "pangkat golongan ruang", FIELD (GRADE), 0 },
  { "pangkat gol ruang tmt", FIELD (GRADE), 0 },
  { "gol pangkat", FIELD (GRADE), 0 },
  { "golongan pangkat", FIELD (GRADE), 0 },
  { "pangkat", FIELD (RANK), 0 },
  { "nama pangkat", FIELD (RANK), 0 },

  { "jabatan", FIELD (POSITION), 0 },
  { "jabatan nama", FIELD (POSITION), 0 },
  { "nama jabatan", FIELD (POSITION), 0 },
  { "jabatan terakhir", FIELD (POSITION), 1 },
  { "jabatan tugas utama", FIELD (POSITION), 1 },
  { "jab", FIELD (POSITION), 1 },
  { "position", FIELD (POSITION), 2 },

  { "unit kerja", FIELD (UNIT), 0 },
  { "unor nama", FIELD (UNIT), 0 },
  { "unor", FIELD (UNIT), 0 },
  { "unit organisasi", FIELD (UNIT), 0 },
  { "nama unit kerja", FIELD (UNIT), 0 },
  { "nama unor", FIELD (UNIT), 0 },
  { "unit", FIELD (UNIT), 1 },
  { "perangkat daerah", FIELD (UNIT), 1 },
  { "nama perangkat daerah", FIELD (UNIT), 1 },
  { "opd", FIELD (UNIT), 1 },
  { "nama opd", FIELD (UNIT), 1 },
  { "skpd", FIELD (UNIT), 1 },
  { "nama skpd", FIELD (UNIT), 1 },
  { "satuan kerja", FIELD (UNIT), 1 },
  { "satker", FIELD (UNIT), 1 },
  { "instansi", FIELD (UNIT), 2 },
  { "asal instansi", FIELD (UNIT), 2 },
  { "instansi asal", FIELD (UNIT), 2 },
  { "nama instansi", FIELD (UNIT), 2 },
  { "opd unit kerja", FIELD (UNIT), 0 },
  { "unit kerja opd", FIELD (UNIT), 0 },
  { "asal opd", FIELD (UNIT), 1 },
  { "asal unit kerja", FIELD (UNIT), 1 },
  { "tempat tugas", FIELD (UNIT), 3 },
  { "tempat kerja", FIELD (UNIT), 3 },
  { "penempatan", FIELD (UNIT), 3 },
  { "satuan kerja kerja nama", FIELD (UNIT), 3 },
  { "instansi kerja nama", FIELD (UNIT), 4 },
  { "nama sekolah", FIELD (UNIT), 4 },
  { "asal sekolah", FIELD (UNIT), 4 },

  { "status", FIELD (STATUS), 0 },
  { "status kepegawaian", FIELD (STATUS), 0 },
  { "status pegawai", FIELD (STATUS), 0 },
  { "jenis pegawai", FIELD (STATUS), 0 },
  { "jenis pegawai nama", FIELD (STATUS), 0 },
  { "jenis asn", FIELD (STATUS), 0 },
  { "pns pppk", FIELD (STATUS), 0 },
  { "pns cpns pppk", FIELD (STATUS), 0 },
  { "status cpns pns", FIELD (STATUS), 1 },

  { "peran", FIELD (KIND), 0 },
  { "sebagai", FIELD (KIND), 0 },
  { "jenis peserta", FIELD (KIND), 0 },
  { "kepesertaan", FIELD (KIND), 0 },

  { "l p", FIELD (SEX), 0 },
  { "p l", FIELD (SEX), 0 },
  { "jk", FIELD (SEX), 0 },
  { "j k", FIELD (SEX), 0 },
  { "jenis kelamin", FIELD (SEX), 0 },
  { "kelamin", FIELD (SEX), 0 },
  { "gender", FIELD (SEX), 0 },

  { "no hp", FIELD (PHONE), 0 },
  { "nomor hp", FIELD (PHONE), 0 },
  { "no hp wa", FIELD (PHONE), 0 },
  { "hp", FIELD (PHONE), 0 },
  { "hp wa", FIELD (PHONE), 0 },
  { "no wa", FIELD (PHONE), 0 },
  { "nomor wa", FIELD (PHONE), 0 },
  { "wa", FIELD (PHONE), 0 },
  { "whatsapp", FIELD (PHONE), 0 },
  { "telp", FIELD (PHONE), 1 },
  { "no telp", FIELD (PHONE), 1 },
  { "telepon", FIELD (PHONE), 1 },
  { "no telepon", FIELD (PHONE), 1 },
  { "nomor telepon", FIELD (PHONE), 1 },
  { "kontak", FIELD (PHONE), 2 },

  { "email", FIELD (EMAIL), 0 },
  { "e mail", FIELD (EMAIL), 0 },
  { "surel", FIELD (EMAIL), 0 },
  { "alamat email", FIELD (EMAIL), 0 },
  { "alamat e mail", FIELD (EMAIL), 0 },
  { "alamat surel", FIELD (EMAIL), 0 },
  { "email address", FIELD (EMAIL), 0 },
  { "user email", FIELD (EMAIL), 1 },
  { "email pengguna", FIELD (EMAIL), 1 },
  { "email gov", FIELD (EMAIL), 1 },

  { "kursi", FIELD (SEAT), 0 },
  { "no kursi", FIELD (SEAT), 0 },
  { "nomor kursi", FIELD (SEAT), 0 },
  { "tempat duduk", FIELD (SEAT), 0 },
  { "meja", FIELD (SEAT), 1 },
  { "kelompok", FIELD (GROUP), 0 },
  { "grup", FIELD (GROUP), 0 },
  { "gelombang", FIELD (GROUP), 0 },
  { "angkatan", FIELD (GROUP), 1 },
  { "kelas", FIELD (GROUP), 1 },
  { "sesi", FIELD (GROUP), 1 },

  { "ket", FIELD (NOTE), 0 },
  { "keterangan", FIELD (NOTE), 0 },
  { "catatan", FIELD (NOTE), 0 },

  { "alamat", FIELD (PRIVATE), 0 },
  { "alamat rumah", FIELD (PRIVATE), 0 },
  { "ttl", FIELD (PRIVATE), 0 },
  { "bpjs", FIELD (PRIVATE), 0 },
  { "kpkn nama", FIELD (PRIVATE), 0 },
};

/* Words that decide about a head that is not in the table, in this order. @first: only at its
 * beginning. */
static const struct
{
  const char *word;
  gboolean first;
  IkrarRosterField field;
} words[] = {
  { "agama", FALSE, FIELD (PRIVATE) },
  { "kawin", FALSE, FIELD (PRIVATE) },
  { "perkawinan", FALSE, FIELD (PRIVATE) },
  { "pernikahan", FALSE, FIELD (PRIVATE) },
  { "lahir", FALSE, FIELD (PRIVATE) },
  { "npwp", FALSE, FIELD (PRIVATE) },
  { "bpjs", FALSE, FIELD (PRIVATE) },
  { "nik", FALSE, FIELD (PRIVATE) },
  { "ktp", FALSE, FIELD (PRIVATE) },
  { "kk", FALSE, FIELD (PRIVATE) },
  { "rekening", FALSE, FIELD (PRIVATE) },
  { "darah", FALSE, FIELD (PRIVATE) },
  { "suku", FALSE, FIELD (PRIVATE) },
  { "kandung", FALSE, FIELD (PRIVATE) },
  { "istri", FALSE, FIELD (PRIVATE) },
  { "suami", FALSE, FIELD (PRIVATE) },
  { "anak", FALSE, FIELD (PRIVATE) },
  { "gaji", FALSE, FIELD (PRIVATE) },
  { "taspen", FALSE, FIELD (PRIVATE) },
  { "alamat", TRUE, FIELD (PRIVATE) },
  /* What only sounds like a field. */
  { "id", FALSE, FIELD (NONE) },
  { "tmt", FALSE, FIELD (NONE) },
  { "sk", FALSE, FIELD (NONE) },
  { "awal", FALSE, FIELD (NONE) },
  { "lama", FALSE, FIELD (NONE) },
  { "masa", FALSE, FIELD (NONE) },
  { "tgl", FALSE, FIELD (NONE) },
  { "tanggal", FALSE, FIELD (NONE) },
  { "jenis", TRUE, FIELD (NONE) },
  { "jumlah", TRUE, FIELD (NONE) },
  { "kelas", TRUE, FIELD (NONE) },
  { "atasan", FALSE, FIELD (NONE) },
  { "pejabat", FALSE, FIELD (NONE) },
  { "induk", FALSE, FIELD (NONE) },
  { "lokasi", FALSE, FIELD (NONE) },
  { "pendidikan", FALSE, FIELD (NONE) },
  { "kegiatan", FALSE, FIELD (NONE) },
  { "bank", FALSE, FIELD (NONE) },
  { "diklat", FALSE, FIELD (NONE) },
  { "jabatan", FALSE, FIELD (POSITION) },
  { "unit", FALSE, FIELD (UNIT) },
  { "opd", FALSE, FIELD (UNIT) },
  { "skpd", FALSE, FIELD (UNIT) },
  { "instansi", FALSE, FIELD (UNIT) },
  { "sekolah", FALSE, FIELD (UNIT) },
  { "nama", TRUE, FIELD (NAME) },
  { "nip", FALSE, FIELD (NUMBER) },
  { "golongan", FALSE, FIELD (GRADE) },
  { "gol", FALSE, FIELD (GRADE) },
  { "pangkat", FALSE, FIELD (GRADE) },
  { "email", FALSE, FIELD (EMAIL) },
  { "hp", FALSE, FIELD (PHONE) },
  { "wa", FALSE, FIELD (PHONE) },
  { "telp", FALSE, FIELD (PHONE) },
  { "telepon", FALSE, FIELD (PHONE) },
  { "whatsapp", FALSE, FIELD (PHONE) },
};

/* First words of the names of units, abbreviations written out by the unit's key. */
static const char *const unit_words[] = {
  "badan",        "bagian",     "balai",     "bidang",      "biro",       "cabang",
  "desa",         "dinas",      "distrik",   "dprd",        "gampong",    "inspektorat",
  "kantor",       "kapanewon",  "kecamatan", "kelurahan",   "kemantren",  "komisi",
  "laboratorium", "mts",        "nagari",    "paud",        "pemerintah", "perumda",
  "puskesmas",    "rs",         "rsud",      "rumah sakit", "satuan",     "satpol",
  "sd",           "sdn",        "sekolah",   "sekretariat", "seksi",      "slb",
  "slbn",         "sma",        "sman",      "smk",         "smkn",       "smp",
  "smpn",         "sub bagian", "subbagian", "taman kanak", "tk",         "tkn",
  "unit",         "upt",        "uptb",      "uptd",
};

/* How an online form asks, folded. */
static const char *const polite_words[] = {
  "anda",  "bapak",   "diisi",    "harap",    "ibu",     "isi",   "isikan",   "masukkan",
  "mohon", "saudara", "sebutkan", "silahkan", "silakan", "tulis", "tuliskan", "yth",
};

static gboolean
has_word (const char *folded, const char *word, gboolean first)
{
  gsize size = strlen (word);

  for (const char *at = folded; at != NULL; at = first ? NULL : strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, word, size) == 0 && (at[size] == '\0' || at[size] == ' '))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_short (const char *folded)
{
  guint n_words = 1;

  for (; *folded != '\0'; folded++)
    n_words += *folded == ' ';
  return n_words <= HEAD_WORDS_MAX;
}

static gboolean
guess_by_words (const char *folded, IkrarHeadGuess *guess)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (folded, words[i].word, words[i].first))
      {
        guess->field = words[i].field;
        guess->rank = IKRAR_HEAD_VAGUE;
        return TRUE;
      }
  return FALSE;
}

static gboolean
guess_exactly (const char *folded, IkrarHeadGuess *guess)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (heads[i].head, folded) == 0)
      {
        guess->field = heads[i].field;
        guess->rank = heads[i].rank;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_polite (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (polite_words); i++)
    if (strcmp (polite_words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* What is left of a head without what stands in brackets, and without how a form asks for it. */
static char *
strip_head (const char *head)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  guint depth = 0;

  for (; *head != '\0'; head++)
    {
      depth += *head == '(';
      if (depth == 0)
        g_string_append_c (kept, *head);
      depth -= depth > 0 && *head == ')';
    }
  folded = ikrar_text_fold (kept->str);
  parts = g_strsplit (folded, " ", -1);
  g_string_truncate (kept, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_polite (parts[i]))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", parts[i]);
  return g_strdup (kept->str);
}

/* "N I P" is written so to fill its cell. */
static gboolean
guess_spaced (const char *folded, IkrarHeadGuess *guess)
{
  g_autofree char *joined = g_strdup (folded);
  char *end = joined;

  for (const char *at = folded; *at != '\0'; at++)
    {
      if ((at - folded) % 2 == 1 && *at != ' ')
        return FALSE;
      if (*at != ' ')
        *end++ = *at;
    }
  *end = '\0';
  return guess_exactly (joined, guess);
}

/* A head that the table does not have. What sounds private is so whatever else it says, unless it
 * asks for one of several numbers. */
static gboolean
guess_loosely (const char *head, const char *folded, IkrarHeadGuess *guess)
{
  g_autofree char *stripped = strip_head (head);
  gboolean known = is_short (folded) && guess_by_words (folded, guess);

  if (known && guess->field == IKRAR_ROSTER_FIELD_PRIVATE)
    {
      if (has_word (folded, "nip", FALSE) && has_word (folded, "nik", FALSE))
        *guess = (IkrarHeadGuess){ IKRAR_ROSTER_FIELD_NUMBER, IKRAR_HEAD_VAGUE };
      return TRUE;
    }
  return guess_exactly (stripped, guess) || guess_spaced (stripped, guess) ||
         (is_short (stripped) && guess_by_words (stripped, guess)) ||
         (known && guess_by_words (folded, guess));
}

gboolean
_ikrar_head_guess (const char *head, IkrarHeadGuess *guess)
{
  g_autofree char *folded = ikrar_text_fold (head);

  if (g_strcmp0 (head, "#") == 0)
    {
      guess->field = IKRAR_ROSTER_FIELD_LIST_NUMBER;
      guess->rank = IKRAR_HEAD_SURE;
      return TRUE;
    }
  return *folded != '\0' && (guess_exactly (folded, guess) || guess_loosely (head, folded, guess));
}

/* Whether a word of the path says that the columns below it are no field, or private. */
static gboolean
is_excluded (const char *folded, IkrarHeadGuess *guess)
{
  return is_short (folded) && guess_by_words (folded, guess) &&
         (guess->field == IKRAR_ROSTER_FIELD_NONE || guess->field == IKRAR_ROSTER_FIELD_PRIVATE);
}

/* Whether the first of the heads is that of a number, below which each person's rank may stand. */
static gboolean
guess_number_above (const char *title, const char *last, IkrarHeadGuess *guess)
{
  g_autofree char *first =
      g_strndup (title, (gsize) (last - title) - strlen (IKRAR_HEAD_SEPARATOR));
  g_autofree char *folded = ikrar_text_fold (first);

  return guess_exactly (folded, guess) && guess->field == IKRAR_ROSTER_FIELD_NUMBER &&
         guess->rank == IKRAR_HEAD_SURE;
}

/* "PANGKAT > GOL" says it as a whole, "ATASAN > NAMA" says whose it is, and of "PEGAWAI > NAMA" the
 * last head is enough. */
gboolean
_ikrar_head_guess_title (const char *title, IkrarHeadGuess *guess)
{
  const char *last = g_strrstr (title, IKRAR_HEAD_SEPARATOR);
  g_autofree char *folded = NULL;

  if (last == NULL)
    return _ikrar_head_guess (title, guess);
  folded = ikrar_text_fold (title);
  last += strlen (IKRAR_HEAD_SEPARATOR);
  return guess_exactly (folded, guess) || is_excluded (folded, guess) ||
         guess_number_above (title, last, guess) ||
         (_ikrar_head_guess (last, guess) && guess->rank < IKRAR_HEAD_VAGUE) ||
         _ikrar_head_guess (title, guess) || _ikrar_head_guess (last, guess);
}

gboolean
_ikrar_unit_word_begins (const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);
  g_autofree char *key = ikrar_unit_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (has_word (folded, unit_words[i], TRUE) || has_word (key, unit_words[i], TRUE))
      return TRUE;
  return FALSE;
}
