/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "core/person-name.h"
#include "core/text.h"
#include "seal/digest.h"

#include "store/scan-log-private.h"

#define CLUE_DOMAIN "IKRAR-SCAN/1"
#define CLUE_BYTES 6
#define SHORT_CLUE_BYTES 2

char *
ikrar_scan_clue (const char *kind, const char *text)
{
  guint size = strcmp (kind, "pass") == 0 ? CLUE_BYTES : SHORT_CLUE_BYTES;
  g_autoptr (IkrarHasher) hasher = ikrar_hasher_new ();
  GString *clue = g_string_new (NULL);
  IkrarDigest digest;

  ikrar_hasher_update (hasher, CLUE_DOMAIN, sizeof CLUE_DOMAIN);
  ikrar_hasher_update (hasher, text, strlen (text));
  ikrar_hasher_finish (hasher, &digest);
  for (guint i = 0; i < size; i++)
    g_string_append_printf (clue, "%02x", digest.bytes[i]);
  return g_string_free (clue, FALSE);
}

gboolean
_ikrar_scan_log_insert (IkrarStore *store, const IkrarScanNote *note, GError **error)
{
  return ikrar_db_run (
      ikrar_store_get_db (store), "scan_log_insert", error, "iiiitttttittib", ikrar_id_new (),
      note->event, note->session, note->at != 0 ? note->at : ikrar_store_now (store),
      ikrar_store_get_desk (store), ikrar_store_get_actor (store), note->source,
      note->way == IKRAR_WAY_OUT ? "out" : "in", note->verdict, note->participant, note->read.kind,
      note->read.clue, note->journal, note->nonce, (gsize) IKRAR_NONCE_SIZE);
}

gboolean
ikrar_scan_log_add (IkrarStore *store, const IkrarScanNote *note, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);

  if (!ikrar_db_begin_beside (db, error))
    return FALSE;
  if (_ikrar_scan_log_insert (store, note, error))
    return ikrar_db_commit (db, error);
  ikrar_db_rollback (db);
  return FALSE;
}

void
ikrar_scan_line_free (IkrarScanLine *line)
{
  if (line == NULL)
    return;
  g_free (line->session);
  g_free (line->desk);
  g_free (line->actor);
  g_free (line->source);
  g_free (line->way);
  g_free (line->verdict);
  g_free (line->name);
  g_free (line->unit);
  g_free (line->kind);
  g_free (line->clue);
  g_free (line);
}

static IkrarScanLine *
read_line (IkrarStatement *statement)
{
  IkrarScanLine *line = g_new0 (IkrarScanLine, 1);

  line->id = ikrar_statement_get_int (statement, 0);
  line->session = g_strdup (ikrar_statement_get_text (statement, 1));
  line->at = ikrar_statement_get_int (statement, 2);
  line->desk = g_strdup (ikrar_statement_get_text (statement, 3));
  line->actor = g_strdup (ikrar_statement_get_text (statement, 4));
  line->source = g_strdup (ikrar_statement_get_text (statement, 5));
  line->way = g_strdup (ikrar_statement_get_text (statement, 6));
  line->verdict = g_strdup (ikrar_statement_get_text (statement, 7));
  line->participant = ikrar_statement_get_int (statement, 8);
  line->number = (int) ikrar_statement_get_int (statement, 9);
  line->name = ikrar_person_name_display (ikrar_statement_get_text (statement, 10),
                                          ikrar_statement_get_text (statement, 11),
                                          ikrar_statement_get_text (statement, 12));
  line->unit = g_strdup (ikrar_statement_get_text (statement, 13));
  line->kind = g_strdup (ikrar_statement_get_text (statement, 14));
  line->clue = g_strdup (ikrar_statement_get_text (statement, 15));
  line->undone = ikrar_statement_get_int (statement, 16) != 0;
  return line;
}

/* Words of a search; every one has to be found. */
static gboolean
has_words (const IkrarScanLine *line, char *const *words)
{
  g_autofree char *all = g_strconcat (line->name, " ", line->unit, NULL);
  g_autofree char *folded = ikrar_text_fold (all);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

GPtrArray *
ikrar_scan_log_list (IkrarStore *store, const IkrarScanFilter *filter, guint limit, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_scan_line_free);
  g_autofree char *folded = ikrar_text_fold (filter->text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  IkrarStatement *statement = ikrar_db_query (
      ikrar_store_get_db (store), "scan_log_list", error, "iiittii", filter->event, filter->session,
      filter->participant, filter->desk != NULL ? filter->desk : "",
      filter->verdict != NULL ? filter->verdict : "", filter->from,
      filter->until != 0 ? filter->until : G_MAXINT64);
  IkrarStep step = IKRAR_STEP_DONE;

  if (statement == NULL)
    return NULL;
  while (lines->len < limit && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      g_autoptr (IkrarScanLine) line = read_line (statement);

      if (has_words (line, words))
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  if (step == IKRAR_STEP_ROW)
    ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR ? g_steal_pointer (&lines) : NULL;
}

GPtrArray *
ikrar_scan_log_desks (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GPtrArray) desks = g_ptr_array_new_with_free_func (g_free);
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (store), "scan_log_desks", error, "i", event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (desks, g_strdup (ikrar_statement_get_text (statement, 0)));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&desks) : NULL;
}
