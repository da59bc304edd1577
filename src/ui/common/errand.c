/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/errand.h"

typedef struct
{
  GObject *owner;
  IkrarErrandReady ready;
} Errand;

static void
on_ready (GObject *unused, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  GTask *task = G_TASK (result);

  errand->ready (errand->owner, task);
  g_task_set_task_data (task, NULL, NULL);
  g_object_unref (errand->owner);
  g_free (errand);
}

void
ikrar_errand_run (gpointer owner,
                  GCancellable *cancellable,
                  GTaskThreadFunc func,
                  gpointer data,
                  GDestroyNotify free_data,
                  IkrarErrandReady ready)
{
  Errand *errand = g_new0 (Errand, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, on_ready, errand);

  errand->owner = g_object_ref (owner);
  errand->ready = ready;
  g_task_set_source_tag (task, ikrar_errand_run);
  g_task_set_task_data (task, data, free_data);
  g_task_run_in_thread (task, func);
}
