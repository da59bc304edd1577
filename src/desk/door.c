/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/door.h"

#include <stdio.h>
#include <unistd.h>

#include "desk/keeper-private.h"
#include "store/error.h"
#include "store/event-replica.h"

/* A database that the door can work on. */
typedef struct
{
  IkrarStore *store;
  IkrarDesk *desk;
  gboolean owned; /* whether the store is closed with the door */
} Place;

/* Longer than anything takes that does not wait for a server. */
#define SETTLE_MS 3000

struct _IkrarDoor
{
  char *uri;
  IkrarId event;
  IkrarId session;
  char *desk_name;
  Place shared; /* or the file */
  guint link;   /* of the keeper, that the shared store is on */
  Place replica;
  IkrarKeeper *keeper; /* NULL for a file */
};

static gboolean
is_lost (const GError *error)
{
  return g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_LOST);
}

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->desk, ikrar_desk_free);
  if (place->owned)
    g_clear_pointer (&place->store, ikrar_store_close);
}

/* FALSE for one that could not be opened. */
static gboolean
take_store (IkrarDoor *door, Place *place, IkrarStore *store)
{
  if (store == NULL)
    return FALSE;
  place->store = store;
  place->owned = TRUE;
  ikrar_store_set_actor (store, g_get_user_name (), door->desk_name);
  return TRUE;
}

static gboolean
open_desk (IkrarDoor *door, Place *place, GError **error)
{
  if (place->desk == NULL)
    place->desk = ikrar_desk_new (place->store, door->event, door->session, error);
  return place->desk != NULL;
}

/* A connection from before the link broke may not know yet that it is dead. */
static gboolean
renew (IkrarDoor *door, guint link, GError **error)
{
  if (door->link == link)
    return TRUE;
  if (!ikrar_db_reconnect (ikrar_store_get_db (door->shared.store), 0, error))
    return FALSE;
  door->link = link;
  return TRUE;
}

/* The door does not wait for a server: it has its replica. */
static gboolean
ensure_shared (IkrarDoor *door, guint link, GError **error)
{
  if (door->shared.store == NULL)
    {
      if (!take_store (door, &door->shared, ikrar_store_open_checked (door->uri, error)))
        return FALSE;
      door->link = link;
    }
  ikrar_store_set_patience (door->shared.store, 0);
  return renew (door, link, error) && open_desk (door, &door->shared, error);
}

static gboolean
ensure_replica (IkrarDoor *door, GError **error)
{
  if (door->replica.store == NULL &&
      !take_store (door, &door->replica,
                   ikrar_event_replica_open (door->uri, door->event, IKRAR_DB_OPEN, error)))
    return FALSE;
  return open_desk (door, &door->replica, error);
}

/* Where the door begins: a store that was opened before the link broke is no link. */
static gboolean
open_first (IkrarDoor *door, gboolean *linked, GError **error)
{
  g_autoptr (GError) local = NULL;

  *linked = door->shared.store != NULL && open_desk (door, &door->shared, &local);
  if (*linked)
    return TRUE;
  if (local == NULL || is_lost (local))
    return ensure_replica (door, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

IkrarDoor *
ikrar_door_new (const char *uri,
                IkrarStore *store,
                IkrarId event,
                IkrarId session,
                const char *desk_name,
                GError **error)
{
  g_autoptr (IkrarDoor) door = g_new0 (IkrarDoor, 1);
  gboolean linked;

  door->uri = g_strdup (uri);
  door->event = event;
  door->session = session;
  door->desk_name = g_strdup (desk_name);
  door->shared.store = store;
  if (!open_first (door, &linked, error))
    return NULL;
  if (ikrar_db_uri_is_shared (uri))
    door->keeper = _ikrar_keeper_new (uri, event, linked);
  door->link = linked;
  return g_steal_pointer (&door);
}

void
ikrar_door_free (IkrarDoor *door)
{
  if (door == NULL)
    return;
  g_clear_pointer (&door->keeper, _ikrar_keeper_stop);
  place_clear (&door->shared);
  place_clear (&door->replica);
  g_free (door->desk_name);
  g_free (door->uri);
  g_free (door);
}

void
ikrar_door_set_notify (IkrarDoor *door, IkrarDoorNotify notify, gpointer user_data)
{
  if (door->keeper != NULL)
    _ikrar_keeper_set_notify (door->keeper, notify, user_data);
}

static gboolean
work_at (Place *place, const guint8 *nonce, IkrarDoorFunc func, gpointer user_data, GError **error)
{
  ikrar_desk_set_nonce (place->desk, nonce);
  return func (place->store, place->desk, user_data, error);
}

/* TRUE unless the link is broken; then the work is still to be done. */
static gboolean
try_shared (IkrarDoor *door,
            const guint8 *nonce,
            IkrarDoorFunc func,
            gpointer user_data,
            gboolean *done,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  guint link = _ikrar_keeper_get_link (door->keeper);

  if (link == 0)
    return FALSE;
  *done =
      ensure_shared (door, link, &local) && work_at (&door->shared, nonce, func, user_data, &local);
  if (is_lost (local))
    {
      _ikrar_keeper_lose (door->keeper);
      return FALSE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return TRUE;
}

gboolean
ikrar_door_do (IkrarDoor *door, IkrarDoorFunc func, gpointer user_data, GError **error)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  gboolean done = FALSE;

  ikrar_nonce_new (nonce);
  if (door->keeper == NULL)
    return work_at (&door->shared, nonce, func, user_data, error);
  if (try_shared (door, nonce, func, user_data, &done, error))
    return done;
  if (!ensure_replica (door, error) || !work_at (&door->replica, nonce, func, user_data, error))
    return FALSE;
  _ikrar_keeper_poke (door->keeper);
  return TRUE;
}

void
ikrar_door_get_state (IkrarDoor *door, IkrarDoorState *state)
{
  *state = (IkrarDoorState){ 0 };
  if (door->keeper != NULL)
    _ikrar_keeper_get_state (door->keeper, state);
}

gboolean
ikrar_door_settle (guint timeout_ms)
{
  return _ikrar_keeper_settle (timeout_ms);
}

int
ikrar_door_leave (int status)
{
  if (ikrar_door_settle (SETTLE_MS))
    return status;
  fflush (NULL);
  _exit (status);
}
