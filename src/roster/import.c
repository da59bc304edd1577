/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "roster/error.h"
#include "roster/fixes-private.h"
#include "roster/import-private.h"
#include "roster/limits-private.h"
#include "roster/pump-private.h"
#include "roster/recall-private.h"
#include "roster/row-private.h"
#include "store/import.h"
#include "store/meaning.h"

/* Longer names of sheets end. */
#define SHEET_NAMES_SIZE 200

typedef struct
{
  IkrarRosterOptions options;
  /* What is remembered of the columns, NULL if nothing is. */
  IkrarMapping *mapping;
  char **entries;
  IkrarRosterMemory *memory;
  IkrarJudge *judge;
  IkrarWorkbook *workbook;
  /* NULL for a check; then the store, if there is one, is only asked what would happen. */
  IkrarImport *import;
  IkrarForesight *foresight;
  /* To which the rows are told instead; NULL but for a comparison. */
  IkrarComparison *comparison;
  IkrarRosterResult *result;
  IkrarRosterRowFunc func;
  gpointer user_data;
  /* Bytes of the rows so far. */
  guint64 kept;
} Run;

static const IkrarRosterOptions no_options = { 0 };

static guint32
today_of (const IkrarRosterOptions *options, IkrarStore *store)
{
  if (options->today != 0)
    return options->today;
  return ikrar_time_today (store != NULL ? ikrar_store_now (store) : ikrar_time_now (),
                           IKRAR_ZONE_WIB);
}

static gboolean
is_imported (IkrarVerdict verdict)
{
  return verdict == IKRAR_VERDICT_OK || verdict == IKRAR_VERDICT_WARNING;
}

/* What the register and the roster say of a person that the file itself lets pass. */
static void
take_outcome (IkrarRosterRow *row, IkrarImportOutcome outcome, const char *known)
{
  if (outcome == IKRAR_IMPORT_PRESENT)
    ikrar_roster_row_refuse (row, IKRAR_VERDICT_DUPLICATE, IKRAR_REASON_DUPLICATE_IN_EVENT, known);
  else if (outcome == IKRAR_IMPORT_ANOTHER)
    ikrar_roster_row_refuse (row, IKRAR_VERDICT_ERROR, IKRAR_REASON_NUMBER_OF_ANOTHER, known);
  else if (outcome == IKRAR_IMPORT_DECLINED)
    ikrar_roster_row_refuse (row, IKRAR_VERDICT_SKIPPED, IKRAR_REASON_DECLINED, NULL);
}

/* A row as the store takes it, without reasons. */
static IkrarImportRow
make_entry (Run *run, const IkrarRosterRow *row)
{
  return (IkrarImportRow){
    .sheet = ikrar_workbook_get_sheet (run->workbook, row->source->sheet)->name,
    .row = row->source->number,
    .block = row->source->block,
    .verdict = ikrar_verdict_word (row->verdict),
    .written = row->cells,
    .person = is_imported (row->verdict) ? &row->person : NULL,
    .unit = row->unit,
    .kind = row->says_kind ? row->kind : NULL,
    .seat = row->seat,
    .group_name = row->group_name,
    .note = row->note,
  };
}

/* Who is refused is told too: their row is faulty, and they are not missing. */
static gboolean
compare_row (Run *run, const IkrarRosterRow *row, GError **error)
{
  IkrarImportRow entry = make_entry (run, row);

  entry.person = &row->person;
  return ikrar_comparison_add (run->comparison, &entry, error);
}

static gboolean
check_row (Run *run, IkrarRosterRow *row, GError **error)
{
  g_autofree char *known = NULL;
  IkrarImportOutcome outcome;

  if (run->comparison != NULL)
    return compare_row (run, row, error);
  if (run->foresight == NULL || !is_imported (row->verdict))
    return TRUE;
  outcome = ikrar_foresight_tell (run->foresight, &row->person, row->unit, &known, error);
  run->result->summary.present += outcome == IKRAR_IMPORT_PRESENT;
  take_outcome (row, outcome, known);
  return outcome != IKRAR_IMPORT_FAILED;
}

static gboolean
import_row (Run *run, IkrarRosterRow *row, GError **error)
{
  g_autofree char *codes = ikrar_roster_row_codes (row);
  IkrarImportRow entry = make_entry (run, row);
  IkrarImportOutcome outcome;

  entry.reasons = codes;
  outcome = ikrar_import_add (run->import, &entry, error);
  if (outcome == IKRAR_IMPORT_ADDED)
    run->result->summary.imported++;
  if (outcome == IKRAR_IMPORT_KEPT)
    run->result->summary.unchanged++;
  take_outcome (row, outcome, ikrar_import_get_known (run->import));
  return outcome != IKRAR_IMPORT_FAILED;
}

/* What is kept of a roster is kept in memory, of all its sheets together. */
static gboolean
check_size (Run *run, const IkrarRosterRow *row, GError **error)
{
  run->kept += row->cells != NULL ? strlen (row->cells) : 0;
  if (run->kept <= IKRAR_ROSTER_BYTES_MAX && run->result->summary.rows < IKRAR_SHEET_ROWS_MAX)
    return TRUE;
  g_set_error (error, IKRAR_ROSTER_ERROR, IKRAR_ROSTER_ERROR_TOO_LARGE,
               _ ("%s holds more rows or more text than any roster. Split it into several files."),
               ikrar_workbook_get_name (run->workbook));
  return FALSE;
}

static gboolean
on_row (IkrarRosterRow *row, gpointer user_data, GError **error)
{
  Run *run = user_data;

  if (!check_size (run, row, error))
    return FALSE;
  if (!(run->import != NULL ? import_row (run, row, error) : check_row (run, row, error)))
    return FALSE;
  _ikrar_roster_result_add (run->result, row);
  if (run->func != NULL)
    run->func (row, run->user_data);
  return run->import != NULL || run->options.limit == 0 ||
         run->result->summary.rows < run->options.limit;
}

static gboolean
take_rows (Run *run, IkrarWorkbook *workbook, const IkrarProgress *progress, GError **error)
{
  if (!_ikrar_pump_run (workbook, run->result->layout, run->judge, on_row, run, progress, error))
    return FALSE;
  _ikrar_roster_result_finish (run->result, run->judge);
  return TRUE;
}

typedef struct
{
  IkrarChange *change;
  GError *error;
} Learning;

/* What somebody said is known from now on. */
static void
learn_meaning (IkrarRosterField field, const char *written, const char *meaning, gpointer user_data)
{
  Learning *learning = user_data;
  g_autofree char *key = NULL;

  if (learning->error != NULL)
    return;
  if (field == IKRAR_ROSTER_FIELD_UNIT)
    {
      ikrar_meaning_put_unit (learning->change, written, meaning, &learning->error);
      return;
    }
  key = _ikrar_meaning_key (field, written);
  ikrar_meaning_put (learning->change, ikrar_roster_field_word (field), key, meaning,
                     &learning->error);
}

static gboolean
learn (Run *run, GError **error)
{
  Learning learning = { ikrar_import_get_change (run->import), NULL };

  if (run->options.fixes != NULL)
    ikrar_roster_fixes_each_meaning (run->options.fixes, learn_meaning, &learning);
  if (learning.error == NULL && run->options.mapping != NULL && run->options.mapping[0] != NULL)
    _ikrar_mapping_remember (learning.change, run->result->layout, run->options.mapping,
                             ikrar_workbook_get_name (run->workbook), &learning.error);
  if (learning.error == NULL)
    return TRUE;
  g_propagate_error (error, learning.error);
  return FALSE;
}

static gboolean
commit (Run *run, GError **error)
{
  if (!learn (run, error))
    return FALSE;
  run->result->summary.journal = ikrar_import_get_journal (run->import);
  run->result->summary.batch = ikrar_import_commit (run->import, error);
  ikrar_import_get_counts (run->import, &run->result->summary.changed,
                           &run->result->summary.withdrawn);
  return run->result->summary.batch != 0;
}

/* Whether there is anything to commit: people who are new, or differences that were accepted. */
static gboolean
has_effect (const Run *run)
{
  const IkrarDifferences *update = run->options.update;

  return run->result->summary.imported > 0 ||
         (update != NULL &&
          (ikrar_differences_count (update, IKRAR_DIFFERENCE_CHANGED, TRUE) > 0 ||
           ikrar_differences_count (update, IKRAR_DIFFERENCE_WITHDRAWN, TRUE) > 0));
}

/* What a batch says of the sheets it read: all their names, as far as there is room. */
static char *
name_sheets (const IkrarLayout *layout)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ikrar_layout_get_n_sheets (layout) && names->len < SHEET_NAMES_SIZE; i++)
    if (ikrar_layout_get_use (layout, i) == IKRAR_SHEET_READ)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              ikrar_layout_get_sheet_name (layout, i));
  return g_string_free (names, FALSE);
}

static IkrarImport *
begin (const Run *run, IkrarStore *store, IkrarId event, GError **error)
{
  const char *file_name = ikrar_workbook_get_name (run->workbook);
  g_autofree char *sheets = name_sheets (run->result->layout);

  if (run->options.update == NULL)
    return ikrar_import_begin (store, event, file_name, sheets, error);
  return ikrar_import_begin_update (store, event, file_name, sheets, run->options.update, error);
}

/* Nobody has to say twice what the columns of such a list hold. */
static IkrarLayout *
find_layout (Run *run, IkrarWorkbook *workbook, IkrarStore *store, guint *sheet, GError **error)
{
  IkrarLayout *layout = NULL;

  if (!_ikrar_mapping_recall (workbook, &run->options, store, &run->mapping, sheet, error))
    return NULL;
  if (run->mapping != NULL)
    {
      run->entries = g_strsplit (run->mapping->mapping, "\n", -1);
      run->options.mapping = (const char *const *) run->entries;
      layout = ikrar_layout_find (workbook, &run->options, NULL);
      if (layout != NULL)
        return layout;
      run->options.mapping = NULL;
      g_clear_pointer (&run->mapping, ikrar_mapping_free);
    }
  return ikrar_layout_find (workbook, &run->options, error);
}

/* Prepares a run; FALSE if no sheet has a header. */
static gboolean
set_up (Run *run, IkrarWorkbook *workbook, IkrarStore *store, GError **error)
{
  guint sheet;
  IkrarLayout *layout = find_layout (run, workbook, store, &sheet, error);

  if (layout == NULL)
    return FALSE;
  run->workbook = workbook;
  run->result = _ikrar_roster_result_new (layout, run->options.keep_lines);
  if (run->mapping != NULL)
    _ikrar_roster_result_tell_remembered (run->result, sheet, run->mapping->used_at);
  run->memory = _ikrar_roster_memory_new (run->options.fixes);
  run->judge = _ikrar_judge_new (workbook, layout, today_of (&run->options, store), run->memory);
  return store == NULL || _ikrar_roster_memory_load (run->memory, store, error);
}

static void
clear_run (Run *run)
{
  ikrar_mapping_free (run->mapping);
  g_strfreev (run->entries);
  ikrar_judge_free (run->judge);
  _ikrar_roster_memory_free (run->memory);
  ikrar_import_free (run->import);
  ikrar_foresight_free (run->foresight);
  ikrar_comparison_free (run->comparison);
  ikrar_roster_result_free (run->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

IkrarRosterResult *
ikrar_roster_check (IkrarWorkbook *workbook,
                    const IkrarRosterOptions *options,
                    IkrarStore *store,
                    IkrarId event,
                    IkrarRosterRowFunc func,
                    gpointer user_data,
                    const IkrarProgress *progress,
                    GError **error)
{
  g_auto (Run) run = { options != NULL ? *options : no_options };

  g_return_val_if_fail (workbook != NULL, NULL);

  run.func = func;
  run.user_data = user_data;
  if (!set_up (&run, workbook, store, error))
    return NULL;
  if (store != NULL && (run.foresight = ikrar_foresight_new (store, event, error)) == NULL)
    return NULL;
  if (!take_rows (&run, workbook, progress, error))
    return NULL;
  return g_steal_pointer (&run.result);
}

IkrarRosterResult *
ikrar_roster_import (IkrarWorkbook *workbook,
                     const IkrarRosterOptions *options,
                     IkrarStore *store,
                     IkrarId event,
                     IkrarRosterRowFunc func,
                     gpointer user_data,
                     const IkrarProgress *progress,
                     GError **error)
{
  g_auto (Run) run = { options != NULL ? *options : no_options };

  g_return_val_if_fail (workbook != NULL && store != NULL, NULL);

  run.func = func;
  run.user_data = user_data;
  if (!set_up (&run, workbook, store, error))
    return NULL;
  run.import = begin (&run, store, event, error);
  if (run.import == NULL || !take_rows (&run, workbook, progress, error))
    return NULL;
  if (has_effect (&run) && !commit (&run, error))
    return NULL;
  return g_steal_pointer (&run.result);
}

IkrarDifferences *
ikrar_roster_compare (IkrarWorkbook *workbook,
                      const IkrarRosterOptions *options,
                      IkrarStore *store,
                      IkrarId event,
                      const IkrarProgress *progress,
                      GError **error)
{
  g_auto (Run) run = { options != NULL ? *options : no_options };

  g_return_val_if_fail (workbook != NULL && store != NULL, NULL);

  if (!set_up (&run, workbook, store, error))
    return NULL;
  run.comparison = ikrar_comparison_new (store, event, error);
  if (run.comparison == NULL || !take_rows (&run, workbook, progress, error))
    return NULL;
  return ikrar_comparison_finish (run.comparison, error);
}
