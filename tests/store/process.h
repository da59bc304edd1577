/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <stdio.h>
#include <sys/types.h>

#include "store/fixture.h"

G_BEGIN_DECLS

/* What a process of its own does: it has opened the database anew, and each line it writes to @out
 * reaches the test at once. Returns the exit status. */
typedef int (*ProcessRole) (Fixture *fixture, guint number, FILE *out, gpointer data);

/* Starts @role in a process; the test's own store is closed before. Read from @out. */
pid_t process_start (Fixture *fixture, ProcessRole role, guint number, gpointer data, int *out);

/* Kills a process without warning, and closes its output; what it wrote before is added to @text.
 */
void process_kill (pid_t pid, int out);
void process_kill_and_read (pid_t pid, int out, GString *text);

/* Waits until a process has ended with 0; what it wrote is added to @text. */
void process_finish (pid_t pid, int out, GString *text);

/* Runs @role in @count processes at once and waits for all; every one must end with 0. Returns what
 * they wrote, one text for each. The store is open again then. */
GPtrArray *process_crowd (Fixture *fixture, guint count, ProcessRole role, gpointer data);

G_END_DECLS
