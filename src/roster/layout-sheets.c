/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/layout-private.h"
#include "roster/row-private.h"

/* What spreadsheets allow in the name of a sheet: longer ones were cut. */
#define SHEET_NAME_LETTERS 31
/* Heads that a clue names. */
#define SHOWN_HEADS 12
/* So many rows must agree before they are taken for a pattern. */
#define PATTERN_ROWS_MIN 2
#define MOST_PERCENT 60

#define FIELD(name) IKRAR_ROSTER_FIELD_##name

/* How summaries and sheets beside the roster are called, folded. */
static const char *const summary_words[] = {
  "rekap", "rekapitulasi", "ringkasan", "summary", "pivot", "total", "grafik",
};

gboolean
_ikrar_sheet_is_summary (const char *name)
{
  g_autofree char *folded = ikrar_text_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", 2);

  for (guint i = 0; i < G_N_ELEMENTS (summary_words); i++)
    if (g_strcmp0 (words[0], summary_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Steps over "01.", "2_" and the like before the name of a unit. */
static const char *
skip_numbering (const char *name)
{
  gsize size = strspn (name, "0123456789");

  return size > 0 && name[size] != '\0' && strchr ("._-) ", name[size]) != NULL
             ? name + size + strspn (name + size, "._-) ")
             : name;
}

/* The text above the heads that goes on where the name of the sheet was cut, from there on; NULL
 * if there is none. */
static char *
find_whole_name (const char *name, const IkrarSheetRows *sample, guint header_row)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    for (guint k = 0; k < ikrar_sheet_rows_get_width (sample) &&
                      ikrar_sheet_rows_get_number (sample, i) < header_row;
         k++)
      {
        g_autofree char *text = ikrar_text_clean (ikrar_sheet_rows_get_text (sample, i, k));
        g_autofree char *key = g_utf8_casefold (text, -1);
        const char *at = strstr (key, wanted);

        if (at != NULL && strlen (key) == strlen (text))
          return g_strdup (text + (at - key));
      }
  return NULL;
}

char *
_ikrar_sheet_unit (const char *name, const IkrarSheetRows *sample, guint header_row)
{
  g_autofree char *clean = ikrar_text_clean (name);
  char *whole = NULL;

  if (!_ikrar_unit_word_begins (skip_numbering (clean)))
    return g_strdup ("");
  if (g_utf8_strlen (name, -1) >= SHEET_NAME_LETTERS)
    whole = find_whole_name (skip_numbering (clean), sample, header_row);
  return whole != NULL ? whole : g_strdup (skip_numbering (clean));
}

/* What a cell in the column of names holds, where name, rank and number stand below each other. */
typedef enum
{
  PART_NOTHING,
  PART_NAME,
  PART_GRADE,
  PART_NUMBER,
} Part;

static Part
find_part (const char *text)
{
  if (ikrar_text_is_blank (text))
    return PART_NOTHING;
  if (_ikrar_name_part_is_number (text))
    return PART_NUMBER;
  return _ikrar_content_is_grade (text) ? PART_GRADE : PART_NAME;
}

/* The text of a row in the column of a field, "" above the people. */
static const char *
text_in (const IkrarHeader *header, const IkrarSheetRows *sample, guint row, int column)
{
  return column < 0 || ikrar_sheet_rows_get_number (sample, row) <= header->last_row
             ? ""
             : ikrar_sheet_rows_get_text (sample, row,
                                          ikrar_header_get_column (header, (guint) column)->column);
}

/* How many rows a person takes whose rank stands below the number, in its column. */
static guint
count_rows_by_number (const IkrarHeader *header, const IkrarSheetRows *sample)
{
  int name = ikrar_header_find_column (header, FIELD (NAME), 0);
  int number = ikrar_header_find_column (header, FIELD (NUMBER), 0);
  guint n_numbers = 0, n_records = 0;

  for (guint i = 0; i + 1 < ikrar_sheet_rows_get_size (sample); i++)
    if (find_part (text_in (header, sample, i, number)) == PART_NUMBER)
      {
        n_numbers++;
        n_records += find_part (text_in (header, sample, i + 1, number)) == PART_GRADE &&
                     ikrar_text_is_blank (text_in (header, sample, i + 1, name));
      }
  return n_records >= PATTERN_ROWS_MIN && n_records * 100 >= n_numbers * MOST_PERCENT ? 2 : 1;
}

guint
_ikrar_layout_record_rows (const IkrarHeader *header, const IkrarSheetRows *sample)
{
  int column = ikrar_header_find_column (header, FIELD (NAME), 0);
  guint n_names = 0, n_records = 0, longest = 1, parts = 0;

  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    {
      Part part = find_part (text_in (header, sample, i, column));

      if (part == PART_NOTHING)
        continue;
      n_names += part == PART_NAME;
      parts = part == PART_NAME ? 1 : parts + 1;
      n_records += part == PART_NUMBER && parts > 1 && parts <= IKRAR_RECORD_ROWS_MAX;
      if (part == PART_NUMBER && parts <= IKRAR_RECORD_ROWS_MAX)
        longest = MAX (longest, parts);
    }
  return n_records >= PATTERN_ROWS_MIN && n_records * 100 >= n_names * MOST_PERCENT
             ? longest
             : count_rows_by_number (header, sample);
}

/* Where the first person has a unit and most of the next ones have none, the one above counts; a
 * unit here and there is missing in the others. */
gboolean
_ikrar_layout_fills_unit (const IkrarHeader *header, const IkrarSheetRows *sample)
{
  int unit = ikrar_header_find_column (header, FIELD (UNIT), 0);
  int number = ikrar_header_find_column (header, FIELD (NUMBER), 0);
  guint n_people = 0, n_blank = 0;

  if (unit < 0 || number < 0 || header->n_blocks > 1)
    return FALSE;
  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    {
      const char *text = ikrar_sheet_rows_get_text (
          sample, i, ikrar_header_get_column (header, (guint) unit)->column);

      if (ikrar_sheet_rows_get_number (sample, i) <= header->last_row ||
          !_ikrar_name_part_is_number (ikrar_sheet_rows_get_text (
              sample, i, ikrar_header_get_column (header, (guint) number)->column)))
        continue;
      if (n_people++ == 0 && ikrar_text_is_blank (text))
        return FALSE;
      n_blank += ikrar_text_is_blank (text);
    }
  return n_blank > PATTERN_ROWS_MIN && n_blank * 100 >= n_people * MOST_PERCENT;
}

/* Heads that only a form or a meeting has, folded beginnings. */
static const struct
{
  const char *head;
  IkrarSheetOrigin origin;
} origins[] = {
  { "timestamp", IKRAR_ORIGIN_FORM },
  { "cap waktu", IKRAR_ORIGIN_FORM },
  { "stempel waktu", IKRAR_ORIGIN_FORM },
  { "saya menyatakan", IKRAR_ORIGIN_FORM },
  { "name original name", IKRAR_ORIGIN_MEETING },
  { "nama nama asli", IKRAR_ORIGIN_MEETING },
  { "join time", IKRAR_ORIGIN_MEETING },
  { "waktu bergabung", IKRAR_ORIGIN_MEETING },
  { "duration minutes", IKRAR_ORIGIN_MEETING },
  { "total duration minutes", IKRAR_ORIGIN_MEETING },
  { "durasi menit", IKRAR_ORIGIN_MEETING },
};

IkrarSheetOrigin
_ikrar_layout_origin (const IkrarHeader *header)
{
  for (guint i = 0; i < header->columns->len; i++)
    {
      g_autofree char *folded = ikrar_text_fold (ikrar_header_get_column (header, i)->title);

      for (guint k = 0; k < G_N_ELEMENTS (origins); k++)
        if (g_str_has_prefix (folded, origins[k].head))
          return origins[k].origin;
    }
  return IKRAR_ORIGIN_OFFICE;
}

static void
add_clue (IkrarLayout *layout, IkrarClueCode code, guint sheet, const char *argument)
{
  const IkrarHeader *header = _ikrar_layout_sheet (layout, sheet)->header;

  _ikrar_clues_add (layout->clues, code, sheet, header != NULL ? header->row : 0,
                    IKRAR_CLUE_NO_COLUMN, FIELD (NONE), argument);
}

/* Adds a head to those that a clue names; there may be many. */
static void
add_head (GString *heads, guint *n_heads, const IkrarRosterColumn *column)
{
  g_autofree char *letters = ikrar_sheet_column_letters (column->column);

  if (++*n_heads <= SHOWN_HEADS)
    g_string_append_printf (heads, "%s%s", heads->len > 0 ? ", " : "",
                            *column->title != '\0' ? column->title : letters);
  else if (*n_heads == SHOWN_HEADS + 1)
    g_string_append (heads, ", …");
}

static void
note_private (IkrarLayout *layout, guint sheet)
{
  const IkrarHeader *header = _ikrar_layout_sheet (layout, sheet)->header;
  g_autoptr (GString) heads = g_string_new (NULL);
  guint n_heads = 0;

  for (guint i = 0; i < header->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (column->field == FIELD (PRIVATE))
        add_head (heads, &n_heads, column);
    }
  if (n_heads > 0)
    add_clue (layout, IKRAR_CLUE_PRIVATE_DROPPED, sheet, heads->str);
}

void
_ikrar_layout_note_hidden (IkrarLayout *layout, IkrarWorkbook *workbook, guint sheet)
{
  const IkrarHeader *header = _ikrar_layout_sheet (layout, sheet)->header;
  g_autoptr (GString) heads = g_string_new (NULL);
  guint n_heads = 0;

  for (guint i = 0; i < header->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (column->field != FIELD (NONE) && column->field != FIELD (PRIVATE) &&
          column->field != FIELD (LIST_NUMBER) &&
          ikrar_workbook_is_column_hidden (workbook, sheet, column->column))
        add_head (heads, &n_heads, column);
    }
  if (n_heads > 0)
    add_clue (layout, IKRAR_CLUE_HIDDEN_COLUMNS, sheet, heads->str);
}

/* Whether most names have a number in their cell. */
static void
note_numbers_in_names (IkrarLayout *layout, guint sheet, const IkrarSheetRows *sample)
{
  const IkrarHeader *header = _ikrar_layout_sheet (layout, sheet)->header;
  int index = ikrar_header_find_column (header, FIELD (NAME), 0);
  const IkrarRosterColumn *column = ikrar_header_get_column (header, (guint) index);

  if (_ikrar_content_of_column (sample, header->last_row, column->column, _ikrar_name_has_number,
                                MOST_PERCENT))
    _ikrar_clues_add (layout->clues, IKRAR_CLUE_NUMBER_IN_NAME, sheet, header->row, column->column,
                      column->field, column->title);
}

static void
note_unit (IkrarLayout *layout, guint index)
{
  const IkrarSheetLayout *sheet = _ikrar_layout_sheet (layout, index);
  gboolean cut = g_utf8_strlen (sheet->name, -1) >= SHEET_NAME_LETTERS &&
                 strstr (sheet->name, sheet->unit) != NULL;

  if (*sheet->unit != '\0' && !ikrar_header_has_field (sheet->header, FIELD (UNIT)))
    add_clue (layout, cut ? IKRAR_CLUE_UNIT_CUT : IKRAR_CLUE_UNIT_OF_SHEET, index, sheet->unit);
  if (sheet->fills_unit)
    add_clue (layout, IKRAR_CLUE_UNIT_FILLED_DOWN, index, NULL);
}

void
_ikrar_layout_note_sheet (IkrarLayout *layout, guint index, const IkrarSheetRows *sample)
{
  const IkrarSheetLayout *sheet = _ikrar_layout_sheet (layout, index);
  const IkrarHeader *header = sheet->header;
  g_autofree char *rows = g_strdup_printf ("%u–%u", header->row, header->last_row);

  if (header->last_row > header->row)
    add_clue (layout, IKRAR_CLUE_HEAD_ROWS, index, rows);
  if (header->row == 0 && *ikrar_header_get_column (header, 0)->title == '\0')
    add_clue (layout, IKRAR_CLUE_NO_HEADS, index, NULL);
  if (header->n_blocks > 1)
    _ikrar_clues_add_count (layout->clues, IKRAR_CLUE_SIDE_BY_SIDE, index, header->n_blocks);
  if (sheet->record_rows > 1)
    _ikrar_clues_add_count (layout->clues, IKRAR_CLUE_RECORD_ROWS, index, sheet->record_rows);
  else
    note_numbers_in_names (layout, index, sample);
  if (sheet->origin == IKRAR_ORIGIN_FORM)
    add_clue (layout, IKRAR_CLUE_FORM, index, NULL);
  if (sheet->origin == IKRAR_ORIGIN_MEETING)
    add_clue (layout, IKRAR_CLUE_MEETING, index, NULL);
  note_unit (layout, index);
  note_private (layout, index);
}

void
_ikrar_layout_note_unread (IkrarLayout *layout, guint index)
{
  static const struct
  {
    IkrarSheetUse use;
    IkrarClueCode code;
  } codes[] = {
    { IKRAR_SHEET_HIDDEN, IKRAR_CLUE_SHEET_HIDDEN },
    { IKRAR_SHEET_SUMMARY, IKRAR_CLUE_SHEET_SUMMARY },
    { IKRAR_SHEET_NO_NAMES, IKRAR_CLUE_SHEET_NO_NAMES },
  };
  const IkrarSheetLayout *sheet = _ikrar_layout_sheet (layout, index);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].use == sheet->use)
      add_clue (layout, codes[i].code, index, sheet->name);
}
