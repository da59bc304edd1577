/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/ordered-work-private.h"

/* How far the work may run ahead: bounds memory. */
#define AHEAD 64

typedef struct
{
  gpointer result;
  gboolean done;
} Slot;

struct _IkrarOrderedWork
{
  IkrarWorkFunc func;
  gpointer user_data;
  GDestroyNotify free_result;
  guint n_items;
  GMutex lock; /* for everything below */
  GCond changed;
  GPtrArray *threads;
  Slot slots[AHEAD];
  guint next;  /* to be begun */
  guint taken; /* how many were taken */
  gboolean stopped;
};

static Slot *
slot_of (IkrarOrderedWork *work, guint index)
{
  return &work->slots[index % AHEAD];
}

static gboolean
may_begin (const IkrarOrderedWork *work)
{
  return work->next < work->n_items && work->next < work->taken + AHEAD;
}

/* Called with the lock held, which is let go while the item is done. */
static void
do_next (IkrarOrderedWork *work)
{
  guint index = work->next++;
  gpointer result;

  g_mutex_unlock (&work->lock);
  result = work->func (index, work->user_data);
  g_mutex_lock (&work->lock);
  *slot_of (work, index) = (Slot){ .result = result, .done = TRUE };
  g_cond_broadcast (&work->changed);
}

static gpointer
run_worker (gpointer data)
{
  IkrarOrderedWork *work = data;

  g_mutex_lock (&work->lock);
  while (!work->stopped && work->next < work->n_items)
    if (may_begin (work))
      do_next (work);
    else
      g_cond_wait (&work->changed, &work->lock);
  g_mutex_unlock (&work->lock);
  return NULL;
}

IkrarOrderedWork *
ikrar_ordered_work_new (guint n_items,
                        IkrarWorkFunc func,
                        gpointer user_data,
                        GDestroyNotify free_result)
{
  IkrarOrderedWork *work = g_new0 (IkrarOrderedWork, 1);
  guint n_threads = MIN (g_get_num_processors () - 1, n_items);

  work->func = func;
  work->user_data = user_data;
  work->free_result = free_result;
  work->n_items = n_items;
  g_mutex_init (&work->lock);
  g_cond_init (&work->changed);
  work->threads = g_ptr_array_new ();
  for (guint i = 0; i < n_threads; i++)
    g_ptr_array_add (work->threads, g_thread_new ("ikrar-report", run_worker, work));
  return work;
}

gpointer
ikrar_ordered_work_take (IkrarOrderedWork *work, guint index)
{
  Slot *slot = slot_of (work, index);
  gpointer result;

  g_mutex_lock (&work->lock);
  g_assert (index == work->taken && index < work->n_items);
  while (!slot->done)
    if (may_begin (work))
      do_next (work);
    else
      g_cond_wait (&work->changed, &work->lock);
  result = slot->result;
  *slot = (Slot){ 0 };
  work->taken++;
  g_cond_broadcast (&work->changed);
  g_mutex_unlock (&work->lock);
  return result;
}

void
ikrar_ordered_work_free (IkrarOrderedWork *work)
{
  if (work == NULL)
    return;
  g_mutex_lock (&work->lock);
  work->stopped = TRUE;
  g_cond_broadcast (&work->changed);
  g_mutex_unlock (&work->lock);
  for (guint i = 0; i < work->threads->len; i++)
    g_thread_join (g_ptr_array_index (work->threads, i));
  for (guint i = 0; i < AHEAD; i++)
    if (work->slots[i].done)
      work->free_result (work->slots[i].result);
  g_ptr_array_unref (work->threads);
  g_cond_clear (&work->changed);
  g_mutex_clear (&work->lock);
  g_free (work);
}
