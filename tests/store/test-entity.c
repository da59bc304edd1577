/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/entity.h"

#include <string.h>

#include "store/certificate.h"
#include "store/error.h"
#include "store/fixture.h"
#include "store/institution.h"
#include "store/unit.h"

#define ROUNDS 300

static const IkrarEntity *const entities[] = {
  &ikrar_institution_entity,   &ikrar_signatory_entity,     &ikrar_unit_entity,
  &ikrar_person_entity,        &ikrar_person_number_entity, &ikrar_event_entity,
  &ikrar_event_session_entity, &ikrar_event_role_entity,    &ikrar_participant_entity,
  &ikrar_number_series_entity,
};

#define FIELD(row, column, type) (*(type *) ((guint8 *) (row) + (column)->offset))

/* Any text that UTF-8 can have: quotes, backslashes, controls, all planes. */
static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (gint32 i = g_rand_int_range (random, 0, 12); i > 0; i--)
    {
      static const gunichar ends[] = { 0x80, 0x800, 0xd800, 0x10000, 0x110000 };
      gunichar letter =
          (gunichar) g_rand_int_range (random, 1, (gint32) ends[g_rand_int_range (random, 0, 5)]);

      if (g_unichar_validate (letter))
        g_string_append_unichar (text, letter);
    }
  return g_string_free (text, FALSE);
}

static int
count_words (const IkrarColumn *column)
{
  int count = 0;

  while (column->word (count) != NULL)
    count++;
  return count;
}

static gpointer
make_row (const IkrarEntity *entity, GRand *random)
{
  gpointer row = g_malloc0 (entity->size);

  for (guint i = 0; i < entity->n_columns; i++)
    {
      const IkrarColumn *column = &entity->columns[i];

      if (column->type == IKRAR_COLUMN_INT64)
        FIELD (row, column, gint64) =
            (gint64) (((guint64) g_rand_int (random) << 32 | g_rand_int (random)) & G_MAXINT64);
      else if (column->type == IKRAR_COLUMN_INT)
        FIELD (row, column, int) = (int) g_rand_int (random);
      else if (column->type == IKRAR_COLUMN_TEXT)
        FIELD (row, column, char *) = make_text (random);
      else
        FIELD (row, column, int) = g_rand_int_range (random, 0, count_words (column));
    }
  return row;
}

static void
assert_same (const IkrarEntity *entity, gpointer a, gpointer b)
{
  for (guint i = 0; i < entity->n_columns; i++)
    {
      const IkrarColumn *column = &entity->columns[i];

      if (column->type == IKRAR_COLUMN_INT64)
        g_assert_cmpint (FIELD (a, column, gint64), ==, FIELD (b, column, gint64));
      else if (column->type == IKRAR_COLUMN_TEXT)
        g_assert_cmpstr (FIELD (a, column, char *), ==, FIELD (b, column, char *));
      else
        g_assert_cmpint (FIELD (a, column, int), ==, FIELD (b, column, int));
    }
}

/* What the journal keeps of a row gives the very same row. */
static void
test_journal_text (void)
{
  g_autoptr (GRand) random = fixture_rand (909);

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
      {
        g_autoptr (GError) error = NULL;
        gpointer row = make_row (entities[i], random);
        gpointer copy = ikrar_entity_copy (entities[i], row);
        g_autofree char *text = ikrar_entity_encode (entities[i], row);
        g_autofree char *again = ikrar_entity_encode (entities[i], copy);
        gpointer read = ikrar_entity_decode (entities[i], text, &error);

        g_assert_no_error (error);
        g_assert_cmpstr (text, ==, again);
        assert_same (entities[i], row, read);
        assert_same (entities[i], row, copy);
        ikrar_entity_free (entities[i], row);
        ikrar_entity_free (entities[i], copy);
        ikrar_entity_free (entities[i], read);
      }
}

/* And so does the database, for tables that refer to no other. */
static void
test_database (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (910);
  IkrarDb *db = ikrar_store_get_db (fixture->store);

  for (guint round = 0; round < 40; round++)
    for (guint i = 0; i < 4; i++)
      {
        g_autoptr (GError) error = NULL;
        gpointer row = make_row (entities[i], random);
        gpointer read;

        if (!ikrar_entity_put (entities[i], db, row, &error))
          g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_DUPLICATE);
        else
          {
            read = ikrar_entity_get (entities[i], db, ikrar_entity_id (entities[i], row), &error);
            g_assert_no_error (error);
            assert_same (entities[i], row, read);
            ikrar_entity_free (entities[i], read);
            g_assert_true (
                ikrar_entity_delete (entities[i], db, ikrar_entity_id (entities[i], row), &error));
          }
        ikrar_entity_free (entities[i], row);
      }
}

static void
test_damaged_journal (void)
{
  static const char *const cases[] = { "", "x", "{", "{'id': 5", "(1, 2)", "{1: <2>}" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ikrar_entity_decode (&ikrar_unit_entity, cases[i], &error));
      g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CORRUPT);
    }
}

/* Columns of another type, or that are newer, stay empty. */
static void
test_older_journal (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarUnit) unit = ikrar_entity_decode (
      &ikrar_unit_entity, "{'id': <int64 7>, 'name': <5>, 'other': <'x'>}", &error);

  g_assert_no_error (error);
  g_assert_cmpint (unit->id, ==, 7);
  g_assert_null (unit->name);
}

static void
test_institution (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarInstitution) usual = ikrar_institution_get (fixture->store, &error);
  g_autoptr (IkrarSignatory) head =
      ikrar_signatory_get (fixture->store, IKRAR_SIGNATORY_HEAD, &error);
  g_autoptr (IkrarInstitution) saved = NULL;
  g_autofree char *nothing = ikrar_setting_get (fixture->store, "tidak-ada", &error);

  g_assert_cmpstr (usual->short_name, ==, "BKPSDM");
  g_assert_cmpstr (head->name, ==, "");
  g_assert_cmpstr (nothing, ==, "");
  g_free (usual->city);
  usual->city = g_strdup ("Kota “Contoh”");
  g_assert_true (ikrar_institution_save (fixture->store, usual, &error));
  saved = ikrar_institution_get (fixture->store, &error);
  assert_same (&ikrar_institution_entity, usual, saved);
}

static GBytes *
make_png (guint32 width, guint32 height, gsize size)
{
  guint8 *data = g_malloc0 (size);
  guint32 edges[] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  memcpy (data, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", MIN (size, 16));
  if (size >= 24)
    memcpy (data + 16, edges, sizeof edges);
  return g_bytes_new_take (data, size);
}

static void
test_logo (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint32 width;
    guint32 height;
    gsize size;
    gboolean good;
  } cases[] = {
    { 1, 1, 64, TRUE },     { 4096, 4096, 8 * 1024 * 1024, TRUE },
    { 4097, 1, 64, FALSE }, { 1, 4097, 64, FALSE },
    { 0, 1, 64, FALSE },    { 1, 0xffffffff, 64, FALSE },
    { 1, 1, 23, FALSE },    { 1, 1, 8 * 1024 * 1024 + 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) png = make_png (cases[i].width, cases[i].height, cases[i].size);
      g_autoptr (GBytes) stored = NULL;

      g_assert_cmpint (ikrar_logo_set (fixture->store, png, &error) != 0, ==, cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID);
      stored = cases[i].good ? ikrar_logo_get (fixture->store, &error) : g_bytes_ref (png);
      g_assert_true (g_bytes_equal (stored, png));
    }
  g_assert_true (ikrar_logo_set (fixture->store, NULL, NULL));
  g_assert_null (ikrar_logo_get (fixture->store, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/entity/journal-text", test_journal_text);
  fixture_test ("/store/entity/database", test_database);
  g_test_add_func ("/store/entity/damaged-journal", test_damaged_journal);
  g_test_add_func ("/store/entity/older-journal", test_older_journal);
  fixture_test ("/store/entity/institution", test_institution);
  fixture_test ("/store/entity/logo", test_logo);
  return g_test_run ();
}
