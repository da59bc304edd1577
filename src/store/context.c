/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/context.h"

#include "store/db.h"
#include "store/error.h"

#define WATCH_INTERVAL_MS 1000

struct _IkrarContext
{
  GObject parent_instance;

  char *uri;
  GMutex lock;      /* guards what follows */
  GPtrArray *idle;  /* stores that were given back */
  GHashTable *out;  /* set of leased stores that may be used again */
  gboolean checked; /* whether the database was looked at with all checks */
  guint emit_source;
  guint watch_source;
  IkrarStore *watcher; /* main thread only */
  gint64 seen_version;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarContext, ikrar_context, G_TYPE_OBJECT)

/* What this process committed is told by the signal; the watcher shall not tell it again. */
static void
see_version (IkrarContext *self)
{
  if (self->watcher != NULL)
    self->seen_version = ikrar_db_version (ikrar_store_get_db (self->watcher));
}

static gboolean
on_emit (gpointer user_data)
{
  IkrarContext *self = user_data;

  g_mutex_lock (&self->lock);
  self->emit_source = 0;
  g_mutex_unlock (&self->lock);
  see_version (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Many commits in a row are one signal. */
static void
on_commit (gpointer user_data)
{
  IkrarContext *self = user_data;

  g_mutex_lock (&self->lock);
  if (self->emit_source == 0)
    self->emit_source =
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_emit, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

/* The main thread never waits for a worker that opens the database with all checks. */
static IkrarStore *
open_watcher (IkrarContext *self)
{
  IkrarStore *store = NULL;

  if (!g_mutex_trylock (&self->lock))
    return NULL;
  if (self->checked)
    store = ikrar_store_open_checked (self->uri, NULL);
  g_mutex_unlock (&self->lock);
  return store;
}

static gboolean
on_watch (gpointer user_data)
{
  IkrarContext *self = user_data;
  gint64 seen = self->seen_version;

  if (self->watcher == NULL)
    self->watcher = open_watcher (self);
  see_version (self);
  if (seen != 0 && self->seen_version != seen)
    on_commit (self);
  return G_SOURCE_CONTINUE;
}

static void
close_watcher (IkrarContext *self)
{
  g_clear_pointer (&self->watcher, ikrar_store_close);
  self->seen_version = 0;
}

static void
ikrar_context_finalize (GObject *object)
{
  IkrarContext *self = IKRAR_CONTEXT (object);

  g_clear_handle_id (&self->watch_source, g_source_remove);
  close_watcher (self);
  g_ptr_array_unref (self->idle);
  g_hash_table_unref (self->out);
  g_mutex_clear (&self->lock);
  g_free (self->uri);
  G_OBJECT_CLASS (ikrar_context_parent_class)->finalize (object);
}

static void
ikrar_context_class_init (IkrarContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ikrar_context_finalize;

  /**
   * IkrarContext::changed:
   *
   * Something was committed, here or by another program. Emitted on the main thread; many commits
   * in a row are one signal.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ikrar_context_init (IkrarContext *self)
{
  g_mutex_init (&self->lock);
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_store_close);
  self->out = g_hash_table_new (NULL, NULL);
}

IkrarContext *
ikrar_context_new (const char *uri)
{
  IkrarContext *self = g_object_new (IKRAR_TYPE_CONTEXT, NULL);

  self->uri = g_strdup (uri);
  return self;
}

const char *
ikrar_context_get_uri (IkrarContext *self)
{
  g_return_val_if_fail (IKRAR_IS_CONTEXT (self), NULL);

  return self->uri;
}

/* The checks run once, and nobody gets a store before they are done. */
static IkrarStore *
open_store (IkrarContext *self, GError **error)
{
  IkrarStore *store;

  if (self->checked)
    return ikrar_store_open_checked (self->uri, error);
  store = ikrar_store_open (self->uri, IKRAR_DB_CREATE, error);
  self->checked = store != NULL;
  return store;
}

IkrarStore *
ikrar_context_lease (IkrarContext *self, GError **error)
{
  IkrarStore *store = NULL;

  g_return_val_if_fail (IKRAR_IS_CONTEXT (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->idle->len > 0)
    store = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  else
    store = open_store (self, error);
  if (store != NULL)
    g_hash_table_add (self->out, store);
  g_mutex_unlock (&self->lock);
  if (store != NULL)
    ikrar_store_set_notify (store, on_commit, self);
  return store;
}

void
ikrar_context_give_back (IkrarContext *self, IkrarStore *store)
{
  gboolean reusable;

  g_return_if_fail (IKRAR_IS_CONTEXT (self));

  ikrar_db_rollback (ikrar_store_get_db (store));
  g_mutex_lock (&self->lock);
  reusable = g_hash_table_remove (self->out, store);
  if (reusable)
    g_ptr_array_add (self->idle, store);
  g_mutex_unlock (&self->lock);
  if (!reusable)
    ikrar_store_close (store);
}

void
ikrar_context_close (IkrarContext *self)
{
  g_return_if_fail (IKRAR_IS_CONTEXT (self));

  close_watcher (self);
  g_mutex_lock (&self->lock);
  g_ptr_array_set_size (self->idle, 0);
  g_hash_table_remove_all (self->out);
  self->checked = FALSE;
  g_mutex_unlock (&self->lock);
}

void
ikrar_context_watch (IkrarContext *self)
{
  g_return_if_fail (IKRAR_IS_CONTEXT (self));

  if (self->watch_source == 0)
    self->watch_source = g_timeout_add (WATCH_INTERVAL_MS, on_watch, self);
}
