/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Looks through the register of a database for people who stand in it twice, and says how long that
 * took and how many pairs of each kind were found. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <stdlib.h>

#include "stopwatch.h"
#include "store/person-duplicates.h"

static gboolean
run (const char *database, GError **error)
{
  g_autoptr (IkrarStore) store = ikrar_store_open (database, IKRAR_DB_OPEN, error);
  g_autoptr (GArray) pairs = NULL;
  Stopwatch start;

  if (store == NULL)
    return FALSE;
  start = stopwatch_start ();
  pairs = ikrar_person_duplicates (store, NULL, error);
  if (pairs == NULL)
    return FALSE;
  stopwatch_print (&start);
  for (guint kind = 0; kind < IKRAR_N_DUPLICATE_KINDS; kind++)
    g_print ("%s %u\n", ikrar_duplicate_kind_word (kind),
             ikrar_person_duplicates_count (pairs, kind));
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 2 && run (argv[1], &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error != NULL ? error->message : "usage: find-duplicates DATABASE");
  return EXIT_FAILURE;
}
