/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <libpq-fe.h>

#include "store/db-private.h"

G_BEGIN_DECLS

/* Types of the server's catalogue (pg_type.dat), which never change. */
typedef enum
{
  IKRAR_POSTGRES_BOOL = 16,
  IKRAR_POSTGRES_BYTEA = 17,
  IKRAR_POSTGRES_INT8 = 20,
  IKRAR_POSTGRES_INT2 = 21,
  IKRAR_POSTGRES_INT4 = 23,
  IKRAR_POSTGRES_TEXT = 25,
  IKRAR_POSTGRES_BYTEA_ARRAY = 1001,
  IKRAR_POSTGRES_TEXT_ARRAY = 1009,
  IKRAR_POSTGRES_INT8_ARRAY = 1016,
} IkrarPostgresType;

/* What another thread needs to stop a query. */
typedef struct
{
  PGcancel *handle;
} IkrarPostgresCancel;

typedef struct
{
  IkrarDb parent;
  PGconn *link;
  char *uri;
  IkrarDbMode mode;
  guint generation; /* of the link: a new one knows no statement of the old one */
  guint n_statements;
  gint64 changes;
  guint slot; /* this connection's row of change_counter */
  gint64 notified_at;
  gboolean listens;
  GMutex lock;                 /* guards what follows */
  IkrarPostgresCancel *cancel; /* atomic_rc_box */
} IkrarPostgresDb;

/* Sets the error that a result stands for; NULL asks the link. Its text names no values. */
void _ikrar_postgres_set_error (GError **error, const IkrarPostgresDb *db, const PGresult *result);

/* Whether the link can carry nothing any more. */
gboolean _ikrar_postgres_is_lost (const IkrarPostgresDb *db);

/* Runs plain SQL, several statements too. */
gboolean _ikrar_postgres_exec (IkrarPostgresDb *db, const char *sql, GError **error);

/* The number that plain SQL gives, @value unchanged if it gives none. */
gboolean
_ikrar_postgres_exec_int (IkrarPostgresDb *db, const char *sql, gint64 *value, GError **error);

/* What an address says of something, "" if nothing; the password kept for it, NULL if none is; and
 * whether it can be read and has no password in it. */
const char *_ikrar_postgres_option (PQconninfoOption *options, const char *name);
char *_ikrar_postgres_password (const char *uri);
gboolean _ikrar_postgres_check_uri (const char *uri, GError **error);

/* Connects, or connects anew, and brings the link to its settings; how long a cable that was cut is
 * waited for, as db->parent.hasty says; postgres-link.c. */
gboolean _ikrar_postgres_connect (IkrarPostgresDb *db, GError **error);
void _ikrar_postgres_hurry (IkrarPostgresDb *db);
void _ikrar_postgres_disconnect (IkrarPostgresDb *db);
void _ikrar_postgres_cancel_unref (IkrarPostgresCancel *cancel);

/* Connects for the first time, and makes the schema if the mode is to create it. */
gboolean _ikrar_postgres_open (IkrarPostgresDb *db, GError **error);

/* The engine's half that is about statements; postgres-statement.c. */
IkrarStatement *
_ikrar_postgres_prepare (IkrarDb *db, const char *name, const char *sql, GError **error);
void _ikrar_postgres_finalize (IkrarStatement *statement);
gboolean _ikrar_postgres_bind_int (IkrarStatement *statement, guint parameter, gint64 value);
gboolean _ikrar_postgres_bind_text (IkrarStatement *statement,
                                    guint parameter,
                                    const char *text,
                                    gsize size);
gboolean _ikrar_postgres_bind_blob (IkrarStatement *statement,
                                    guint parameter,
                                    gconstpointer data,
                                    gsize size);
IkrarStep _ikrar_postgres_step (IkrarStatement *statement, GError **error);
void _ikrar_postgres_reset (IkrarStatement *statement);
gint64 _ikrar_postgres_get_int (IkrarStatement *statement, guint column);
const char *_ikrar_postgres_get_text (IkrarStatement *statement, guint column);
gconstpointer _ikrar_postgres_get_blob (IkrarStatement *statement, guint column, gsize *size);

/* The engine's part that loads many rows, by COPY; postgres-copy.c. */
IkrarBulk *_ikrar_postgres_bulk_new (IkrarDb *db,
                                     const char *table,
                                     const char *columns,
                                     guint n_columns,
                                     GError **error);
gboolean _ikrar_postgres_bulk_int (IkrarBulk *bulk, gint64 value);
gboolean _ikrar_postgres_bulk_text (IkrarBulk *bulk, const char *text, gsize size);
gboolean _ikrar_postgres_bulk_blob (IkrarBulk *bulk, gconstpointer data, gsize size);
gboolean _ikrar_postgres_bulk_end_row (IkrarBulk *bulk, GError **error);
gboolean _ikrar_postgres_bulk_flush (IkrarBulk *bulk, GError **error);
void _ikrar_postgres_bulk_free (IkrarBulk *bulk);

G_END_DECLS
