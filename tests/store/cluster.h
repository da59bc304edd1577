/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* PostgreSQL clusters of this test program, which cluster.py starts when the first is asked for.
 * However the program ends, they end with it and leave nothing behind. */

/* Whether this run of the test program is about PostgreSQL. */
gboolean cluster_is_wanted (void);

/* Says a line to cluster.py, which lists what it understands, and waits for the answer. A failure
 * is one of the test. Returns the words of the answer. */
char **cluster_tell (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The address of a new database on the program's own server: one that has the newest schema and
 * nothing else, or, by the second function, one that has not even that. */
char *cluster_make_database (void);
char *cluster_make_empty_database (void);

/* Makes a database that is the same as another, to which nobody is connected. */
char *cluster_copy_database (const char *uri);

/* Makes a database again that is there already, as a copy of another, under the same address. */
void cluster_replace_database (const char *uri, const char *copy);

/* Removes a database, whoever is connected to it. */
void cluster_drop_database (const char *uri);

G_END_DECLS
