/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/bulk.h"
#include "store/db.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* What an engine has to do. Everything else is in db.c, once for all engines. */
typedef struct
{
  const IkrarSqlMacro *macros; /* ends with an empty one */
  gboolean (*begin) (IkrarDb *db, GError **error);
  gboolean (*begin_beside) (IkrarDb *db, GError **error);
  gboolean (*begin_read) (IkrarDb *db, GError **error);
  gboolean (*commit) (IkrarDb *db, GError **error);
  void (*rollback) (IkrarDb *db);
  IkrarStatement *(*prepare) (IkrarDb *db, const char *name, const char *sql, GError **error);
  void (*finalize) (IkrarStatement *statement);
  gboolean (*bind_int) (IkrarStatement *statement, guint parameter, gint64 value);
  gboolean (*bind_text) (IkrarStatement *statement, guint parameter, const char *text, gsize size);
  gboolean (*bind_blob) (IkrarStatement *statement,
                         guint parameter,
                         gconstpointer data,
                         gsize size);
  IkrarStep (*step) (IkrarStatement *statement, GError **error);
  void (*reset) (IkrarStatement *statement);
  gint64 (*get_int) (IkrarStatement *statement, guint column);
  const char *(*get_text) (IkrarStatement *statement, guint column);
  gconstpointer (*get_blob) (IkrarStatement *statement, guint column, gsize *size);
  gint64 (*changes) (IkrarDb *db);
  IkrarBulk *(*bulk_new) (IkrarDb *db,
                          const char *table,
                          const char *columns,
                          guint n_columns,
                          GError **error);
  gboolean (*bulk_int) (IkrarBulk *bulk, gint64 value);
  gboolean (*bulk_text) (IkrarBulk *bulk, const char *text, gsize size);
  gboolean (*bulk_blob) (IkrarBulk *bulk, gconstpointer data, gsize size);
  gboolean (*bulk_end_row) (IkrarBulk *bulk, GError **error);
  gboolean (*bulk_flush) (IkrarBulk *bulk, GError **error);
  void (*bulk_free) (IkrarBulk *bulk);
  gboolean (*execute) (IkrarDb *db, const char *resource, GError **error);
  int (*get_schema) (IkrarDb *db);
  gboolean (*set_schema) (IkrarDb *db, int schema, GError **error);
  gboolean (*check) (IkrarDb *db, gboolean thorough, GError **error);
  gboolean (*copy) (IkrarDb *db, const char *path, GError **error);
  gboolean (*flush) (IkrarDb *db, GError **error);
  gboolean (*claim) (IkrarDb *db, GError **error);
  gint64 (*version) (IkrarDb *db);
  gboolean (*wait) (IkrarDb *db, int wake, guint timeout_ms, GError **error);
  gboolean (*reconnect) (IkrarDb *db, GError **error);
  void (*hurry) (IkrarDb *db); /* NULL for a file: takes up what db->hasty says now */
  void (*interrupt) (IkrarDb *db);
  const char *(*get_path) (IkrarDb *db);
  void (*close) (IkrarDb *db);
} IkrarDbEngine;

/* The longest text or blob that is kept. */
#define IKRAR_DB_VALUE_SIZE_MAX (16 * 1024 * 1024)

struct _IkrarDb
{
  const IkrarDbEngine *engine;
  GHashTable *statements; /* name -> IkrarStatement */
  gboolean in_transaction;
  gboolean hasty;         /* who uses it has something else when the link breaks */
  GThread *borrower;      /* to whom the connection is lent, NULL if to nobody */
  GError *borrower_error; /* what went wrong there, until it is told */
};

struct _IkrarStatement
{
  IkrarDb *db;
  const char *name;
  guint n_parameters;
  gboolean refused; /* a value that was bound cannot be kept */
};

/* Whether a text is UTF-8; and the error for a value that cannot be kept. */
gboolean _ikrar_db_is_text (const char *text, gsize size);
void _ikrar_db_refuse (GError **error);

/* Work on a lent connection: only bulks may be used there. */
typedef gboolean (*IkrarDbWork) (gpointer data, GError **error);

/* Lends the connection, within a transaction, to a thread that does the work. Whoever calls
 * anything but a bulk of it meanwhile waits for its end. */
void _ikrar_db_lend (IkrarDb *db, IkrarDbWork work, gpointer data);
/* Waits until the connection is nobody else's. */
void _ikrar_db_settle (IkrarDb *db);
/* The same, and FALSE with the error if what was done meanwhile failed: then the transaction is to
 * be rolled back. */
gboolean _ikrar_db_take_back (IkrarDb *db, GError **error);

IkrarDb *_ikrar_db_sqlite_open (const char *path, IkrarDbMode mode, GError **error);
IkrarDb *_ikrar_db_postgres_open (const char *uri, IkrarDbMode mode, GError **error);

/* What a shared database is known by: "host:port/name", as the address has it. */
char *_ikrar_postgres_identity (const char *uri);

G_END_DECLS
