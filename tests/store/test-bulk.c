/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/bulk.h"

#include "store/error.h"
#include "store/fixture.h"

static IkrarDb *
begin (Fixture *fixture)
{
  IkrarDb *db = ikrar_store_get_db (fixture->store);
  g_autoptr (GError) error = NULL;

  ikrar_db_begin (db, &error);
  g_assert_no_error (error);
  return db;
}

static IkrarBulk *
new_bulk (IkrarDb *db, const char *table, const char *columns)
{
  g_autoptr (GError) error = NULL;
  IkrarBulk *bulk = ikrar_bulk_new (db, table, columns, &error);

  g_assert_no_error (error);
  return bulk;
}

static void
add_setting (IkrarBulk *bulk, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  ikrar_bulk_text (bulk, name);
  ikrar_bulk_text (bulk, value);
  ikrar_bulk_end_row (bulk, &error);
  g_assert_no_error (error);
}

static void
finish (IkrarDb *db, IkrarBulk *bulk)
{
  g_autoptr (GError) error = NULL;

  ikrar_bulk_flush (bulk, &error);
  g_assert_no_error (error);
  ikrar_bulk_free (bulk);
  ikrar_db_commit (db, &error);
  g_assert_no_error (error);
}

static void
assert_setting (IkrarDb *db, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = ikrar_db_get_text (db, "setting_get", &error, "t", name);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, value);
}

static void
test_texts (Fixture *fixture, gconstpointer unused)
{
  IkrarDb *db = begin (fixture);
  IkrarBulk *bulk = new_bulk (db, "setting", "name, value");

  add_setting (bulk, "kosong", NULL);
  add_setting (bulk, "tanda", "\t\\N \"'; -- \n$1");
  add_setting (bulk, "asing", "Ñandú 統一 \U0001F600");
  finish (db, bulk);
  assert_setting (db, "kosong", "");
  assert_setting (db, "tanda", "\t\\N \"'; -- \n$1");
  assert_setting (db, "asing", "Ñandú 統一 \U0001F600");
}

/* What was flushed is read in the same transaction; what was not is dropped. */
static void
test_flush (Fixture *fixture, gconstpointer unused)
{
  IkrarDb *db = begin (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarBulk) bulk = new_bulk (db, "setting", "name, value");

  add_setting (bulk, "satu", "1");
  g_assert_true (ikrar_bulk_flush (bulk, &error));
  assert_setting (db, "satu", "1");
  add_setting (bulk, "dua", "2");
  ikrar_db_rollback (db);
  g_clear_pointer (&bulk, ikrar_bulk_free);
  assert_setting (db, "satu", "");
  assert_setting (db, "dua", "");
}

/* The extremes of numbers and bytes. */
static void
test_values (Fixture *fixture, gconstpointer unused)
{
  static const gint64 numbers[] = { 0, 1, -1, 255, 65536, G_MAXINT64, G_MININT64 };
  IkrarDb *db = begin (fixture);
  IkrarBulk *bulk = new_bulk (db, "signing_key", "id, purpose, event_id, public_key, created_at");
  IkrarStatement *statement;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const guint8 bytes[4] = { 0, 255, (guint8) i, '\\' };

      ikrar_bulk_int (bulk, (gint64) i + 1);
      ikrar_bulk_text (bulk, "pass");
      ikrar_bulk_int (bulk, numbers[i]);
      ikrar_bulk_blob (bulk, bytes, i == 0 ? 0 : sizeof bytes);
      ikrar_bulk_int (bulk, 1);
      g_assert_true (ikrar_bulk_end_row (bulk, &error));
    }
  finish (db, bulk);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const guint8 bytes[4] = { 0, 255, (guint8) i, '\\' };
      gsize size;
      gconstpointer blob;

      statement = ikrar_db_query (db, "signing_key_newest_first", &error, "i", numbers[i]);
      g_assert_cmpint (ikrar_statement_step (statement, &error), ==, IKRAR_STEP_ROW);
      g_assert_cmpint (ikrar_statement_get_int (statement, 0), ==, (gint64) i + 1);
      g_assert_cmpint (ikrar_statement_get_int (statement, 1), ==, numbers[i]);
      blob = ikrar_statement_get_blob (statement, 2, &size);
      g_assert_cmpmem (blob, size, bytes, i == 0 ? 0 : sizeof bytes);
      ikrar_statement_reset (statement);
    }
}

/* Rows of several tables stand open beside each other; those referred to are flushed first. */
static void
test_beside (Fixture *fixture, gconstpointer unused)
{
  IkrarDb *db = begin (fixture);
  g_autoptr (GError) error = NULL;
  IkrarBulk *units = new_bulk (db, "unit", "id, parent_id, name, key");
  IkrarBulk *aliases = new_bulk (db, "unit_alias", "key, unit_id");

  for (gint64 id = 1; id <= 3; id++)
    {
      g_autofree char *name = g_strdup_printf ("Dinas %d", (int) id);

      ikrar_bulk_int (units, id);
      ikrar_bulk_int (units, 0);
      ikrar_bulk_text (units, name);
      ikrar_bulk_text (units, name);
      g_assert_true (ikrar_bulk_end_row (units, &error));
      ikrar_bulk_text (aliases, name);
      ikrar_bulk_int (aliases, id);
      g_assert_true (ikrar_bulk_end_row (aliases, &error));
    }
  g_assert_true (ikrar_bulk_flush (units, &error));
  ikrar_bulk_free (units);
  finish (db, aliases);
}

static void
add_person (IkrarBulk *bulk, const char *number)
{
  ikrar_bulk_int (bulk, ikrar_id_new ());
  ikrar_bulk_text (bulk, number);
  ikrar_bulk_text (bulk, "nip");
  ikrar_bulk_int (bulk, 1);
}

static void
assert_refused (Fixture *fixture, const char *number, IkrarStoreError code)
{
  IkrarDb *db = begin (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarBulk) bulk = new_bulk (db, "person_number", "id, number, number_kind, person_id");

  add_person (bulk, number);
  g_assert_false (ikrar_bulk_end_row (bulk, &error) && ikrar_bulk_flush (bulk, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, (int) code);
  ikrar_db_rollback (db);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  IkrarDb *db = begin (fixture);
  IkrarBulk *bulk = new_bulk (db, "setting", "name, value");
  g_autoptr (GError) error = NULL;

  assert_setting (db, "satu", "");
  add_setting (bulk, "satu", "1");
  finish (db, bulk);
  assert_refused (fixture, "\xff\xfe", IKRAR_STORE_ERROR_INVALID);
  assert_refused (fixture, "199001012015031001", IKRAR_STORE_ERROR_CONFLICT);
  db = begin (fixture);
  bulk = new_bulk (db, "setting", "name, value");
  ikrar_bulk_text (bulk, "satu");
  ikrar_bulk_text (bulk, "lagi");
  g_assert_false (ikrar_bulk_end_row (bulk, &error) && ikrar_bulk_flush (bulk, &error));
  g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
  ikrar_bulk_free (bulk);
  ikrar_db_rollback (db);
  assert_setting (db, "satu", "1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/bulk/texts", test_texts);
  fixture_test ("/bulk/flush", test_flush);
  fixture_test ("/bulk/values", test_values);
  fixture_test ("/bulk/beside", test_beside);
  fixture_test ("/bulk/refused", test_refused);
  return g_test_run ();
}
