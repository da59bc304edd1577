/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/work.h"

#include "ui/common/errand.h"

#define REPORT_INTERVAL_US (100 * 1000)

typedef struct
{
  IkrarWork work;
  IkrarContext *context;
  gpointer owner; /* kept by the errand */
  GTask *task;    /* borrowed: the task owns the job */
  gint64 reported_at;
} Job;

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

static void
run (GTask *task, gpointer unused, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  IkrarProgress progress = { job->work.progress != NULL ? send_report : NULL, job, cancellable };
  GError *error = NULL;
  IkrarStore *store = ikrar_context_lease (job->context, &error);
  gpointer output = NULL;

  job->task = task;
  g_task_set_check_cancellable (task, FALSE);
  if (store != NULL)
    {
      output = job->work.func (store, job->work.input, &progress, &error);
      ikrar_context_give_back (job->context, store);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, output, job->work.free_output);
}

static void
on_ready (gpointer owner, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (task));
  gpointer output = g_task_propagate_pointer (task, &error);

  if (!cancelled && job->work.done != NULL)
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
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (work->func != NULL);

  job->work = *work;
  job->context = g_object_ref (context);
  job->owner = owner;
  ikrar_errand_run (owner, cancellable, run, job, (GDestroyNotify) job_free, on_ready);
}
