/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/unit-name.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"

/* Abbreviations of kinds of units and of the words for a region, folded and sorted, with what they
 * stand for; "" leaves a word out. Source: organisation of regional agencies (PP 18/2016) and the
 * spellings met in rosters. */
static const struct
{
  const char *word;
  const char *meaning;
} abbreviations[] = {
  { "bag", "bagian" },
  { "bakesbangpol", "badan kesatuan bangsa politik" },
  { "bapenda", "badan pendapatan daerah" },
  { "bappeda", "badan perencanaan pembangunan daerah" },
  { "bid", "bidang" },
  { "bkd", "badan kepegawaian daerah" },
  { "bkpp", "badan kepegawaian pendidikan pelatihan" },
  { "bkppd", "badan kepegawaian pendidikan pelatihan daerah" },
  { "bkpsdm", "badan kepegawaian pengembangan sumber daya manusia" },
  { "bkpsdmd", "badan kepegawaian pengembangan sumber daya manusia daerah" },
  { "blud", "" },
  { "bpbd", "badan penanggulangan bencana daerah" },
  { "bpkad", "badan pengelolaan keuangan aset daerah" },
  { "cabdin", "cabang dinas" },
  { "cabdis", "cabang dinas" },
  { "dan", "" },
  { "dinkes", "dinas kesehatan" },
  { "dinsos", "dinas sosial" },
  { "disdik", "dinas pendidikan" },
  { "disdikbud", "dinas pendidikan kebudayaan" },
  { "disdukcapil", "dinas kependudukan pencatatan sipil" },
  { "dishub", "dinas perhubungan" },
  { "diskominfo", "dinas komunikasi informatika" },
  { "disnaker", "dinas tenaga kerja" },
  { "dispar", "dinas pariwisata" },
  { "disperindag", "dinas perindustrian perdagangan" },
  { "dispora", "dinas pemuda olahraga" },
  { "distan", "dinas pertanian" },
  { "dlh", "dinas lingkungan hidup" },
  { "dpmd", "dinas pemberdayaan masyarakat desa" },
  { "dpmptsp", "dinas penanaman modal pelayanan terpadu satu pintu" },
  { "dpupr", "dinas pekerjaan umum penataan ruang" },
  { "i", "1" },
  { "ii", "2" },
  { "iii", "3" },
  { "itda", "inspektorat" },
  { "iv", "4" },
  { "ix", "9" },
  { "kab", "kabupaten" },
  { "kec", "kecamatan" },
  { "kel", "kelurahan" },
  { "kesbangpol", "badan kesatuan bangsa politik" },
  { "pemda", "pemerintah daerah" },
  { "pemkab", "pemerintah kabupaten" },
  { "pemkot", "pemerintah kota" },
  { "pemprov", "pemerintah provinsi" },
  { "pkm", "puskesmas" },
  { "pp", "pamong praja" },
  { "prop", "provinsi" },
  { "propinsi", "provinsi" },
  { "prov", "provinsi" },
  { "pupr", "pekerjaan umum penataan ruang" },
  { "rs", "rumah sakit" },
  { "rsd", "rumah sakit daerah" },
  { "rsud", "rumah sakit umum daerah" },
  { "satpol", "satuan polisi" },
  { "sdn", "sd negeri" },
  { "setda", "sekretariat daerah" },
  { "setdakab", "sekretariat daerah kabupaten" },
  { "setwan", "sekretariat dprd" },
  { "slbn", "slb negeri" },
  { "sman", "sma negeri" },
  { "smkn", "smk negeri" },
  { "smpn", "smp negeri" },
  { "tkn", "tk negeri" },
  { "uobk", "" },
  { "upt", "" },
  { "uptd", "" },
  { "v", "5" },
  { "vi", "6" },
  { "vii", "7" },
  { "viii", "8" },
  { "x", "10" },
};

/* Words for a region, before its own name. */
static const char *const regions[] = { "kabupaten", "kota", "provinsi" };

/* Units of which a region has one each, so that its name at their end says nothing new. */
static const char *const single_kinds[] = {
  "badan", "bagian", "dinas", "inspektorat", "satuan", "sekretariat",
};

static const char *const health_words[] = {
  "dinas kesehatan", "klinik",      "laboratorium kesehatan",
  "labkesda",        "puskesmas",   "pusat kesehatan masyarakat",
  "pustu",           "rumah sakit",
};

/* Kecamatan and kelurahan, then what they are called in Yogyakarta, Papua, Aceh and West Sumatra.
 */
static const char *const subdistrict_words[] = {
  "camat",     "kecamatan", "kelurahan", "lurah",   "kemantren",
  "kapanewon", "kalurahan", "distrik",   "gampong", "nagari",
};

/* Units that name the subdistrict they lie in. */
static const char *const other_words[] = {
  "badan", "cabang", "dinas", "korwil", "sd", "sekolah", "slb", "sma", "smk", "smp", "tk",
};

static int
compare_word (gconstpointer word, gconstpointer row)
{
  return strcmp (word, *(const char *const *) row);
}

/* What a word stands for, itself if it is no abbreviation. */
static const char *
expand (const char *word)
{
  const char *const *row = bsearch (word, abbreviations, G_N_ELEMENTS (abbreviations),
                                    sizeof abbreviations[0], compare_word);

  return row != NULL ? row[1] : word;
}

static void
append_word (GString *key, const char *word)
{
  if (key->len > 0 && *word != '\0')
    g_string_append_c (key, ' ');
  g_string_append (key, word);
}

/* "Martapura 1/I" gives its number in both scripts. */
static gboolean
is_said_again (GStrv words, guint index)
{
  const char *number = expand (words[index]);

  return index > 0 && g_ascii_isdigit (*number) && strcmp (words[index], words[index - 1]) != 0 &&
         strcmp (number, expand (words[index - 1])) == 0;
}

char *
ikrar_unit_key (const char *name)
{
  g_autofree char *folded = ikrar_text_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *key = g_string_sized_new (strlen (folded) * 2);

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_said_again (words, i))
      append_word (key, expand (words[i]));
  if (key->len == 0)
    g_string_assign (key, folded);

  return g_string_free (key, FALSE);
}

static gboolean
has_words (const char *key, const char *words)
{
  gsize length = strlen (words);

  for (const char *p = strstr (key, words); p != NULL; p = strstr (p + 1, words))
    if ((p == key || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;

  return FALSE;
}

static gboolean
has_any (const char *key, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (has_words (key, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_single_kind (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (single_kinds); i++)
    if (g_str_has_prefix (key, single_kinds[i]) &&
        strchr (" ", key[strlen (single_kinds[i])]) != NULL)
      return TRUE;

  return FALSE;
}

char *
ikrar_unit_key_local (const char *name)
{
  char *key = ikrar_unit_key (name);

  if (!is_single_kind (key))
    return key;

  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *word = g_strconcat (" ", regions[i], NULL);
      char *region = strstr (key, word);

      if (region != NULL && strchr (" ", region[strlen (word)]) != NULL)
        *region = '\0';
    }

  return key;
}

gboolean
ikrar_unit_is_health (const char *name)
{
  g_autofree char *key = ikrar_unit_key (name);

  return has_any (key, health_words, G_N_ELEMENTS (health_words));
}

gboolean
ikrar_unit_is_subdistrict (const char *name)
{
  g_autofree char *key = ikrar_unit_key (name);

  return has_any (key, subdistrict_words, G_N_ELEMENTS (subdistrict_words)) &&
         !has_any (key, health_words, G_N_ELEMENTS (health_words)) &&
         !has_any (key, other_words, G_N_ELEMENTS (other_words));
}
