/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Imports a roster into a database that is made for it, and says what became of the rows. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <stdlib.h>

#include "roster/import.h"
#include "store/event.h"

static IkrarId
make_event (IkrarStore *store, GError **error)
{
  IkrarEvent event = {
    .kind = (char *) "ikrar",
    .title = (char *) "Ikrar Netralitas",
    .place = (char *) "Aula",
    .zone = IKRAR_ZONE_WITA,
    .start_at = ikrar_time_now (),
    .state = IKRAR_EVENT_PLANNED,
  };

  return ikrar_event_save (store, &event, error) ? event.id : 0;
}

static gboolean
run (const char *path, const char *database, GError **error)
{
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, error);
  g_autoptr (IkrarStore) store = NULL;
  g_autoptr (IkrarRosterResult) result = NULL;
  const IkrarRosterSummary *summary;
  IkrarId event = 0;

  if (workbook == NULL)
    return FALSE;
  store = ikrar_store_open (database, IKRAR_DB_CREATE, error);
  if (store == NULL || (event = make_event (store, error)) == 0)
    return FALSE;
  result = ikrar_roster_import (workbook, NULL, store, event, NULL, NULL, NULL, error);
  if (result == NULL)
    return FALSE;
  summary = ikrar_roster_result_get_summary (result);
  g_print ("rows %u imported %u", summary->rows, summary->imported);
  for (guint i = 0; i < IKRAR_N_VERDICTS; i++)
    g_print (" %s %u", ikrar_verdict_word ((IkrarVerdict) i), summary->counts[i]);
  g_print ("\n");
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 3 && run (argv[1], argv[2], &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error != NULL ? error->message : "usage: import-roster FILE DATABASE");
  return EXIT_FAILURE;
}
