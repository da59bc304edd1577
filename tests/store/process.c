/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/process.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Waits until the test closes the other end, so that all processes begin at once. */
static void
wait_for_start (int gate)
{
  char byte;

  while (gate >= 0 && read (gate, &byte, 1) > 0)
    ;
}

G_GNUC_NORETURN static void
play (Fixture *fixture, ProcessRole role, guint number, int fd, gpointer data)
{
  FILE *out = fdopen (fd, "w");
  int status;

  setvbuf (out, NULL, _IOLBF, 0);
  fixture_reopen (fixture);
  status = role (fixture, number, out, data);
  fclose (out);
  fixture_close (fixture);
  _exit (status);
}

static pid_t
start (Fixture *fixture, ProcessRole role, guint number, gpointer data, int gate[2], int *out)
{
  int ends[2];
  pid_t pid;

  g_assert_null (fixture->store);
  g_assert_cmpint (pipe (ends), ==, 0);
  fflush (NULL);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      /* Whatever becomes of the test, nobody is left. */
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      dup2 (STDERR_FILENO, STDOUT_FILENO);
      close (ends[0]);
      if (gate != NULL)
        close (gate[1]);
      wait_for_start (gate != NULL ? gate[0] : -1);
      play (fixture, role, number, ends[1], data);
    }
  close (ends[1]);
  *out = ends[0];
  return pid;
}

pid_t
process_start (Fixture *fixture, ProcessRole role, guint number, gpointer data, int *out)
{
  fixture_close (fixture);
  return start (fixture, role, number, data, NULL, out);
}

static void
read_all (int fd, GString *text)
{
  char buffer[4096];
  gssize count;

  while ((count = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, count);
  close (fd);
}

void
process_kill_and_read (pid_t pid, int out, GString *text)
{
  int status;

  kill (pid, SIGKILL);
  read_all (out, text);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
}

void
process_kill (pid_t pid, int out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  process_kill_and_read (pid, out, text);
}

void
process_finish (pid_t pid, int out, GString *text)
{
  int status;

  read_all (out, text);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmphex (status, ==, 0);
}

GPtrArray *
process_crowd (Fixture *fixture, guint count, ProcessRole role, gpointer data)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree pid_t *pids = g_new0 (pid_t, count);
  g_autofree int *outs = g_new0 (int, count);
  int gate[2];

  fixture_close (fixture);
  g_assert_cmpint (pipe (gate), ==, 0);
  for (guint i = 0; i < count; i++)
    pids[i] = start (fixture, role, i, data, gate, &outs[i]);
  close (gate[0]);
  close (gate[1]);
  for (guint i = 0; i < count; i++)
    {
      GString *text = g_string_new (NULL);

      process_finish (pids[i], outs[i], text);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }
  fixture_reopen (fixture);
  return texts;
}
