/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/db.h"

#include "core/date.h"
#include "seal/keyring.h"

G_BEGIN_DECLS

/**
 * IkrarStore:
 *
 * An open database with what belongs to it: the secret keys beside it, the clock, and who works at
 * which desk. Everything that reads or writes takes one. One thread at a time; other threads lease
 * their own from an [class@Context].
 */
typedef struct _IkrarStore IkrarStore;

/**
 * IkrarClock:
 * @user_data: data given with it
 *
 * Returns: the present moment; a test's clock stands where it is put
 */
typedef IkrarTime (*IkrarClock) (gpointer user_data);

/**
 * ikrar_store_open:
 * @uri: where the database is
 * @mode: how to open it
 * @error: return location for an error
 *
 * Opens a database, looks for damage before anything is written (`quick_check`), brings it to the
 * newest schema, keeping a backup of an older one first, and keeps a ballast beside it
 * ([func@ballast_keep]).
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with an error of [func@db_open],
 *   [func@db_check] or [func@migration_run]. A database that is refused is left untouched.
 */
IkrarStore *ikrar_store_open (const char *uri, IkrarDbMode mode, GError **error);

/**
 * ikrar_store_open_checked:
 * @uri: where a database is that [func@store_open] has opened already in this process
 * @error: return location for an error
 *
 * Opens a further connection, without the checks.
 *
 * Returns: (transfer full) (nullable): the store, or `NULL` with a store error
 */
IkrarStore *ikrar_store_open_checked (const char *uri, GError **error);

/**
 * ikrar_store_base:
 * @uri: where a database is
 *
 * Any thread.
 *
 * Returns: (transfer full): what the paths of the files begin with that belong to the database on
 *   this machine (keys, backups, ballast): the database file itself, or for a shared database a
 *   place in the user's data folder that goes by host and name
 */
char *ikrar_store_base (const char *uri);

/**
 * ikrar_store_make_folder:
 * @uri: where a database is or will be
 *
 * Makes the folder of its files, for its owner only.
 *
 * Any thread.
 *
 * Returns: whether there is one now
 */
gboolean ikrar_store_make_folder (const char *uri);

/**
 * ikrar_store_is_same_file:
 * @one: a path
 * @other: another
 *
 * Any thread.
 *
 * Returns: whether both lead to one file that is there, whatever it is called by
 */
gboolean ikrar_store_is_same_file (const char *one, const char *other);

/**
 * ikrar_store_is_own_file:
 * @uri: where a database is
 * @path: where something is to be written
 *
 * Any thread.
 *
 * Returns: whether the database, its journal or its keys are there
 */
gboolean ikrar_store_is_own_file (const char *uri, const char *path);

/**
 * ikrar_store_close:
 * @store: (transfer full) (nullable): a store
 */
void ikrar_store_close (IkrarStore *store);

/**
 * ikrar_store_get_db:
 * @store: a store
 *
 * Returns: (transfer none): its connection
 */
IkrarDb *ikrar_store_get_db (IkrarStore *store);

/**
 * ikrar_store_get_base:
 * @store: a store
 *
 * Returns: (transfer none): as [func@store_base]
 */
const char *ikrar_store_get_base (IkrarStore *store);

/**
 * ikrar_store_own_file:
 * @store: a store
 * @suffix: what the file's name ends with, such as `.keys`
 *
 * Returns: (transfer full): the path of a file that belongs to the database on this machine
 */
char *ikrar_store_own_file (IkrarStore *store, const char *suffix);

/**
 * ikrar_store_get_keyring:
 * @store: a store
 * @error: return location for an error
 *
 * Opens the secret keys (`<database>.keys`) when they are first needed.
 *
 * Returns: (transfer none) (nullable): the keys, or `NULL` with an error of `IKRAR_SEAL_ERROR`
 */
IkrarKeyring *ikrar_store_get_keyring (IkrarStore *store, GError **error);

/**
 * IKRAR_STORE_PATIENCE_MS:
 *
 * How long a change tries to reach a server again whose link broke, unless told: a standby takes
 * over within seconds.
 */
#define IKRAR_STORE_PATIENCE_MS 15000

/**
 * ikrar_store_set_patience:
 * @store: a store
 * @patience_ms: how long a change tries to reach a server again whose link broke. With 0, for a
 *   door that can go on without it, the store's connection is hasty, as [func@db_set_hasty] says.
 */
void ikrar_store_set_patience (IkrarStore *store, guint patience_ms);

/**
 * ikrar_store_reconnect:
 * @store: a store without an open change
 * @error: return location for an error
 *
 * [func@db_reconnect] with the store's patience.
 *
 * Returns: `FALSE` with a store error, `IKRAR_STORE_ERROR_LOST` at once if there is no patience
 */
gboolean ikrar_store_reconnect (IkrarStore *store, GError **error);

/**
 * ikrar_store_set_clock:
 * @store: a store
 * @clock: (scope forever) (nullable): a clock, `NULL` for the system's
 * @user_data: data for @clock
 */
void ikrar_store_set_clock (IkrarStore *store, IkrarClock clock, gpointer user_data);

/**
 * ikrar_store_now:
 * @store: a store
 *
 * Returns: the present moment by the store's clock
 */
IkrarTime ikrar_store_now (IkrarStore *store);

/**
 * ikrar_store_set_actor:
 * @store: a store
 * @actor: who works: the account's name
 * @desk: (nullable): at which desk; `NULL` for the computer's name
 *
 * Both are kept as valid UTF-8 of at most 255 bytes, which is what a sealed record has room for.
 */
void ikrar_store_set_actor (IkrarStore *store, const char *actor, const char *desk);

/**
 * ikrar_store_get_actor:
 * @store: a store
 *
 * Returns: (transfer none): who works
 */
const char *ikrar_store_get_actor (IkrarStore *store);

/**
 * ikrar_store_get_desk:
 * @store: a store
 *
 * Returns: (transfer none): at which desk
 */
const char *ikrar_store_get_desk (IkrarStore *store);

/**
 * IkrarStoreNotify:
 * @user_data: data given with it
 *
 * Called after every commit, in the thread that made it.
 */
typedef void (*IkrarStoreNotify) (gpointer user_data);

/**
 * ikrar_store_set_notify:
 * @store: a store
 * @notify: (scope forever) (nullable): called after every commit
 * @user_data: data for @notify
 */
void ikrar_store_set_notify (IkrarStore *store, IkrarStoreNotify notify, gpointer user_data);

/**
 * ikrar_store_notify:
 * @store: a store
 *
 * Tells the listener that something was committed. For use-case functions.
 */
void ikrar_store_notify (IkrarStore *store);

/**
 * ikrar_store_default_path:
 *
 * Any thread.
 *
 * Returns: (transfer full): the application's own database, `ikrar/ikrar.db` in the user's data
 *   folder
 */
char *ikrar_store_default_path (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarStore, ikrar_store_close)

G_END_DECLS
