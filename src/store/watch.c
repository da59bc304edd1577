/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/watch.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include "store/db.h"
#include "store/event-replica.h"
#include "store/store.h"

#define FILE_INTERVAL_MS 1000
#define SERVER_INTERVAL_MS 500
#define PAUSE_MS 250
#define PAUSE_MAX_MS 4000

struct _IkrarWatch
{
  char *uri;
  IkrarWatchFunc func;
  gint64 version; /* of what the owner has read, until the first look */
  GWeakRef owner;
  GThread *thread;
  int wake; /* an eventfd: somebody committed here, or the watch ends */

  GMutex lock; /* guards what follows */
  gboolean stopped;
  gboolean deaf; /* busy with a connection: what is committed here is told at once */
  gboolean scheduled;
  gboolean changed; /* to be told */
  gboolean linked;
};

static void
watch_clear (IkrarWatch *self)
{
  g_weak_ref_clear (&self->owner);
  g_mutex_clear (&self->lock);
  close (self->wake);
  g_free (self->uri);
}

static void
watch_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) watch_clear);
}

static gboolean
on_tell (gpointer user_data)
{
  IkrarWatch *self = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  gboolean changed, linked, stopped;

  g_mutex_lock (&self->lock);
  changed = self->changed;
  linked = self->linked;
  stopped = self->stopped;
  self->changed = FALSE;
  self->scheduled = FALSE;
  g_mutex_unlock (&self->lock);
  if (owner != NULL && !stopped)
    self->func (owner, changed, linked);
  return G_SOURCE_REMOVE;
}

/* The lock is held. */
static void
schedule (IkrarWatch *self)
{
  if (!self->scheduled)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_tell, g_atomic_rc_box_acquire (self), watch_unref);
  self->scheduled = TRUE;
}

static void
tell (IkrarWatch *self, gboolean changed, gboolean linked)
{
  g_mutex_lock (&self->lock);
  /* Others may have written while the link was gone. */
  changed |= linked && !self->linked;
  if (changed || linked != self->linked)
    schedule (self);
  self->changed |= changed;
  self->linked = linked;
  g_mutex_unlock (&self->lock);
}

static gboolean
is_stopped (IkrarWatch *self)
{
  gboolean stopped;

  g_mutex_lock (&self->lock);
  stopped = self->stopped;
  g_mutex_unlock (&self->lock);
  return stopped;
}

static void
set_deaf (IkrarWatch *self, gboolean deaf)
{
  g_mutex_lock (&self->lock);
  self->deaf = deaf;
  g_mutex_unlock (&self->lock);
}

/* Whether somebody committed here since. */
static gboolean
take_pokes (IkrarWatch *self)
{
  guint64 count;

  return read (self->wake, &count, sizeof count) == sizeof count;
}

static void
rest (IkrarWatch *self, guint pause_ms)
{
  GPollFD poll = { .fd = self->wake, .events = G_IO_IN };

  g_poll (&poll, 1, (int) pause_ms);
}

/* Tries until the database answers; NULL when the watch ends. */
static IkrarStore *
reach (IkrarWatch *self)
{
  guint pause_ms = PAUSE_MS;
  IkrarStore *store;

  set_deaf (self, TRUE);
  for (;;)
    {
      store = is_stopped (self) ? NULL : ikrar_store_open_checked (self->uri, NULL);
      if (store != NULL || is_stopped (self))
        break;
      tell (self, FALSE, FALSE);
      rest (self, pause_ms);
      take_pokes (self);
      pause_ms = MIN (pause_ms * 2, PAUSE_MAX_MS);
    }
  set_deaf (self, FALSE);
  return store;
}

/* Looks after every hint, and now and then, until the link breaks or the watch ends. A commit of
 * this process may have been seen, and told, before it says so itself. */
static void
follow (IkrarWatch *self, IkrarDb *db, gboolean before)
{
  guint interval = ikrar_db_get_path (db) != NULL ? FILE_INTERVAL_MS : SERVER_INTERVAL_MS;
  gint64 seen = ikrar_db_version (db);
  gint64 told = -1;

  before |= self->version > 0 && seen != self->version;
  self->version = 0;
  tell (self, before, TRUE);
  while (ikrar_db_wait (db, self->wake, interval, NULL) && !is_stopped (self))
    {
      gboolean poked = take_pokes (self);
      gint64 version = ikrar_db_version (db);

      if ((poked && version != told) || (version != seen && version > 0))
        {
          tell (self, TRUE, TRUE);
          told = version;
        }
      seen = version;
    }
}

/* What a desk of this machine left behind that was closed while the link was gone. */
static void
deliver (IkrarWatch *self, IkrarStore *store)
{
  g_autoptr (GError) error = NULL;

  if (ikrar_db_uri_is_shared (self->uri) &&
      !ikrar_event_replica_deliver_all (self->uri, store, &error))
    g_message ("what waits on this machine was not delivered: %s", error->message);
}

static gpointer
run (gpointer data)
{
  IkrarWatch *self = data;
  gboolean before = FALSE;
  IkrarStore *store;

  while ((store = reach (self)) != NULL)
    {
      deliver (self, store);
      follow (self, ikrar_store_get_db (store), before);
      ikrar_store_close (store);
      before = TRUE;
    }
  watch_unref (self);
  return NULL;
}

IkrarWatch *
ikrar_watch_new (gpointer owner, const char *uri, gint64 version, IkrarWatchFunc func)
{
  IkrarWatch *self = g_atomic_rc_box_new0 (IkrarWatch);

  self->uri = g_strdup (uri);
  self->func = func;
  self->version = version;
  self->linked = TRUE;
  self->deaf = TRUE;
  g_weak_ref_init (&self->owner, owner);
  g_mutex_init (&self->lock);
  self->wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  self->thread = g_thread_new ("ikrar-watch", run, g_atomic_rc_box_acquire (self));
  return self;
}

static void
wake (IkrarWatch *self)
{
  const guint64 one = 1;

  if (write (self->wake, &one, sizeof one) != sizeof one)
    g_warning ("the watch of the database cannot be woken");
}

void
ikrar_watch_poke (IkrarWatch *self)
{
  gboolean deaf;

  g_mutex_lock (&self->lock);
  deaf = self->deaf;
  if (deaf)
    {
      self->changed = TRUE;
      schedule (self);
    }
  g_mutex_unlock (&self->lock);
  if (!deaf)
    wake (self);
}

void
ikrar_watch_stop (IkrarWatch *self)
{
  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_mutex_unlock (&self->lock);
  wake (self);
  if (ikrar_db_uri_is_shared (self->uri))
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  watch_unref (self);
}
