/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/exchange-intake-private.h"

/* So many marks are merged at once. */
#define BUNDLE 500

static const char *
keep_text (IkrarIntake *intake, const char *text)
{
  return g_string_chunk_insert (intake->mark_texts, text);
}

/* The journal entry came before its marks; only its id is needed. */
static const IkrarMergeEntry *
keep_entry (IkrarIntake *intake, IkrarId id)
{
  IkrarMergeEntry *entry = g_new0 (IkrarMergeEntry, 1);

  entry->id = id;
  g_ptr_array_add (intake->mark_entries, entry);
  return entry;
}

gboolean
_ikrar_intake_mark (IkrarIntake *intake, const IkrarExchangeValue *values, GError **error)
{
  IkrarMergeMark mark = {
    .id = values[0].number,
    .participant = _ikrar_intake_own_id (intake, values[1].number),
    .session = values[2].number,
    .at = values[4].number,
    .desk = keep_text (intake, values[5].text),
    .source = keep_text (intake, values[6].text),
    .stand_in = keep_text (intake, values[7].text),
    .corrects = values[8].number,
  };

  if (mark.id <= 0 || values[10].size != IKRAR_NONCE_SIZE ||
      !ikrar_attendance_parse (values[3].text, &mark.state, NULL) ||
      strcmp (ikrar_attendance_code (mark.state), values[3].text) != 0)
    return _ikrar_intake_refuse (error, _ ("The exchange file has a mark of the attendance that is "
                                           "none."));
  mark.nonce = (const guint8 *) g_string_chunk_insert_len (intake->mark_texts, values[10].data,
                                                           IKRAR_NONCE_SIZE);
  mark.journal = keep_entry (intake, _ikrar_intake_own_id (intake, values[9].number));
  g_array_append_val (intake->marks, mark);
  return intake->marks->len < BUNDLE || _ikrar_intake_flush_marks (intake, error);
}

static gboolean
note_arrival (IkrarIntake *intake,
              const IkrarMergeMark *mark,
              const IkrarMergeOutcome *outcome,
              GError **error)
{
  g_autofree char *other = _ikrar_intake_time (intake, outcome->other_at);
  g_autofree char *own = _ikrar_intake_time (intake, mark->at);
  g_autofree char *ours = g_strdup_printf ("%s %s", outcome->other_desk, other);
  g_autofree char *theirs = g_strdup_printf ("%s %s", mark->desk, own);

  return _ikrar_intake_note (intake, "arrival", mark->participant, "arrival", ours, theirs,
                             outcome->stands ? "theirs" : "ours", error);
}

/* Only of what is new: a person who is recorded at two desks is told once. */
static gboolean
note_arrivals (IkrarIntake *intake, GPtrArray *outcomes, GError **error)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const IkrarMergeOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (outcome->added && outcome->conflict &&
          !note_arrival (intake, &g_array_index (intake->marks, IkrarMergeMark, i), outcome, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_ikrar_intake_flush_marks (IkrarIntake *intake, GError **error)
{
  g_autoptr (GPtrArray) outcomes = NULL;
  guint added;

  if (intake->marks->len == 0)
    return TRUE;
  outcomes = _ikrar_merge_marks (intake->change, intake->report->event,
                                 (IkrarMergeMark *) intake->marks->data, intake->marks->len,
                                 intake->own_ids, &added, error);
  if (outcomes == NULL || !note_arrivals (intake, outcomes, error))
    return FALSE;
  intake->writes += added;
  intake->additions |= added > 0;
  intake->report->marks += added;
  g_array_set_size (intake->marks, 0);
  g_ptr_array_set_size (intake->mark_entries, 0);
  g_string_chunk_clear (intake->mark_texts);
  return TRUE;
}
