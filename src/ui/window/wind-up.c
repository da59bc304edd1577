/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/window/wind-up.h"

#include "store/backup.h"
#include "store/ledger.h"

#include "ui/common/errand.h"

typedef struct
{
  IkrarContext *context;
  void (*done) (gpointer owner);
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->context);
  g_free (order);
}

static void
wind_up (GTask *task, gpointer unused, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  IkrarStore *store = ikrar_context_lease (order->context, &error);

  if (store != NULL)
    {
      if (ikrar_ledger_checkpoint (store, NULL, &error))
        ikrar_backup_rotate (store, NULL, &error);
      ikrar_context_give_back (order->context, store);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_wound_up (gpointer owner, GTask *task)
{
  const Order *order = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (task, &error))
    g_warning ("closing: %s", error->message);
  if (order->done != NULL)
    order->done (owner);
  g_application_release (g_application_get_default ());
}

void
ikrar_wind_up (IkrarContext *context, gpointer owner, void (*done) (gpointer owner))
{
  Order *order = g_new0 (Order, 1);

  order->context = g_object_ref (context);
  order->done = done;
  g_application_hold (g_application_get_default ());
  ikrar_errand_run (owner, NULL, wind_up, order, (GDestroyNotify) order_free, on_wound_up);
}
