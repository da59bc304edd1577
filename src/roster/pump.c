/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"
#define _GNU_SOURCE

#include "roster/pump-private.h"

#include <string.h>

#include "roster/row-private.h"

/* Rows are handed over in batches, so that the threads seldom meet; few batches are kept, so that
 * memory stays flat when the taker is slower. */
#define BATCH_ROWS 256
#define BATCHES_MAX 8

/* A judged row that outlives the next one. */
typedef struct
{
  IkrarRosterRow row;
  IkrarSheetRow source;
  /* The cells, then their texts. */
  IkrarSheetCell *cells;
} OwnRow;

typedef struct
{
  GArray *rows;
  guint64 done;
  guint64 total;
} Batch;

typedef struct
{
  IkrarWorkbook *workbook;
  guint sheet;
  IkrarJudge *judge;
  GCancellable *cancellable;

  /* Of the reading thread. */
  Batch *filling;
  guint64 done;
  guint64 total;

  /* Shared, under the mutex. */
  GMutex mutex;
  GCond changed;
  GQueue batches;
  GError *error;
  gboolean finished;
  gboolean stopped;
} Pump;

static gsize
measure (const IkrarSheetRow *source)
{
  gsize size = source->n_cells * sizeof (IkrarSheetCell);

  for (guint i = 0; i < source->n_cells; i++)
    {
      size += strlen (source->cells[i].text) + 1;
      if (source->cells[i].raw != source->cells[i].text)
        size += strlen (source->cells[i].raw) + 1;
    }
  return size;
}

static const char *
put_text (char **at, const char *text)
{
  const char *copy = *at;

  *at = stpcpy (*at, text) + 1;
  return copy;
}

static IkrarSheetCell *
copy_cells (const IkrarSheetRow *source)
{
  IkrarSheetCell *cells = g_malloc (measure (source));
  char *at = (char *) (cells + source->n_cells);

  for (guint i = 0; i < source->n_cells; i++)
    {
      const IkrarSheetCell *cell = &source->cells[i];

      cells[i] = *cell;
      cells[i].text = cells[i].raw = put_text (&at, cell->text);
      if (cell->raw != cell->text)
        cells[i].raw = put_text (&at, cell->raw);
    }
  return cells;
}

static void
clear_row (gpointer data)
{
  OwnRow *own = data;

  _ikrar_roster_row_clear (&own->row);
  g_free (own->cells);
}

static Batch *
make_batch (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->rows = g_array_sized_new (FALSE, FALSE, sizeof (OwnRow), BATCH_ROWS);
  g_array_set_clear_func (batch->rows, clear_row);
  return batch;
}

static void
free_batch (Batch *batch)
{
  g_array_unref (batch->rows);
  g_free (batch);
}

/* Gives the batch away; FALSE if nobody wants any more. */
static gboolean
push_batch (Pump *pump)
{
  gboolean wanted;

  pump->filling->done = pump->done;
  pump->filling->total = pump->total;
  g_mutex_lock (&pump->mutex);
  while (pump->batches.length >= BATCHES_MAX && !pump->stopped)
    g_cond_wait (&pump->changed, &pump->mutex);
  g_queue_push_tail (&pump->batches, pump->filling);
  wanted = !pump->stopped;
  g_cond_signal (&pump->changed);
  g_mutex_unlock (&pump->mutex);
  pump->filling = make_batch ();
  return wanted;
}

static gboolean
on_source (const IkrarSheetRow *source, gpointer user_data, GError **error)
{
  Pump *pump = user_data;
  IkrarRosterRow *row;
  OwnRow own;

  if (!ikrar_judge_row (pump->judge, source, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  own.source = *source;
  own.source.cells = own.cells = copy_cells (source);
  _ikrar_roster_row_move (row, &own.row);
  g_array_append_val (pump->filling->rows, own);
  return pump->filling->rows->len < BATCH_ROWS || push_batch (pump);
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Pump *pump = user_data;

  pump->done = done;
  pump->total = total;
}

static gpointer
read_rows (gpointer data)
{
  Pump *pump = data;
  IkrarProgress progress = { on_progress, pump, pump->cancellable };
  GError *error = NULL;

  pump->filling = make_batch ();
  ikrar_workbook_read (pump->workbook, pump->sheet, on_source, pump, &progress, &error);
  push_batch (pump);
  free_batch (pump->filling);
  g_mutex_lock (&pump->mutex);
  pump->error = error;
  pump->finished = TRUE;
  g_cond_signal (&pump->changed);
  g_mutex_unlock (&pump->mutex);
  return NULL;
}

static Batch *
pop_batch (Pump *pump)
{
  Batch *batch;

  g_mutex_lock (&pump->mutex);
  while (pump->batches.length == 0 && !pump->finished)
    g_cond_wait (&pump->changed, &pump->mutex);
  batch = g_queue_pop_head (&pump->batches);
  g_cond_signal (&pump->changed);
  g_mutex_unlock (&pump->mutex);
  return batch;
}

static void
stop (Pump *pump)
{
  g_mutex_lock (&pump->mutex);
  pump->stopped = TRUE;
  g_cond_signal (&pump->changed);
  g_mutex_unlock (&pump->mutex);
}

/* FALSE when no more is wanted, with or without an error. */
static gboolean
take_batch (const Batch *batch,
            IkrarPumpFunc func,
            gpointer user_data,
            const IkrarProgress *progress,
            GError **error)
{
  for (guint i = 0; i < batch->rows->len; i++)
    {
      OwnRow *own = &g_array_index (batch->rows, OwnRow, i);

      own->row.source = &own->source;
      if (!func (&own->row, user_data, error))
        return FALSE;
    }
  return ikrar_progress_step (progress, batch->done, batch->total, error);
}

static void
init_pump (Pump *pump, const IkrarProgress *progress)
{
  g_mutex_init (&pump->mutex);
  g_cond_init (&pump->changed);
  g_queue_init (&pump->batches);
  pump->cancellable = progress != NULL ? progress->cancellable : NULL;
}

static void
clear_pump (Pump *pump)
{
  g_mutex_clear (&pump->mutex);
  g_cond_clear (&pump->changed);
  g_clear_error (&pump->error);
}

gboolean
_ikrar_pump_run (IkrarWorkbook *workbook,
                 guint sheet,
                 IkrarJudge *judge,
                 IkrarPumpFunc func,
                 gpointer user_data,
                 const IkrarProgress *progress,
                 GError **error)
{
  Pump pump = { workbook, sheet, judge };
  g_autoptr (GError) failure = NULL;
  GThread *thread;
  Batch *batch;
  gboolean wanted = TRUE;

  init_pump (&pump, progress);
  thread = g_thread_new ("ikrar-roster", read_rows, &pump);
  while ((batch = pop_batch (&pump)) != NULL)
    {
      if (wanted && !take_batch (batch, func, user_data, progress, &failure))
        {
          wanted = FALSE;
          stop (&pump);
        }
      free_batch (batch);
    }
  g_thread_join (thread);
  if (failure == NULL && wanted)
    failure = g_steal_pointer (&pump.error);
  clear_pump (&pump);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
