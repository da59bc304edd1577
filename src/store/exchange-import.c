/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/error.h"

#include "store/error.h"
#include "store/event.h"
#include "store/exchange-intake-private.h"

void
ikrar_exchange_conflict_free (IkrarExchangeConflict *conflict)
{
  if (conflict == NULL)
    return;
  g_free (conflict->what);
  g_free (conflict->who);
  g_free (conflict->field);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict->stands);
  g_free (conflict);
}

void
ikrar_exchange_report_free (IkrarExchangeReport *report)
{
  if (report == NULL)
    return;
  g_free (report->title);
  g_ptr_array_unref (report->conflicts);
  g_free (report);
}

/* An event that is new here can be taken out of the lists again. */
static IkrarChange *
begin_change (IkrarStore *store, const IkrarExchangeReport *report, GError **error)
{
  g_autoptr (IkrarEvent) here = ikrar_event_get (store, report->event, NULL);

  return ikrar_change_begin (store, here != NULL ? "exchange.import" : "exchange.add",
                             report->event, report->event, report->title, NULL, error);
}

gboolean
_ikrar_intake_begin (IkrarIntake *intake,
                     IkrarStore *store,
                     IkrarId event,
                     const char *title,
                     GError **error)
{
  *intake = (IkrarIntake){
    .store = store,
    .db = ikrar_store_get_db (store),
    .report = g_new0 (IkrarExchangeReport, 1),
    .own_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .new_acts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .marks = g_array_new (FALSE, FALSE, sizeof (IkrarMergeMark)),
    .mark_entries = g_ptr_array_new_with_free_func (g_free),
    .mark_texts = g_string_chunk_new (64 * 1024),
  };
  intake->report->event = event;
  intake->report->title = g_strdup (title);
  intake->report->conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_exchange_conflict_free);
  intake->change = begin_change (store, intake->report, error);
  return intake->change != NULL;
}

void
_ikrar_intake_clear (IkrarIntake *intake)
{
  g_clear_pointer (&intake->change, ikrar_change_free);
  g_clear_pointer (&intake->report, ikrar_exchange_report_free);
  g_clear_pointer (&intake->own_ids, g_hash_table_unref);
  g_clear_pointer (&intake->texts, g_hash_table_unref);
  g_clear_pointer (&intake->new_acts, g_hash_table_unref);
  g_clear_pointer (&intake->marks, g_array_unref);
  g_clear_pointer (&intake->mark_entries, g_ptr_array_unref);
  g_clear_pointer (&intake->mark_texts, g_string_chunk_free);
}

/* What was added stays: marks and seals are for ever. A line of the journal without a state before
 * keeps rows that were changed with it from being set back alone. */
static gboolean
note_additions (IkrarIntake *intake, GError **error)
{
  return !intake->additions ||
         ikrar_db_run (intake->db, "journal_change_insert", error, "iititt",
                       ikrar_change_get_id (intake->change), (gint64) G_MAXINT32, "exchange",
                       intake->report->event, "", "");
}

IkrarExchangeReport *
_ikrar_intake_finish (IkrarIntake *intake, gboolean dry_run, GError **error)
{
  if (intake->last < IKRAR_EXCHANGE_EVENT)
    {
      _ikrar_intake_refuse (error, _ ("The exchange file must have exactly one event."));
      return NULL;
    }
  if (!_ikrar_intake_flush_marks (intake, error))
    return NULL;
  intake->report->written = intake->writes > 0;
  if (intake->report->written && !dry_run)
    {
      if (!note_additions (intake, error) || !ikrar_change_commit (intake->change, error))
        return NULL;
      intake->report->journal = ikrar_change_get_id (intake->change);
    }
  return g_steal_pointer (&intake->report);
}

static gboolean
find_table (const char *word, IkrarExchangeTable *table)
{
  for (guint i = 0; i < IKRAR_N_EXCHANGE_TABLES; i++)
    if (strcmp (_ikrar_exchange_table (i)->word, word) == 0)
      {
        *table = i;
        return TRUE;
      }
  return FALSE;
}

static IkrarExchangeReader *
open_reader (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);

  return input != NULL ? ikrar_exchange_reader_new (G_INPUT_STREAM (input), cancellable, error)
                       : NULL;
}

/* What a file is about. */
typedef struct
{
  IkrarId event;
  char *title;
} Subject;

static void
subject_clear (Subject *subject)
{
  g_free (subject->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static void
note_subject (Subject *subject, IkrarExchangeTable table, const IkrarExchangeValue *values)
{
  if (table != IKRAR_EXCHANGE_EVENT || subject->event != 0)
    return;
  subject->event = values[1].number;
  subject->title = g_strdup (values[4].text);
}

/* Reads all rows; @intake may be NULL, to see only whether the file is whole and signed. */
static gboolean
read_rows (IkrarExchangeReader *reader,
           IkrarIntake *intake,
           Subject *subject,
           const IkrarProgress *progress,
           GError **error)
{
  IkrarExchangeValue values[IKRAR_EXCHANGE_VALUES_MAX];
  const char *word;
  guint64 rows = 0;

  while (ikrar_exchange_reader_next (reader, &word, error))
    {
      IkrarExchangeTable table;

      if (word == NULL)
        return TRUE;
      if (!find_table (word, &table))
        return _ikrar_intake_refuse (error, _ ("The exchange file has rows of an unknown kind."));
      if (!ikrar_exchange_reader_get_values (reader, _ikrar_exchange_table (table)->types, values,
                                             error) ||
          (intake != NULL && !_ikrar_intake_take (intake, table, values, error)))
        return FALSE;
      note_subject (subject, table, values);
      if (!ikrar_progress_step (intake != NULL ? progress : NULL, ++rows, 0, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_trusted (IkrarDb *db, const IkrarPublicKey *key, gboolean *trusted, GError **error)
{
  gint64 own;
  gint64 accepted;

  if (!ikrar_db_get_int (db, "exchange_own_key", &own, error, "b", key->bytes, sizeof key->bytes) ||
      !ikrar_db_get_int (db, "exchange_trusted", &accepted, error, "b", key->bytes,
                         sizeof key->bytes))
    return FALSE;
  *trusted = own > 0 || accepted > 0;
  return TRUE;
}

static gboolean
refuse_signer (const char *text, GError **error)
{
  g_set_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SIGNATURE,
               _ ("The file is signed by an office that is not known here. Ask that office for its "
                  "key, not the one who brought the file; if it is this one, accept it: %s"),
               text);
  return FALSE;
}

/* A known key, or the one that somebody has just accepted by its text. */
static gboolean
check_signer (IkrarStore *store,
              IkrarExchangeReader *reader,
              const char *accepted,
              gboolean *is_new,
              GError **error)
{
  const char *text;
  const IkrarPublicKey *key = ikrar_exchange_reader_get_key (reader, &text);
  IkrarPublicKey given;
  gboolean known;

  if (!is_trusted (ikrar_store_get_db (store), key, &known, error) ||
      (accepted != NULL && !ikrar_public_key_parse (accepted, &given, NULL, error)))
    return FALSE;
  if (accepted != NULL && memcmp (given.bytes, key->bytes, sizeof given.bytes) != 0)
    return refuse_signer (text, error);
  *is_new = !known;
  return known || accepted != NULL || refuse_signer (text, error);
}

static gboolean
keep_signer (IkrarIntake *intake, IkrarExchangeReader *reader, GError **error)
{
  const char *text;
  const IkrarPublicKey *key = ikrar_exchange_reader_get_key (reader, &text);

  intake->writes++;
  return ikrar_db_run (intake->db, "exchange_trust_insert", error, "ibtii", ikrar_id_new (),
                       key->bytes, sizeof key->bytes, text, ikrar_change_get_id (intake->change),
                       ikrar_change_get_time (intake->change));
}

/* First the whole file without the database: whoever has not signed gets to touch nothing. */
static gboolean
check_file (GFile *file, Subject *subject, const IkrarProgress *progress, GError **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  g_autoptr (IkrarExchangeReader) reader = open_reader (file, cancellable, error);

  return reader != NULL && read_rows (reader, NULL, subject, NULL, error);
}

gboolean
ikrar_exchange_file_check (IkrarStore *store,
                           GFile *file,
                           char **unknown,
                           const IkrarProgress *progress,
                           GError **error)
{
  g_auto (Subject) subject = { 0 };
  g_autoptr (IkrarExchangeReader) reader = NULL;
  const char *text;
  gboolean known;

  *unknown = NULL;
  if (!check_file (file, &subject, progress, error))
    return FALSE;
  reader = open_reader (file, progress != NULL ? progress->cancellable : NULL, error);
  if (reader == NULL || !is_trusted (ikrar_store_get_db (store),
                                     ikrar_exchange_reader_get_key (reader, &text), &known, error))
    return FALSE;
  *unknown = known ? NULL : g_strdup (text);
  return TRUE;
}

IkrarExchangeReport *
ikrar_exchange_import (IkrarStore *store,
                       GFile *file,
                       const IkrarExchangeImport *import,
                       GError **error)
{
  g_autoptr (IkrarExchangeReader) reader = NULL;
  g_auto (IkrarIntake) intake = { 0 };
  g_auto (Subject) subject = { 0 };
  gboolean is_new;

  if (!check_file (file, &subject, import->progress, error))
    return NULL;
  reader =
      open_reader (file, import->progress != NULL ? import->progress->cancellable : NULL, error);
  if (reader == NULL || !check_signer (store, reader, import->trusted, &is_new, error) ||
      !_ikrar_intake_begin (&intake, store, subject.event, subject.title, error) ||
      (is_new && !keep_signer (&intake, reader, error)) ||
      !read_rows (reader, &intake, &subject, import->progress, error))
    return NULL;
  return _ikrar_intake_finish (&intake, import->dry_run, error);
}
