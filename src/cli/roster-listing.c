/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-cli"

#include "cli/roster-call.h"
#include "roster/candidates.h"

static void
put_reasons (JsonBuilder *out, const IkrarRosterRow *row)
{
  json_builder_set_member_name (out, "reasons");
  json_builder_begin_array (out);
  for (guint i = 0; i < row->n_reasons; i++)
    {
      g_autofree char *text = ikrar_reason_text (row->reasons[i].reason, IKRAR_LANGUAGE_INDONESIAN,
                                                 row->reasons[i].argument);

      json_builder_add_string_value (out, text);
    }
  json_builder_end_array (out);
  json_builder_set_member_name (out, "codes");
  json_builder_begin_array (out);
  for (guint i = 0; i < row->n_reasons; i++)
    json_builder_add_string_value (out, ikrar_reason_code (row->reasons[i].reason));
  json_builder_end_array (out);
}

/* What the sender wrote, by the letters of the columns. */
static void
put_cells (JsonBuilder *out, const IkrarRosterRow *row)
{
  g_auto (GStrv) cells = g_strsplit (row->cells, "\t", -1);

  json_builder_set_member_name (out, "cells");
  json_builder_begin_object (out);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *letters = ikrar_sheet_column_letters (i);

      if (*cells[i] != '\0')
        ikrar_out_text (out, letters, cells[i]);
    }
  json_builder_end_object (out);
}

static void
put_candidate (JsonBuilder *out, const IkrarCandidate *candidate)
{
  json_builder_begin_object (out);
  ikrar_out_id (out, "person", candidate->id);
  ikrar_out_text (out, "number", candidate->number);
  ikrar_out_text (out, "name", candidate->name);
  ikrar_out_text (out, "unit", candidate->unit);
  json_builder_end_object (out);
}

/* Those of the register who may be meant; who came with this import is none. What cannot be asked
 * is not told. */
static void
put_candidates (JsonBuilder *out, const IkrarRosterListing *listing, const IkrarRosterRow *row)
{
  g_autoptr (GPtrArray) candidates = ikrar_roster_row_candidates (row, listing->cli->store, NULL);

  for (guint i = candidates != NULL ? candidates->len : 0; listing->before != 0 && i-- > 0;)
    if (((const IkrarCandidate *) candidates->pdata[i])->id > listing->before)
      g_ptr_array_remove_index (candidates, i);
  if (candidates == NULL || candidates->len == 0)
    return;
  json_builder_set_member_name (out, "candidates");
  json_builder_begin_array (out);
  for (guint i = 0; i < candidates->len; i++)
    put_candidate (out, candidates->pdata[i]);
  json_builder_end_array (out);
}

static void
put_proposals (JsonBuilder *out, const IkrarRosterRow *row)
{
  json_builder_set_member_name (out, "proposals");
  json_builder_begin_array (out);
  for (guint i = 0; i < row->n_reasons; i++)
    {
      const char *proposals = row->reasons[i].proposals;
      g_auto (GStrv) list = g_strsplit (proposals != NULL ? proposals : "", "\n", -1);

      for (guint k = 0; list[k] != NULL; k++)
        if (*list[k] != '\0')
          json_builder_add_string_value (out, list[k]);
    }
  json_builder_end_array (out);
}

/* The column of the first cell at fault. */
static void
put_column (JsonBuilder *out, const IkrarRosterRow *row)
{
  g_autofree char *letters = NULL;

  for (guint i = 0; i < row->n_reasons && letters == NULL; i++)
    if (row->reasons[i].verdict == row->verdict && row->reasons[i].column >= 0)
      letters = ikrar_sheet_column_letters ((guint) row->reasons[i].column);
  ikrar_out_text (out, "column", letters);
}

/* For scripts; people read a table. */
static void
put_details (JsonBuilder *out, const IkrarRosterListing *listing, const IkrarRosterRow *row)
{
  g_autofree char *suggestion = ikrar_roster_row_suggestion (row, IKRAR_LANGUAGE_INDONESIAN);

  put_column (out, row);
  ikrar_out_int (out, "block", row->source->block);
  ikrar_out_text (out, "suggestion", suggestion);
  put_proposals (out, row);
  put_cells (out, row);
  if (listing->cli->store != NULL && row->verdict == IKRAR_VERDICT_ERROR)
    put_candidates (out, listing, row);
}

void
ikrar_roster_listing_put_row (const IkrarRosterRow *row, gpointer user_data)
{
  const IkrarRosterListing *listing = user_data;
  g_autofree char *name = ikrar_person_display (&row->person);
  JsonBuilder *out = ikrar_out_new ();

  ikrar_out_text (out, "sheet",
                  ikrar_workbook_get_sheet (listing->workbook, row->source->sheet)->name);
  ikrar_out_int (out, "row", row->source->number);
  ikrar_out_text (out, "verdict", ikrar_verdict_word (row->verdict));
  ikrar_out_text (out, "name", name);
  ikrar_out_text (out, "number", row->person.number);
  ikrar_out_text (out, "unit", row->unit);
  put_reasons (out, row);
  if (listing->cli->json)
    put_details (out, listing, row);
  ikrar_out_row (listing->cli, out);
}

static void
put_counts (JsonBuilder *out, const IkrarRosterSummary *summary)
{
  ikrar_out_int (out, "rows", summary->rows);
  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    ikrar_out_int (out, ikrar_verdict_word (i), summary->counts[i]);
}

static void
put_sheets (JsonBuilder *out, const IkrarRosterResult *result)
{
  const IkrarLayout *layout = ikrar_roster_result_get_layout (result);

  json_builder_set_member_name (out, "sheets");
  json_builder_begin_array (out);
  for (guint i = 0; i < ikrar_layout_get_n_sheets (layout); i++)
    {
      json_builder_begin_object (out);
      ikrar_out_text (out, "sheet", ikrar_layout_get_sheet_name (layout, i));
      ikrar_out_text (out, "use", ikrar_sheet_use_word (ikrar_layout_get_use (layout, i)));
      put_counts (out, ikrar_roster_result_get_sheet_summary (result, i));
      json_builder_end_object (out);
    }
  json_builder_end_array (out);
}

static void
put_clue (JsonBuilder *out, const IkrarLayout *layout, const IkrarClue *clue)
{
  g_autofree char *text = ikrar_clue_text (clue, IKRAR_LANGUAGE_INDONESIAN);

  json_builder_begin_object (out);
  ikrar_out_text (out, "code", ikrar_clue_word (clue));
  ikrar_out_text (out, "sheet", ikrar_layout_get_sheet_name (layout, clue->sheet));
  if (clue->row != 0)
    ikrar_out_int (out, "row", clue->row);
  if (clue->column != IKRAR_CLUE_NO_COLUMN)
    {
      g_autofree char *letters = ikrar_sheet_column_letters (clue->column);

      ikrar_out_text (out, "column", letters);
    }
  ikrar_out_text (out, "text", text);
  json_builder_end_object (out);
}

static void
put_clues (JsonBuilder *out, const IkrarRosterResult *result)
{
  json_builder_set_member_name (out, "clues");
  json_builder_begin_array (out);
  for (guint i = 0; i < ikrar_roster_result_get_n_clues (result); i++)
    put_clue (out, ikrar_roster_result_get_layout (result),
              ikrar_roster_result_get_clue (result, i));
  json_builder_end_array (out);
}

IkrarExit
ikrar_roster_listing_put_summary (const IkrarRosterListing *listing,
                                  const IkrarRosterCall *call,
                                  const IkrarRosterResult *result)
{
  const IkrarRosterSummary *summary = ikrar_roster_result_get_summary (result);
  JsonBuilder *out = ikrar_out_new ();

  if (listing->cli->json)
    {
      json_builder_set_member_name (out, "summary");
      json_builder_begin_object (out);
    }
  put_counts (out, summary);
  ikrar_out_int (out, "imported", summary->imported);
  ikrar_out_int (out, "new", summary->imported);
  ikrar_out_int (out, "changed", summary->changed);
  ikrar_out_int (out, "withdrawn", summary->withdrawn);
  ikrar_out_int (out, "unchanged", summary->unchanged);
  ikrar_out_id (out, "batch", summary->batch);
  if (call->dry_run)
    ikrar_out_int (out, "would_import",
                   summary->counts[IKRAR_VERDICT_OK] + summary->counts[IKRAR_VERDICT_WARNING]);
  if (listing->cli->json)
    {
      put_sheets (out, result);
      put_clues (out, result);
      json_builder_end_object (out);
    }
  ikrar_out_record (listing->cli, out);
  return summary->counts[IKRAR_VERDICT_ERROR] + summary->counts[IKRAR_VERDICT_DUPLICATE] > 0
             ? IKRAR_EXIT_REFUSED
             : IKRAR_EXIT_OK;
}
