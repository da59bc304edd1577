/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/conflict-words-private.h"

static const struct
{
  const char *what;
  const char *name;
  const char *advice;
} kinds[] = {
  { "event", "Kegiatan", "" },
  { "session", "Sesi", "" },
  { "role", "Petugas acara", "" },
  { "person", "Pegawai", "" },
  { "participant", "Peserta", "" },
  { "arrival", "Tercatat di dua meja", "Dihitung satu kali" },
  { "number", "Nomor peserta", "Cetak kartu baru" },
  { "pledge", "Ikrar dua kali", "Keduanya tersimpan; yang pertama berlaku" },
  { "certificate", "Sertifikat", "Tidak dimasukkan; terbitkan dengan nomor lain" },
  { "erased", "Data pribadi dihapus", "" },
};

static const struct
{
  const char *stands;
  const char *name;
} standings[] = {
  { "ours", "Yang di sini" },
  { "theirs", "Yang datang" },
  { "both", "Keduanya" },
};

const char *
ikrar_conflict_kind (const IkrarExchangeConflict *conflict)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].what, conflict->what) == 0)
      return kinds[i].name;
  return conflict->what;
}

const char *
ikrar_conflict_advice (const IkrarExchangeConflict *conflict)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].what, conflict->what) == 0)
      return kinds[i].advice;
  return "";
}

const char *
ikrar_conflict_standing (const IkrarExchangeConflict *conflict)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    if (strcmp (standings[i].stands, conflict->stands) == 0)
      return standings[i].name;
  return conflict->stands;
}
