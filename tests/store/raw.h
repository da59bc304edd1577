/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Plain SQL behind the program's back, on a file or on a server's database. What is written for
 * SQLite (x'00', BLOB, randomblob) is understood by both. An error is one of the test. */

/* A row as text, NULL where there is no value. */
typedef void (*RawRow) (guint n_columns, char *const *names, char *const *values, gpointer data);

void raw_run (const char *uri, const char *sql);
void raw_each (const char *uri, const char *sql, RawRow row, gpointer data);

/* The first value of the first row; 1 for what is true. */
gint64 raw_get_int (const char *uri, const char *sql);

/* As raw_run(), with the guards of the database switched off: what an attacker would do. */
void raw_tamper (const char *uri, const char *sql);

/* The names of the tables, ascending. */
GPtrArray *raw_tables (const char *uri);

/* Gives up the connection that is kept for the next call, so that the database may be removed. */
void raw_forget (void);

G_END_DECLS
