/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include <sys/eventfd.h>
#include <unistd.h>

#include "desk/keeper-private.h"
#include "store/error.h"
#include "store/event-replica.h"

#define PAUSE_MS 250
#define PAUSE_MAX_MS 4000
#define LOOK_INTERVAL_MS 300
/* The replica follows closely, as long as that takes little of the time: what is not in it when the
 * link breaks is not known at the door. */
#define REFRESH_PAUSE_US (300 * G_TIME_SPAN_MILLISECOND)
#define REFRESH_PAUSE_MAX_US (30 * G_TIME_SPAN_SECOND)
#define REFRESH_SHARE 20

struct _IkrarKeeper
{
  char *uri;
  IkrarId event;
  int wake; /* an eventfd: something waits, the link broke, or the end */

  GMutex lock; /* guards what follows */
  gboolean stopped;
  gboolean linked;
  guint links;     /* how often it was linked */
  IkrarTime since; /* when the link broke */
  guint waiting;
  IkrarDoorNotify notify;
  gpointer notify_data;
};

/* What the thread works with. */
typedef struct
{
  IkrarKeeper *keeper;
  IkrarStore *replica;
  IkrarStore *shared;
  gint64 version;
  gint64 next_refresh; /* not before */
  guint waiting;       /* to be delivered; counted when somebody says that there is more */
  guint scans;         /* the same of the log of scans, of which nobody needs to know */
} Round;

/* Threads that have not ended yet, whether somebody still has their keeper or not. */
static GMutex living_lock;
static GCond living_changed;
static guint living;

static void
keeper_clear (IkrarKeeper *self)
{
  close (self->wake);
  g_mutex_clear (&self->lock);
  g_free (self->uri);
}

static void
keeper_unref (IkrarKeeper *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) keeper_clear);
}

static gboolean
is_stopped (IkrarKeeper *self)
{
  gboolean stopped;

  g_mutex_lock (&self->lock);
  stopped = self->stopped;
  g_mutex_unlock (&self->lock);
  return stopped;
}

guint
_ikrar_keeper_get_link (IkrarKeeper *self)
{
  guint link;

  g_mutex_lock (&self->lock);
  link = self->linked ? self->links : 0;
  g_mutex_unlock (&self->lock);
  return link;
}

/* The lock is held. */
static IkrarDoorState
describe (const IkrarKeeper *self)
{
  return (IkrarDoorState){
    .offline = !self->linked,
    .since = self->since,
    .waiting = self->waiting,
  };
}

/* The lock is held while the listener hears of it, so that it is not gone meanwhile. */
static void
set_state (IkrarKeeper *self, gboolean linked, guint waiting)
{
  IkrarDoorState state;

  g_mutex_lock (&self->lock);
  if (linked != self->linked || waiting != self->waiting)
    {
      if (linked != self->linked)
        self->since = linked ? 0 : ikrar_time_now ();
      self->linked = linked;
      self->links += linked;
      self->waiting = waiting;
      state = describe (self);
      if (self->notify != NULL && !self->stopped)
        self->notify (&state, self->notify_data);
    }
  g_mutex_unlock (&self->lock);
}

static void
take_wake (Round *round)
{
  guint64 count;

  if (read (round->keeper->wake, &count, sizeof count) == sizeof count)
    {
      ikrar_event_replica_count_waiting (round->replica, &round->waiting, NULL);
      ikrar_event_replica_count_scans (round->replica, &round->scans, NULL);
    }
}

static void
rest (Round *round, guint pause_ms)
{
  GPollFD poll = { .fd = round->keeper->wake, .events = G_IO_IN };

  g_poll (&poll, 1, (int) pause_ms);
  take_wake (round);
}

/* Tries until the shared database answers, or the end. */
static gboolean
reach (Round *round)
{
  guint pause_ms = PAUSE_MS;

  while (!is_stopped (round->keeper))
    {
      round->shared = ikrar_store_open_checked (round->keeper->uri, NULL);
      if (round->shared != NULL)
        return TRUE;
      set_state (round->keeper, FALSE, round->waiting);
      rest (round, pause_ms);
      pause_ms = MIN (pause_ms * 2, PAUSE_MAX_MS);
    }
  return FALSE;
}

/* First what waits here goes there; then the replica gets what is there. */
static gboolean
synchronize (Round *round, GError **error)
{
  IkrarId event = round->keeper->event;
  gint64 begun = g_get_monotonic_time ();
  gint64 ended;

  round->version = ikrar_db_version (ikrar_store_get_db (round->shared));
  if (!ikrar_event_replica_deliver (round->replica, round->shared, event, error) ||
      !ikrar_event_replica_refresh (round->replica, round->shared, event, error))
    return FALSE;
  /* What was written meanwhile was said, and is counted next. */
  round->waiting = round->scans = 0;
  ended = g_get_monotonic_time ();
  round->next_refresh =
      ended + CLAMP ((ended - begun) * REFRESH_SHARE, REFRESH_PAUSE_US, REFRESH_PAUSE_MAX_US);
  return TRUE;
}

static gboolean
is_due (Round *round)
{
  gboolean may = g_get_monotonic_time () >= round->next_refresh;

  return round->waiting > 0 || round->scans > 0 ||
         (may && ikrar_db_version (ikrar_store_get_db (round->shared)) != round->version);
}

/* Sleeps until there is something to do. FALSE when the link is broken. */
static gboolean
wait_until_due (Round *round)
{
  IkrarDb *db = ikrar_store_get_db (round->shared);

  while (!is_stopped (round->keeper) && _ikrar_keeper_get_link (round->keeper) != 0 &&
         !is_due (round))
    {
      if (!ikrar_db_wait (db, round->keeper->wake, LOOK_INTERVAL_MS, NULL))
        return FALSE;
      take_wake (round);
    }
  return _ikrar_keeper_get_link (round->keeper) != 0;
}

static void
follow (Round *round)
{
  g_autoptr (GError) error = NULL;

  while (!is_stopped (round->keeper) && synchronize (round, &error))
    {
      set_state (round->keeper, TRUE, round->waiting);
      if (!wait_until_due (round))
        break;
    }
  /* Anything but a broken link is said, and tried again after a while. */
  if (error != NULL && !g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST))
    {
      g_message ("the replica of the event was not brought up to date: %s", error->message);
      rest (round, PAUSE_MAX_MS);
    }
  else
    set_state (round->keeper, FALSE, round->waiting);
}

static void
count_living (int change)
{
  g_mutex_lock (&living_lock);
  living = (guint) ((int) living + change);
  g_cond_broadcast (&living_changed);
  g_mutex_unlock (&living_lock);
}

gboolean
_ikrar_keeper_settle (guint timeout_ms)
{
  gint64 deadline = g_get_monotonic_time () + timeout_ms * G_TIME_SPAN_MILLISECOND;
  gboolean settled;

  g_mutex_lock (&living_lock);
  while (living > 0 && g_cond_wait_until (&living_changed, &living_lock, deadline))
    ;
  settled = living == 0;
  g_mutex_unlock (&living_lock);
  return settled;
}

static gpointer
run (gpointer data)
{
  IkrarKeeper *self = data;
  Round round = { .keeper = self };
  g_autoptr (GError) error = NULL;

  round.replica = ikrar_event_replica_open (self->uri, self->event, IKRAR_DB_CREATE, &error);
  if (round.replica != NULL)
    ikrar_event_replica_count_waiting (round.replica, &round.waiting, NULL);
  else
    g_warning ("the event has no replica: %s", error->message);
  while (round.replica != NULL && reach (&round))
    {
      follow (&round);
      g_clear_pointer (&round.shared, ikrar_store_close);
    }
  ikrar_store_close (round.replica);
  keeper_unref (self);
  count_living (-1);
  return NULL;
}

IkrarKeeper *
_ikrar_keeper_new (const char *uri, IkrarId event, gboolean linked)
{
  IkrarKeeper *self = g_atomic_rc_box_new0 (IkrarKeeper);

  self->uri = g_strdup (uri);
  self->event = event;
  self->linked = linked;
  self->links = linked;
  self->since = linked ? 0 : ikrar_time_now ();
  g_mutex_init (&self->lock);
  self->wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  count_living (1);
  g_thread_unref (g_thread_new ("ikrar-keeper", run, g_atomic_rc_box_acquire (self)));
  return self;
}

void
_ikrar_keeper_set_notify (IkrarKeeper *self, IkrarDoorNotify notify, gpointer user_data)
{
  g_mutex_lock (&self->lock);
  self->notify = notify;
  self->notify_data = user_data;
  g_mutex_unlock (&self->lock);
}

void
_ikrar_keeper_poke (IkrarKeeper *self)
{
  const guint64 one = 1;

  if (write (self->wake, &one, sizeof one) != sizeof one)
    g_warning ("the keeper of the replica cannot be woken");
}

void
_ikrar_keeper_lose (IkrarKeeper *self)
{
  set_state (self, FALSE, self->waiting);
  _ikrar_keeper_poke (self);
}

void
_ikrar_keeper_get_state (IkrarKeeper *self, IkrarDoorState *state)
{
  g_mutex_lock (&self->lock);
  *state = describe (self);
  g_mutex_unlock (&self->lock);
}

void
_ikrar_keeper_stop (IkrarKeeper *self)
{
  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_mutex_unlock (&self->lock);
  _ikrar_keeper_poke (self);
  keeper_unref (self);
}
