/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "roster/header-private.h"
#include "roster/row-private.h"

static const struct
{
  const char *word;
  const char *label;
} verdicts[IKRAR_N_VERDICTS] = {
  [IKRAR_VERDICT_OK] = { "ok", N_ ("Ready") },
  [IKRAR_VERDICT_WARNING] = { "warning", N_ ("Warning") },
  [IKRAR_VERDICT_ERROR] = { "error", N_ ("Error") },
  [IKRAR_VERDICT_DUPLICATE] = { "duplicate", N_ ("Duplicate") },
  [IKRAR_VERDICT_SKIPPED] = { "skipped", N_ ("Skipped") },
};

#define TEXT(field) G_STRUCT_OFFSET (IkrarRosterRow, field)

/* The texts that a row owns. */
static const gsize texts[] = {
  TEXT (person.number),
  TEXT (person.prefix),
  TEXT (person.name),
  TEXT (person.suffix),
  TEXT (person.name_key),
  TEXT (person.written),
  TEXT (person.position),
  TEXT (person.sex),
  TEXT (person.phone),
  TEXT (person.email),
  TEXT (unit),
  TEXT (seat),
  TEXT (group_name),
  TEXT (note),
  TEXT (cells),
};

const char *
ikrar_verdict_word (IkrarVerdict verdict)
{
  g_return_val_if_fail (verdict < IKRAR_N_VERDICTS, "");

  return verdicts[verdict].word;
}

const char *
ikrar_verdict_label (IkrarVerdict verdict)
{
  g_return_val_if_fail (verdict < IKRAR_N_VERDICTS, "");

  return _ (verdicts[verdict].label);
}

IkrarJudge *
_ikrar_judge_new (IkrarWorkbook *workbook,
                  const IkrarLayout *layout,
                  guint32 today,
                  IkrarRosterMemory *memory)
{
  IkrarJudge *judge = g_new0 (IkrarJudge, 1);

  judge->workbook = workbook;
  judge->layout = layout;
  judge->today = today;
  judge->counts = g_array_new (FALSE, TRUE, sizeof (IkrarSheetCounts));
  g_array_set_size (judge->counts, ikrar_layout_get_n_sheets (layout));
  for (guint i = 0; i < IKRAR_N_CARRIED; i++)
    judge->carried[i].text = g_string_new (NULL);
  judge->memory = memory;
  judge->grades = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  judge->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, _ikrar_row_free_unit);
  return judge;
}

IkrarJudge *
ikrar_judge_new (IkrarWorkbook *workbook, const IkrarLayout *layout, guint32 today)
{
  IkrarJudge *judge = _ikrar_judge_new (workbook, layout, today, _ikrar_roster_memory_new (NULL));

  judge->owns_memory = TRUE;
  return judge;
}

static char **
text_at (IkrarRosterRow *row, guint index)
{
  return (char **) (gpointer) ((guint8 *) row + texts[index]);
}

void
_ikrar_roster_row_clear_reasons (IkrarRosterRow *row)
{
  for (guint i = 0; i < row->n_reasons; i++)
    {
      g_free (row->reasons[i].argument);
      g_free (row->reasons[i].proposals);
    }
  row->n_reasons = 0;
}

static void
clear_row (IkrarRosterRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*text_at (row, i));
  _ikrar_roster_row_clear_reasons (row);
  memset (row, 0, sizeof *row);
}

void
_ikrar_roster_row_move (IkrarRosterRow *from, IkrarRosterRow *to, GStringChunk *chunk)
{
  *to = *from;
  to->source = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_at (to, i) = g_string_chunk_insert (chunk, *text_at (from, i));
  from->n_reasons = 0;
}

void
ikrar_judge_free (IkrarJudge *judge)
{
  if (judge == NULL)
    return;
  clear_row (&judge->row);
  g_hash_table_unref (judge->grades);
  g_hash_table_unref (judge->units);
  if (judge->owns_memory)
    _ikrar_roster_memory_free (judge->memory);
  g_clear_pointer (&judge->merges, g_array_unref);
  for (guint i = 0; i < IKRAR_N_CARRIED; i++)
    g_string_free (judge->carried[i].text, TRUE);
  for (guint i = 0; i < IKRAR_N_ROSTER_FIELDS; i++)
    g_free (judge->part_texts[i]);
  g_array_unref (judge->counts);
  g_free (judge->section);
  g_free (judge->around);
  g_free (judge);
}

void
_ikrar_row_add_reason (IkrarRosterRow *row,
                       IkrarVerdict verdict,
                       IkrarReason reason,
                       IkrarRosterField field,
                       const char *argument)
{
  IkrarRosterReason *entry;

  row->verdict = MAX (row->verdict, verdict);
  if (row->n_reasons == IKRAR_ROSTER_REASONS_MAX)
    return;
  entry = &row->reasons[row->n_reasons++];
  entry->reason = reason;
  entry->field = field;
  entry->verdict = verdict;
  entry->argument = g_strdup (argument != NULL ? argument : "");
  entry->proposals = NULL;
  entry->column = -1;
}

void
_ikrar_row_add_proposals (IkrarRosterRow *row, const char *proposals)
{
  if (row->n_reasons > 0)
    ikrar_text_replace (&row->reasons[row->n_reasons - 1].proposals, proposals);
}

void
ikrar_roster_row_refuse (IkrarRosterRow *row,
                         IkrarVerdict verdict,
                         IkrarReason reason,
                         const char *argument)
{
  _ikrar_row_add_reason (row, verdict, reason, IKRAR_ROSTER_FIELD_NONE, argument);
}

/* A row that is no person has empty texts, so that nobody has to look for NULL. */
static void
skip_row (IkrarJudge *judge, IkrarReason reason)
{
  IkrarRosterRow *row = &judge->row;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*text_at (row, i) == NULL)
      *text_at (row, i) = g_strdup ("");
  row->kind = "";
  row->says_kind = FALSE;
  _ikrar_row_add_reason (row, IKRAR_VERDICT_SKIPPED, reason, IKRAR_ROSTER_FIELD_NONE,
                         reason == IKRAR_REASON_ROW_SECTION ? judge->section : NULL);
}

/* What somebody said of the row goes before what it looks like. */
static void
obey (IkrarJudge *judge, const IkrarSheetRow *source, IkrarReason *reason)
{
  const IkrarRosterFixes *fixes = judge->memory->fixes;
  gboolean skipped;

  if (fixes != NULL && ikrar_roster_fixes_get_skipped (fixes, source->sheet, source->number,
                                                       source->block, &skipped))
    *reason = skipped ? IKRAR_REASON_ROW_LEFT_OUT : IKRAR_REASON_NONE;
}

/* What carries down does so within a table. */
static void
enter_table (IkrarJudge *judge, const IkrarSheetRow *source)
{
  int column;

  if (judge->plan == NULL || judge->sheet != source->sheet)
    g_clear_pointer (&judge->merges, g_array_unref);
  judge->sheet = source->sheet;
  judge->block = source->block;
  judge->plan = _ikrar_layout_sheet (judge->layout, source->sheet);
  judge->header = judge->plan->header;
  column = ikrar_header_find_column (judge->header, IKRAR_ROSTER_FIELD_NAME, judge->block);
  judge->name_column = ikrar_header_get_column (judge->header, (guint) MAX (column, 0))->column;
  judge->in_tail = FALSE;
  _ikrar_judge_forget_carried (judge);
  g_clear_pointer (&judge->section, g_free);
  g_clear_pointer (&judge->around, g_free);
}

static void
count_row (IkrarJudge *judge, const IkrarSheetRow *source, gboolean is_person)
{
  IkrarSheetCounts *counts = &g_array_index (judge->counts, IkrarSheetCounts, source->sheet);

  counts->n_hidden += source->hidden;
  counts->n_people += is_person;
  counts->n_marked += is_person && source->marked;
  for (guint i = 0; i < source->n_cells && judge->cells.n_errors > 0; i++)
    counts->n_no_results +=
        source->cells[i].type == IKRAR_VALUE_ERROR && *source->cells[i].text == '=';
}

/* Where in the file the cells at fault stand, also those that are empty. */
static void
place_reasons (IkrarJudge *judge)
{
  for (guint i = 0; i < judge->row.n_reasons; i++)
    {
      IkrarRosterReason *reason = &judge->row.reasons[i];
      const IkrarSheetCell *cell = judge->cells.by_field[reason->field];
      int index = reason->field != IKRAR_ROSTER_FIELD_NONE && cell == NULL
                      ? ikrar_header_find_column (judge->header, reason->field, judge->block)
                      : -1;

      if (reason->field != IKRAR_ROSTER_FIELD_NONE && cell != NULL)
        reason->column = (int) cell->column;
      else if (index >= 0)
        reason->column = (int) ikrar_header_get_column (judge->header, (guint) index)->column;
    }
}

gboolean
ikrar_judge_row (IkrarJudge *judge,
                 const IkrarSheetRow *source,
                 IkrarRosterRow **row,
                 GError **error)
{
  IkrarReason reason;

  g_return_val_if_fail (judge != NULL && source != NULL && row != NULL, FALSE);

  *row = NULL;
  clear_row (&judge->row);
  if (judge->plan == NULL || source->sheet != judge->sheet || source->block != judge->block)
    enter_table (judge, source);
  if (source->number <= judge->header->last_row)
    {
      _ikrar_row_read_above (judge, source);
      return TRUE;
    }
  _ikrar_row_gather (judge, source, &judge->cells);
  if (_ikrar_row_is_blank (&judge->cells))
    return TRUE;
  if (!_ikrar_row_find_shape (judge, source, &reason, error))
    return FALSE;
  obey (judge, source, &reason);
  count_row (judge, source, reason == IKRAR_REASON_NONE);
  judge->row.source = source;
  judge->row.cells = _ikrar_row_write_cells (judge, source);
  if (reason != IKRAR_REASON_NONE)
    skip_row (judge, reason);
  else if (!_ikrar_row_fill_down (judge, source, error))
    return FALSE;
  else
    _ikrar_row_read_person (judge, source);
  _ikrar_row_tell_corrected (judge, source);
  place_reasons (judge);
  *row = &judge->row;
  return TRUE;
}

char *
ikrar_roster_row_codes (const IkrarRosterRow *row)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < row->n_reasons; i++)
    {
      if (i > 0)
        g_string_append_c (codes, ',');
      g_string_append (codes, ikrar_reason_code (row->reasons[i].reason));
    }
  return g_string_free (codes, FALSE);
}

void
_ikrar_row_append_sentence (GString *problem,
                            IkrarReason reason,
                            const char *argument,
                            IkrarLanguage language)
{
  g_autofree char *sentence = ikrar_reason_text (reason, language, argument);

  if (problem->len > 0)
    g_string_append_c (problem, ' ');
  g_string_append (problem, sentence);
}

char *
ikrar_roster_row_problem (const IkrarRosterRow *row, IkrarLanguage language)
{
  GString *problem = g_string_new (NULL);

  for (guint i = 0; i < row->n_reasons; i++)
    _ikrar_row_append_sentence (problem, row->reasons[i].reason, row->reasons[i].argument,
                                language);
  return g_string_free (problem, FALSE);
}

/* What may have been meant, in one line. */
static char *
list_proposals (const IkrarRosterReason *reason)
{
  g_auto (GStrv) list = NULL;

  if (reason->proposals == NULL || *reason->proposals == '\0' ||
      strcmp (reason->proposals, reason->argument) == 0)
    return NULL;
  list = g_strsplit (reason->proposals, "\n", -1);
  return g_strjoinv ("; ", list);
}

void
_ikrar_row_append_advice (GString *advice, const IkrarRosterReason *reason, IkrarLanguage language)
{
  static const char *const perhaps[] = { "Mungkin maksudnya", "Perhaps this is meant" };
  g_autofree char *sentence = NULL;
  g_autofree char *proposals = NULL;

  if (reason->verdict == IKRAR_VERDICT_OK || reason->verdict == IKRAR_VERDICT_SKIPPED)
    return;
  sentence = ikrar_reason_advice (reason->reason, language, reason->argument);
  proposals = list_proposals (reason);
  /* Two cells may be wrong in the same way. */
  if (strstr (advice->str, sentence) == NULL)
    g_string_append_printf (advice, "%s%s", advice->len > 0 ? " " : "", sentence);
  if (proposals != NULL)
    g_string_append_printf (advice, " %s: %s.", perhaps[language], proposals);
}

char *
ikrar_roster_row_suggestion (const IkrarRosterRow *row, IkrarLanguage language)
{
  GString *advice = g_string_new (NULL);

  for (guint i = 0; i < row->n_reasons; i++)
    _ikrar_row_append_advice (advice, &row->reasons[i], language);
  return g_string_free (advice, FALSE);
}
