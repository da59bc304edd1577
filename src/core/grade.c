/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/grade.h"

#include <string.h>

#define N_PNS 17
#define N_PPPK 17

/* PP 99/2000 jo. PP 12/2002, lowest first; room e exists in IV only. */
static const struct
{
  const char *text;
  const char *rank;
} pns[N_PNS] = {
  { "I/a", "Juru Muda" },
  { "I/b", "Juru Muda Tingkat I" },
  { "I/c", "Juru" },
  { "I/d", "Juru Tingkat I" },
  { "II/a", "Pengatur Muda" },
  { "II/b", "Pengatur Muda Tingkat I" },
  { "II/c", "Pengatur" },
  { "II/d", "Pengatur Tingkat I" },
  { "III/a", "Penata Muda" },
  { "III/b", "Penata Muda Tingkat I" },
  { "III/c", "Penata" },
  { "III/d", "Penata Tingkat I" },
  { "IV/a", "Pembina" },
  { "IV/b", "Pembina Tingkat I" },
  { "IV/c", "Pembina Utama Muda" },
  { "IV/d", "Pembina Utama Madya" },
  { "IV/e", "Pembina Utama" },
};

/* Perpres 98/2020 and 11/2024: no rooms and no ranks. */
static const char *const pppk[N_PPPK] = {
  "I", "II", "III", "IV",   "V",   "VI", "VII", "VIII", "IX",
  "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
};

static gboolean
is_pns (IkrarGrade grade)
{
  return grade >= 1 && grade <= N_PNS;
}

static gboolean
is_pppk (IkrarGrade grade)
{
  return grade >= IKRAR_GRADE_PPPK (1) && grade <= IKRAR_GRADE_PPPK (N_PPPK);
}

const char *
ikrar_grade_text (IkrarGrade grade)
{
  if (is_pns (grade))
    return pns[grade - 1].text;

  return is_pppk (grade) ? pppk[grade - IKRAR_GRADE_PPPK (1)] : "";
}

const char *
ikrar_grade_rank (IkrarGrade grade)
{
  return is_pns (grade) ? pns[grade - 1].rank : "";
}

int
ikrar_grade_order (IkrarGrade grade)
{
  if (is_pns (grade))
    return N_PNS - grade;
  if (is_pppk (grade))
    return N_PNS + IKRAR_GRADE_PPPK (N_PPPK) - grade;

  return N_PNS + N_PPPK;
}
