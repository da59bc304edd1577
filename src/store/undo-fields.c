/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/participant.h"
#include "store/person-merge.h"
#include "store/undo-private.h"
#include "store/unit-tree.h"

/* What a row is called, as far as it has a name. */
static char *
name_of (const IkrarUndoImage *image)
{
  const char *text = *image->before != '\0' ? image->before : image->after;
  g_autoptr (GVariant) row = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  const char *name = NULL;

  if (row != NULL && g_variant_lookup (row, "name", "&s", &name))
    return g_strdup (name);
  return g_strdup (image->entity == &ikrar_participant_entity ? _ ("A participant")
                                                              : _ ("A record of it"));
}

gboolean
_ikrar_undo_refuse_later (IkrarDb *db, const IkrarUndoImage *image, IkrarId journal, GError **error)
{
  g_autofree char *name = name_of (image);
  g_autofree char *action = ikrar_db_get_text (db, "journal_later", NULL, "ii", image->id, journal);

  if (action != NULL && strcmp (action, "person.merge") == 0)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                 _ ("%s was merged with somebody else later. Undo that first."), name);
  else if (action != NULL && strcmp (action, "unit.merge") == 0)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                 _ ("%s was merged with another unit later. Undo that first."), name);
  else
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                 _ ("%s was changed later. Undo that change first."), name);
  return FALSE;
}

static GVariant *
parse (const char *image)
{
  return g_variant_parse (G_VARIANT_TYPE_VARDICT, image, NULL, NULL, NULL);
}

static gboolean
same_value (GVariant *a, GVariant *b)
{
  return a != NULL && b != NULL && g_variant_equal (a, b);
}

/* The row as it stands, with what the entry changed as it was before; NULL if some of that was
 * changed later. */
static char *
mix (const IkrarUndoImage *image, const char *now)
{
  g_autoptr (GVariant) before = parse (image->before);
  g_autoptr (GVariant) after = parse (image->after);
  g_autoptr (GVariant) current = parse (now);
  g_autoptr (GVariant) mixed = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, current);
  for (guint i = 0; i < image->entity->n_columns; i++)
    {
      const char *name = image->entity->columns[i].name;
      g_autoptr (GVariant) was = g_variant_lookup_value (before, name, NULL);
      g_autoptr (GVariant) became = g_variant_lookup_value (after, name, NULL);
      g_autoptr (GVariant) is = g_variant_lookup_value (current, name, NULL);

      if (was == NULL || same_value (was, became) || same_value (is, was))
        continue;
      if (!same_value (is, became))
        {
          g_variant_dict_clear (&dict);
          return NULL;
        }
      g_variant_dict_insert_value (&dict, name, was);
    }
  mixed = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (mixed, FALSE);
}

static gboolean
put_image (IkrarChange *change, const IkrarEntity *entity, const char *image, GError **error)
{
  gpointer row = ikrar_entity_decode (entity, image, error);
  gboolean ok = row != NULL && ikrar_change_put (change, entity, row, error);

  ikrar_entity_free (entity, row);
  return ok;
}

/* "" if there is no such row. */
static char *
read_now (IkrarDb *db, const IkrarUndoImage *image, GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer row = ikrar_entity_get (image->entity, db, image->id, &local);
  char *now;

  if (local != NULL && !g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  now = ikrar_entity_encode (image->entity, row);
  ikrar_entity_free (image->entity, row);
  return now;
}

/* A row that was made or taken away is as the entry left it, or the entry stands. */
static gboolean
restore_whole (IkrarChange *change,
               const IkrarUndoImage *image,
               const char *now,
               IkrarId journal,
               GError **error)
{
  if (strcmp (now, image->after) != 0)
    return _ikrar_undo_refuse_later (ikrar_change_get_db (change), image, journal, error);
  if (*image->before == '\0')
    return ikrar_change_delete (change, image->entity, image->id, error);
  return put_image (change, image->entity, image->before, error);
}

static gboolean
restore_fields (IkrarChange *change,
                const IkrarUndoImage *image,
                const char *now,
                IkrarId journal,
                GError **error)
{
  g_autofree char *mixed = *now != '\0' ? mix (image, now) : NULL;

  if (mixed == NULL)
    return _ikrar_undo_refuse_later (ikrar_change_get_db (change), image, journal, error);
  return put_image (change, image->entity, mixed, error);
}

static gboolean
restore (IkrarChange *change, const IkrarUndoImage *image, IkrarId journal, GError **error)
{
  g_autofree char *now = NULL;

  if (image->entity == NULL || (*image->before == '\0' && *image->after == '\0'))
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                           _ ("What stood before is not kept any more."));
      return FALSE;
    }
  now = read_now (ikrar_change_get_db (change), image, error);
  if (now == NULL)
    return FALSE;
  return *image->before == '\0' || *image->after == '\0'
             ? restore_whole (change, image, now, journal, error)
             : restore_fields (change, image, now, journal, error);
}

gboolean
_ikrar_undo_fields (IkrarChange *change, const IkrarJournalEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) images =
      _ikrar_undo_images (ikrar_change_get_db (change), entry->id, error);

  if (images == NULL)
    return FALSE;
  if (images->len == 0)
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
                           _ ("There is nothing in this change that can be undone."));
      return FALSE;
    }
  for (guint i = 0; i < images->len; i++)
    if (!restore (change, g_ptr_array_index (images, i), entry->id, error))
      return FALSE;
  return TRUE;
}
