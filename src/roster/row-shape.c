/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/date.h"
#include "core/text.h"
#include "roster/header-private.h"
#include "roster/row-private.h"

/* So many digits are an employee number of some kind, right or wrong. */
#define NUMBER_DIGITS_MIN 6
/* So many columns filled are no part of a signature. */
#define FULL_ROW_CELLS 4
/* So many columns are counted from another number than 1. */
#define COUNTED_MIN 3
/* Names are longer than the head above them, or at least need not be looked up as one. */
#define HEAD_SIZE_MAX 40

/* How rows begin that are no people, folded. @alone: only if nothing else is in the row. */
static const struct
{
  const char *word;
  gboolean alone;
  IkrarReason reason;
} openings[] = {
  { "jumlah", FALSE, IKRAR_REASON_ROW_TOTAL },
  { "total", FALSE, IKRAR_REASON_ROW_TOTAL },
  { "sub total", FALSE, IKRAR_REASON_ROW_TOTAL },
  { "subtotal", FALSE, IKRAR_REASON_ROW_TOTAL },
  { "sub jumlah", FALSE, IKRAR_REASON_ROW_TOTAL },
  { "grand total", FALSE, IKRAR_REASON_ROW_TOTAL },
  { "mengetahui", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "menyetujui", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "mengesahkan", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "disahkan oleh", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "disetujui oleh", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "dibuat oleh", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "diketahui oleh", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "ditetapkan di", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "pada tanggal", FALSE, IKRAR_REASON_ROW_SIGNATURE },
  { "a n", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "u b", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "plt", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "plh", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "pj", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "pjs", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "kepala", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "sekretaris", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "inspektur", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "bupati", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "wali kota", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "walikota", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "gubernur", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "camat", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "lurah", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "direktur", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "ketua", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "ttd", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "tertanda", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "pejabat pembuat", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "yang membuat", TRUE, IKRAR_REASON_ROW_SIGNATURE },
  { "daftar", TRUE, IKRAR_REASON_ROW_TITLE },
  { "halaman", TRUE, IKRAR_REASON_ROW_TITLE },
  { "catatan", TRUE, IKRAR_REASON_ROW_TITLE },
  { "keterangan", TRUE, IKRAR_REASON_ROW_TITLE },
  { "dicetak", TRUE, IKRAR_REASON_ROW_TITLE },
  { "sumber", TRUE, IKRAR_REASON_ROW_TITLE },
  { "lampiran", TRUE, IKRAR_REASON_ROW_TITLE },
  { "di lingkungan", TRUE, IKRAR_REASON_ROW_TITLE },
  { "tahun", TRUE, IKRAR_REASON_ROW_TITLE },
};

/* The number in "3", "(3)", "3." or, of a column that is computed, "3=1+2" or "3 (1+2)"; -1 for
 * anything else. */
static int
read_count (const char *text)
{
  char *end;
  guint64 count;

  text += strspn (text, "( ");
  if (!g_ascii_isdigit (*text))
    return -1;
  count = g_ascii_strtoull (text, &end, 10);
  end += strspn (end, "). ");
  if (*end == '=' || *end == '(')
    end += strspn (end, "=(0123456789+-x:/*). ");
  return *end == '\0' && count < G_MAXINT16 ? (int) count : -1;
}

/* Below the heads: 1 2 3 4 5; of a table that stands on the right they may go on from the one on
 * the left. */
static gboolean
is_column_numbers (const IkrarSheetRow *source)
{
  int first = source->n_cells > 1 ? read_count (source->cells[0].text) : -1;

  if (first < 1 || (first > 1 && source->n_cells < COUNTED_MIN) ||
      g_ascii_isalpha (*source->cells[1].text))
    return FALSE;
  for (guint i = 1; i < source->n_cells; i++)
    {
      g_autofree char *text = ikrar_text_clean (source->cells[i].text);

      if (read_count (text) != first + (int) i)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sure_head (const IkrarSheetCell *cell)
{
  IkrarHeadGuess guess;

  return cell->type == IKRAR_VALUE_TEXT && _ikrar_head_guess (cell->text, &guess) &&
         guess.rank < IKRAR_HEAD_VAGUE;
}

/* Heads are repeated on every page, in one row or in several; each text is one of those above. */
static gboolean
is_repeated (const IkrarJudge *judge, const IkrarSheetRow *source)
{
  guint n_texts = 0;

  for (guint i = 0; i < source->n_cells; i++)
    if (!ikrar_text_is_blank (source->cells[i].text))
      {
        if (!_ikrar_header_has_head (judge->header, source->cells[i].column, source->cells[i].text))
          return FALSE;
        n_texts++;
      }
  return n_texts > 1;
}

/* Also heads that are written otherwise on the next page. */
static gboolean
is_heads (const IkrarJudge *judge, const IkrarSheetRow *source)
{
  const IkrarRowCells *cells = &judge->cells;
  const IkrarSheetCell *name = cells->by_field[IKRAR_ROSTER_FIELD_NAME];
  IkrarHeadGuess guess;

  if (name != NULL && strlen (name->text) >= HEAD_SIZE_MAX)
    return FALSE;
  if (is_repeated (judge, source))
    return TRUE;
  if (name != NULL)
    return cells->n_used > 1 && _ikrar_head_guess (name->text, &guess) &&
           guess.field == IKRAR_ROSTER_FIELD_NAME && guess.rank < IKRAR_HEAD_VAGUE;
  for (guint i = 0; i < source->n_cells; i++)
    if (!is_sure_head (&source->cells[i]))
      return FALSE;
  return TRUE;
}

static gboolean
begins_with (const char *folded, const char *words)
{
  gsize size = strlen (words);

  return strncmp (folded, words, size) == 0 && (folded[size] == '\0' || folded[size] == ' ');
}

/* "Contohan, 5 Februari 2024" */
static gboolean
is_place_and_date (const char *text)
{
  const char *comma = strrchr (text, ',');
  int year, month, day;

  return comma != NULL && ikrar_date_parse (comma + 1, &year, &month, &day);
}

static IkrarReason
find_opening_of (const char *text, gboolean alone)
{
  g_autofree char *folded = ikrar_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if ((!openings[i].alone || alone) && begins_with (folded, openings[i].word))
      return openings[i].reason;
  return alone && is_place_and_date (text) ? IKRAR_REASON_ROW_SIGNATURE : IKRAR_REASON_NONE;
}

/* Signatures stand in one column or in several: then all texts of the row are of that kind, or one
 * of them can be of nothing else. */
static IkrarReason
find_opening (const IkrarJudge *judge, const IkrarSheetRow *source)
{
  const IkrarRowCells *cells = &judge->cells;
  gboolean few = cells->n_used < FULL_ROW_CELLS;
  IkrarReason reason = find_opening_of (cells->first_text->text, cells->n_used == 1);
  guint n_openings = 0, n_texts = 0;

  for (guint i = 0; i < source->n_cells && few && reason == IKRAR_REASON_NONE; i++)
    {
      const char *text = source->cells[i].text;

      if (!_ikrar_row_has_letters (text))
        continue;
      n_texts++;
      n_openings += find_opening_of (text, TRUE) == IKRAR_REASON_ROW_SIGNATURE;
      if (find_opening_of (text, FALSE) == IKRAR_REASON_ROW_SIGNATURE)
        return IKRAR_REASON_ROW_SIGNATURE;
    }
  return n_texts > 0 && n_openings == n_texts ? IKRAR_REASON_ROW_SIGNATURE : reason;
}

/* Below a signature only a row with a name, and with a number or most of its columns, is a
 * person. */
static gboolean
is_person_in_tail (const IkrarRowCells *cells)
{
  const IkrarSheetCell *number = cells->by_field[IKRAR_ROSTER_FIELD_NUMBER];
  const IkrarSheetCell *place = cells->by_field[IKRAR_ROSTER_FIELD_LIST_NUMBER];
  const IkrarSheetCell *name = cells->by_field[IKRAR_ROSTER_FIELD_NAME];

  if (name == NULL || _ikrar_name_part_is_number (name->text))
    return FALSE;
  return (number != NULL && _ikrar_row_count_digits (number->text) >= NUMBER_DIGITS_MIN) ||
         (place != NULL && read_count (place->text) > 0) || cells->n_used >= FULL_ROW_CELLS;
}

/* Rows with a name and a number are people, whatever their names begin with; below a signature two
 * numbers are those of two who signed. */
static gboolean
is_plain_person (const IkrarJudge *judge)
{
  const IkrarSheetCell *number = judge->cells.by_field[IKRAR_ROSTER_FIELD_NUMBER];
  const IkrarSheetCell *name = judge->cells.by_field[IKRAR_ROSTER_FIELD_NAME];

  return name != NULL && number != NULL &&
         _ikrar_row_count_digits (number->text) >= NUMBER_DIGITS_MIN &&
         !(judge->in_tail && _ikrar_name_part_is_number (name->text));
}

/* A name with its number in the same cell. */
static gboolean
has_numbered_name (const IkrarRowCells *cells)
{
  const IkrarSheetCell *name = cells->by_field[IKRAR_ROSTER_FIELD_NAME];

  return name != NULL && _ikrar_name_has_number (name->text);
}

static gboolean
find_other_shape (IkrarJudge *judge,
                  const IkrarSheetRow *source,
                  IkrarReason *reason,
                  GError **error)
{
  gboolean is_section = FALSE;

  if (judge->cells.first_text != NULL)
    *reason = find_opening (judge, source);
  if (*reason != IKRAR_REASON_NONE || (!judge->in_tail && has_numbered_name (&judge->cells)))
    return TRUE;
  if (!_ikrar_row_find_section (judge, source, &is_section, error))
    return FALSE;
  if (is_section)
    *reason = IKRAR_REASON_ROW_SECTION;
  else if (judge->in_tail && !is_person_in_tail (&judge->cells))
    *reason = IKRAR_REASON_ROW_SIGNATURE;
  return TRUE;
}

gboolean
_ikrar_row_find_shape (IkrarJudge *judge,
                       const IkrarSheetRow *source,
                       IkrarReason *reason,
                       GError **error)
{
  *reason = IKRAR_REASON_NONE;
  if (is_column_numbers (source))
    *reason = IKRAR_REASON_ROW_COLUMN_NUMBERS;
  else if (is_plain_person (judge))
    judge->in_tail = FALSE;
  else if (is_heads (judge, source))
    *reason = IKRAR_REASON_ROW_HEADER;
  else if (!find_other_shape (judge, source, reason, error))
    return FALSE;
  if (*reason == IKRAR_REASON_ROW_SIGNATURE)
    judge->in_tail = TRUE;
  else if (*reason == IKRAR_REASON_NONE || *reason == IKRAR_REASON_ROW_HEADER)
    judge->in_tail = FALSE;
  return TRUE;
}

gboolean
_ikrar_row_is_blank (const IkrarRowCells *cells)
{
  const IkrarSheetCell *place = cells->by_field[IKRAR_ROSTER_FIELD_LIST_NUMBER];

  return cells->n_used == 0 || (cells->n_used == 1 && place != NULL && cells->first_text == NULL);
}
