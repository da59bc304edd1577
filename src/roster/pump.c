/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/pump-private.h"

#include "roster/fixes-private.h"
#include "roster/reshape-private.h"
#include "roster/row-private.h"

/* Rows are handed over in batches, so that the threads seldom meet; few batches are kept, so that
 * memory stays flat when the taker is slower. */
#define BATCH_ROWS 256
#define BATCHES_MAX 8
#define TEXTS_SIZE (32 * 1024)
/* Progress of one table of several. */
#define TABLE_STEPS 1000

/* A judged row that outlives the next one. */
typedef struct
{
  IkrarRosterRow row;
  IkrarSheetRow source;
  guint first_cell;
} OwnRow;

/* Rows, with all cells and texts of theirs in one place: what one thread makes and another takes
 * apart piece by piece costs more than the work itself. */
typedef struct
{
  GArray *rows;
  GArray *cells; /* IkrarSheetCell of all rows */
  GStringChunk *texts;
  guint64 done;
  guint64 total;
} Batch;

typedef struct
{
  IkrarWorkbook *workbook;
  const IkrarLayout *layout;
  IkrarJudge *judge;
  GCancellable *cancellable;

  /* Of the reading thread. */
  IkrarMender mender;
  Batch *filling;
  guint64 done;
  guint64 total;
  /* Tables, and how many of them were read. */
  guint n_tables;
  guint n_read;
  gboolean unwanted;

  /* Shared, under the mutex. */
  GMutex mutex;
  GCond changed;
  GQueue batches;
  GError *error;
  gboolean finished;
  gboolean stopped;
} Pump;

static void
copy_cells (Batch *batch, const IkrarSheetRow *source)
{
  for (guint i = 0; i < source->n_cells; i++)
    {
      IkrarSheetCell cell = source->cells[i];
      gboolean is_raw = cell.raw == cell.text;

      cell.text = g_string_chunk_insert (batch->texts, cell.text);
      cell.raw = is_raw ? cell.text : g_string_chunk_insert (batch->texts, cell.raw);
      g_array_append_val (batch->cells, cell);
    }
}

static void
clear_row (gpointer data)
{
  OwnRow *own = data;

  _ikrar_roster_row_clear_reasons (&own->row);
}

static Batch *
make_batch (void)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->rows = g_array_sized_new (FALSE, FALSE, sizeof (OwnRow), BATCH_ROWS);
  g_array_set_clear_func (batch->rows, clear_row);
  batch->cells = g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell));
  batch->texts = g_string_chunk_new (TEXTS_SIZE);
  return batch;
}

static void
free_batch (Batch *batch)
{
  g_array_unref (batch->rows);
  g_array_unref (batch->cells);
  g_string_chunk_free (batch->texts);
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
  own.first_cell = pump->filling->cells->len;
  copy_cells (pump->filling, source);
  _ikrar_roster_row_move (row, &own.row, pump->filling->texts);
  g_array_append_val (pump->filling->rows, own);
  if (pump->filling->rows->len < BATCH_ROWS || push_batch (pump))
    return TRUE;
  pump->unwanted = TRUE;
  return FALSE;
}

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Pump *pump = user_data;

  /* How large the other tables are is not known before. */
  pump->done = total > 0 && pump->n_tables > 1
                   ? pump->n_read * TABLE_STEPS + MIN (done, total) * TABLE_STEPS / total
                   : done;
  pump->total = total > 0 && pump->n_tables > 1 ? pump->n_tables * TABLE_STEPS : total;
}

static gboolean
read_sheet (Pump *pump, guint sheet, const IkrarProgress *progress, GError **error)
{
  const IkrarHeader *header = ikrar_layout_get_header (pump->layout, sheet);

  for (guint block = 0; block < ikrar_header_get_n_blocks (header) && !pump->unwanted; block++)
    {
      if (!_ikrar_reshape_read (pump->workbook, pump->layout, sheet, block, &pump->mender,
                                on_source, pump, progress, error))
        return FALSE;
      pump->n_read++;
    }
  return TRUE;
}

static void
read_sheets (Pump *pump, const IkrarProgress *progress, GError **error)
{
  pump->n_tables = _ikrar_layout_count_tables (pump->layout);
  for (guint i = 0; i < ikrar_layout_get_n_sheets (pump->layout) && !pump->unwanted; i++)
    if (ikrar_layout_get_use (pump->layout, i) == IKRAR_SHEET_READ &&
        !read_sheet (pump, i, progress, error))
      return;
}

static gpointer
read_rows (gpointer data)
{
  Pump *pump = data;
  IkrarProgress progress = { on_progress, pump, pump->cancellable };
  GError *error = NULL;

  pump->filling = make_batch ();
  _ikrar_mender_init (&pump->mender, pump->judge->memory->fixes);
  read_sheets (pump, &progress, &error);
  push_batch (pump);
  free_batch (pump->filling);
  _ikrar_mender_clear (&pump->mender);
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

      own->source.cells = &g_array_index (batch->cells, IkrarSheetCell, own->first_cell);
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
                 const IkrarLayout *layout,
                 IkrarJudge *judge,
                 IkrarPumpFunc func,
                 gpointer user_data,
                 const IkrarProgress *progress,
                 GError **error)
{
  Pump pump = { workbook, layout, judge };
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
