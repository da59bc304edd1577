/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "seal/ledger-file.h"

#include <string.h>

#include "seal/checkpoint-private.h"
#include "seal/ledger-file-private.h"

/* Lines are collected up to this size before the stream sees them. */
#define COLLECTED (64 * 1024)

/* A checkpoint that waits for the records it covers. */
typedef struct
{
  guint64 size;
  char *note;
} Waiting;

struct _IkrarLedgerWriter
{
  GOutputStream *output;
  GString *collected;
  guint64 records;
  GQueue waiting;  /* Of Waiting, by ascending size. */
  GError *failure; /* The first one; nothing is written after it. */
};

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->note);
  g_free (waiting);
}

static int
compare_waiting (gconstpointer a, gconstpointer b, gpointer unused)
{
  const Waiting *one = a;
  const Waiting *other = b;

  return one->size < other->size ? -1 : one->size > other->size;
}

static void
flush (IkrarLedgerWriter *writer, GCancellable *cancellable)
{
  if (writer->failure == NULL)
    g_output_stream_write_all (writer->output, writer->collected->str, writer->collected->len, NULL,
                               cancellable, &writer->failure);
  g_string_truncate (writer->collected, 0);
}

static void
write_line (IkrarLedgerWriter *writer, const char *word, const char *value)
{
  g_string_append_printf (writer->collected, "%s %s\n", word, value);
  if (writer->collected->len >= COLLECTED)
    flush (writer, NULL);
}

IkrarLedgerWriter *
ikrar_ledger_writer_new (GOutputStream *output, const char *origin)
{
  IkrarLedgerWriter *writer;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), NULL);
  g_return_val_if_fail (origin != NULL && ikrar_checkpoint_origin_is_valid (origin), NULL);

  writer = g_new0 (IkrarLedgerWriter, 1);
  writer->output = g_object_ref (output);
  writer->collected = g_string_sized_new (COLLECTED);
  g_queue_init (&writer->waiting);
  g_string_append (writer->collected, IKRAR_LEDGER_TITLE "\n");
  write_line (writer, IKRAR_LEDGER_ORIGIN, origin);
  return writer;
}

void
ikrar_ledger_writer_free (IkrarLedgerWriter *writer)
{
  if (writer == NULL)
    return;
  g_object_unref (writer->output);
  g_string_free (writer->collected, TRUE);
  g_queue_clear_full (&writer->waiting, free_waiting);
  g_clear_error (&writer->failure);
  g_free (writer);
}

void
ikrar_ledger_writer_add_key (IkrarLedgerWriter *writer, const char *verifier_key)
{
  g_return_if_fail (writer != NULL);
  g_return_if_fail (verifier_key != NULL);

  write_line (writer, IKRAR_LEDGER_KEY, verifier_key);
}

static void
write_base64 (IkrarLedgerWriter *writer, const char *word, gconstpointer data, gsize size)
{
  g_autofree char *base64 = g_base64_encode (data, size);

  write_line (writer, word, base64);
}

/* Writes the checkpoints whose records are all there. */
static void
write_checkpoints (IkrarLedgerWriter *writer, guint64 size)
{
  Waiting *waiting;

  while ((waiting = g_queue_peek_head (&writer->waiting)) != NULL && waiting->size <= size)
    {
      write_base64 (writer, IKRAR_LEDGER_CHECKPOINT, waiting->note, strlen (waiting->note));
      free_waiting (g_queue_pop_head (&writer->waiting));
    }
}

void
ikrar_ledger_writer_add_record (IkrarLedgerWriter *writer, gconstpointer data, gsize size)
{
  g_return_if_fail (writer != NULL);
  g_return_if_fail (data != NULL);

  write_checkpoints (writer, writer->records);
  write_base64 (writer, IKRAR_LEDGER_RECORD, data, size);
  writer->records++;
}

void
ikrar_ledger_writer_add_checkpoint (IkrarLedgerWriter *writer, const char *note)
{
  guint64 size;
  Waiting *waiting;

  g_return_if_fail (writer != NULL);
  g_return_if_fail (note != NULL);

  /* A note that cannot be read is written too: an export hides nothing. */
  if (!ikrar_checkpoint_read_size (note, &size))
    size = writer->records;
  g_return_if_fail (size >= writer->records);
  waiting = g_new0 (Waiting, 1);
  waiting->size = size;
  waiting->note = g_strdup (note);
  g_queue_insert_sorted (&writer->waiting, waiting, compare_waiting, NULL);
}

gboolean
ikrar_ledger_writer_finish (IkrarLedgerWriter *writer, GCancellable *cancellable, GError **error)
{
  g_autofree char *count = NULL;

  g_return_val_if_fail (writer != NULL, FALSE);

  write_checkpoints (writer, G_MAXUINT64);
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, writer->records);
  write_line (writer, IKRAR_LEDGER_END, count);
  flush (writer, cancellable);
  if (writer->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&writer->failure));
      return FALSE;
    }
  return g_output_stream_flush (writer->output, cancellable, error);
}
