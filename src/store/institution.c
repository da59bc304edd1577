/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/institution.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seal/digest.h"

#include "store/error.h"
#include "store/words-private.h"

#define INSTITUTION_ID 1
#define PICTURE_SIZE_MAX (8 * 1024 * 1024)
#define PICTURE_EDGE_MAX 4096

#define COLUMN(name, type)                                     \
  {                                                            \
#name, type, G_STRUCT_OFFSET(IkrarInstitution, name), NULL \
  }

static const IkrarColumn institution_columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (government, IKRAR_COLUMN_TEXT),
  COLUMN (name, IKRAR_COLUMN_TEXT),
  COLUMN (short_name, IKRAR_COLUMN_TEXT),
  COLUMN (address, IKRAR_COLUMN_TEXT),
  COLUMN (contact, IKRAR_COLUMN_TEXT),
  COLUMN (city, IKRAR_COLUMN_TEXT),
  { "zone", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarInstitution, zone), _ikrar_zone_words },
  COLUMN (paper, IKRAR_COLUMN_TEXT),
  COLUMN (number_label, IKRAR_COLUMN_TEXT),
  COLUMN (logo_id, IKRAR_COLUMN_INT64),
};

#undef COLUMN
#define COLUMN(name, type)                                   \
  {                                                          \
#name, type, G_STRUCT_OFFSET(IkrarSignatory, name), NULL \
  }

static const IkrarColumn signatory_columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),       COLUMN (prefix, IKRAR_COLUMN_TEXT),
  COLUMN (name, IKRAR_COLUMN_TEXT),      COLUMN (suffix, IKRAR_COLUMN_TEXT),
  COLUMN (position, IKRAR_COLUMN_TEXT),  COLUMN (acting, IKRAR_COLUMN_TEXT),
  COLUMN (on_behalf, IKRAR_COLUMN_TEXT), COLUMN (grade, IKRAR_COLUMN_INT),
  COLUMN (number, IKRAR_COLUMN_TEXT),
};

const IkrarEntity ikrar_institution_entity = { IKRAR_ENTITY_NAMES ("institution"),
                                               sizeof (IkrarInstitution), institution_columns,
                                               G_N_ELEMENTS (institution_columns),
                                               (GDestroyNotify) ikrar_institution_free };
const IkrarEntity ikrar_signatory_entity = { IKRAR_ENTITY_NAMES ("signatory"),
                                             sizeof (IkrarSignatory), signatory_columns,
                                             G_N_ELEMENTS (signatory_columns),
                                             (GDestroyNotify) ikrar_signatory_free };

IKRAR_ENTITY_FREE (IkrarInstitution, ikrar_institution)
IKRAR_ENTITY_FREE (IkrarSignatory, ikrar_signatory)

static gboolean
is_not_found (const GError *error)
{
  return g_error_matches (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND);
}

static IkrarInstitution *
usual_institution (void)
{
  IkrarInstitution *institution = g_new0 (IkrarInstitution, 1);

  institution->id = INSTITUTION_ID;
  institution->government = g_strdup ("");
  institution->name = g_strdup ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia");
  institution->short_name = g_strdup ("BKPSDM");
  institution->address = g_strdup ("");
  institution->contact = g_strdup ("");
  institution->city = g_strdup ("");
  institution->zone = IKRAR_ZONE_WITA;
  institution->paper = g_strdup ("F4");
  institution->number_label = g_strdup ("NIP");
  return institution;
}

IkrarInstitution *
ikrar_institution_get (IkrarStore *store, GError **error)
{
  g_autoptr (GError) local = NULL;
  IkrarInstitution *institution = ikrar_entity_get (
      &ikrar_institution_entity, ikrar_store_get_db (store), INSTITUTION_ID, &local);

  if (institution != NULL)
    return institution;
  if (is_not_found (local))
    return usual_institution ();
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static IkrarId
finish (IkrarChange *change, GError **error)
{
  return ikrar_change_commit (change, error) ? ikrar_change_get_id (change) : 0;
}

static IkrarId
save (IkrarStore *store,
      const char *action,
      const IkrarEntity *entity,
      gconstpointer row,
      const char *detail,
      GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, action, 0, ikrar_entity_id (entity, row), detail, NULL, error);

  return change != NULL && ikrar_change_put (change, entity, row, error) ? finish (change, error)
                                                                         : 0;
}

static gboolean
check_paper (const char *paper, GError **error)
{
  if (g_strcmp0 (paper, "F4") == 0 || g_strcmp0 (paper, "A4") == 0)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
               _ ("“%s” is no paper for lists and letters. Choose F4 or A4."), paper);
  return FALSE;
}

IkrarId
ikrar_institution_save (IkrarStore *store, const IkrarInstitution *institution, GError **error)
{
  g_return_val_if_fail (institution->id == INSTITUTION_ID, 0);

  if (!check_paper (institution->paper, error))
    return 0;
  return save (store, "institution.edit", &ikrar_institution_entity, institution, institution->name,
               error);
}

IkrarSignatory *
ikrar_signatory_get (IkrarStore *store, IkrarSignatoryRole role, GError **error)
{
  g_autoptr (GError) local = NULL;
  IkrarSignatory *signatory =
      ikrar_entity_get (&ikrar_signatory_entity, ikrar_store_get_db (store), role, &local);

  if (signatory != NULL)
    return signatory;
  if (!is_not_found (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  signatory = ikrar_entity_decode (&ikrar_signatory_entity,
                                   "{'prefix':<''>,'name':<''>,'suffix':<''>,'position':<''>,"
                                   "'acting':<''>,'on_behalf':<''>,'number':<''>}",
                                   error);
  signatory->id = role;
  return signatory;
}

IkrarId
ikrar_signatory_save (IkrarStore *store, const IkrarSignatory *signatory, GError **error)
{
  return save (store, "signatory.edit", &ikrar_signatory_entity, signatory, signatory->position,
               error);
}

GBytes *
ikrar_logo_get (IkrarStore *store, GError **error)
{
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (store, error);
  IkrarStatement *statement;
  GBytes *png = NULL;

  if (institution == NULL || institution->logo_id == 0)
    return NULL;
  statement = ikrar_db_query (ikrar_store_get_db (store), "attachment_content", error, "i",
                              institution->logo_id);
  if (statement != NULL && ikrar_statement_step (statement, error) == IKRAR_STEP_ROW)
    {
      gsize size;
      gconstpointer data = ikrar_statement_get_blob (statement, 0, &size);

      png = g_bytes_new (data, size);
    }
  ikrar_statement_reset (statement);
  return png;
}

static guint32
read_u32 (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Width and height stand in the first chunk (PNG specification, 11.2.2): no decoder is needed to
 * refuse a picture that is too large. */
static gboolean
check_png (GBytes *png, GError **error)
{
  static const guint8 magic[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  if (size >= 24 && size <= PICTURE_SIZE_MAX && memcmp (data, magic, 16) == 0 &&
      read_u32 (data + 16) - 1 < PICTURE_EDGE_MAX && read_u32 (data + 20) - 1 < PICTURE_EDGE_MAX)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
               _ ("The coat of arms must be a PNG picture of at most 8 MiB and %d by %d pixels."),
               PICTURE_EDGE_MAX, PICTURE_EDGE_MAX);
  return FALSE;
}

static gboolean
add_picture (IkrarChange *change, GBytes *png, IkrarId *id, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (png, &size);
  IkrarDigest digest;

  ikrar_digest_of (data, size, &digest);
  *id = ikrar_id_new ();
  return ikrar_db_run (ikrar_change_get_db (change), "attachment_insert", error, "itttbbi", *id,
                       "logo", "", "image/png", data, size, digest.bytes, (gsize) IKRAR_DIGEST_SIZE,
                       ikrar_change_get_time (change));
}

/* Read within the change: what somebody else edited meanwhile stays. */
static gboolean
put_logo (IkrarChange *change, GBytes *png, GError **error)
{
  g_autoptr (IkrarInstitution) institution =
      ikrar_institution_get (ikrar_change_get_store (change), error);

  if (institution == NULL)
    return FALSE;
  institution->logo_id = 0;
  return (png == NULL || add_picture (change, png, &institution->logo_id, error)) &&
         ikrar_change_put (change, &ikrar_institution_entity, institution, error);
}

IkrarId
ikrar_logo_set (IkrarStore *store, GBytes *png, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;

  if (png != NULL && !check_png (png, error))
    return 0;
  change = ikrar_change_begin (store, "institution.logo", 0, INSTITUTION_ID, NULL, NULL, error);
  return change != NULL && put_logo (change, png, error) ? finish (change, error) : 0;
}

char *
ikrar_setting_get (IkrarStore *store, const char *name, GError **error)
{
  return ikrar_db_get_text (ikrar_store_get_db (store), "setting_get", error, "t", name);
}

gboolean
ikrar_setting_set (IkrarStore *store, const char *name, const char *value, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "setting.edit", 0, 0, name, NULL, error);

  return change != NULL &&
         ikrar_db_run (ikrar_change_get_db (change), "setting_put", error, "tt", name, value) &&
         ikrar_change_commit (change, error);
}
