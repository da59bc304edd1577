/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/passes.h"

#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#include "report/error.h"
#include "seal/human-code.h"
#include "seal/pass-code.h"
#include "store/signing-key.h"

#define PEOPLE 23

static IkrarDocument *
make (Fixture *fixture, IkrarId event, const IkrarPassesOptions *options)
{
  g_autoptr (GError) error = NULL;
  IkrarDocument *passes = ikrar_passes_new (fixture->store, event, options, NULL, &error);

  g_assert_no_error (error);
  return passes;
}

/* The code is the event's, and genuine; returns whose it is. */
static guint32
check_code (Fixture *fixture, IkrarId event_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEvent) event = ikrar_event_get (fixture->store, event_id, &error);
  g_autoptr (IkrarSecretKey) key = ikrar_signing_key_get (fixture->store, event_id, &error);
  IkrarPass pass;

  g_assert_no_error (error);
  g_assert_true (ikrar_pass_read (text, &pass));
  g_assert_true (ikrar_pass_verify (text, ikrar_secret_key_get_public (key)));
  g_assert_cmpuint (pass.event, ==, (guint32) event->code);
  g_assert_cmpuint (pass.serial, ==, 1);
  g_assert_cmpuint (pass.last_day, >=, ikrar_time_day_number (event->end_at, event->zone));
  return pass.number;
}

static void
check_page (Fixture *fixture,
            IkrarId event_id,
            const char *path,
            guint page,
            gboolean seen[PEOPLE + 1])
{
  g_autoptr (GPtrArray) codes = reader_get_codes (path, page, 150);
  g_autofree char *text = reader_get_text (path, page, page);
  g_autoptr (IkrarEvent) event = ikrar_event_get (fixture->store, event_id, NULL);

  for (guint i = 0; i < codes->len; i++)
    {
      guint32 number = check_code (fixture, event_id, g_ptr_array_index (codes, i));
      char human[IKRAR_HUMAN_CODE_LENGTH + 1];

      g_assert_cmpuint (number, <=, PEOPLE);
      g_assert_false (seen[number]);
      seen[number] = TRUE;
      ikrar_human_code_make ((guint32) event->code, number, human);
      g_assert_nonnull (strstr (text, human));
    }
}

/* Every code of every layout is read from the page, genuine, and everybody's once. */
static void
test_layouts (Fixture *fixture, gconstpointer unused)
{
  static const guint places[IKRAR_N_PASS_LAYOUTS] = { 8, 10, 8, 10 };
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 3);
  IkrarId event = stored_sample_add (fixture, sample);

  for (guint layout = 0; layout < IKRAR_N_PASS_LAYOUTS; layout++)
    for (guint small = 0; small < 2; small++)
      {
        const IkrarPassesOptions options = { .layout = layout, .small_modules = small };
        g_autoptr (IkrarDocument) passes = make (fixture, event, &options);
        g_autofree char *path = reader_write (passes, fixture->folder);
        guint n_pages = (PEOPLE + places[layout] - 1) / places[layout];
        gboolean seen[PEOPLE + 1] = { FALSE };

        g_assert_cmpuint (ikrar_document_get_n_pages (passes), ==, n_pages);
        for (guint page = 1; page <= n_pages; page++)
          check_page (fixture, event, path, page, seen);
        for (guint number = 1; number <= PEOPLE; number++)
          g_assert_true (seen[number]);
        reader_check_sound (path);
      }
}

/* Names, units and seats stand on passes; employee numbers never do. */
static void
test_text (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 4);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarDocument) passes = make (fixture, event, NULL);
  g_autofree char *path = reader_write (passes, fixture->folder);
  g_autofree char *text = reader_get_text (path, 1, 0);
  GPtrArray *lines = sample_get_lines (sample);

  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = ikrar_number_format (line->employee_number);

      g_assert_nonnull (strstr (text, line->name));
      g_assert_nonnull (strstr (text, line->unit));
      g_assert_nonnull (strstr (text, line->seat));
      if (*number == '\0')
        continue;
      g_assert_null (strstr (text, number));
      g_assert_null (strstr (text, line->employee_number));
    }
  g_assert_nonnull (strstr (text, "Rabu, 13 November 2024"));
  g_assert_nonnull (strstr (text, "pukul 08.30 WITA"));
}

/* One that was lost is printed again, on a sheet that was used in part. */
static void
test_reprint (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 5);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      fixture->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, &error);
  IkrarId wanted = ikrar_participant_table_line (table, 6)->id;
  const IkrarPassesOptions options = { .participants = &wanted, .n_participants = 1, .skip = 7 };
  g_autoptr (IkrarDocument) passes = make (fixture, event, &options);
  g_autofree char *path = reader_write (passes, fixture->folder);
  g_autoptr (GPtrArray) codes = reader_get_codes (path, 1, 150);

  g_assert_cmpuint (ikrar_document_get_n_pages (passes), ==, 1);
  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpuint (check_code (fixture, event, g_ptr_array_index (codes, 0)), ==, 7);
}

static void
test_unit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 6);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      fixture->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, &error);
  const IkrarParticipantLine *first = ikrar_participant_table_line (table, 0);
  const IkrarPassesOptions options = { .unit = first->unit_id };
  g_autoptr (IkrarDocument) passes = make (fixture, event, &options);
  g_autofree char *path = reader_write (passes, fixture->folder);
  g_autofree char *text = reader_get_text (path, 1, 0);

  g_assert_nonnull (strstr (text, first->name));
  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      if (line->unit_id != first->unit_id)
        g_assert_null (strstr (text, line->unit));
    }
}

static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = stored_sample_add_bare (fixture);
  g_autoptr (IkrarDocument) passes = make (fixture, event, NULL);
  g_autofree char *path = reader_write (passes, fixture->folder);
  g_autofree char *text = reader_get_text (path, 1, 0);

  g_assert_cmpuint (ikrar_document_get_n_pages (passes), ==, 1);
  g_assert_nonnull (strstr (text, "Belum ada peserta"));
}

static void
test_no_event (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ikrar_passes_new (fixture->store, 4711, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_words (void)
{
  for (guint i = 0; i < IKRAR_N_PASS_LAYOUTS; i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarPassLayout layout;

      g_assert_true (ikrar_pass_layout_parse (ikrar_pass_layout_word (i), &layout, &error));
      g_assert_cmpuint (layout, ==, i);
      g_assert_false (ikrar_pass_layout_parse ("a3-8", &layout, &error));
      g_assert_error (error, IKRAR_REPORT_ERROR, IKRAR_REPORT_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, ikrar_pass_layout_word (i)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/report/passes/layouts", test_layouts);
  fixture_test ("/report/passes/text", test_text);
  fixture_test ("/report/passes/reprint", test_reprint);
  fixture_test ("/report/passes/unit", test_unit);
  fixture_test ("/report/passes/nobody", test_nobody);
  fixture_test ("/report/passes/no-event", test_no_event);
  g_test_add_func ("/report/passes/words", test_words);
  return g_test_run ();
}
