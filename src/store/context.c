/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/context.h"

#include "store/db.h"
#include "store/error.h"
#include "store/watch.h"

struct _IkrarContext
{
  GObject parent_instance;

  char *uri;
  GMutex lock;      /* guards what follows */
  GPtrArray *idle;  /* stores that were given back */
  GHashTable *out;  /* set of leased stores that may be used again */
  gboolean checked; /* whether the database was looked at with all checks */
  gint64 version;   /* of a server's database then; 0 for a file */
  guint emit_source;
  gboolean watches; /* whether it is to be watched */
  IkrarWatch *watch;

  IkrarLink state; /* main thread only, and so what follows */
  guint waiting;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LINK_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarContext, ikrar_context, G_TYPE_OBJECT)

static gboolean
on_emit (gpointer user_data)
{
  IkrarContext *self = user_data;

  g_mutex_lock (&self->lock);
  self->emit_source = 0;
  g_mutex_unlock (&self->lock);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Many commits in a row are one signal. A watch tells them itself, so that it does not take them
 * for somebody else's. */
static void
on_commit (gpointer user_data)
{
  IkrarContext *self = user_data;

  g_mutex_lock (&self->lock);
  if (self->watch != NULL)
    ikrar_watch_poke (self->watch);
  else if (self->emit_source == 0)
    self->emit_source =
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_emit, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->lock);
}

static void
set_link (IkrarContext *self, IkrarLink state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_LINK_CHANGED], 0);
}

static void
on_news (gpointer owner, gboolean changed, gboolean linked)
{
  IkrarContext *self = owner;

  if (self->state != IKRAR_LINK_LOCAL)
    set_link (self, linked ? IKRAR_LINK_SHARED : IKRAR_LINK_OFFLINE);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The lock is held. Before the database was opened with all checks there is nothing to watch. */
static void
start_watch (IkrarContext *self)
{
  if (self->watches && self->checked && self->watch == NULL)
    self->watch = ikrar_watch_new (self, self->uri, self->version, on_news);
}

static void
stop_watch (IkrarContext *self)
{
  IkrarWatch *watch;

  g_mutex_lock (&self->lock);
  watch = g_steal_pointer (&self->watch);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&watch, ikrar_watch_stop);
}

static void
ikrar_context_finalize (GObject *object)
{
  IkrarContext *self = IKRAR_CONTEXT (object);

  stop_watch (self);
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

  /**
   * IkrarContext::link-changed:
   *
   * The link to a shared database broke or is back, or another number of check-ins waits to be
   * delivered. Emitted on the main thread.
   */
  signals[SIGNAL_LINK_CHANGED] =
      g_signal_new ("link-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
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
  self->state = ikrar_db_uri_is_shared (uri) ? IKRAR_LINK_SHARED : IKRAR_LINK_LOCAL;
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
  /* A file's version only means something to the connection that asked for it. */
  if (store != NULL && ikrar_db_uri_is_shared (self->uri))
    self->version = ikrar_db_version (ikrar_store_get_db (store));
  start_watch (self);
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
    {
      ikrar_store_set_notify (store, on_commit, self);
      ikrar_store_set_patience (store, IKRAR_STORE_PATIENCE_MS);
    }
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

  stop_watch (self);
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

  g_mutex_lock (&self->lock);
  self->watches = TRUE;
  start_watch (self);
  g_mutex_unlock (&self->lock);
}

IkrarLink
ikrar_context_get_link (IkrarContext *self)
{
  g_return_val_if_fail (IKRAR_IS_CONTEXT (self), IKRAR_LINK_LOCAL);

  return self->state;
}

guint
ikrar_context_get_waiting (IkrarContext *self)
{
  g_return_val_if_fail (IKRAR_IS_CONTEXT (self), 0);

  return self->waiting;
}

void
ikrar_context_set_waiting (IkrarContext *self, guint waiting)
{
  g_return_if_fail (IKRAR_IS_CONTEXT (self));

  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_signal_emit (self, signals[SIGNAL_LINK_CHANGED], 0);
}
