/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Types the names of people of a database's only event letter by letter, as at the desk for those
 * without a pass, and finds them by every keystroke. Prints the microseconds of each.
 * Usage: find-people DATABASE PEOPLE */

#define G_LOG_DOMAIN "ikrar-bench"

#include <stdlib.h>

#include "store/event.h"
#include "store/participant-table.h"

/* People come in no order: a step through the roster that meets everybody once. */
#define STEP 7919
/* Who is not found by so many letters is not typed further. */
#define LETTERS_MAX 16

static void
type_name (const IkrarParticipantTable *table, const char *name)
{
  for (glong letters = 1; letters <= MIN (g_utf8_strlen (name, -1), LETTERS_MAX); letters++)
    {
      g_autofree char *typed = g_utf8_substring (name, 0, letters);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) found = ikrar_participant_table_search (table, typed, 0, 0);

      g_print ("%d\n", (int) (g_get_monotonic_time () - start));
      g_assert_cmpuint (found->len, >, 0);
    }
}

static void
run (const char *path, guint n_people)
{
  g_autoptr (IkrarStore) store = ikrar_store_open (path, IKRAR_DB_OPEN, NULL);
  g_autoptr (GPtrArray) events = ikrar_event_list (store, NULL);
  const IkrarEventLine *line = g_ptr_array_index (events, 0);
  g_autoptr (IkrarParticipantTable) table =
      ikrar_participant_table_load (store, line->event->id, 0, FALSE, IKRAR_ORDER_NAME, NULL, NULL);
  guint size = ikrar_participant_table_size (table);

  for (guint i = 0; i < n_people; i++)
    type_name (table,
               ikrar_participant_table_line (table, (guint) ((guint64) i * STEP % size))->name);
}

int
main (int argc, char *argv[])
{
  if (argc != 3)
    {
      g_printerr ("usage: find-people DATABASE PEOPLE\n");
      return EXIT_FAILURE;
    }
  run (argv[1], (guint) g_ascii_strtoull (argv[2], NULL, 10));
  return EXIT_SUCCESS;
}
