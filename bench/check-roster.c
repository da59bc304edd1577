/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Checks a roster: all of it, only as much as the first screen of the window shows, or until
 * somebody cancels, and says how long that took. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <stdlib.h>

#include "roster/import.h"
#include "stopwatch.h"
#include "store/event.h"

/* As many lines as the window asks for first. */
#define FIRST_LINES 200

/* What the file and its cancelling need to know of each other. */
typedef struct
{
  GCancellable *cancellable;
  Stopwatch cancelled;
  guint64 after; /* bytes of the sheet */
} Impatience;

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Impatience *impatience = user_data;

  if (impatience->after == 0)
    impatience->after = total / 2;
  if (done < impatience->after || g_cancellable_is_cancelled (impatience->cancellable))
    return;
  impatience->cancelled = stopwatch_start ();
  g_cancellable_cancel (impatience->cancellable);
}

static gboolean
check (const char *path, guint limit, GError **error)
{
  const IkrarRosterOptions options = { .limit = limit, .keep_lines = limit > 0 };
  Stopwatch start = stopwatch_start ();
  g_autoptr (IkrarWorkbook) workbook =
      limit > 0 ? ikrar_workbook_glance (path, error) : ikrar_workbook_open (path, error);
  g_autoptr (IkrarRosterResult) result = NULL;

  if (workbook == NULL)
    return FALSE;
  result = ikrar_roster_check (workbook, &options, NULL, 0, NULL, NULL, NULL, error);
  if (result == NULL)
    return FALSE;
  g_print ("rows %u\n", ikrar_roster_result_get_summary (result)->rows);
  if (limit > 0)
    stopwatch_print (&start);
  return TRUE;
}

static IkrarRosterResult *
run_until_cancelled (IkrarWorkbook *workbook,
                     const char *database,
                     const IkrarProgress *progress,
                     GError **error)
{
  IkrarEvent event = { .kind = (char *) "ikrar",
                       .title = (char *) "Ikrar",
                       .place = (char *) "Aula" };
  g_autoptr (IkrarStore) store = NULL;

  if (database == NULL)
    return ikrar_roster_check (workbook, NULL, NULL, 0, NULL, NULL, progress, error);
  event.start_at = ikrar_time_now ();
  store = ikrar_store_open (database, IKRAR_DB_CREATE, error);
  if (store == NULL || !ikrar_event_save (store, &event, error))
    return NULL;
  return ikrar_roster_import (workbook, NULL, store, event.id, NULL, NULL, progress, error);
}

/* Cancels in the midst of the sheet; the time is from there to the end of the call. */
static gboolean
cancel (const char *path, const char *database, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Impatience impatience = { .cancellable = cancellable };
  const IkrarProgress progress = { on_progress, &impatience, cancellable };
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open (path, error);
  g_autoptr (IkrarRosterResult) result = NULL;
  g_autoptr (GError) local = NULL;

  if (workbook == NULL)
    return FALSE;
  result = run_until_cancelled (workbook, database, &progress, &local);
  stopwatch_print (&impatience.cancelled);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (local == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "It went on to the end.");
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (argc == 3 && g_str_equal (argv[1], "all"))
    done = check (argv[2], 0, &error);
  else if (argc == 3 && g_str_equal (argv[1], "first"))
    done = check (argv[2], FIRST_LINES, &error);
  else if ((argc == 3 || argc == 4) && g_str_equal (argv[1], "cancel"))
    done = cancel (argv[2], argc == 4 ? argv[3] : NULL, &error);
  if (done)
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error != NULL
                          ? error->message
                          : "usage: check-roster all|first FILE, or cancel FILE [DATABASE]");
  return EXIT_FAILURE;
}
