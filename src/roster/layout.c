/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/layout.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "roster/error.h"
#include "roster/header-private.h"
#include "roster/import.h"
#include "roster/layout-private.h"

/* What is known of the sheets while the layout is made. */
typedef struct
{
  IkrarWorkbook *workbook;
  const IkrarRosterOptions *options;
  IkrarLayout *layout;
  /* IkrarSheetRows of each sheet that was looked at, or NULL. */
  GPtrArray *samples;
  /* For each entry of the mapping, whether some sheet has its column. */
  gboolean *used;
} Finding;

static IkrarSheetLayout *
sheet_at (const IkrarLayout *layout, guint sheet)
{
  return &g_array_index (layout->sheets, IkrarSheetLayout, sheet);
}

static void
clear_sheet (gpointer data)
{
  IkrarSheetLayout *sheet = data;

  g_free (sheet->name);
  g_free (sheet->unit);
  ikrar_header_free (sheet->header);
}

static void
free_sample (gpointer data)
{
  if (data != NULL)
    ikrar_sheet_rows_free (data);
}

static void
clear_finding (Finding *finding)
{
  ikrar_layout_free (finding->layout);
  g_ptr_array_unref (finding->samples);
  g_free (finding->used);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finding, clear_finding)

static void
add_sheets (Finding *finding, int chosen)
{
  for (guint i = 0; i < ikrar_workbook_get_n_sheets (finding->workbook); i++)
    {
      const IkrarSheet *sheet = ikrar_workbook_get_sheet (finding->workbook, i);
      IkrarSheetLayout entry = { .name = g_strdup (sheet->name),
                                 .use = IKRAR_SHEET_NO_NAMES,
                                 .unit = g_strdup (""),
                                 .record_rows = 1 };

      if (chosen >= 0 && (int) i != chosen)
        entry.use = IKRAR_SHEET_NOT_CHOSEN;
      else if (chosen < 0 && sheet->hidden)
        entry.use = IKRAR_SHEET_HIDDEN;
      g_array_append_val (finding->layout->sheets, entry);
      g_ptr_array_add (finding->samples, NULL);
    }
}

static gboolean
take_samples (Finding *finding, GError **error)
{
  for (guint i = 0; i < finding->samples->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);

      if (sheet->use != IKRAR_SHEET_NO_NAMES)
        continue;
      finding->samples->pdata[i] =
          _ikrar_header_sample (finding->workbook, i, finding->options->header_row, error);
      if (finding->samples->pdata[i] == NULL)
        return FALSE;
      if (ikrar_sheet_rows_get_size (finding->samples->pdata[i]) == 0)
        sheet->use = IKRAR_SHEET_EMPTY;
    }
  return TRUE;
}

static void
take_header (IkrarSheetLayout *sheet, IkrarHeader *header)
{
  sheet->header = header;
  sheet->use = IKRAR_SHEET_READ;
}

static guint
count_read (const IkrarLayout *layout)
{
  guint n_read = 0;

  for (guint i = 0; i < layout->sheets->len; i++)
    n_read += sheet_at (layout, i)->use == IKRAR_SHEET_READ;
  return n_read;
}

/* Sheets that explain themselves. */
static void
find_plain (Finding *finding)
{
  for (guint i = 0; i < finding->samples->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);
      g_autoptr (IkrarHeader) header = NULL;
      g_autoptr (GArray) clues = _ikrar_clues_new ();

      if (sheet->use != IKRAR_SHEET_NO_NAMES)
        continue;
      header = _ikrar_header_make (finding->samples->pdata[i], i, finding->options->header_row,
                                   finding->options->mapping, clues);
      if (!_ikrar_header_has_names (header))
        continue;
      take_header (sheet, g_steal_pointer (&header));
      _ikrar_clues_move (clues, finding->layout->clues);
    }
}

/* Sheets that go on where another one began: the heads stand on that one only. */
static void
find_adopted (Finding *finding)
{
  int first = -1;

  for (guint i = 0; i < finding->samples->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);
      IkrarHeader *header = NULL;

      if (sheet->use == IKRAR_SHEET_READ && sheet->header->row > 0 && first < 0)
        first = (int) i;
      if (first < 0 || finding->samples->pdata[i] == NULL ||
          (sheet->use == IKRAR_SHEET_READ && sheet->header->row > 0))
        continue;
      header = _ikrar_header_adopt (sheet_at (finding->layout, (guint) first)->header,
                                    finding->samples->pdata[i]);
      if (header == NULL)
        continue;
      g_clear_pointer (&sheet->header, ikrar_header_free);
      take_header (sheet, header);
      _ikrar_clues_drop_sheet (finding->layout->clues, i);
      _ikrar_clues_add (finding->layout->clues, IKRAR_CLUE_HEADS_OF_SHEET, i, 0,
                        IKRAR_CLUE_NO_COLUMN, IKRAR_ROSTER_FIELD_NONE,
                        sheet_at (finding->layout, (guint) first)->name);
    }
}

/* Sheets that only the user's mapping makes a roster. */
static gboolean
find_mapped (Finding *finding, GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < finding->samples->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);
      g_autoptr (IkrarHeader) header = NULL;

      if (sheet->use != IKRAR_SHEET_NO_NAMES)
        continue;
      header = _ikrar_header_make (finding->samples->pdata[i], i, finding->options->header_row,
                                   finding->options->mapping, finding->layout->clues);
      if (_ikrar_header_map (header, finding->options->mapping, NULL,
                             first == NULL ? &first : NULL) &&
          _ikrar_header_has_names (header))
        take_header (sheet, g_steal_pointer (&header));
    }
  if (count_read (finding->layout) > 0 || first == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

/* A mapping counts in each sheet that has its column, and some sheet must. */
static gboolean
apply_mapping (Finding *finding, GError **error)
{
  const char *const *mapping = finding->options->mapping;

  finding->used = g_new0 (gboolean, g_strv_length ((GStrv) mapping) + 1);
  for (guint i = 0; i < finding->layout->sheets->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);

      if (sheet->use != IKRAR_SHEET_READ)
        continue;
      if (!_ikrar_header_map (sheet->header, mapping, finding->used, error))
        return FALSE;
      if (!_ikrar_header_has_names (sheet->header))
        sheet->use = IKRAR_SHEET_NO_NAMES;
    }
  for (guint i = 0; mapping[i] != NULL; i++)
    if (!finding->used[i])
      return _ikrar_header_fail_column (
          sheet_at (finding->layout, ikrar_layout_get_first_sheet (finding->layout))->header,
          mapping[i], error);
  return TRUE;
}

static gboolean
find_headers (Finding *finding, GError **error)
{
  find_plain (finding);
  find_adopted (finding);
  if (finding->options->mapping == NULL)
    return TRUE;
  return count_read (finding->layout) > 0 ? apply_mapping (finding, error)
                                          : find_mapped (finding, error);
}

/* Whether a sheet without names has the heads of one that counts people by unit. */
static gboolean
counts_units (const IkrarSheetRows *sample)
{
  int row = _ikrar_header_guess_row (sample, TRUE);

  for (guint i = 0; row >= 0 && i < ikrar_sheet_rows_get_width (sample); i++)
    {
      g_autofree char *folded =
          ikrar_text_fold (ikrar_sheet_rows_get_text (sample, (guint) row, i));

      if (g_str_has_prefix (folded, "jumlah") || g_str_has_prefix (folded, "jml") ||
          g_str_equal (folded, "total"))
        return TRUE;
    }
  return FALSE;
}

/* A summary that names people says again what the other sheets say. */
static void
settle_summaries (Finding *finding)
{
  guint n_read = count_read (finding->layout);
  guint n_summaries = 0;

  for (guint i = 0; i < finding->samples->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);
      gboolean called = _ikrar_sheet_is_summary (sheet->name);

      if (sheet->use == IKRAR_SHEET_NO_NAMES &&
          (called || counts_units (finding->samples->pdata[i])))
        sheet->use = IKRAR_SHEET_SUMMARY;
      n_summaries += sheet->use == IKRAR_SHEET_READ && called;
    }
  if (n_summaries == n_read)
    return;
  for (guint i = 0; i < finding->samples->len; i++)
    {
      IkrarSheetLayout *sheet = sheet_at (finding->layout, i);

      if (sheet->use == IKRAR_SHEET_READ && _ikrar_sheet_is_summary (sheet->name))
        sheet->use = IKRAR_SHEET_SUMMARY;
    }
}

static void
fail_hidden (Finding *finding, GError **error)
{
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_NO_SHEET,
               _ ("%s has hidden sheets only, such as “%s”. Say which one is to be read."),
               ikrar_workbook_get_name (finding->workbook), sheet_at (finding->layout, 0)->name);
}

/* Speaks of the first sheet with something in it, or the first one that is shown. */
static gboolean
fail_names (Finding *finding, GError **error)
{
  int shown = -1;

  for (guint i = finding->samples->len; i-- > 0;)
    if (finding->samples->pdata[i] != NULL &&
        (shown < 0 || ikrar_sheet_rows_get_size (finding->samples->pdata[i]) > 0 ||
         ikrar_sheet_rows_get_size (finding->samples->pdata[shown]) == 0))
      shown = (int) i;
  if (shown < 0)
    fail_hidden (finding, error);
  else
    _ikrar_header_fail (finding->workbook, (guint) shown, finding->samples->pdata[shown], error);
  return FALSE;
}

static void
finish_sheet (Finding *finding, guint index)
{
  IkrarSheetLayout *sheet = sheet_at (finding->layout, index);
  const IkrarSheetRows *sample = finding->samples->pdata[index];

  sheet->record_rows = _ikrar_layout_record_rows (sheet->header, sample);
  sheet->fills_unit = _ikrar_layout_fills_unit (sheet->header, sample);
  sheet->origin = _ikrar_layout_origin (sheet->header);
  g_free (sheet->unit);
  sheet->unit = _ikrar_sheet_unit (sheet->name, sample, sheet->header->row);
  _ikrar_layout_note_sheet (finding->layout, index, sample);
  _ikrar_layout_note_hidden (finding->layout, finding->workbook, index);
}

static void
finish (Finding *finding)
{
  for (guint i = 0; i < finding->layout->sheets->len; i++)
    if (sheet_at (finding->layout, i)->use == IKRAR_SHEET_READ)
      finish_sheet (finding, i);
    else
      {
        g_clear_pointer (&sheet_at (finding->layout, i)->header, ikrar_header_free);
        _ikrar_clues_drop_sheet (finding->layout->clues, i);
        _ikrar_layout_note_unread (finding->layout, i);
      }
  g_array_sort (finding->layout->clues, _ikrar_clues_compare);
}

IkrarLayout *
ikrar_layout_find (IkrarWorkbook *workbook, const IkrarRosterOptions *options, GError **error)
{
  static const IkrarRosterOptions no_options = { 0 };
  g_auto (Finding) finding = { workbook, options != NULL ? options : &no_options };
  guint chosen = 0;

  g_return_val_if_fail (workbook != NULL, NULL);

  finding.samples = g_ptr_array_new_with_free_func (free_sample);
  finding.layout = g_new0 (IkrarLayout, 1);
  finding.layout->sheets = g_array_new (FALSE, FALSE, sizeof (IkrarSheetLayout));
  g_array_set_clear_func (finding.layout->sheets, clear_sheet);
  finding.layout->clues = _ikrar_clues_new ();
  if (finding.options->sheet != NULL &&
      !ikrar_workbook_find_sheet (workbook, finding.options->sheet, &chosen, error))
    return NULL;
  add_sheets (&finding, finding.options->sheet != NULL ? (int) chosen : -1);
  if (!take_samples (&finding, error) || !find_headers (&finding, error))
    return NULL;
  settle_summaries (&finding);
  if (count_read (finding.layout) == 0 && !fail_names (&finding, error))
    return NULL;
  finish (&finding);
  return g_steal_pointer (&finding.layout);
}

const IkrarSheetLayout *
_ikrar_layout_sheet (const IkrarLayout *layout, guint sheet)
{
  return sheet_at (layout, sheet);
}

guint
_ikrar_layout_count_tables (const IkrarLayout *layout)
{
  guint n_tables = 0;

  for (guint i = 0; i < layout->sheets->len; i++)
    if (sheet_at (layout, i)->header != NULL)
      n_tables += sheet_at (layout, i)->header->n_blocks;
  return n_tables;
}

guint
ikrar_layout_get_n_sheets (const IkrarLayout *layout)
{
  return layout->sheets->len;
}

const char *
ikrar_layout_get_sheet_name (const IkrarLayout *layout, guint sheet)
{
  g_return_val_if_fail (sheet < layout->sheets->len, "");

  return sheet_at (layout, sheet)->name;
}

IkrarSheetUse
ikrar_layout_get_use (const IkrarLayout *layout, guint sheet)
{
  g_return_val_if_fail (sheet < layout->sheets->len, IKRAR_SHEET_EMPTY);

  return sheet_at (layout, sheet)->use;
}

guint
ikrar_layout_get_first_sheet (const IkrarLayout *layout)
{
  for (guint i = 0; i < layout->sheets->len; i++)
    if (sheet_at (layout, i)->header != NULL)
      return i;
  return 0;
}

const IkrarHeader *
ikrar_layout_get_header (const IkrarLayout *layout, guint sheet)
{
  g_return_val_if_fail (sheet < layout->sheets->len, NULL);

  return sheet_at (layout, sheet)->header;
}

guint
ikrar_layout_get_record_rows (const IkrarLayout *layout, guint sheet)
{
  g_return_val_if_fail (sheet < layout->sheets->len, 1);

  return sheet_at (layout, sheet)->record_rows;
}

const char *
ikrar_layout_get_unit (const IkrarLayout *layout, guint sheet)
{
  g_return_val_if_fail (sheet < layout->sheets->len, "");

  return sheet_at (layout, sheet)->unit;
}

guint
ikrar_layout_get_n_clues (const IkrarLayout *layout)
{
  return layout->clues->len;
}

const IkrarClue *
ikrar_layout_get_clue (const IkrarLayout *layout, guint index)
{
  g_return_val_if_fail (index < layout->clues->len, NULL);

  return &g_array_index (layout->clues, IkrarClue, index);
}

char *
ikrar_layout_shape (const IkrarLayout *layout, guint sheet)
{
  const IkrarHeader *header = ikrar_layout_get_header (layout, sheet);

  return header != NULL ? g_strdup (header->shape) : NULL;
}

void
ikrar_layout_free (IkrarLayout *layout)
{
  if (layout == NULL)
    return;
  g_array_unref (layout->sheets);
  g_array_unref (layout->clues);
  g_free (layout);
}
