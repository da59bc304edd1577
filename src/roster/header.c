/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "roster/error.h"
#include "roster/header-private.h"
#include "roster/refused-private.h"

/* Enough rows for the heads and for some people below them. */
#define SAMPLE_ROWS 80
/* No roster is wider, and looking for a cell in a row costs what stands before it. */
#define SAMPLE_COLUMNS 1024
/* Heads that a message shows. */
#define SHOWN_HEADS 8

typedef struct
{
  IkrarSheetRows *rows;
  guint until;
} Sampling;

static gboolean
take_sample (const IkrarSheetRow *row, gpointer user_data, GError **error)
{
  Sampling *sampling = user_data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < row->n_cells && row->cells[i].column < SAMPLE_COLUMNS; i++)
    {
      g_ptr_array_set_size (texts, (int) MAX (row->cells[i].column + 1, texts->len));
      texts->pdata[row->cells[i].column] = (char *) row->cells[i].text;
    }
  ikrar_sheet_rows_add (sampling->rows, row->number, (const char *const *) texts->pdata,
                        texts->len);
  return ikrar_sheet_rows_get_size (sampling->rows) < SAMPLE_ROWS || row->number < sampling->until;
}

static int
find_row (const IkrarSheetRows *sample, guint number)
{
  for (guint i = 0; i < ikrar_sheet_rows_get_size (sample); i++)
    if (ikrar_sheet_rows_get_number (sample, i) == number)
      return (int) i;
  return -1;
}

/* The row of the heads: the user's, else one with a name, else one the user's mapping points at. */
static int
choose_row (const IkrarSheetRows *sample, guint row, const char *const *mapping)
{
  int index;

  if (row > 0)
    return find_row (sample, row);
  index = _ikrar_header_guess_row (sample, FALSE);
  if (index < 0 && mapping != NULL)
    index = _ikrar_header_mapped_row (sample, mapping);
  if (index < 0 && mapping != NULL)
    index = _ikrar_header_guess_row (sample, TRUE);
  return index;
}

static void
clear_column (gpointer data)
{
  IkrarRosterColumn *column = data;

  g_free (column->title);
}

IkrarHeader *
_ikrar_header_new (guint row, guint last_row)
{
  IkrarHeader *header = g_new0 (IkrarHeader, 1);

  header->row = row;
  header->last_row = last_row;
  header->n_blocks = 1;
  header->columns = g_array_new (FALSE, FALSE, sizeof (IkrarRosterColumn));
  g_array_set_clear_func (header->columns, clear_column);
  header->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  header->shape = g_strdup ("");
  return header;
}

void
_ikrar_header_add_column (IkrarHeader *header,
                          guint column,
                          const char *title,
                          IkrarRosterField field,
                          guint block)
{
  IkrarRosterColumn entry = { column, g_strdup (title), field, block };

  g_array_append_val (header->columns, entry);
}

/* Columns are those with a head and those with something below it. */
static gboolean
is_used (const IkrarSheetRows *sample, guint from, guint column)
{
  for (guint i = from; i < ikrar_sheet_rows_get_size (sample); i++)
    if (!ikrar_text_is_blank (ikrar_sheet_rows_get_text (sample, i, column)))
      return TRUE;
  return FALSE;
}

static char *
make_head_key (guint column, const char *text)
{
  g_autofree char *folded = ikrar_text_fold (text);

  return *folded != '\0' ? g_strdup_printf ("%u %s", column, folded) : NULL;
}

static void
note_heads (IkrarHeader *header, const IkrarSheetRows *sample, guint index)
{
  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    {
      char *key = make_head_key (i, ikrar_sheet_rows_get_text (sample, index, i));

      if (key != NULL)
        g_hash_table_add (header->heads, key);
    }
}

gboolean
_ikrar_header_has_head (const IkrarHeader *header, guint column, const char *text)
{
  g_autofree char *key = make_head_key (column, text);

  return key != NULL && g_hash_table_contains (header->heads, key);
}

/* Private columns do not come back from a sender, and others do that Ikrar put on: the list is the
 * same. */
static gboolean
is_of_shape (const char *title)
{
  IkrarHeadGuess guess;

  return !_ikrar_refused_is_own_head (title) &&
         !(_ikrar_head_guess (title, &guess) && guess.field == IKRAR_ROSTER_FIELD_PRIVATE);
}

/* A digest, so that the export with the most columns still makes a short key. A unit at the end may
 * have been put on, too. */
static char *
make_shape (const GPtrArray *titles)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize last = 0;
  guint n_titles = titles->len;

  while (n_titles > 0 && (!is_of_shape (titles->pdata[n_titles - 1]) ||
                          ikrar_text_is_blank (titles->pdata[n_titles - 1])))
    n_titles--;
  if (n_titles > 1 && _ikrar_refused_is_unit_head (titles->pdata[n_titles - 1]))
    n_titles--;
  for (guint i = 0; i < n_titles; i++)
    {
      g_autofree char *folded = ikrar_text_fold (titles->pdata[i]);

      if (!is_of_shape (titles->pdata[i]))
        continue;
      g_string_append (text, folded);
      last = *folded != '\0' ? text->len : last;
      g_string_append_c (text, '\n');
    }
  g_string_truncate (text, last);
  return text->len > 0 ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1)
                       : g_strdup ("");
}

static IkrarHeader *
make_header (const IkrarSheetRows *sample, guint index)
{
  guint first = index;
  guint n_rows = _ikrar_header_guess_rows (sample, index, &first);
  g_autoptr (GPtrArray) titles = _ikrar_header_join_rows (sample, first, n_rows);
  IkrarHeader *header =
      _ikrar_header_new (ikrar_sheet_rows_get_number (sample, first),
                         ikrar_sheet_rows_get_number (sample, first + n_rows - 1));

  for (guint i = 0; i < titles->len; i++)
    if (is_used (sample, first, i))
      _ikrar_header_add_column (header, i, titles->pdata[i], IKRAR_ROSTER_FIELD_NONE, 0);
  for (guint i = 0; i < n_rows; i++)
    note_heads (header, sample, first + i);
  g_free (header->shape);
  header->shape = make_shape (titles);
  return header;
}

static IkrarHeader *
make_headless (const IkrarSheetRows *sample)
{
  IkrarHeader *header = _ikrar_header_new (0, 0);

  for (guint i = 0; i < ikrar_sheet_rows_get_width (sample); i++)
    if (is_used (sample, 0, i))
      _ikrar_header_add_column (header, i, "", IKRAR_ROSTER_FIELD_NONE, 0);
  return header;
}

static char *
list_heads (const IkrarSheetRows *sample, guint index)
{
  GString *heads = g_string_new (NULL);

  for (guint i = 0, n = 0; i < ikrar_sheet_rows_get_width (sample) && n < SHOWN_HEADS; i++)
    {
      g_autofree char *text = ikrar_text_clean (ikrar_sheet_rows_get_text (sample, index, i));
      g_autofree char *letters = ikrar_sheet_column_letters (i);

      if (*text != '\0')
        g_string_append_printf (heads, "%s%s “%s”", n++ > 0 ? ", " : "", letters, text);
    }
  return g_string_free (heads, FALSE);
}

/* "roster.xlsx, Sheet “Peserta”"; a text file has no sheets. */
static char *
describe_place (IkrarWorkbook *workbook, guint sheet)
{
  const char *file = ikrar_workbook_get_name (workbook);
  const char *name = ikrar_workbook_get_sheet (workbook, sheet)->name;

  if (*name == '\0')
    return g_strdup (file);
  /* Translators: the name of a file, and that of a sheet in it. */
  return g_strdup_printf (_ ("%s, Sheet “%s”"), file, name);
}

void
_ikrar_header_fail (IkrarWorkbook *workbook,
                    guint sheet,
                    const IkrarSheetRows *sample,
                    GError **error)
{
  guint index = (guint) MAX (_ikrar_header_guess_row (sample, TRUE), 0);
  g_autofree char *place = describe_place (workbook, sheet);
  g_autofree char *heads = NULL;

  if (ikrar_sheet_rows_get_size (sample) == 0)
    {
      /* Translators: %s is a file, with its sheet if it has any. */
      g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_HEADER,
                   _ ("%s: There is nothing in it. Choose the sheet or file with the roster."),
                   place);
      return;
    }
  heads = list_heads (sample, index);
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_HEADER,
               /* Translators: %s is a file, with its sheet if it has any; then its columns. */
               _ ("%s: No column of names was found. Row %u has: %s. Write “Nama” above the column "
                  "of names, or choose the column that holds them (for ikrarctl: --map B=name if "
                  "it is column B)."),
               place, ikrar_sheet_rows_get_number (sample, index), heads);
}

IkrarSheetRows *
_ikrar_header_sample (IkrarWorkbook *workbook, guint sheet, guint until, GError **error)
{
  g_autoptr (IkrarSheetRows) sample = ikrar_sheet_rows_new ();
  Sampling sampling = { sample, until };

  if (!ikrar_workbook_read (workbook, sheet, take_sample, &sampling, NULL, error))
    return NULL;
  return g_steal_pointer (&sample);
}

gboolean
_ikrar_header_has_names (const IkrarHeader *header)
{
  return ikrar_header_has_field (header, IKRAR_ROSTER_FIELD_NAME);
}

IkrarHeader *
_ikrar_header_make (const IkrarSheetRows *sample,
                    guint sheet,
                    guint row,
                    const char *const *mapping,
                    GArray *clues)
{
  int index = choose_row (sample, row, mapping);
  IkrarHeader *header = index >= 0 ? make_header (sample, (guint) index) : make_headless (sample);

  header->row = MAX (header->row, row);
  header->last_row = MAX (header->last_row, header->row);
  _ikrar_header_guess_blocks (header, sample);
  _ikrar_header_guess_fields (header, sample, sheet, clues);
  return header;
}

IkrarHeader *
ikrar_header_find (IkrarWorkbook *workbook,
                   guint sheet,
                   guint row,
                   const char *const *mapping,
                   GError **error)
{
  g_autoptr (IkrarSheetRows) sample = NULL;
  g_autoptr (IkrarHeader) header = NULL;

  g_return_val_if_fail (workbook != NULL, NULL);

  sample = _ikrar_header_sample (workbook, sheet, row, error);
  if (sample == NULL)
    return NULL;
  header = _ikrar_header_make (sample, sheet, row, mapping, NULL);
  if (mapping != NULL && !_ikrar_header_map (header, mapping, NULL, error))
    return NULL;
  if (_ikrar_header_has_names (header))
    return g_steal_pointer (&header);
  _ikrar_header_fail (workbook, sheet, sample, error);
  return NULL;
}

char *
ikrar_header_shape (IkrarWorkbook *workbook, guint sheet, GError **error)
{
  g_autoptr (IkrarSheetRows) sample = NULL;
  g_autoptr (IkrarHeader) header = NULL;
  int index;

  g_return_val_if_fail (workbook != NULL, NULL);

  sample = _ikrar_header_sample (workbook, sheet, 0, error);
  if (sample == NULL)
    return NULL;
  index = _ikrar_header_guess_row (sample, FALSE);
  if (index < 0)
    index = _ikrar_header_guess_row (sample, TRUE);
  if (index < 0)
    return g_strdup ("");
  header = make_header (sample, (guint) index);
  return g_strdup (header->shape);
}

guint
ikrar_header_get_row (const IkrarHeader *header)
{
  return header->row;
}

guint
ikrar_header_get_last_row (const IkrarHeader *header)
{
  return header->last_row;
}

guint
ikrar_header_get_n_blocks (const IkrarHeader *header)
{
  return header->n_blocks;
}

guint
ikrar_header_get_n_columns (const IkrarHeader *header)
{
  return header->columns->len;
}

const IkrarRosterColumn *
ikrar_header_get_column (const IkrarHeader *header, guint index)
{
  g_return_val_if_fail (index < header->columns->len, NULL);

  return &g_array_index (header->columns, IkrarRosterColumn, index);
}

gboolean
ikrar_header_has_field (const IkrarHeader *header, IkrarRosterField field)
{
  for (guint i = 0; i < header->columns->len; i++)
    if (g_array_index (header->columns, IkrarRosterColumn, i).field == field)
      return TRUE;
  return FALSE;
}

int
ikrar_header_find_column (const IkrarHeader *header, IkrarRosterField field, guint block)
{
  for (guint i = 0; i < header->columns->len; i++)
    {
      const IkrarRosterColumn *column = ikrar_header_get_column (header, i);

      if (column->field == field && column->block == block)
        return (int) i;
    }
  return -1;
}

IkrarRosterField
_ikrar_header_field_at (const IkrarHeader *header, guint column, guint *next)
{
  const IkrarRosterColumn *columns = (const IkrarRosterColumn *) (gpointer) header->columns->data;

  while (*next < header->columns->len && columns[*next].column < column)
    ++*next;
  if (*next == header->columns->len || columns[*next].column != column)
    return IKRAR_ROSTER_FIELD_NONE;
  return columns[*next].field;
}

void
ikrar_header_free (IkrarHeader *header)
{
  if (header == NULL)
    return;
  g_array_unref (header->columns);
  g_hash_table_unref (header->heads);
  g_free (header->shape);
  g_free (header);
}
