/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/signing-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/change.h"
#include "store/error.h"
#include "store/store-private.h"

static gboolean
read_key (IkrarStatement *statement, guint column, IkrarPublicKey *key)
{
  gsize size;
  gconstpointer data = ikrar_statement_get_blob (statement, column, &size);

  if (size != IKRAR_PUBLIC_KEY_SIZE)
    return FALSE;
  memcpy (key->bytes, data, size);
  return TRUE;
}

static GArray *
read_keys (IkrarStatement *statement, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IkrarPublicKeyLine));
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarPublicKeyLine line = { .event = ikrar_statement_get_int (statement, 1) };

      if (read_key (statement, 2, &line.public_key))
        g_array_append_val (keys, line);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

GArray *
ikrar_signing_key_list (IkrarStore *store, GError **error)
{
  return read_keys (ikrar_db_query (ikrar_store_get_db (store), "signing_key_list", error, ""),
                    error);
}

static IkrarSecretKey *
find_secret (IkrarKeyring *keyring, GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      IkrarSecretKey *key =
          ikrar_keyring_lookup (keyring, &g_array_index (keys, IkrarPublicKeyLine, i).public_key);

      if (key != NULL)
        return key;
    }
  return NULL;
}

static GArray *
list_keys (IkrarStore *store, IkrarId event, GError **error)
{
  return read_keys (
      ikrar_db_query (ikrar_store_get_db (store), "signing_key_newest_first", error, "i", event),
      error);
}

static gboolean
insert (IkrarChange *change, IkrarId event, const IkrarPublicKey *key, GError **error)
{
  return ikrar_db_run (ikrar_change_get_db (change), "signing_key_insert", error, "itibi",
                       ikrar_id_new (), event != 0 ? "event" : "institution", event, key->bytes,
                       (gsize) IKRAR_PUBLIC_KEY_SIZE, ikrar_change_get_time (change));
}

static void
explain (const GError *cause, GError **error)
{
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NO_KEY,
               _ ("The secret keys cannot be used: %s"), cause->message);
}

/* Looks again while nobody else can make one: another program, or another connection of this one,
 * may have. The secret half is on the disk before the public one is in the database: a crash
 * between leaves a key that nobody uses, never a key that nobody has. */
static IkrarSecretKey *
make_key (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "key.add", event, 0, NULL, NULL, error);
  g_autoptr (GArray) keys = change != NULL ? list_keys (store, event, error) : NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (IkrarSecretKey) key = NULL;
  IkrarKeyring *keyring;

  if (keys == NULL)
    return NULL;
  keyring = _ikrar_store_reload_keyring (store, &local);
  if (keyring != NULL)
    key = find_secret (keyring, keys);
  if (key != NULL)
    return g_steal_pointer (&key);
  key = ikrar_secret_key_new ();
  if (keyring == NULL || !ikrar_keyring_add (keyring, key, &local))
    {
      explain (local, error);
      return NULL;
    }
  if (!insert (change, event, ikrar_secret_key_get_public (key), error) ||
      !ikrar_change_commit (change, error))
    return NULL;
  return g_steal_pointer (&key);
}

IkrarSecretKey *
ikrar_signing_key_get (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (GError) local = NULL;
  IkrarKeyring *keyring = ikrar_store_get_keyring (store, &local);
  g_autoptr (GArray) keys = NULL;
  IkrarSecretKey *key;

  g_return_val_if_fail (!ikrar_db_in_transaction (ikrar_store_get_db (store)), NULL);

  if (keyring == NULL)
    {
      explain (local, error);
      return NULL;
    }
  keys = list_keys (store, event, error);
  if (keys == NULL)
    return NULL;
  key = find_secret (keyring, keys);
  return key != NULL ? key : make_key (store, event, error);
}
