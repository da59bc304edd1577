/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/work.h"

#include "store/error.h"
#include "store/event-replica.h"

#include "ui/common/errand.h"

#define REPORT_INTERVAL_US (100 * 1000)
#define TAKEN_KEY "ikrar-work-taken"

typedef struct
{
  IkrarWork work;
  guint64 number; /* the later asked for, the larger */
  IkrarContext *context;
  gpointer owner; /* kept by the errand */
  GTask *task;    /* borrowed: the task owns the job */
  gint64 reported_at;
} Job;

/* The newest result of a reading function that an owner took. */
typedef struct
{
  IkrarWorkFunc func;
  guint64 number;
} Taken;

/* One report on its way to the main thread. */
typedef struct
{
  GTask *task;
  guint64 done;
  guint64 total;
} Report;

static void
job_free (Job *job)
{
  if (job->work.free_input != NULL)
    job->work.free_input (job->work.input);
  g_object_unref (job->context);
  g_free (job);
}

static void
report_free (Report *report)
{
  g_object_unref (report->task);
  g_free (report);
}

static gboolean
on_report (gpointer user_data)
{
  Report *report = user_data;
  Job *job = g_task_get_task_data (report->task);

  if (job != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    job->work.progress (job->owner, report->done, report->total);
  return G_SOURCE_REMOVE;
}

static void
send_report (guint64 done, guint64 total, gpointer user_data)
{
  Job *job = user_data;
  gint64 now = g_get_monotonic_time ();
  Report *report;

  if (now - job->reported_at < REPORT_INTERVAL_US)
    return;
  job->reported_at = now;
  report = g_new0 (Report, 1);
  report->task = g_object_ref (job->task);
  report->done = done;
  report->total = total;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_report, report, (GDestroyNotify) report_free);
}

static gpointer
work_on_database (Job *job, const IkrarProgress *progress, GError **error)
{
  IkrarStore *store = ikrar_context_lease (job->context, error);
  gpointer output = NULL;

  if (store == NULL)
    return NULL;
  output = job->work.func (store, job->work.input, progress, error);
  ikrar_context_give_back (job->context, store);
  return output;
}

static gpointer
work_on_replica (Job *job, const IkrarProgress *progress, GError **error)
{
  g_autoptr (IkrarStore) replica = ikrar_event_replica_open (
      ikrar_context_get_uri (job->context), job->work.replica, IKRAR_DB_OPEN, error);

  return replica != NULL ? job->work.func (replica, job->work.input, progress, error) : NULL;
}

static void
run (GTask *task, gpointer unused, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  IkrarProgress progress = { job->work.progress != NULL ? send_report : NULL, job, cancellable };
  GError *error = NULL;
  gpointer output;

  job->task = task;
  g_task_set_check_cancellable (task, FALSE);
  output = work_on_database (job, &progress, &error);
  if (job->work.replica != 0 && g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    {
      g_clear_error (&error);
      output = work_on_replica (job, &progress, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, output, job->work.free_output);
}

static Taken *
get_taken (GObject *owner, IkrarWorkFunc func)
{
  GArray *all = g_object_get_data (owner, TAKEN_KEY);
  const Taken none = { func, 0 };

  if (all == NULL)
    {
      all = g_array_new (FALSE, FALSE, sizeof (Taken));
      g_object_set_data_full (owner, TAKEN_KEY, all, (GDestroyNotify) g_array_unref);
    }
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Taken, i).func == func)
      return &g_array_index (all, Taken, i);
  g_array_append_val (all, none);
  return &g_array_index (all, Taken, all->len - 1);
}

static gboolean
is_out_of_date (const Job *job)
{
  Taken *taken;

  if (!job->work.shown)
    return FALSE;
  taken = get_taken (job->owner, job->work.func);
  if (taken->number > job->number)
    return TRUE;
  taken->number = job->number;
  return FALSE;
}

static void
on_ready (gpointer owner, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (task));
  gpointer output = g_task_propagate_pointer (task, &error);

  if (!cancelled && job->work.done != NULL && !is_out_of_date (job))
    job->work.done (owner, output, error);
  else if (output != NULL && job->work.free_output != NULL)
    job->work.free_output (output);
}

void
ikrar_work_start (IkrarContext *context,
                  gpointer owner,
                  GCancellable *cancellable,
                  const IkrarWork *work)
{
  static guint64 number;
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (work->func != NULL);

  job->work = *work;
  job->number = ++number;
  job->context = g_object_ref (context);
  job->owner = owner;
  ikrar_errand_run (owner, cancellable, run, job, (GDestroyNotify) job_free, on_ready);
}
