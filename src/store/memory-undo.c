/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "store/error.h"
#include "store/mapping.h"
#include "store/meaning.h"
#include "store/memory-private.h"

/* What stood before and after, of one row. */
typedef struct
{
  gboolean mapping;
  char *before;
  char *after;
} Image;

static void
image_free (gpointer data)
{
  Image *image = data;

  g_free (image->before);
  g_free (image->after);
  g_free (image);
}

static GPtrArray *
list_images (IkrarDb *db, IkrarId journal, GError **error)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func (image_free);
  IkrarStatement *statement = ikrar_db_query (db, "memory_changes", error, "i", journal);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      Image *image = g_new0 (Image, 1);

      image->mapping = strcmp (ikrar_statement_get_text (statement, 0), IKRAR_MEMORY_MAPPING) == 0;
      image->before = g_strdup (ikrar_statement_get_text (statement, 1));
      image->after = g_strdup (ikrar_statement_get_text (statement, 2));
      g_ptr_array_add (images, image);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&images) : NULL;
}

/* The row that @text keeps, or of which it is the only trace. */
static GVariant *
decode (const Image *image, const char *text, GError **error)
{
  const GVariantType *type =
      G_VARIANT_TYPE (image->mapping ? IKRAR_MEMORY_MAPPING_TYPE : IKRAR_MEMORY_MEANING_TYPE);
  GVariant *row = g_variant_parse (type, text, NULL, NULL, NULL);

  if (row == NULL)
    g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT,
                         "The journal holds no row of what was remembered.");
  return row;
}

static gboolean
restore_mapping (IkrarDb *db, GVariant *row, gboolean gone, GError **error)
{
  const char *shape, *mapping, *file_name;
  gint64 used_at;

  g_variant_get (row, "(&s&s&sx)", &shape, &mapping, &file_name, &used_at);
  return gone ? ikrar_db_run (db, "mapping_delete", error, "t", shape)
              : ikrar_db_run (db, "mapping_put", error, "ttti", shape, mapping, file_name, used_at);
}

static gboolean
restore_meaning (IkrarDb *db, GVariant *row, gboolean gone, GError **error)
{
  const char *field, *written, *meaning;

  g_variant_get (row, "(&s&s&s)", &field, &written, &meaning);
  return gone ? ikrar_db_run (db, "meaning_delete", error, "tt", field, written)
              : ikrar_db_run (db, "meaning_put", error, "ttt", field, written, meaning);
}

static gboolean
restore (IkrarDb *db, const Image *image, GError **error)
{
  gboolean gone = *image->before == '\0';
  g_autoptr (GVariant) row = decode (image, gone ? image->after : image->before, error);

  if (row == NULL)
    return FALSE;
  return image->mapping ? restore_mapping (db, row, gone, error)
                        : restore_meaning (db, row, gone, error);
}

gboolean
_ikrar_memory_undo (IkrarChange *change, IkrarId journal, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  g_autoptr (GPtrArray) images = list_images (db, journal, error);

  if (images == NULL)
    return FALSE;
  for (guint i = 0; i < images->len; i++)
    if (!restore (db, images->pdata[i], error))
      return FALSE;
  return TRUE;
}
