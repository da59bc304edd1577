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
  { "daftar", TRUE, IKRAR_REASON_ROW_TITLE },
  { "lampiran", TRUE, IKRAR_REASON_ROW_TITLE },
  { "di lingkungan", TRUE, IKRAR_REASON_ROW_TITLE },
  { "tahun", TRUE, IKRAR_REASON_ROW_TITLE },
};

/* What stands before the name of a unit in a row of its own. */
static const char *const section_labels[] = {
  "unit kerja",   "opd",    "skpd",     "perangkat daerah",
  "satuan kerja", "satker", "instansi", "unit organisasi",
};

/* The number in "3", "(3)" or "3."; -1 for anything else. */
static int
read_count (const char *text)
{
  char *end;
  guint64 count;

  text += *text == '(';
  if (!g_ascii_isdigit (*text))
    return -1;
  count = g_ascii_strtoull (text, &end, 10);
  end += strspn (end, ").");
  return *end == '\0' && count < G_MAXINT16 ? (int) count : -1;
}

/* Below the heads: 1 2 3 4 5. */
static gboolean
is_column_numbers (const IkrarSheetRow *source)
{
  for (guint i = 0; i < source->n_cells; i++)
    {
      g_autofree char *text = NULL;

      if (i == 0 && read_count (source->cells[0].text) != 1)
        return FALSE;
      text = ikrar_text_clean (source->cells[i].text);
      if (read_count (text) != (int) i + 1)
        return FALSE;
    }
  return source->n_cells > 1;
}

static gboolean
is_sure_head (const IkrarSheetCell *cell)
{
  IkrarHeadGuess guess;

  return cell->type == IKRAR_VALUE_TEXT && _ikrar_head_guess (cell->text, &guess) &&
         guess.rank < IKRAR_HEAD_VAGUE;
}

/* Heads are repeated on every page, or have a second line below groups of columns. */
static gboolean
is_heads (const IkrarRowCells *cells, const IkrarSheetRow *source)
{
  const IkrarSheetCell *name = cells->by_field[IKRAR_ROSTER_FIELD_NAME];
  IkrarHeadGuess guess;

  if (name != NULL)
    return cells->n_used > 1 && strlen (name->text) < HEAD_SIZE_MAX &&
           _ikrar_head_guess (name->text, &guess) && guess.field == IKRAR_ROSTER_FIELD_NAME &&
           guess.rank < IKRAR_HEAD_VAGUE;
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
is_place_and_date (const IkrarRowCells *cells)
{
  const char *comma = strrchr (cells->first_text->text, ',');
  int year, month, day;

  return cells->n_used <= 2 && comma != NULL && ikrar_date_parse (comma + 1, &year, &month, &day);
}

static IkrarReason
find_opening (const IkrarRowCells *cells)
{
  g_autofree char *folded = ikrar_text_fold (cells->first_text->text);

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if ((!openings[i].alone || cells->n_used == 1) && begins_with (folded, openings[i].word))
      return openings[i].reason;
  return is_place_and_date (cells) ? IKRAR_REASON_ROW_SIGNATURE : IKRAR_REASON_NONE;
}

/* Steps over "I.", "A.", "1)" and the like. */
static const char *
skip_enumerator (const char *text)
{
  gsize size = strspn (text, "IVXLC");

  if (size == 0)
    size = strspn (text, "0123456789");
  if (size == 0)
    size = g_ascii_isalpha (*text) ? 1 : 0;
  if (size == 0 || (text[size] != '.' && text[size] != ')'))
    return text;
  text += size + 1;
  return text + strspn (text, " .");
}

static const char *
skip_label (const char *text, gboolean *found)
{
  *found = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (section_labels); i++)
    {
      gsize size = strlen (section_labels[i]);

      if (g_ascii_strncasecmp (text, section_labels[i], size) != 0)
        continue;
      size += strspn (text + size, " ");
      if (text[size] != ':')
        continue;
      *found = TRUE;
      size += strspn (text + size, " :");
      return text + size;
    }
  return text;
}

/* The unit that a section row names. */
static char *
read_section (const char *text, gboolean *labelled)
{
  g_autofree char *clean = ikrar_text_clean (text);

  return g_strdup (skip_label (skip_enumerator (clean), labelled));
}

static gboolean
is_enumerator (const IkrarSheetCell *cell)
{
  g_autofree char *dotted = NULL;

  if (cell == NULL || cell->type != IKRAR_VALUE_TEXT || g_ascii_isdigit (*cell->text))
    return FALSE;
  dotted = g_strconcat (cell->text, ".", NULL);
  return *skip_enumerator (dotted) == '\0';
}

/* The cell that may name a section: the only one, or the only one but for "II." before it. */
static const IkrarSheetCell *
section_cell (const IkrarRowCells *cells)
{
  if (cells->n_used == 2 && is_enumerator (cells->first))
    return cells->by_field[IKRAR_ROSTER_FIELD_NAME];
  return cells->n_used == 1 ? cells->first_text : NULL;
}

/* A lone text is a section if it is called like a unit, stands left of the names, or is shown
 * across several columns. A lone name is a person. */
static gboolean
find_section (IkrarJudge *judge, const IkrarSheetRow *source, char **section, GError **error)
{
  const IkrarSheetCell *cell = section_cell (&judge->cells);
  const IkrarMerge *merge = NULL;
  g_autofree char *name = NULL;
  gboolean labelled, is_section;

  *section = NULL;
  if (cell == NULL || cell->type != IKRAR_VALUE_TEXT)
    return TRUE;
  name = read_section (cell->text, &labelled);
  is_section = labelled || _ikrar_unit_word_begins (name);
  if (!is_section && judge->in_tail)
    return TRUE;
  if (!is_section && judge->cells.n_used == 1)
    {
      if (!_ikrar_judge_find_merge (judge, source->number, cell->column, &merge, error))
        return FALSE;
      is_section = cell->column < judge->name_column ||
                   (merge != NULL && merge->last_column > merge->first_column);
    }
  if (is_section)
    *section = g_steal_pointer (&name);
  return TRUE;
}

/* Below a signature only a row with a name, and with a number or most of its columns, is a
 * person. */
static gboolean
is_person_in_tail (const IkrarRowCells *cells)
{
  const IkrarSheetCell *number = cells->by_field[IKRAR_ROSTER_FIELD_NUMBER];
  const IkrarSheetCell *place = cells->by_field[IKRAR_ROSTER_FIELD_LIST_NUMBER];

  if (cells->by_field[IKRAR_ROSTER_FIELD_NAME] == NULL)
    return FALSE;
  return (number != NULL && _ikrar_row_count_digits (number->text) >= NUMBER_DIGITS_MIN) ||
         (place != NULL && read_count (place->text) > 0) || cells->n_used >= FULL_ROW_CELLS;
}

/* Rows with a name and a number are people, whatever their names begin with. */
static gboolean
is_plain_person (const IkrarRowCells *cells)
{
  const IkrarSheetCell *number = cells->by_field[IKRAR_ROSTER_FIELD_NUMBER];

  return cells->by_field[IKRAR_ROSTER_FIELD_NAME] != NULL && number != NULL &&
         _ikrar_row_count_digits (number->text) >= NUMBER_DIGITS_MIN;
}

static gboolean
find_other_shape (IkrarJudge *judge,
                  const IkrarSheetRow *source,
                  IkrarReason *reason,
                  GError **error)
{
  g_autofree char *section = NULL;

  if (judge->cells.first_text != NULL)
    *reason = find_opening (&judge->cells);
  if (*reason != IKRAR_REASON_NONE)
    return TRUE;
  if (!find_section (judge, source, &section, error))
    return FALSE;
  if (section != NULL)
    {
      *reason = IKRAR_REASON_ROW_SECTION;
      g_free (judge->section);
      judge->section = g_steal_pointer (&section);
    }
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
  const IkrarRowCells *cells = &judge->cells;

  *reason = IKRAR_REASON_NONE;
  if (is_column_numbers (source))
    *reason = IKRAR_REASON_ROW_COLUMN_NUMBERS;
  else if (is_plain_person (cells))
    judge->in_tail = FALSE;
  else if (is_heads (cells, source))
    *reason = IKRAR_REASON_ROW_HEADER;
  else if (!find_other_shape (judge, source, reason, error))
    return FALSE;
  if (*reason == IKRAR_REASON_ROW_SIGNATURE)
    judge->in_tail = TRUE;
  else if (*reason == IKRAR_REASON_NONE || *reason == IKRAR_REASON_ROW_HEADER)
    judge->in_tail = FALSE;
  return TRUE;
}

void
_ikrar_row_read_above (IkrarJudge *judge, const IkrarSheetRow *source)
{
  for (guint i = 0; i < source->n_cells; i++)
    {
      gboolean labelled;
      g_autofree char *name = read_section (source->cells[i].text, &labelled);

      if (!labelled || *name == '\0')
        continue;
      g_free (judge->section);
      judge->section = g_steal_pointer (&name);
    }
}

gboolean
_ikrar_row_is_blank (const IkrarRowCells *cells)
{
  const IkrarSheetCell *place = cells->by_field[IKRAR_ROSTER_FIELD_LIST_NUMBER];

  return cells->n_used == 0 || (cells->n_used == 1 && place != NULL && cells->first_text == NULL);
}
