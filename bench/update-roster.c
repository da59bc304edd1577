/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Compares a later version of a roster with the only event of a database, or also applies all that
 * is different. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <stdlib.h>

#include "roster/import.h"
#include "store/event.h"

static IkrarId
find_event (IkrarStore *store, GError **error)
{
  g_autoptr (GPtrArray) events = ikrar_event_list (store, error);

  return events != NULL && events->len == 1
             ? ((const IkrarEventLine *) g_ptr_array_index (events, 0))->event->id
             : 0;
}

static gboolean
update (IkrarWorkbook *workbook,
        IkrarStore *store,
        IkrarId event,
        IkrarDifferences *differences,
        GError **error)
{
  const IkrarRosterOptions options = { .update = differences };
  g_autoptr (IkrarRosterResult) result = NULL;

  result = ikrar_roster_import (workbook, &options, store, event, NULL, NULL, NULL, error);
  return result != NULL;
}

static gboolean
run (const char *what, const char *path, const char *database, GError **error)
{
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, error);
  g_autoptr (IkrarStore) store = NULL;
  g_autoptr (IkrarDifferences) differences = NULL;
  IkrarId event = 0;

  if (workbook == NULL)
    return FALSE;
  store = ikrar_store_open (database, IKRAR_DB_OPEN, error);
  if (store == NULL || (event = find_event (store, error)) == 0)
    return FALSE;
  differences = ikrar_roster_compare (workbook, NULL, store, event, NULL, error);
  if (differences == NULL)
    return FALSE;
  for (guint kind = 0; kind < IKRAR_N_DIFFERENCE_KINDS; kind++)
    g_print ("%s %u ", ikrar_difference_kind_word (kind),
             ikrar_differences_count (differences, kind, FALSE));
  g_print ("unchanged %u\n", ikrar_differences_get_unchanged (differences));
  return g_str_equal (what, "compare") || update (workbook, store, event, differences, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 4 && (g_str_equal (argv[1], "compare") || g_str_equal (argv[1], "update")) &&
      run (argv[1], argv[2], argv[3], &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n",
              error != NULL ? error->message : "usage: update-roster compare|update FILE DATABASE");
  return EXIT_FAILURE;
}
