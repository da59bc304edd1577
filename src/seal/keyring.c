/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-seal"

#include "config.h"

#include "seal/keyring.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "seal/error.h"
#include "seal/keyring-file-private.h"

#define PRIVATE_MODE 0600

struct _IkrarKeyring
{
  gatomicrefcount references;
  char *path;
  GMutex mutex;       /* Guards what follows. */
  GPtrArray *keys;    /* Of IkrarSecretKey. */
  IkrarKeyLock *lock; /* NULL while the file is plain. */
};

/* Either more keys, or another lock. */
typedef struct
{
  GPtrArray *more;
  gboolean relock;
  IkrarKeyLock *lock;
} Change;

/* A copy in secret memory, with a NUL byte behind. */
static IkrarSecretBytes *
copy_text (gconstpointer data, gsize size)
{
  IkrarSecretBytes *text = ikrar_secret_bytes_new (size + 1);

  if (size > 0)
    memcpy (text, data, size);
  text[size] = '\0';
  return text;
}

/* Gives NULL in @text if there is no file yet. */
static gboolean
read_text (const char *path, IkrarSecretBytes **text, gsize *length, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) failure = NULL;

  *text = NULL;
  if (!g_file_get_contents (path, &contents, length, &failure))
    {
      if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_set_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED,
                   _ ("The key file could not be read: %s"), failure->message);
      return FALSE;
    }
  *text = copy_text (contents, *length);
  sodium_memzero (contents, *length);
  return TRUE;
}

static gboolean
write_text (const char *path, const IkrarSecretBytes *text, GError **error)
{
  g_autoptr (GError) failure = NULL;

  /* Written beside, synced, renamed, and the folder synced: GLib does all four. */
  if (g_file_set_contents_full (path, (const char *) text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                PRIVATE_MODE, &failure))
    return TRUE;
  g_set_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED,
               _ ("The key file could not be written: %s"), failure->message);
  return FALSE;
}

static gboolean
wait_for_lock (int fd)
{
  int result;

  do
    result = flock (fd, LOCK_EX);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

/* The key file itself is replaced at every change, so the lock is on a file of its own. */
static int
lock_file (const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  int fd = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, PRIVATE_MODE);
  int code;

  if (fd >= 0 && wait_for_lock (fd))
    return fd;
  code = errno;
  if (fd >= 0)
    close (fd);
  g_set_error (error, IKRAR_SEAL_ERROR, IKRAR_SEAL_ERROR_FAILED,
               _ ("The key file could not be locked: %s"), g_strerror (code));
  return -1;
}

static void
add_missing (GPtrArray *keys, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    if (ikrar_keys_find (keys, ikrar_secret_key_get_public (more->pdata[i])) == NULL)
      g_ptr_array_add (keys, ikrar_secret_key_ref (more->pdata[i]));
}

static GPtrArray *
new_keys (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_secret_key_unref);
}

/* The keys of the file and of this process together. A key is never lost: not if another process
 * added it meanwhile, and not if the file vanished. @sealed tells what the file is now. */
static GPtrArray *
merge_with_file (IkrarKeyring *keyring, gboolean *sealed, GError **error)
{
  g_autoptr (IkrarSecretBytes) text = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE];
  gsize length;

  *sealed = keyring->lock != NULL;
  if (!read_text (keyring->path, &text, &length, error))
    return NULL;
  if (text == NULL)
    keys = new_keys ();
  else
    {
      keys = ikrar_key_file_read ((const char *) text, length, keyring->lock, error);
      if (keys == NULL)
        return NULL;
      ikrar_key_file_read_salt ((const char *) text, sealed, salt);
    }
  add_missing (keys, keyring->keys);
  return g_steal_pointer (&keys);
}

/* Writes the file anew with @keys, and remembers it so. */
static gboolean
replace (IkrarKeyring *keyring, GPtrArray *keys, IkrarKeyLock *lock, GError **error)
{
  g_autoptr (IkrarSecretBytes) text = ikrar_key_file_write (keys, lock);

  if (!write_text (keyring->path, text, error))
    return FALSE;
  g_ptr_array_unref (keyring->keys);
  keyring->keys = g_ptr_array_ref (keys);
  if (lock != keyring->lock)
    ikrar_key_lock_free (keyring->lock);
  keyring->lock = lock;
  return TRUE;
}

static gboolean
apply (IkrarKeyring *keyring, const Change *change, GError **error)
{
  gboolean sealed;
  g_autoptr (GPtrArray) keys = merge_with_file (keyring, &sealed, error);

  if (keys == NULL)
    return FALSE;
  if (change->relock)
    return replace (keyring, keys, change->lock, error);
  add_missing (keys, change->more);
  return replace (keyring, keys, sealed ? keyring->lock : NULL, error);
}

static gboolean
apply_locked (IkrarKeyring *keyring, const Change *change, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&keyring->mutex);
  int fd = lock_file (keyring->path, error);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = apply (keyring, change, error);
  close (fd);
  return done;
}

static gboolean
load (IkrarKeyring *keyring, const char *passphrase, GError **error)
{
  g_autoptr (IkrarSecretBytes) text = NULL;
  guint8 salt[IKRAR_PASSPHRASE_SALT_SIZE];
  gboolean sealed;
  gsize length;

  if (!read_text (keyring->path, &text, &length, error))
    return FALSE;
  if (text == NULL)
    {
      keyring->keys = new_keys ();
      return TRUE;
    }
  if (passphrase != NULL && ikrar_key_file_read_salt ((const char *) text, &sealed, salt) && sealed)
    {
      keyring->lock = ikrar_key_lock_new (passphrase, salt, error);
      if (keyring->lock == NULL)
        return FALSE;
    }
  keyring->keys = ikrar_key_file_read ((const char *) text, length, keyring->lock, error);
  return keyring->keys != NULL;
}

IkrarKeyring *
ikrar_keyring_open (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (IkrarKeyring) keyring = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  keyring = g_new0 (IkrarKeyring, 1);
  g_atomic_ref_count_init (&keyring->references);
  g_mutex_init (&keyring->mutex);
  keyring->path = g_strdup (path);
  if (!load (keyring, passphrase, error))
    return NULL;
  return g_steal_pointer (&keyring);
}

IkrarKeyring *
ikrar_keyring_ref (IkrarKeyring *keyring)
{
  g_return_val_if_fail (keyring != NULL, NULL);

  g_atomic_ref_count_inc (&keyring->references);
  return keyring;
}

void
ikrar_keyring_unref (IkrarKeyring *keyring)
{
  if (keyring == NULL || !g_atomic_ref_count_dec (&keyring->references))
    return;
  g_free (keyring->path);
  g_clear_pointer (&keyring->keys, g_ptr_array_unref);
  ikrar_key_lock_free (keyring->lock);
  g_mutex_clear (&keyring->mutex);
  g_free (keyring);
}

IkrarSecretKey *
ikrar_keyring_lookup (IkrarKeyring *keyring, const IkrarPublicKey *public_key)
{
  g_autoptr (GMutexLocker) locker = NULL;
  IkrarSecretKey *key;

  g_return_val_if_fail (keyring != NULL, NULL);
  g_return_val_if_fail (public_key != NULL, NULL);

  locker = g_mutex_locker_new (&keyring->mutex);
  key = ikrar_keys_find (keyring->keys, public_key);
  return key == NULL ? NULL : ikrar_secret_key_ref (key);
}

gboolean
ikrar_keyring_add (IkrarKeyring *keyring, IkrarSecretKey *key, GError **error)
{
  g_autoptr (GPtrArray) more = NULL;

  g_return_val_if_fail (keyring != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  more = new_keys ();
  g_ptr_array_add (more, ikrar_secret_key_ref (key));
  return apply_locked (keyring, &(Change){ .more = more }, error);
}

gboolean
ikrar_keyring_set_passphrase (IkrarKeyring *keyring, const char *passphrase, GError **error)
{
  IkrarKeyLock *lock = NULL;

  g_return_val_if_fail (keyring != NULL, FALSE);

  if (passphrase != NULL)
    {
      lock = ikrar_key_lock_new (passphrase, NULL, error);
      if (lock == NULL)
        return FALSE;
    }
  if (apply_locked (keyring, &(Change){ .relock = TRUE, .lock = lock }, error))
    return TRUE;
  ikrar_key_lock_free (lock);
  return FALSE;
}

GBytes *
ikrar_keyring_export (IkrarKeyring *keyring)
{
  g_autoptr (GMutexLocker) locker = NULL;
  IkrarSecretBytes *text;

  g_return_val_if_fail (keyring != NULL, NULL);

  locker = g_mutex_locker_new (&keyring->mutex);
  text = ikrar_key_file_write (keyring->keys, NULL);
  return g_bytes_new_with_free_func (text, strlen ((const char *) text), sodium_free, text);
}

gboolean
ikrar_keyring_import (IkrarKeyring *keyring, GBytes *bytes, GError **error)
{
  g_autoptr (IkrarSecretBytes) text = NULL;
  g_autoptr (GPtrArray) more = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (keyring != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  text = copy_text (data, size);
  more = ikrar_key_file_read ((const char *) text, size, NULL, error);
  return more != NULL && apply_locked (keyring, &(Change){ .more = more }, error);
}
