/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/grade.h"

#include <string.h>

#include "core/text.h"

#define TOKENS_MAX 24
#define RANK_SIZE 40
#define PNS_CLASSES 4
#define CLASSES 17

typedef enum
{
  STAFF_UNKNOWN,
  STAFF_PNS,
  STAFF_PPPK,
} Staff;

/* What a text says about a grade; its words are folded. */
typedef struct
{
  const char *tokens[TOKENS_MAX];
  guint n_tokens;
  guint at;
  IkrarGrade rank; /* the grade of the rank named */
  guint klass;     /* I to XVII as a number, 0 if none */
  char room;       /* 'a' to 'e', 0 if none */
  guint n_numbers; /* numbers that may belong to a date */
  guint number;
  Staff staff;      /* what the text itself says */
  gboolean strange; /* a word that is neither grade, label nor date */
  gboolean refused;
} Reading;

/* Words around a grade that say nothing about it, months of the date it was given among them. */
static const char *const labels[] = {
  "gol",  "golongan", "ruang",     "ruangan",  "pangkat",  "terakhir", "tmt",      "sejak", "per",
  "dan",  "cpns",     "januari",   "februari", "pebruari", "maret",    "april",    "mei",   "juni",
  "juli", "agustus",  "september", "oktober",  "november", "nopember", "desember", "jan",   "feb",
  "mar",  "apr",      "jun",       "jul",      "agu",      "sep",      "okt",      "nov",   "des",
};

static const struct
{
  const char *word;
  Staff staff;
} staff_words[] = {
  { "pns", STAFF_PNS },
  { "pppk", STAFF_PPPK },
  { "p3k", STAFF_PPPK },
};

/* Positions have echelons, which are written like grades: "Eselon II.b". */
static const char *const refused_words[] = { "eselon", "es", "esl" };

/* What ranks are made of, and its spellings. */
static const struct
{
  const char *word;
  const char *standard;
  gboolean begins;
} rank_words[] = {
  { "juru", "juru", TRUE },       { "pengatur", "pengatur", TRUE },  { "penata", "penata", TRUE },
  { "pembina", "pembina", TRUE }, { "muda", "muda", FALSE },         { "madya", "madya", FALSE },
  { "utama", "utama", FALSE },    { "tingkat", "tingkat i", FALSE }, { "tk", "tingkat i", FALSE },
  { "tkt", "tingkat i", FALSE },  { "tingk", "tingkat i", FALSE },
};

/* How the "I" of "Tingkat I" is written. */
static const char *const level_words[] = { "i", "1", "l", "satu" };

static gboolean
is_among (const char *word, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* A text of more words than fit is no grade. */
static void
split_tokens (Reading *reading, char *folded)
{
  char *p = folded;

  while (*p != '\0' && reading->n_tokens < TOKENS_MAX)
    {
      gsize length = strcspn (p, " ");

      reading->tokens[reading->n_tokens++] = p;
      p += length;
      if (*p == ' ')
        *p++ = '\0';
    }

  reading->strange = *p != '\0';
}

static const char *
peek (const Reading *reading)
{
  return reading->at < reading->n_tokens ? reading->tokens[reading->at] : "";
}

static const char *
find_rank_word (const char *word, gboolean begins)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rank_words); i++)
    if (rank_words[i].begins == begins && strcmp (word, rank_words[i].word) == 0)
      return rank_words[i].standard;

  return NULL;
}

static IkrarGrade
find_rank (const char *rank)
{
  for (IkrarGrade grade = 1; *ikrar_grade_rank (grade) != '\0'; grade++)
    if (g_ascii_strcasecmp (rank, ikrar_grade_rank (grade)) == 0)
      return grade;

  return IKRAR_GRADE_NONE;
}

/* Reads a rank of one word and its additions; there is no Tingkat but I, so that may be missing. */
static gboolean
read_rank (Reading *reading)
{
  char rank[RANK_SIZE];
  const char *standard = find_rank_word (peek (reading), TRUE);

  if (standard == NULL)
    return FALSE;

  g_strlcpy (rank, standard, sizeof rank);
  reading->at++;
  while ((standard = find_rank_word (peek (reading), FALSE)) != NULL)
    {
      g_strlcat (rank, " ", sizeof rank);
      g_strlcat (rank, standard, sizeof rank);
      reading->at++;
      if (strcmp (standard, "tingkat i") == 0 &&
          is_among (peek (reading), level_words, G_N_ELEMENTS (level_words)))
        reading->at++;
    }

  reading->rank = find_rank (rank);
  reading->strange = reading->strange || reading->rank == IKRAR_GRADE_NONE;
  return TRUE;
}

/* I to XVII, as a Roman numeral in small letters. */
static guint
read_roman (const char *word, gsize length)
{
  for (guint klass = 1; klass <= CLASSES; klass++)
    {
      const char *numeral = ikrar_grade_text (IKRAR_GRADE_PPPK (klass));

      if (strlen (numeral) == length && g_ascii_strncasecmp (word, numeral, length) == 0)
        return klass;
    }

  return 0;
}

static gboolean
is_room (char letter, guint klass)
{
  return letter >= 'a' && letter <= (klass == PNS_CLASSES ? 'e' : 'd');
}

/* "iiid", "3d": the class with its room. */
static gboolean
read_glued (Reading *reading, const char *word)
{
  gsize length = strlen (word);
  gboolean is_figure = length == 2 && word[0] >= '1' && word[0] <= '4';
  guint klass;

  if (length < 2)
    return FALSE;

  klass = is_figure ? (guint) (word[0] - '0') : read_roman (word, length - 1);
  if (klass == 0 || klass > PNS_CLASSES || !is_room (word[length - 1], klass))
    return FALSE;

  reading->klass = klass;
  reading->room = word[length - 1];
  return TRUE;
}

/* "iii d", "3 d": a room of one letter follows. A class without a room may be one of PPPK. */
static gboolean
read_class (Reading *reading, const char *word)
{
  const char *next = reading->at + 1 < reading->n_tokens ? reading->tokens[reading->at + 1] : "";
  gboolean has_room = g_ascii_isalpha (next[0]) && next[1] == '\0' && !read_roman (next, 1);
  gboolean is_figure = word[0] >= '1' && word[0] <= '4' && word[1] == '\0';
  guint klass = is_figure && has_room ? (guint) (word[0] - '0') : read_roman (word, strlen (word));

  if (klass == 0)
    return FALSE;

  reading->klass = klass;
  if (has_room)
    {
      reading->room = next[0];
      reading->at++;
    }
  return TRUE;
}

static gboolean
read_grade (Reading *reading)
{
  const char *word = peek (reading);

  if (reading->klass != 0 || !(read_glued (reading, word) || read_class (reading, word)))
    return FALSE;

  reading->at++;
  return TRUE;
}

static gboolean
read_number (Reading *reading)
{
  const char *word = peek (reading);

  if (word[strspn (word, "0123456789")] != '\0')
    return FALSE;

  reading->n_numbers++;
  reading->number =
      word[0] != '0' && strlen (word) <= 2 ? (guint) g_ascii_strtoull (word, NULL, 10) : 0;
  reading->at++;
  return TRUE;
}

static void
read_word (Reading *reading)
{
  const char *word = peek (reading);

  reading->at++;
  for (gsize i = 0; i < G_N_ELEMENTS (staff_words); i++)
    if (strcmp (word, staff_words[i].word) == 0)
      {
        reading->staff = staff_words[i].staff;
        return;
      }

  if (is_among (word, refused_words, G_N_ELEMENTS (refused_words)))
    reading->refused = TRUE;
  else if (!is_among (word, labels, G_N_ELEMENTS (labels)))
    reading->strange = TRUE;
}

/* A number alone is a class written in figures; more of them are a date. */
static void
read_all (Reading *reading, char *folded)
{
  split_tokens (reading, folded);
  while (reading->at < reading->n_tokens)
    if (!read_rank (reading) && !read_grade (reading) && !read_number (reading))
      read_word (reading);

  if (reading->klass == 0 && reading->rank == IKRAR_GRADE_NONE && reading->n_numbers == 1 &&
      reading->number <= CLASSES)
    reading->klass = reading->number;
}

static IkrarGrade
find_pns (guint klass, char room)
{
  if (klass > PNS_CLASSES || !is_room (room, klass))
    return IKRAR_GRADE_NONE;

  return (IkrarGrade) ((klass - 1) * 4 + (guint) (room - 'a') + 1);
}

static guint
class_of (IkrarGrade grade)
{
  return MIN ((grade - 1u) / 4 + 1, PNS_CLASSES);
}

/* "III/d", perhaps with a rank: the two have to agree, and PPPK have neither. */
static IkrarReason
judge_room (const Reading *reading, Staff staff, IkrarGrade *grade)
{
  *grade = find_pns (reading->klass, reading->room);
  if (*grade == IKRAR_GRADE_NONE)
    return IKRAR_REASON_GRADE_UNKNOWN;

  if (staff == STAFF_PPPK || (reading->rank != IKRAR_GRADE_NONE && reading->rank != *grade))
    return IKRAR_REASON_GRADE_MISMATCH;

  return IKRAR_REASON_NONE;
}

static IkrarReason
judge_rank (const Reading *reading, Staff staff, IkrarGrade *grade)
{
  *grade = reading->rank;
  if (staff == STAFF_PPPK || (reading->klass != 0 && reading->klass != class_of (reading->rank)))
    return IKRAR_REASON_GRADE_MISMATCH;

  return IKRAR_REASON_NONE;
}

/* A bare "III" is a grade of PPPK, or one of PNS whose room was left out; from V on only PPPK have
 * one. */
static IkrarReason
judge_class (const Reading *reading, Staff staff, IkrarGrade *grade)
{
  if (staff != STAFF_PPPK && reading->klass <= PNS_CLASSES)
    return IKRAR_REASON_GRADE_NO_ROOM;

  *grade = IKRAR_GRADE_PPPK (reading->klass);
  return staff == STAFF_PNS ? IKRAR_REASON_GRADE_MISMATCH : IKRAR_REASON_NONE;
}

static Staff
staff_of (const Reading *reading, IkrarNumberKind kind)
{
  switch (kind)
    {
    case IKRAR_NUMBER_NIP:
    case IKRAR_NUMBER_OLD_NIP:
      return STAFF_PNS;

    case IKRAR_NUMBER_NI_PPPK:
      return STAFF_PPPK;

    default:
      return reading->staff;
    }
}

IkrarReason
ikrar_grade_parse (const char *text, IkrarNumberKind kind, IkrarGrade *grade)
{
  g_autofree char *folded = NULL;
  Reading reading = { { NULL } };
  Staff staff;

  g_return_val_if_fail (grade != NULL, IKRAR_REASON_NONE);

  *grade = IKRAR_GRADE_NONE;
  if (ikrar_text_is_none (text))
    return IKRAR_REASON_NONE;

  folded = ikrar_text_fold (text);
  read_all (&reading, folded);
  staff = staff_of (&reading, kind);
  if (reading.refused)
    return IKRAR_REASON_GRADE_UNKNOWN;
  if (reading.room != 0)
    return judge_room (&reading, staff, grade);
  if (reading.strange)
    return IKRAR_REASON_GRADE_UNKNOWN;
  if (reading.rank != IKRAR_GRADE_NONE)
    return judge_rank (&reading, staff, grade);
  if (reading.klass != 0)
    return judge_class (&reading, staff, grade);

  return IKRAR_REASON_GRADE_UNKNOWN;
}
