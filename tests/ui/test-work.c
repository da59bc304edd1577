/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "ui/common/work.h"

#include "store/fixture.h"

/* Work that ends when it is let go, and what came of it. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  gboolean open; /* whether the first may end */
  GString *taken;
  guint freed;
} Gate;

typedef struct
{
  Gate *gate;
  char name;
} Task;

static gpointer
wait_at_gate (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Task *task = input;

  g_mutex_lock (&task->gate->mutex);
  while (task->name == 'a' && !task->gate->open)
    g_cond_wait (&task->gate->changed, &task->gate->mutex);
  g_mutex_unlock (&task->gate->mutex);
  return g_memdup2 (task, sizeof *task);
}

static void
free_result (gpointer output)
{
  Task *task = output;

  task->gate->freed++;
  g_free (task);
}

static void
on_done (gpointer owner, gpointer output, const GError *error)
{
  Task *task = output;

  g_assert_no_error (error);
  g_string_append_c (task->gate->taken, task->name);
  g_free (task);
}

static void
start (IkrarContext *context, GObject *owner, Gate *gate, char name, gboolean shown)
{
  const Task task = { gate, name };
  const IkrarWork work = {
    .func = wait_at_gate,
    .input = g_memdup2 (&task, sizeof task),
    .free_input = g_free,
    .free_output = free_result,
    .done = on_done,
    .shown = shown,
  };

  ikrar_work_start (context, owner, NULL, &work);
}

static void
wait_for (const Gate *gate, gsize n_ended)
{
  while (gate->taken->len + gate->freed < n_ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->mutex);
}

/* The first of two ends last. What is to be shown must not go back to it; what was done is told. */
static void
overtake (Fixture *fixture, gconstpointer shown)
{
  g_autoptr (IkrarContext) context = ikrar_context_new (fixture->path);
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Gate gate = { .taken = g_string_new (NULL) };

  start (context, owner, &gate, 'a', shown != NULL);
  start (context, owner, &gate, 'b', shown != NULL);
  wait_for (&gate, 1);
  open_gate (&gate);
  wait_for (&gate, 2);
  g_assert_cmpstr (gate.taken->str, ==, shown != NULL ? "b" : "ba");
  start (context, owner, &gate, 'c', shown != NULL);
  wait_for (&gate, 3);
  g_assert_cmpstr (gate.taken->str, ==, shown != NULL ? "bc" : "bac");
  g_string_free (gate.taken, TRUE);
}

/* Another owner shows something of its own. */
static void
overtake_another (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (IkrarContext) context = ikrar_context_new (fixture->path);
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  Gate gate = { .taken = g_string_new (NULL) };

  start (context, one, &gate, 'a', TRUE);
  start (context, other, &gate, 'b', TRUE);
  wait_for (&gate, 1);
  open_gate (&gate);
  wait_for (&gate, 2);
  g_assert_cmpstr (gate.taken->str, ==, "ba");
  g_string_free (gate.taken, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/work/shown", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, overtake,
              fixture_tear_down);
  g_test_add ("/ui/work/done", Fixture, NULL, fixture_set_up, overtake, fixture_tear_down);
  g_test_add ("/ui/work/others", Fixture, NULL, fixture_set_up, overtake_another,
              fixture_tear_down);
  return g_test_run ();
}
