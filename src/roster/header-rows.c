/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"

/* Heads stand within the first rows of a sheet. */
#define HEADER_ROWS 40
/* Heads have at most so many rows. */
#define ROWS_MAX 3
/* What a head adds to the standing of a row. */
#define WEIGHT_SURE 4
#define WEIGHT_VAGUE 1
/* Of the heads below a group, so many are known. */
#define KNOWN_PERCENT 60
/* Longer texts are titles or notes; more digits are a number or a date. */
#define HEAD_SIZE_MAX 60
#define HEAD_DIGITS_MAX 4

/* Heads that say something below a group only, folded. */
static const char *const lesser_heads[] = {
  "ada",      "ak",     "akhir",   "baru",  "belakang",  "bulan", "bln",    "depan", "dll",
  "eselon",   "gelar",  "hari",    "ii",    "iii",       "induk", "iv",     "jam",   "jenis",
  "jml",      "jumlah", "jurusan", "ke",    "kode",      "l",     "lama",   "laki",  "laki laki",
  "lulus",    "nomor",  "p",       "pr",    "perempuan", "ruang", "sk",     "tahun", "tanggal",
  "terakhir", "thn",    "tgl",     "tidak", "tingkat",   "tmt",   "wanita", "ya",    "pria",
};

static guint
rate_row (const IkrarSheetRows *sample, guint index, gboolean any)
{
  gboolean seen[IKRAR_N_ROSTER_FIELDS] = { FALSE };
  guint rate = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (sample, index, i);
      IkrarHeadGuess guess;

      if (*text == '\0' || !_ikrar_head_guess (text, &guess) || seen[guess.field])
        continue;
      seen[guess.field] = TRUE;
      rate += guess.rank == IKRAR_HEAD_VAGUE ? WEIGHT_VAGUE : WEIGHT_SURE;
    }
  return any || seen[IKRAR_ROSTER_FIELD_NAME] ? rate : 0;
}

int
_ikrar_header_guess_row (const IkrarSheetRows *sample, gboolean any)
{
  guint best_rate = 0;
  int best = -1;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    {
      guint rate = rate_row (sample, i, any);

      if (ikrar_sheet_rows_get_number (sample, i) <= HEADER_ROWS && rate > best_rate)
        {
          best_rate = rate;
          best = (int) i;
        }
    }
  return best;
}

static gboolean
is_blank (const IkrarSheetRows *sample, guint index, guint column)
{
  return ikrar_text_is_blank (ikrar_sheet_rows_get_text (sample, index, column));
}

static guint
count_digits (const char *text)
{
  guint n_digits = 0;

  for (; *text != '\0'; text++)
    n_digits += g_ascii_isdigit (*text) != 0;
  return n_digits;
}

/* Short, with letters, without a number and without a colon: it may be a head. */
static gboolean
may_be_head (const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);
  gboolean has_letters = FALSE;

  for (const char *at = folded; *at != '\0' && !has_letters; at = g_utf8_next_char (at))
    has_letters = g_unichar_isalpha (g_utf8_get_char (at));
  return has_letters && strlen (text) < HEAD_SIZE_MAX && strchr (text, ':') == NULL &&
         count_digits (text) <= HEAD_DIGITS_MAX;
}

static gboolean
is_known (const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);
  IkrarHeadGuess guess;

  for (guint i = 0; i < G_N_ELEMENTS (lesser_heads); i++)
    if (strcmp (folded, lesser_heads[i]) == 0)
      return TRUE;
  return *g_strstrip (folded) != '\0' && (*text == '(' || _ikrar_head_guess (text, &guess));
}

static gboolean
follows (const IkrarSheetRows *sample, guint upper, guint lower)
{
  return ikrar_sheet_rows_get_number (sample, lower) ==
         ikrar_sheet_rows_get_number (sample, upper) + 1;
}

/* Whether a cell stands below a name that is not one of the heads above it: then it is a person's,
 * or the heads are over. */
static gboolean
is_below_name (const IkrarSheetRows *sample, guint upper, guint lower, guint column)
{
  IkrarHeadGuess guess;

  return _ikrar_head_guess (ikrar_sheet_rows_get_text (sample, upper, column), &guess) &&
         guess.rank < IKRAR_HEAD_VAGUE &&
         (guess.field == IKRAR_ROSTER_FIELD_NAME || guess.field == IKRAR_ROSTER_FIELD_NUMBER) &&
         !is_known (ikrar_sheet_rows_get_text (sample, lower, column));
}

/* Whether the row below heads has heads, too: most are known, none can be a person's. A lone text
 * is one only beside a head that has nothing below. */
static gboolean
is_lower_row (const IkrarSheetRows *sample, guint upper, guint lower)
{
  guint n_texts = 0, n_known = 0, n_above = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (sample, lower, i);

      if (ikrar_text_is_blank (text))
        {
          n_above += !is_blank (sample, upper, i);
          continue;
        }
      if (!may_be_head (text) || is_below_name (sample, upper, lower, i))
        return FALSE;
      n_texts++;
      n_known += is_known (text);
    }
  return n_known > 0 && n_known * 100 >= n_texts * KNOWN_PERCENT && (n_above > 0 || n_texts > 1) &&
         !_ikrar_unit_word_begins (ikrar_sheet_rows_get_text (sample, lower, 0));
}

/* Whether the row above the best one has the heads of groups: some of its texts have nothing below
 * and are heads by themselves, as "No" is. */
static gboolean
is_upper_row (const IkrarSheetRows *sample, guint upper, guint lower)
{
  guint n_texts = 0, n_alone = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (sample, upper, i);
      IkrarHeadGuess guess;

      if (ikrar_text_is_blank (text))
        continue;
      if (!may_be_head (text))
        return FALSE;
      n_texts++;
      n_alone += is_blank (sample, lower, i) && _ikrar_head_guess (text, &guess);
    }
  return n_texts > 1 && n_alone > 0;
}

guint
_ikrar_header_guess_rows (const IkrarSheetRows *sample, guint index, guint *first)
{
  guint last = index;

  *first = index;
  if (index > 0 && follows (sample, index - 1, index) && is_upper_row (sample, index - 1, index))
    *first = index - 1;
  while (last + 1 < ikrar_sheet_rows_get_size (sample) && last + 1 - *first < ROWS_MAX &&
         follows (sample, last, last + 1) && is_lower_row (sample, last, last + 1))
    last++;
  return last - *first + 1;
}

/* The column whose head is also that of this one: the nearest on the left with a text, if it has
 * heads of its own below, and nothing stands between. */
static int
find_group (const IkrarSheetRows *sample, guint upper, guint lower, guint column)
{
  if (!is_blank (sample, upper, column))
    return (int) column;
  for (guint i = column; i-- > 0;)
    {
      if (is_blank (sample, lower, i))
        return -1;
      if (!is_blank (sample, upper, i))
        return (int) i;
    }
  return -1;
}

static char *
join_titles (const char *upper, const char *lower)
{
  return *upper != '\0' ? g_strconcat (upper, IKRAR_HEAD_SEPARATOR, lower, NULL) : g_strdup (lower);
}

GPtrArray *
_ikrar_header_join_rows (const IkrarSheetRows *sample, guint first, guint n_rows)
{
  guint width = ikrar_sheet_rows_get_width (sample);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < width; i++)
    g_ptr_array_add (titles, ikrar_text_clean (ikrar_sheet_rows_get_text (sample, first, i)));
  for (guint row = first + 1; row < first + n_rows; row++)
    {
      g_autoptr (GPtrArray) upper = g_steal_pointer (&titles);

      titles = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < width; i++)
        {
          g_autofree char *text = ikrar_text_clean (ikrar_sheet_rows_get_text (sample, row, i));
          int group = *text != '\0' ? find_group (sample, row - 1, row, i) : -1;
          const char *parent = group >= 0 ? upper->pdata[group] : "";

          g_ptr_array_add (titles,
                           *text != '\0' ? join_titles (parent, text) : g_strdup (upper->pdata[i]));
        }
    }
  return titles;
}
