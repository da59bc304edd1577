/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "ui/common/errand.h"

#define N_ERRANDS 2000

/* Where owners and data ended, and what came back. */
typedef struct
{
  GThread *main_thread;
  guint owners_ended;
  guint data_ended;
  guint ready;
  guint elsewhere; /* ends in another thread */
} Count;

typedef struct
{
  Count *count;
  guint number;
} Data;

static void
count_end (Count *count, guint *ended)
{
  if (g_thread_self () != count->main_thread)
    g_atomic_int_inc (&count->elsewhere);
  g_atomic_int_inc (ended);
}

static void
on_owner_ended (gpointer user_data, GObject *owner)
{
  Count *count = user_data;

  count_end (count, &count->owners_ended);
}

static void
data_free (Data *data)
{
  count_end (data->count, &data->count->data_ended);
  g_free (data);
}

static void
count_on (GTask *task, gpointer source, gpointer user_data, GCancellable *cancellable)
{
  const Data *data = user_data;

  g_assert_null (source);
  g_task_return_int (task, data->number + 1);
}

static void
on_ready (gpointer owner, GTask *task)
{
  Data *data = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_assert_true (G_IS_OBJECT (owner));
  g_assert_cmpint (g_task_propagate_int (task, &error), ==, data->number + 1);
  g_assert_no_error (error);
  g_assert_true (g_thread_self () == data->count->main_thread);
  data->count->ready++;
}

/* Nobody but the errand holds the owner: it ends with the errand, and where it may. */
static void
test_ends_in_main_thread (void)
{
  Count count = { .main_thread = g_thread_self () };

  for (guint i = 0; i < N_ERRANDS; i++)
    {
      GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
      Data *data = g_new0 (Data, 1);

      g_object_weak_ref (owner, on_owner_ended, &count);
      *data = (Data){ &count, i };
      ikrar_errand_run (owner, NULL, count_on, data, (GDestroyNotify) data_free, on_ready);
      g_object_unref (owner);
    }
  while (count.ready < N_ERRANDS)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count.owners_ended, ==, N_ERRANDS);
  g_assert_cmpuint (count.data_ended, ==, N_ERRANDS);
  g_assert_cmpuint (count.elsewhere, ==, 0);
}

static void
on_cancelled (gpointer owner, GTask *task)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_task_propagate_int (task, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_set_data (owner, "told", GINT_TO_POINTER (TRUE));
}

static void
test_cancelled (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Count count = { .main_thread = g_thread_self () };
  Data *data = g_new0 (Data, 1);

  *data = (Data){ &count, 1 };
  g_cancellable_cancel (cancellable);
  ikrar_errand_run (owner, cancellable, count_on, data, (GDestroyNotify) data_free, on_cancelled);
  while (g_object_get_data (owner, "told") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count.data_ended, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/errand/ends-in-main-thread", test_ends_in_main_thread);
  g_test_add_func ("/ui/errand/cancelled", test_cancelled);
  return g_test_run ();
}
