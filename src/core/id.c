/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "config.h"

#include "core/id.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/random.h>

#include "core/date.h"
#include "core/error.h"

/* 2020-01-01T00:00:00Z. */
#define EPOCH_MS G_GINT64_CONSTANT (1577836800000)
#define TIME_BITS 41
#define RANDOM_BITS 22
#define POOL_SIZE 64 /* as much as the system gives at once */

/* The one variable of this floor, with the pool below: ids of one process never repeat nor go back,
 * even when many are made within a millisecond or the clock is set back. */
static _Atomic gint64 last_id;

/* Noise of one thread that is not used up yet. A child of this process begins with none. */
typedef struct
{
  guint32 noise[POOL_SIZE];
  guint left;
} Pool;

static _Thread_local Pool pool;

static void
fill_random (gpointer bytes, gsize size)
{
  if (getentropy (bytes, size) != 0)
    g_error ("The system's random source failed: %s", g_strerror (errno));
}

/* In a child, of all threads only the one that made it goes on. */
static void
forget_noise (void)
{
  pool.left = 0;
}

/* An import makes hundreds of thousands of ids: the system is not asked for each. */
static guint32
take_noise (void)
{
  static gsize watched;

  if (g_once_init_enter (&watched))
    g_once_init_leave (&watched, 1 + (gsize) pthread_atfork (NULL, NULL, forget_noise));
  if (pool.left == 0)
    {
      fill_random (pool.noise, sizeof pool.noise);
      pool.left = POOL_SIZE;
    }
  return pool.noise[--pool.left];
}

static gint64
make_candidate (void)
{
  gint64 time = CLAMP (ikrar_time_now () - EPOCH_MS, 0, (G_GINT64_CONSTANT (1) << TIME_BITS) - 1);

  return (time << RANDOM_BITS) | (take_noise () >> (32 - RANDOM_BITS));
}

IkrarId
ikrar_id_new (void)
{
  gint64 candidate = make_candidate ();
  gint64 last = atomic_load (&last_id);
  gint64 next;

  do
    next = MAX (candidate, last + 1);
  while (!atomic_compare_exchange_weak (&last_id, &last, next));

  return next;
}

gboolean
ikrar_id_parse (const char *text, IkrarId *id, GError **error)
{
  guint64 value;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &value, NULL))
    {
      g_set_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX,
                   _ ("“%s” is no id; an id is a whole number such as 650412345678901234"), text);
      return FALSE;
    }

  *id = (IkrarId) value;
  return TRUE;
}

void
ikrar_nonce_new (guint8 nonce[IKRAR_NONCE_SIZE])
{
  g_return_if_fail (nonce != NULL);

  fill_random (nonce, IKRAR_NONCE_SIZE);
}
