/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* A desk that dies has told nobody more than it has written down. */

#include "desk/desk.h"

#include <string.h>
#include <unistd.h>

#include "store/fixture.h"
#include "store/pass-issuer.h"
#include "store/process.h"

#define KILLS 15
#define CROWD 3000

/* Welcomes as fast as it can, and says each one at once. */
static int
play_door (Fixture *fixture, guint number, FILE *out, gpointer data)
{
  IkrarId event = *(IkrarId *) data;
  g_autoptr (IkrarDesk) desk = ikrar_desk_new (fixture->store, event, 0, NULL);
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (fixture->store, event, NULL);

  for (guint32 i = number; i <= CROWD; i++)
    {
      g_auto (IkrarDeskResult) result = { 0 };
      char code[IKRAR_HUMAN_CODE_LENGTH + 1];

      ikrar_pass_issuer_human_code (issuer, i, code);
      if (!ikrar_desk_scan (desk, code, &result, NULL))
        return 1;
      if (result.verdict == IKRAR_DESK_WELCOME)
        fprintf (out, "%" IKRAR_ID_FORMAT "\n", result.journal);
    }
  return 0;
}

/* A verdict that was shown is on the disk: the desk is killed right after. */
static void
test_verdicts_are_durable (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (133);
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, CROWD, FALSE);
  guint shown = 0;

  for (guint round = 0; round < KILLS; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) lines = NULL;
      char byte;
      int out;
      pid_t pid = process_start (fixture, play_door, 1 + round * (CROWD / KILLS), &event, &out);

      while (strchr (text->str, '\n') == NULL && read (out, &byte, 1) == 1)
        g_string_append_c (text, byte);
      g_usleep (g_rand_int_range (random, 0, 10000));
      process_kill_and_read (pid, out, text);
      fixture_reopen (fixture);
      lines = g_strsplit (text->str, "\n", -1);
      for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
        {
          g_autofree char *sql = g_strdup_printf (
              "SELECT COUNT(*) FROM attendance_mark WHERE journal_id = %s", lines[i]);

          g_assert_cmpint (fixture_count (fixture, sql), ==, 1);
          shown++;
        }
    }
  g_test_message ("%u welcomes were shown", shown);
  g_assert_cmpuint (shown, >=, KILLS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/desk/desk-death/verdicts-are-durable", test_verdicts_are_durable);
  return g_test_run ();
}
