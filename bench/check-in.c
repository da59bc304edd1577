/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Lets writers, each with a connection of its own, check in the people of an event on a server:
 *
 *   check-in make DATABASE PEOPLE     an event with so many people
 *   check-in DATABASE WRITERS COUNT   everybody checks in so many; says what it took
 *
 * The participants are numbered from 1, and the bench sees to it that their ids are too. */

#define G_LOG_DOMAIN "ikrar-bench"

#include <stdlib.h>

#include "store/attendance.h"
#include "store/event.h"
#include "store/import.h"
#include "stopwatch.h"

typedef struct
{
  IkrarStore *store;
  IkrarId first;
  guint count;
  GError *error;
} Writer;

static gboolean
check_in (Writer *writer, IkrarId participant)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = participant, .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome = { 0 };
  gboolean ok;

  ikrar_nonce_new (nonce);
  ok = ikrar_attendance_check_in (writer->store, &check, &outcome, &writer->error) &&
       outcome.welcome;
  g_free (outcome.desk);
  return ok;
}

static gpointer
work (gpointer data)
{
  Writer *writer = data;

  for (guint i = 0; i < writer->count; i++)
    if (!check_in (writer, writer->first + i))
      return NULL;
  return writer;
}

static gboolean
open_writers (Writer *writers, guint n_writers, const char *uri, guint count, GError **error)
{
  for (guint i = 0; i < n_writers; i++)
    {
      g_autofree char *desk = g_strdup_printf ("Meja %u", i + 1);

      writers[i] = (Writer){ .store = ikrar_store_open_checked (uri, error),
                             .first = 1 + (IkrarId) i * count,
                             .count = count };
      if (writers[i].store == NULL)
        return FALSE;
      ikrar_store_set_actor (writers[i].store, "bench", desk);
    }
  return TRUE;
}

static gboolean
run_writers (Writer *writers, guint n_writers, GError **error)
{
  g_autofree GThread **threads = g_new0 (GThread *, n_writers);
  gboolean ok = TRUE;

  for (guint i = 0; i < n_writers; i++)
    threads[i] = g_thread_new ("writer", work, &writers[i]);
  for (guint i = 0; i < n_writers; i++)
    ok = g_thread_join (threads[i]) != NULL && ok;
  for (guint i = 0; i < n_writers; i++)
    if (*error == NULL)
      *error = g_steal_pointer (&writers[i].error);
  return ok;
}

static gboolean
run (const char *uri, guint n_writers, guint count, GError **error)
{
  g_autofree Writer *writers = g_new0 (Writer, n_writers);
  gboolean ok = open_writers (writers, n_writers, uri, count, error);
  Stopwatch watch = stopwatch_start ();

  ok = ok && run_writers (writers, n_writers, error);
  stopwatch_print (&watch);
  for (guint i = 0; i < n_writers; i++)
    ikrar_store_close (writers[i].store);
  return ok;
}

static gboolean
make (const char *uri, guint people, GError **error)
{
  IkrarEvent event = { .kind = (char *) "ikrar",
                       .title = (char *) "Ikrar Netralitas",
                       .place = (char *) "Aula",
                       .start_at = ikrar_time_now (),
                       .state = IKRAR_EVENT_PLANNED };
  g_autoptr (IkrarStore) store = ikrar_store_open (uri, IKRAR_DB_CREATE, error);
  g_autoptr (IkrarImport) import = NULL;

  if (store == NULL || !ikrar_event_save (store, &event, error) ||
      (import = ikrar_import_begin (store, event.id, "daftar.xlsx", "", error)) == NULL)
    return FALSE;
  for (guint i = 1; i <= people; i++)
    {
      g_autofree char *name = g_strdup_printf ("Peserta %u", i);
      const IkrarPerson person = { .name = name };
      const IkrarImportRow row = { .row = i, .verdict = "ok", .person = &person };

      if (ikrar_import_add (import, &row, error) != IKRAR_IMPORT_ADDED)
        return FALSE;
    }
  return ikrar_import_commit (import, error) != 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  if (argc == 4 && g_str_equal (argv[1], "make"))
    ok = make (argv[2], (guint) atoi (argv[3]), &error);
  else if (argc == 4)
    ok = run (argv[1], (guint) atoi (argv[2]), (guint) atoi (argv[3]), &error);
  if (!ok)
    g_printerr ("%s\n", error != NULL ? error->message : "usage: check-in DATABASE WRITERS COUNT");
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
