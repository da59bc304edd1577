/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/bulk.h"

#include "core/id.h"
#include "seal/exchange-file.h"

G_BEGIN_DECLS

/**
 * IkrarColumnType:
 * @IKRAR_COLUMN_INT64: a gint64 (id, time)
 * @IKRAR_COLUMN_INT: an int
 * @IKRAR_COLUMN_TEXT: a char *, owned, never `NULL` once read
 * @IKRAR_COLUMN_WORD: an enum, kept as a word
 */
typedef enum
{
  IKRAR_COLUMN_INT64,
  IKRAR_COLUMN_INT,
  IKRAR_COLUMN_TEXT,
  IKRAR_COLUMN_WORD,
} IkrarColumnType;

/**
 * IkrarColumn:
 * @name: the column's name
 * @type: its type
 * @offset: where its field is in the struct
 * @word: for words: the word of a value, `NULL` beyond the last
 */
typedef struct
{
  const char *name;
  IkrarColumnType type;
  gsize offset;
  const char *(*word) (int value);
} IkrarColumn;

/**
 * IKRAR_ENTITY_NAMES:
 * @table: name of the table, a literal
 *
 * The first fields of an [struct@Entity].
 */
#define IKRAR_ENTITY_NAMES(table) table, table "_get", table "_put", table "_delete"

/**
 * IkrarEntity:
 * @name: name of the table
 * @get: name of the statement that reads a row
 * @put: of the one that writes one, whether it was there or not
 * @remove: of the one that deletes one
 * @size: size of the struct
 * @columns: its columns, the id first, in the order of the statements' columns and parameters
 * @n_columns: how many
 * @free: frees a row; for arrays of rows
 *
 * How a plain struct lies in a table. One description serves reading, writing, journal and undo.
 */
typedef struct
{
  const char *name;
  const char *get;
  const char *put;
  const char *remove;
  gsize size;
  const IkrarColumn *columns;
  guint n_columns;
  GDestroyNotify free;
} IkrarEntity;

/**
 * ikrar_entity_get:
 * @entity: a description
 * @db: a connection
 * @id: id of a row
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error; free with [func@entity_free]
 */
gpointer ikrar_entity_get (const IkrarEntity *entity, IkrarDb *db, IkrarId id, GError **error);

/**
 * ikrar_entity_read:
 * @entity: a description
 * @statement: a statement at a row that begins with the entity's columns
 *
 * Returns: (transfer full): the row
 */
gpointer ikrar_entity_read (const IkrarEntity *entity, IkrarStatement *statement);

/**
 * ikrar_entity_list:
 * @entity: a description
 * @statement: (nullable): a started statement whose rows begin with the entity's columns; `NULL`
 *   passes the error of starting it on
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the rows, freed with the array, or `NULL` with a store error
 */
GPtrArray *ikrar_entity_list (const IkrarEntity *entity, IkrarStatement *statement, GError **error);

/**
 * ikrar_entity_put:
 * @entity: a description
 * @db: a connection
 * @row: a row; `NULL` texts are written as ""
 * @error: return location for an error
 *
 * Writes a new row or replaces the one with its id.
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_entity_put (const IkrarEntity *entity, IkrarDb *db, gconstpointer row, GError **error);

/**
 * ikrar_entity_bulk_new:
 * @entity: a description
 * @db: a connection in a transaction that may write
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a bulk for many new rows, or `NULL` with a store error
 */
IkrarBulk *ikrar_entity_bulk_new (const IkrarEntity *entity, IkrarDb *db, GError **error);

/**
 * ikrar_entity_bulk_add:
 * @entity: a description
 * @bulk: a bulk for it
 * @row: a new row; `NULL` texts are written as ""
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_entity_bulk_add (const IkrarEntity *entity,
                                IkrarBulk *bulk,
                                gconstpointer row,
                                GError **error);

/**
 * ikrar_entity_delete:
 * @entity: a description
 * @db: a connection
 * @id: id of a row
 * @error: return location for an error
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_CONFLICT` if other rows depend on it, or another store
 *   error
 */
gboolean ikrar_entity_delete (const IkrarEntity *entity, IkrarDb *db, IkrarId id, GError **error);

/**
 * ikrar_entity_copy:
 * @entity: a description
 * @row: (nullable): a row
 *
 * Returns: (transfer full) (nullable): a copy
 */
gpointer ikrar_entity_copy (const IkrarEntity *entity, gconstpointer row);

/**
 * ikrar_entity_keep:
 * @entity: a description
 * @row: a row
 * @copy: (out caller-allocates): becomes a copy of @row
 * @texts: keeps the copy's texts
 *
 * Copies a row cheaply; the copy is not to be freed and lives as long as @texts.
 */
void ikrar_entity_keep (const IkrarEntity *entity,
                        gconstpointer row,
                        gpointer copy,
                        GStringChunk *texts);

/**
 * ikrar_entity_free:
 * @entity: a description
 * @row: (transfer full) (nullable): a row
 */
void ikrar_entity_free (const IkrarEntity *entity, gpointer row);

/**
 * ikrar_entity_encode:
 * @entity: a description
 * @row: (nullable): a row
 *
 * Returns: (transfer full): the row as the journal keeps it: a dictionary in GVariant text, names
 *   of columns and values; "" for no row
 */
char *ikrar_entity_encode (const IkrarEntity *entity, gconstpointer row);

/**
 * ikrar_entity_decode:
 * @entity: a description
 * @text: what [func@entity_encode] gave
 * @error: return location for an error
 *
 * Columns that @text lacks, because they are newer, stay empty.
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` with `IKRAR_STORE_ERROR_CORRUPT`
 */
gpointer ikrar_entity_decode (const IkrarEntity *entity, const char *text, GError **error);

/**
 * ikrar_entity_build:
 * @entity: a description
 * @values: a value for each column, words as text
 * @error: return location for an error
 *
 * Makes a row of values that nobody vouches for.
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` with `IKRAR_STORE_ERROR_INVALID` for a
 *   word that there is not, or a number that is too large
 */
gpointer
ikrar_entity_build (const IkrarEntity *entity, const IkrarExchangeValue *values, GError **error);

/**
 * ikrar_entity_id:
 * @entity: a description
 * @row: a row
 *
 * Returns: the row's id
 */
IkrarId ikrar_entity_id (const IkrarEntity *entity, gconstpointer row);

/**
 * IKRAR_ENTITY_FREE:
 * @Type: a struct's type
 * @prefix: its prefix; `<prefix>_entity` describes it
 *
 * Defines the free function of a struct.
 */
#define IKRAR_ENTITY_FREE(Type, prefix)        \
  void prefix##_free (Type *row)               \
  {                                            \
    ikrar_entity_free (&prefix##_entity, row); \
  }

G_END_DECLS
