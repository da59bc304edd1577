/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/entity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"

#define FIELD(row, column, type) (*(type *) ((guint8 *) (row) + (column)->offset))
#define FIELD_CONST(row, column, type) (*(type const *) ((const guint8 *) (row) + (column)->offset))

/* -1 if there is no such word. */
static int
find_word (const IkrarColumn *column, const char *word)
{
  for (int value = 0; column->word (value) != NULL; value++)
    if (strcmp (column->word (value), word) == 0)
      return value;
  return -1;
}

static int
word_value (const IkrarColumn *column, const char *word)
{
  int value = find_word (column, word);

  if (value >= 0)
    return value;
  g_warning ("%s has no word \"%s\"", column->name, word);
  return 0;
}

static void
read_column (const IkrarColumn *column, IkrarStatement *statement, guint index, gpointer row)
{
  switch (column->type)
    {
    case IKRAR_COLUMN_INT64:
      FIELD (row, column, gint64) = ikrar_statement_get_int (statement, index);
      break;
    case IKRAR_COLUMN_INT:
      FIELD (row, column, int) = (int) ikrar_statement_get_int (statement, index);
      break;
    case IKRAR_COLUMN_TEXT:
      FIELD (row, column, char *) = g_strdup (ikrar_statement_get_text (statement, index));
      break;
    case IKRAR_COLUMN_WORD:
      FIELD (row, column, int) = word_value (column, ikrar_statement_get_text (statement, index));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
bind_column (const IkrarColumn *column, IkrarStatement *statement, guint index, gconstpointer row)
{
  switch (column->type)
    {
    case IKRAR_COLUMN_INT64:
      ikrar_statement_bind_int (statement, index, FIELD_CONST (row, column, gint64));
      break;
    case IKRAR_COLUMN_INT:
      ikrar_statement_bind_int (statement, index, FIELD_CONST (row, column, int));
      break;
    case IKRAR_COLUMN_TEXT:
      ikrar_statement_bind_text (statement, index, FIELD_CONST (row, column, char *));
      break;
    case IKRAR_COLUMN_WORD:
      ikrar_statement_bind_text (statement, index, column->word (FIELD_CONST (row, column, int)));
      break;
    default:
      g_assert_not_reached ();
    }
}

IkrarId
ikrar_entity_id (const IkrarEntity *entity, gconstpointer row)
{
  return FIELD_CONST (row, &entity->columns[0], gint64);
}

gpointer
ikrar_entity_read (const IkrarEntity *entity, IkrarStatement *statement)
{
  gpointer row = g_malloc0 (entity->size);

  for (guint i = 0; i < entity->n_columns; i++)
    read_column (&entity->columns[i], statement, i, row);
  return row;
}

gpointer
ikrar_entity_get (const IkrarEntity *entity, IkrarDb *db, IkrarId id, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, entity->get, error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;
  gpointer row = NULL;

  if (step == IKRAR_STEP_ROW)
    row = ikrar_entity_read (entity, statement);
  else if (step == IKRAR_STEP_DONE)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                 _ ("There is no %s with the id %lld."), entity->name, (long long) id);
  ikrar_statement_reset (statement);
  return row;
}

GPtrArray *
ikrar_entity_list (const IkrarEntity *entity, IkrarStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  IkrarStep step;

  if (statement == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (entity->free);
  while ((step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (rows, ikrar_entity_read (entity, statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
ikrar_entity_put (const IkrarEntity *entity, IkrarDb *db, gconstpointer row, GError **error)
{
  IkrarStatement *statement = ikrar_db_prepare (db, entity->put, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entity->n_columns; i++)
    bind_column (&entity->columns[i], statement, i + 1, row);
  return ikrar_statement_step (statement, error) == IKRAR_STEP_DONE;
}

IkrarBulk *
ikrar_entity_bulk_new (const IkrarEntity *entity, IkrarDb *db, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < entity->n_columns; i++)
    g_string_append_printf (columns, i > 0 ? ", %s" : "%s", entity->columns[i].name);
  return ikrar_bulk_new (db, entity->name, columns->str, error);
}

static void
add_column (const IkrarColumn *column, IkrarBulk *bulk, gconstpointer row)
{
  switch (column->type)
    {
    case IKRAR_COLUMN_INT64:
      ikrar_bulk_int (bulk, FIELD_CONST (row, column, gint64));
      break;
    case IKRAR_COLUMN_INT:
      ikrar_bulk_int (bulk, FIELD_CONST (row, column, int));
      break;
    case IKRAR_COLUMN_TEXT:
      ikrar_bulk_text (bulk, FIELD_CONST (row, column, char *));
      break;
    case IKRAR_COLUMN_WORD:
      ikrar_bulk_text (bulk, column->word (FIELD_CONST (row, column, int)));
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
ikrar_entity_bulk_add (const IkrarEntity *entity,
                       IkrarBulk *bulk,
                       gconstpointer row,
                       GError **error)
{
  for (guint i = 0; i < entity->n_columns; i++)
    add_column (&entity->columns[i], bulk, row);
  return ikrar_bulk_end_row (bulk, error);
}

gboolean
ikrar_entity_delete (const IkrarEntity *entity, IkrarDb *db, IkrarId id, GError **error)
{
  return ikrar_db_run (db, entity->remove, error, "i", id);
}

gpointer
ikrar_entity_copy (const IkrarEntity *entity, gconstpointer row)
{
  gpointer copy;

  if (row == NULL)
    return NULL;
  copy = g_memdup2 (row, entity->size);
  for (guint i = 0; i < entity->n_columns; i++)
    if (entity->columns[i].type == IKRAR_COLUMN_TEXT)
      FIELD (copy, &entity->columns[i], char *) =
          g_strdup (FIELD_CONST (row, &entity->columns[i], char *));
  return copy;
}

void
ikrar_entity_keep (const IkrarEntity *entity, gconstpointer row, gpointer copy, GStringChunk *texts)
{
  memcpy (copy, row, entity->size);
  for (guint i = 0; i < entity->n_columns; i++)
    if (entity->columns[i].type == IKRAR_COLUMN_TEXT)
      {
        const char *text = FIELD_CONST (row, &entity->columns[i], char *);

        if (text != NULL && *text != '\0')
          FIELD (copy, &entity->columns[i], char *) = g_string_chunk_insert (texts, text);
        else
          FIELD (copy, &entity->columns[i], char *) = (char *) "";
      }
}

void
ikrar_entity_free (const IkrarEntity *entity, gpointer row)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < entity->n_columns; i++)
    if (entity->columns[i].type == IKRAR_COLUMN_TEXT)
      g_free (FIELD (row, &entity->columns[i], char *));
  g_free (row);
}

static GVariant *
column_variant (const IkrarColumn *column, gconstpointer row)
{
  const char *text;

  switch (column->type)
    {
    case IKRAR_COLUMN_INT64:
      return g_variant_new_int64 (FIELD_CONST (row, column, gint64));
    case IKRAR_COLUMN_INT:
      return g_variant_new_int64 (FIELD_CONST (row, column, int));
    case IKRAR_COLUMN_TEXT:
      text = FIELD_CONST (row, column, char *);
      /* What is not UTF-8 is refused when it is bound; until then it must only be different. */
      return g_variant_new_take_string (g_utf8_make_valid (text != NULL ? text : "", -1));
    case IKRAR_COLUMN_WORD:
      return g_variant_new_string (column->word (FIELD_CONST (row, column, int)));
    default:
      g_assert_not_reached ();
    }
}

char *
ikrar_entity_encode (const IkrarEntity *entity, gconstpointer row)
{
  GVariantDict dict;
  g_autoptr (GVariant) image = NULL;

  if (row == NULL)
    return g_strdup ("");
  g_variant_dict_init (&dict, NULL);
  for (guint i = 0; i < entity->n_columns; i++)
    g_variant_dict_insert_value (&dict, entity->columns[i].name,
                                 column_variant (&entity->columns[i], row));
  image = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (image, FALSE);
}

static void
decode_column (const IkrarColumn *column, GVariant *value, gpointer row)
{
  switch (column->type)
    {
    case IKRAR_COLUMN_INT64:
      FIELD (row, column, gint64) = g_variant_get_int64 (value);
      break;
    case IKRAR_COLUMN_INT:
      FIELD (row, column, int) = (int) g_variant_get_int64 (value);
      break;
    case IKRAR_COLUMN_TEXT:
      g_free (FIELD (row, column, char *));
      FIELD (row, column, char *) = g_variant_dup_string (value, NULL);
      break;
    case IKRAR_COLUMN_WORD:
      FIELD (row, column, int) = word_value (column, g_variant_get_string (value, NULL));
      break;
    default:
      g_assert_not_reached ();
    }
}

static const GVariantType *
column_variant_type (const IkrarColumn *column)
{
  return column->type == IKRAR_COLUMN_TEXT || column->type == IKRAR_COLUMN_WORD
             ? G_VARIANT_TYPE_STRING
             : G_VARIANT_TYPE_INT64;
}

gpointer
ikrar_entity_decode (const IkrarEntity *entity, const char *text, GError **error)
{
  g_autoptr (GVariant) image = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  gpointer row;

  if (image == NULL)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
                   _ ("The journal's copy of a %s cannot be read."), entity->name);
      return NULL;
    }
  row = g_malloc0 (entity->size);
  for (guint i = 0; i < entity->n_columns; i++)
    {
      const IkrarColumn *column = &entity->columns[i];
      g_autoptr (GVariant) value =
          g_variant_lookup_value (image, column->name, column_variant_type (column));

      if (value != NULL)
        decode_column (column, value, row);
    }
  return row;
}

static gboolean
build_column (const IkrarColumn *column, const IkrarExchangeValue *value, gpointer row)
{
  switch (column->type)
    {
    case IKRAR_COLUMN_INT64:
      FIELD (row, column, gint64) = value->number;
      return TRUE;
    case IKRAR_COLUMN_INT:
      FIELD (row, column, int) = (int) value->number;
      return value->number <= G_MAXINT32;
    case IKRAR_COLUMN_TEXT:
      FIELD (row, column, char *) = g_strdup (value->text);
      return TRUE;
    case IKRAR_COLUMN_WORD:
      FIELD (row, column, int) = MAX (0, find_word (column, value->text));
      return find_word (column, value->text) >= 0;
    default:
      g_assert_not_reached ();
    }
}

gpointer
ikrar_entity_build (const IkrarEntity *entity, const IkrarExchangeValue *values, GError **error)
{
  gpointer row = g_malloc0 (entity->size);
  gboolean ok = TRUE;

  for (guint i = 0; i < entity->n_columns; i++)
    ok = build_column (&entity->columns[i], &values[i], row) && ok;
  if (ok)
    return row;
  ikrar_entity_free (entity, row);
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
               _ ("A value of a %s is none that it may have."), entity->name);
  return NULL;
}
