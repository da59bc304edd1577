/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/ledger.h"
#include "store/person-merge-private.h"
#include "store/person-private.h"

/* Rows of imports that were refused belong to nobody, but may say the name or a number. */
static gboolean
scrub_import_rows (IkrarDb *db, const char *text, GError **error)
{
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", text);

  return *text == '\0' || ikrar_db_run (db, "person_erase_refused_rows", error, "t", pattern);
}

static gboolean
scrub_numbers (IkrarDb *db, IkrarId id, GError **error)
{
  g_autoptr (GPtrArray) numbers =
      ikrar_entity_list (&ikrar_person_number_entity,
                         ikrar_db_query (db, "person_number_list", error, "i", id), error);

  if (numbers == NULL)
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    if (!scrub_import_rows (db, ((IkrarPersonNumber *) g_ptr_array_index (numbers, i))->number,
                            error))
      return FALSE;
  return TRUE;
}

/* What the journal and imports kept goes too, and in the sealed log values and salts. */
static gboolean
scrub (IkrarDb *db, const IkrarPerson *person, GError **error)
{
  static const char *const statements[] = {
    "journal_scrub_entity",      "journal_scrub_numbers",     "journal_scrub_participants",
    "journal_scrub_subject",     "person_number_erase",       "person_erase_imports",
    "person_erase_participants", "person_erase_certificates", "ledger_field_erase_person",
    "exchange_version_erase",    "exchange_conflict_erase",   "journal_scrub_merged_places",
    "journal_scrub_merges",      "person_apart_erase",
  };

  if (!scrub_numbers (db, person->id, error) || !scrub_import_rows (db, person->number, error) ||
      !scrub_import_rows (db, person->name, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!ikrar_db_run (db, statements[i], error, "i", person->id))
      return FALSE;
  return TRUE;
}

static gboolean
seal_erasure (IkrarChange *change, IkrarId id, GError **error)
{
  IkrarRecord record = { .kind = IKRAR_RECORD_PERSON_ERASED, .subject = id, .refers_to = -1 };

  ikrar_nonce_new (record.nonce);
  return ikrar_ledger_append (change, &record, NULL, 0, error);
}

static gboolean
empty_row (IkrarChange *change, IkrarId id, GError **error)
{
  g_autoptr (IkrarPerson) empty =
      ikrar_entity_decode (&ikrar_person_entity, "{'name':<'(dihapus)'>}", error);

  empty->id = id;
  empty->removed_at = ikrar_change_get_time (change);
  return ikrar_entity_put (&ikrar_person_entity, ikrar_change_get_db (change), empty, error);
}

static gboolean
erase_row (IkrarChange *change, IkrarId id, GError **error)
{
  g_autoptr (IkrarPerson) person = ikrar_person_get (ikrar_change_get_store (change), id, error);

  return person != NULL && scrub (ikrar_change_get_db (change), person, error) &&
         empty_row (change, id, error);
}

/* Who was merged into the person is the person. */
static gboolean
erase_merged (IkrarChange *change, IkrarId id, GError **error)
{
  g_autoptr (GPtrArray) merged = ikrar_entity_list (
      &ikrar_person_merged_entity,
      ikrar_db_query (ikrar_change_get_db (change), "person_merged_list", error, "i", id), error);

  for (guint i = 0; merged != NULL && i < merged->len; i++)
    if (!erase_row (change, ((IkrarPersonMerged *) g_ptr_array_index (merged, i))->id, error))
      return FALSE;
  return merged != NULL;
}

gboolean
_ikrar_person_erase (IkrarChange *change, IkrarId id, GError **error)
{
  IkrarStore *store = ikrar_change_get_store (change);
  g_autoptr (IkrarPerson) person = ikrar_person_get (store, id, error);

  return person != NULL && _ikrar_person_check_there (store, person, error) &&
         erase_merged (change, id, error) && erase_row (change, id, error) &&
         seal_erasure (change, id, error);
}

gboolean
ikrar_person_erase (IkrarStore *store, IkrarId id, const char *reason, GError **error)
{
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "person.erase", 0, id, reason, NULL, error);

  if (change == NULL || !_ikrar_person_erase (change, id, error) ||
      !ikrar_change_commit (change, error))
    return FALSE;
  /* What was erased is in the journal's file until it is emptied. Somebody who reads now delays it,
   * which is no reason to say that nothing was erased. */
  ikrar_db_flush (ikrar_store_get_db (store), NULL);
  return TRUE;
}
