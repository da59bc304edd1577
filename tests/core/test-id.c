/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "core/id.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/date.h"
#include "core/error.h"
#include "support.h"

#define N_THREADS 4
#define N_NOISES 4
#define N_IDS 20000
#define EPOCH_2020 G_GINT64_CONSTANT (1577836800000)

static void
test_time (void)
{
  IkrarTime before = ikrar_time_now ();
  IkrarId id = ikrar_id_new ();
  IkrarTime after = ikrar_time_now ();

  g_assert_cmpint (id, >, 0);
  g_assert_cmpint ((id >> 22) + EPOCH_2020, >=, before);
  g_assert_cmpint ((id >> 22) + EPOCH_2020, <=, after);
}

/* Ids a millisecond apart do not count up by one: other installations make ids as well. */
static void
test_noise (void)
{
  GHashTable *noises = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 8; i++)
    {
      g_hash_table_add (noises, GINT_TO_POINTER ((int) (ikrar_id_new () & 0x3fffff)));
      g_usleep (2000);
    }

  g_assert_cmpuint (g_hash_table_size (noises), >=, 7);
  g_hash_table_unref (noises);
}

static void
take_noises (guint32 noises[N_NOISES])
{
  for (guint i = 0; i < N_NOISES; i++)
    {
      g_usleep (2000);
      noises[i] = (guint32) ikrar_id_new () & 0x3fffff;
    }
}

/* Desks may be children of one process: what noise it had left is not theirs. */
static void
test_child (void)
{
  guint32 ours[N_NOISES], theirs[N_NOISES];
  int ends[2], status;
  pid_t child;

  ikrar_id_new ();
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      take_noises (theirs);
      _exit (write (ends[1], theirs, sizeof theirs) != sizeof theirs);
    }
  take_noises (ours);
  g_assert_cmpint (read (ends[0], theirs, sizeof theirs), ==, sizeof theirs);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (memcmp (ours, theirs, sizeof ours), !=, 0);
  close (ends[0]);
  close (ends[1]);
}

static gpointer
make_ids (gpointer data)
{
  IkrarId *ids = data;

  for (guint i = 0; i < N_IDS; i++)
    ids[i] = ikrar_id_new ();

  return NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const IkrarId *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static void
test_threads (void)
{
  g_autofree IkrarId *ids = g_new (IkrarId, N_THREADS * N_IDS);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, ids + i * N_IDS);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < N_THREADS; i++)
    for (guint j = 1; j < N_IDS; j++)
      g_assert_cmpint (ids[i * N_IDS + j], >, ids[i * N_IDS + j - 1]);

  qsort (ids, N_THREADS * N_IDS, sizeof *ids, compare_ids);
  for (guint i = 1; i < N_THREADS * N_IDS; i++)
    g_assert_cmpint (ids[i], !=, ids[i - 1]);
}

static const struct
{
  const char *text;
  IkrarId id; /* 0 if refused */
} parse_cases[] = {
  { "1", 1 },
  { "650412345678901234", G_GINT64_CONSTANT (650412345678901234) },
  { "9223372036854775807", G_MAXINT64 },
  { "9223372036854775808", 0 },
  { "0", 0 },
  { "-1", 0 },
  { "+1", 0 },
  { "", 0 },
  { " 1", 0 },
  { "1 ", 0 },
  { "0x1", 0 },
  { "12a", 0 },
  { "99999999999999999999999", 0 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarId id = 0;

      g_assert_cmpint (ikrar_id_parse (parse_cases[i].text, &id, &error), ==,
                       parse_cases[i].id != 0);
      g_assert_cmpint (id, ==, parse_cases[i].id);
      if (parse_cases[i].id == 0)
        g_assert_error (error, IKRAR_CORE_ERROR, IKRAR_CORE_ERROR_SYNTAX);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = random_start ();

  for (guint i = 0; i < 2000; i++)
    {
      IkrarId made = ikrar_id_new (), read = 0;
      g_autofree char *text = g_strdup_printf ("%" IKRAR_ID_FORMAT, made);
      g_autofree char *bytes = random_bytes (rand, 24);

      g_assert_true (ikrar_id_parse (text, &read, NULL));
      g_assert_cmpint (read, ==, made);
      if (ikrar_id_parse (bytes, &read, NULL))
        g_assert_cmpint (read, >, 0);
    }
}

static void
test_nonce (void)
{
  guint8 first[IKRAR_NONCE_SIZE] = { 0 }, second[IKRAR_NONCE_SIZE] = { 0 };

  ikrar_nonce_new (first);
  ikrar_nonce_new (second);
  g_assert_cmpint (memcmp (first, second, sizeof first), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/time", test_time);
  g_test_add_func ("/id/noise", test_noise);
  g_test_add_func ("/id/child", test_child);
  g_test_add_func ("/id/threads", test_threads);
  g_test_add_func ("/id/parse", test_parse);
  g_test_add_func ("/id/random", test_random);
  g_test_add_func ("/id/nonce", test_nonce);
  return g_test_run ();
}
