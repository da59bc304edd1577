/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/ledger-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "seal/base64-private.h"
#include "seal/error.h"
#include "seal/ledger-file-private.h"
#include "seal/line-reader-private.h"
#include "seal/merkle.h"
#include "seal/note-private.h"
#include "seal/record.h"

/* The longest lines are checkpoints: base64 of the longest note, and the word before it. */
#define LINE_LIMIT (IKRAR_NOTE_SIZE_MAX / 3 * 4 + 64)
#define KEYS_MAX 16
#define PROBLEMS_MAX 20

/* What may come next. */
typedef enum
{
  STAGE_ORIGIN = 1 << 0,
  STAGE_FIRST_KEY = 1 << 1,
  STAGE_KEYS = 1 << 2,
  STAGE_RECORDS = 1 << 3,
  STAGE_NOTHING = 1 << 4,
} Stage;

typedef struct
{
  IkrarPublicKey key;
  char *name;
  char *text;
} ListedKey;

typedef struct
{
  IkrarLedgerVerdict *verdict;
  const IkrarPublicKey *trusted;
  GArray *keys;
  IkrarFrontier frontier;
  Stage stage;
  guint64 line;
  gboolean stopped;
} Audit;

static gboolean take_origin (Audit *audit, const char *value);
static gboolean take_key (Audit *audit, const char *value);
static gboolean take_record (Audit *audit, const char *value);
static gboolean take_checkpoint (Audit *audit, const char *value);
static gboolean take_end (Audit *audit, const char *value);

static const struct
{
  const char *word;
  Stage allowed;
  Stage next;
  gboolean (*take) (Audit *audit, const char *value);
} lines[] = {
  { IKRAR_LEDGER_ORIGIN, STAGE_ORIGIN, STAGE_FIRST_KEY, take_origin },
  { IKRAR_LEDGER_KEY, STAGE_FIRST_KEY | STAGE_KEYS, STAGE_KEYS, take_key },
  { IKRAR_LEDGER_RECORD, STAGE_KEYS | STAGE_RECORDS, STAGE_RECORDS, take_record },
  { IKRAR_LEDGER_CHECKPOINT, STAGE_KEYS | STAGE_RECORDS, STAGE_RECORDS, take_checkpoint },
  { IKRAR_LEDGER_END, STAGE_KEYS | STAGE_RECORDS, STAGE_NOTHING, take_end },
};

static void
clear_listed_key (gpointer data)
{
  ListedKey *listed = data;

  g_free (listed->name);
  g_free (listed->text);
}

static void G_GNUC_PRINTF (2, 3) add_problem (Audit *audit, const char *format, ...)
{
  va_list arguments;

  if (audit->verdict->problems->len == PROBLEMS_MAX)
    return;
  va_start (arguments, format);
  g_ptr_array_add (audit->verdict->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Nothing after a record that does not fit can be judged: the tree would be another one. */
static void
stop_at (Audit *audit, guint64 record)
{
  audit->verdict->first_altered = (gint64) record;
  audit->stopped = TRUE;
}

static void
stop_unreadable (Audit *audit)
{
  add_problem (audit, _ ("Line %" PRIu64 " is not what an export has in this place."), audit->line);
  audit->stopped = TRUE;
  if (audit->stage == STAGE_RECORDS)
    stop_at (audit, audit->verdict->records);
}

static gboolean
take_origin (Audit *audit, const char *value)
{
  if (!ikrar_checkpoint_origin_is_valid (value))
    return FALSE;
  audit->verdict->origin = g_strdup (value);
  return TRUE;
}

static gboolean
take_key (Audit *audit, const char *value)
{
  ListedKey listed = { 0 };

  if (audit->keys->len == KEYS_MAX ||
      !ikrar_public_key_parse (value, &listed.key, &listed.name, NULL))
    return FALSE;
  if (listed.name == NULL)
    return FALSE;
  listed.text = g_strdup (value);
  g_array_append_val (audit->keys, listed);
  return TRUE;
}

static gboolean
take_record (Audit *audit, const char *value)
{
  guint8 bytes[IKRAR_RECORD_SIZE_MAX];
  char desk[256];
  gsize size;
  IkrarRecord record;
  IkrarDigest leaf;
  guint64 expected = audit->verdict->records;

  if (!ikrar_base64_decode (value, strlen (value), bytes, sizeof bytes, &size) ||
      !ikrar_record_decode (bytes, size, &record, desk, NULL))
    {
      add_problem (audit, _ ("Record %" PRIu64 " on line %" PRIu64 " cannot be read."), expected,
                   audit->line);
      stop_at (audit, expected);
      return TRUE;
    }
  if (record.index != expected)
    {
      add_problem (audit,
                   _ ("Line %" PRIu64 " has record %" PRIu64 " where record %" PRIu64 " belongs."),
                   audit->line, record.index, expected);
      stop_at (audit, expected);
      return TRUE;
    }
  ikrar_merkle_leaf (bytes, size, &leaf);
  ikrar_frontier_append (&audit->frontier, &leaf);
  audit->verdict->records++;
  return TRUE;
}

/* Whether a checkpoint signed with the key proves something to the one who asks. */
static gboolean
is_authority (const Audit *audit, const ListedKey *listed)
{
  return audit->trusted == NULL ||
         memcmp (audit->trusted->bytes, listed->key.bytes, IKRAR_PUBLIC_KEY_SIZE) == 0;
}

static const ListedKey *
open_checkpoint (Audit *audit, const char *note, gboolean authority, IkrarCheckpoint *checkpoint)
{
  for (guint i = 0; i < audit->keys->len; i++)
    {
      const ListedKey *listed = &g_array_index (audit->keys, ListedKey, i);

      if (is_authority (audit, listed) == authority &&
          ikrar_checkpoint_open (note, &listed->key, listed->name, checkpoint, NULL))
        return listed;
    }
  return NULL;
}

/* Only now is it known that some record since the last good checkpoint is not the sealed one. */
static void
check_root (Audit *audit, const IkrarCheckpoint *checkpoint)
{
  IkrarLedgerVerdict *verdict = audit->verdict;
  IkrarDigest root;

  ikrar_frontier_root (&audit->frontier, &root);
  if (checkpoint->size == verdict->records && ikrar_digest_equal (&root, &checkpoint->root))
    return;
  if (checkpoint->size != verdict->records)
    add_problem (audit,
                 _ ("The checkpoint on line %" PRIu64 " covers %" PRIu64 " records, but %" PRIu64
                    " stand before it: records were removed or added."),
                 audit->line, checkpoint->size, verdict->records);
  else
    add_problem (audit,
                 _ ("The checkpoint on line %" PRIu64 " sealed other records than those before it. "
                    "The first altered record is number %" PRIu64 " or a later one."),
                 audit->line, verdict->sealed);
  stop_at (audit, verdict->sealed);
}

static void
judge_checkpoint (Audit *audit, const char *note)
{
  g_auto (IkrarCheckpoint) checkpoint = { 0 };
  const ListedKey *authority = open_checkpoint (audit, note, TRUE, &checkpoint);

  if (authority == NULL && open_checkpoint (audit, note, FALSE, &checkpoint) == NULL)
    {
      add_problem (audit,
                   _ ("The checkpoint on line %" PRIu64 " has no good signature of a key in this "
                      "file."),
                   audit->line);
      return;
    }
  if (strcmp (checkpoint.origin, audit->verdict->origin) != 0)
    {
      add_problem (audit, _ ("The checkpoint on line %" PRIu64 " is of another log."), audit->line);
      return;
    }
  check_root (audit, &checkpoint);
  if (audit->stopped || authority == NULL)
    return;
  audit->verdict->sealed = checkpoint.size;
  g_free (audit->verdict->key);
  audit->verdict->key = g_strdup (authority->text);
}

static gboolean
take_checkpoint (Audit *audit, const char *value)
{
  gsize length = strlen (value);
  g_autofree char *note = g_malloc (length + 1);
  gsize size;

  if (!ikrar_base64_decode (value, length, note, length, &size) ||
      memchr (note, '\0', size) != NULL)
    {
      add_problem (audit, _ ("The checkpoint on line %" PRIu64 " cannot be read."), audit->line);
      return TRUE;
    }
  note[size] = '\0';
  judge_checkpoint (audit, note);
  return TRUE;
}

static gboolean
take_end (Audit *audit, const char *value)
{
  g_autofree char *expected = g_strdup_printf ("%" G_GUINT64_FORMAT, audit->verdict->records);

  if (strcmp (value, expected) != 0)
    add_problem (audit, _ ("The last line says %s records, but the file has %s."), value, expected);
  return TRUE;
}

static void
take_line (Audit *audit, char *line)
{
  char *space = strchr (line, ' ');

  for (guint i = 0; space != NULL && i < G_N_ELEMENTS (lines); i++)
    {
      gsize length = strlen (lines[i].word);

      if ((gsize) (space - line) != length || strncmp (line, lines[i].word, length) != 0)
        continue;
      if ((audit->stage & lines[i].allowed) == 0 || !lines[i].take (audit, space + 1))
        break;
      audit->stage = lines[i].next;
      return;
    }
  stop_unreadable (audit);
}

static gboolean
take_lines (Audit *audit, IkrarLineReader *reader, GCancellable *cancellable, GError **error)
{
  while (!audit->stopped)
    {
      g_autoptr (GError) failure = NULL;
      char *line = ikrar_line_reader_next (reader, cancellable, &failure);

      audit->line = ikrar_line_reader_get_line (reader);
      if (line != NULL)
        take_line (audit, line);
      else if (failure == NULL)
        break;
      else if (failure->domain == IKRAR_SEAL_ERROR)
        stop_unreadable (audit);
      else
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
take_title (IkrarLineReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *line = ikrar_line_reader_next (reader, cancellable, &failure);

  if (g_strcmp0 (line, IKRAR_LEDGER_TITLE) == 0)
    return TRUE;
  if (failure != NULL && failure->domain != IKRAR_SEAL_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_set_error_literal (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_SYNTAX,
                       _ ("This file is not a ledger export of Ikrar."));
  return FALSE;
}

/* What must be said once the whole file is known. */
static void
conclude (Audit *audit)
{
  IkrarLedgerVerdict *verdict = audit->verdict;

  ikrar_frontier_root (&audit->frontier, &verdict->root);
  verdict->key_trusted = audit->trusted != NULL && verdict->key != NULL;
  if (!audit->stopped && audit->stage != STAGE_NOTHING)
    add_problem (audit, _ ("The file is cut off: its last line is missing."));
  if (!audit->stopped && verdict->key == NULL)
    add_problem (audit, "%s",
                 audit->trusted != NULL
                     ? _ ("No checkpoint in the file was signed with the key that you trust.")
                     : _ ("No checkpoint in the file has a good signature."));
  else if (!audit->stopped && verdict->sealed < verdict->records)
    add_problem (audit,
                 _ ("Records from number %" PRIu64 " on stand after the last good checkpoint: "
                    "nobody has sealed them."),
                 verdict->sealed);
  verdict->genuine = verdict->problems->len == 0;
}

static IkrarLedgerVerdict *
make_verdict (void)
{
  IkrarLedgerVerdict *verdict = g_new0 (IkrarLedgerVerdict, 1);

  verdict->first_altered = -1;
  verdict->problems = g_ptr_array_new_with_free_func (g_free);
  return verdict;
}

IkrarLedgerVerdict *
ikrar_ledger_file_verify (GInputStream *input,
                          const IkrarPublicKey *trusted,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (IkrarLineReader) reader = NULL;
  g_autoptr (IkrarLedgerVerdict) verdict = NULL;
  g_autoptr (GArray) keys = NULL;
  Audit audit = { .trusted = trusted, .stage = STAGE_ORIGIN };

  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);

  reader = ikrar_line_reader_new (input, LINE_LIMIT);
  if (!take_title (reader, cancellable, error))
    return NULL;
  audit.verdict = verdict = make_verdict ();
  audit.keys = keys = g_array_new (FALSE, FALSE, sizeof (ListedKey));
  g_array_set_clear_func (keys, clear_listed_key);
  if (!take_lines (&audit, reader, cancellable, error))
    return NULL;
  conclude (&audit);
  return g_steal_pointer (&verdict);
}

void
ikrar_ledger_verdict_free (IkrarLedgerVerdict *verdict)
{
  if (verdict == NULL)
    return;
  g_free (verdict->origin);
  g_free (verdict->key);
  g_ptr_array_unref (verdict->problems);
  g_free (verdict);
}
