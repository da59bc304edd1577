/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/calendar-file.h"

#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#define NOW G_GINT64_CONSTANT (1730937600000)

static char *
make (const char *title, const char *place, const GPtrArray *sessions)
{
  const IkrarEvent event = {
    .id = 42,
    .title = (char *) title,
    .place = (char *) place,
    .organizer = (char *) "",
    .zone = IKRAR_ZONE_WITA,
    .start_at = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 13, 8, 30),
    .end_at = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 13, 12, 0),
  };

  return ikrar_calendar_file_make (&event, sessions, "BKPSDM", NOW);
}

/* Lines as a reader joins them (RFC 5545, 3.1). */
static char *
unfold (const char *file)
{
  GString *whole = g_string_new (file);

  g_string_replace (whole, "\r\n ", "", 0);
  return g_string_free (whole, FALSE);
}

static void
test_content (void)
{
  g_autofree char *file = make ("Sosialisasi", "Aula, Lantai 2; Gedung A\\B", NULL);

  g_assert_true (g_str_has_prefix (file, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  g_assert_true (g_str_has_suffix (file, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (file, "\r\nDTSTART:20241113T003000Z\r\n"));
  g_assert_nonnull (strstr (file, "\r\nDTEND:20241113T040000Z\r\n"));
  g_assert_nonnull (strstr (file, "\r\nDTSTAMP:20241107T000000Z\r\n"));
  g_assert_nonnull (strstr (file, "\r\nUID:ikrar-42@ikrar.id\r\n"));
  g_assert_nonnull (strstr (file, "\r\nLOCATION:Aula\\, Lantai 2\\; Gedung A\\\\B\r\n"));
}

/* A title cannot begin a line of its own, whatever is in it. */
static void
test_injection (void)
{
  g_autofree char *file = make ("Apel\r\nATTENDEE:mailto:x@example.org\nBaris\x07", "", NULL);

  g_assert_null (strstr (file, "\r\nATTENDEE"));
  g_assert_nonnull (strstr (file, "SUMMARY:Apel\\nATTENDEE:mailto:x@example.org\\nBaris\r\n"));
  g_assert_null (strstr (file, "LOCATION"));
}

static void
test_folding (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *file = NULL, *whole = NULL, *line = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (title, "Ðặng ");
  file = make (title->str, "", NULL);
  lines = g_strsplit (file, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  whole = unfold (file);
  line = g_strdup_printf ("\r\nSUMMARY:%s\r\n", title->str);
  g_assert_nonnull (strstr (whole, line));
}

static void
test_sessions (void)
{
  IkrarEventSession sessions[] = {
    { .id = 7, .title = (char *) "Pagi", .start_at = NOW, .end_at = NOW + 3600 * 1000 },
    { .id = 8, .title = (char *) "", .start_at = NOW + 7200 * 1000 },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *one = NULL, *two = NULL;

  g_ptr_array_add (list, &sessions[0]);
  one = make ("Rakor", "", list);
  g_assert_cmpuint (reader_count (one, "BEGIN:VEVENT"), ==, 1);
  g_assert_nonnull (strstr (one, "UID:ikrar-42@"));
  g_ptr_array_add (list, &sessions[1]);
  two = make ("Rakor", "", list);
  g_assert_cmpuint (reader_count (two, "BEGIN:VEVENT"), ==, 2);
  g_assert_nonnull (strstr (two, "UID:ikrar-7@ikrar.id\r\n"));
  g_assert_nonnull (strstr (two, "SUMMARY:Rakor: Pagi\r\n"));
  g_assert_nonnull (strstr (two, "SUMMARY:Rakor\r\n"));
  /* A session without an end is shown for two hours. */
  g_assert_nonnull (strstr (two, "DTSTART:20241107T020000Z\r\nDTEND:20241107T040000Z\r\n"));
}

static void
test_written (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (1, SAMPLE_USUAL, 1);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autofree char *path = g_build_filename (fixture->folder, "acara.ics", NULL);
  g_autofree char *content = NULL, *again = NULL;

  ikrar_calendar_file_write (fixture->store, event, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_nonnull (strstr (content, "SUMMARY:Sosialisasi Netralitas Aparatur Sipil Negara"));
  ikrar_calendar_file_write (fixture->store, event, path, &error);
  g_file_get_contents (path, &again, NULL, NULL);
  g_assert_cmpstr (content, ==, again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/calendar-file/content", test_content);
  g_test_add_func ("/report/calendar-file/injection", test_injection);
  g_test_add_func ("/report/calendar-file/folding", test_folding);
  g_test_add_func ("/report/calendar-file/sessions", test_sessions);
  fixture_test ("/report/calendar-file/written", test_written);
  return g_test_run ();
}
