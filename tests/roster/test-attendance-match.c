/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Files of forms, meetings and other programs, matched to a roster. */

#include "roster/attendance-match.h"

#include <string.h>

#include "store/attendance.h"
#include "store/fixture.h"
#include "store/journal.h"
#include "store/presence.h"

#define SEED 20241107
#define ROUNDS 60
#define PEOPLE 30

/* Puts somebody on the roster. */
static IkrarId
add (Fixture *fixture, IkrarId event, const char *name, const char *number, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
  IkrarNumber parsed;

  ikrar_number_parse (number, IKRAR_CELL_TEXT, 0, &parsed);
  person->name = g_strdup (name);
  person->number = g_strdup (number);
  person->number_kind = parsed.kind;
  participant->event_id = event;
  g_assert_cmpint (ikrar_participant_invite (fixture->store, participant, person, unit, &error), !=,
                   0);
  g_assert_no_error (error);
  return participant->id;
}

static IkrarAttendanceMatches *
match (Fixture *fixture, IkrarId event, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (IkrarWorkbook) workbook = ikrar_workbook_open_bytes (bytes, "berkas.csv", &error);
  IkrarAttendanceMatches *matches;

  g_assert_no_error (error);
  matches = ikrar_attendance_match_load (fixture->store, workbook, event, 0, IKRAR_SOURCE_GUESS,
                                         NULL, &error);
  g_assert_no_error (error);
  return matches;
}

static const IkrarAttendanceMatch *
get (const IkrarAttendanceMatches *matches, guint index)
{
  g_assert_cmpuint (index, <, matches->matches->len);
  return g_ptr_array_index (matches->matches, index);
}

#define FORM_HEAD "Timestamp,Nama Lengkap,NIP,Unit Kerja\n"
#define MEETING_HEAD \
  "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"

/* One line of a form, and what it is on the roster of add_people(). */
static const struct
{
  const char *name;
  const char *number;
  const char *unit;
  IkrarMatch match;
  IkrarMatchDoubt doubt;
  guint candidates;
} cases[] = {
  { "Budi Santoso", "198804202010011001", "Dinkes", IKRAR_MATCH_EXACT, 0, 1 },
  { "\"dr. BUDI SANTOSO, M.Kes.\"", "19880420 201001 1 001", "", IKRAR_MATCH_EXACT, 0, 1 },
  { "Budi S.", "198804202010011001", "Dinas Lain", IKRAR_MATCH_EXACT, 0, 1 },
  { "Wati", "198804202010011001", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_NAME_OF_NUMBER, 1 },
  { "Budi Santoso", "197001011995031001", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_NUMBER, 1 },
  { "Budi Santoso", "", "", IKRAR_MATCH_LIKELY, 0, 1 },
  { "Budi Santoso", "", "DINAS KESEHATAN", IKRAR_MATCH_LIKELY, 0, 1 },
  { "Budi Santoso", "", "Dinas Pendidikan", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_UNIT, 1 },
  { "Budi Santosa", "", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_SPELLING, 1 },
  { "Budi", "", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_SPELLING, 1 },
  { "Budi Santoso", "1.98804E+17", "", IKRAR_MATCH_LIKELY, 0, 1 },
  { "Budi Santoso", "198804202010011000", "", IKRAR_MATCH_LIKELY, 0, 1 },
  { "Budi Santoso", "197505202010011000", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_NUMBER, 1 },
  { "Siti Aminah", "", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_NAMESAKES, 2 },
  { "Siti Aminah", "", "Dinas Pendidikan", IKRAR_MATCH_LIKELY, 0, 1 },
  { "Siti Aminah", "", "Dinas Sosial", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_UNIT, 2 },
  { "Muhammad Ali", "", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_NAMESAKES, 2 },
  { "M. Ali", "", "", IKRAR_MATCH_DOUBTFUL, IKRAR_DOUBT_NAMESAKES, 2 },
  { "Rina Wahyuni", "", "", IKRAR_MATCH_UNKNOWN, 0, 0 },
  { "iPhone", "", "", IKRAR_MATCH_UNKNOWN, 0, 0 },
};

static void
add_people (Fixture *fixture, IkrarId event)
{
  add (fixture, event, "Budi Santoso", "198804202010011001", "Dinas Kesehatan");
  add (fixture, event, "Siti Aminah", "199012052023212003", "Dinas Pendidikan");
  add (fixture, event, "Siti Aminah", "", "Dinas Kesehatan");
  add (fixture, event, "Muhammad Ali", "197501011995031001", "Dinas Pendidikan");
  add (fixture, event, "Muhammad Ali Akbar", "197601011995031001", "Dinas Pendidikan");
}

static void
test_cases (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");

  add_people (fixture, event);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf (FORM_HEAD "2024/11/07 8:05:12 AM GMT+8,%s,%s,%s\n"
                                     "2024/11/07 8:06:12 AM GMT+8,Orang Lain,,\n",
                           cases[i].name, cases[i].number, cases[i].unit);
      g_autoptr (IkrarAttendanceMatches) matches = match (fixture, event, text);
      const IkrarAttendanceMatch *found = get (matches, 0);

      g_test_message ("%s %s %s: %s %s", cases[i].name, cases[i].number, cases[i].unit,
                      ikrar_match_word (found->match), ikrar_match_doubt_word (found->doubt));
      g_assert_cmpint (matches->file->source, ==, IKRAR_SOURCE_FORM);
      g_assert_cmpstr (ikrar_match_word (found->match), ==, ikrar_match_word (cases[i].match));
      g_assert_cmpint (found->doubt, ==, cases[i].doubt);
      g_assert_cmpuint (found->candidates->len, ==, cases[i].candidates);
      g_assert_cmpint (found->chosen != NULL, ==, found->match <= IKRAR_MATCH_LIKELY);
      g_assert_cmpint (*ikrar_match_doubt_text (found->doubt) != '\0', ==, found->doubt != 0);
    }
}

/* Two who differ are never one, whatever they are called. */
static void
test_shared (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (IkrarAttendanceMatches) two = NULL;
  g_autoptr (IkrarAttendanceMatches) one = NULL;

  add (fixture, event, "Joko Susilo", "", "Dinas Kesehatan");
  two = match (fixture, event,
               MEETING_HEAD
               "Joko Susilo,joko@a.example,11/07/2024 08:05:00 AM,11/07/2024 09:00:00 AM,55,Yes\n"
               "Joko Susilo,susilo@b.example,11/07/2024 08:06:00 AM,11/07/2024 09:00:00 AM,54,"
               "Yes\n");
  g_assert_cmpuint (two->matches->len, ==, 2);
  for (guint i = 0; i < two->matches->len; i++)
    g_assert_cmpint (get (two, i)->doubt, ==, IKRAR_DOUBT_SHARED);
  one = match (fixture, event,
               MEETING_HEAD
               "Joko Susilo,joko@a.example,11/07/2024 08:05:00 AM,11/07/2024 09:00:00 AM,55,Yes\n"
               "Dinkes_Joko Susilo,joko@a.example,11/07/2024 09:06:00 AM,11/07/2024 09:36:00 AM,"
               "30,Yes\n");
  for (guint i = 0; i < one->matches->len; i++)
    g_assert_cmpint (get (one, i)->match, ==, IKRAR_MATCH_LIKELY);
}

static void
test_meeting (Fixture *fixture, gconstpointer unused)
{
  static const char report[] = MEETING_HEAD
      "BKPSDM Contoh (Host),host@x.example,11/07/2024 08:00:01 AM,11/07/2024 11:30:00 AM,210,No\n"
      "Dinkes_Budi Santoso,,11/07/2024 09:02:00 AM,11/07/2024 11:02:00 AM,120,Yes\n"
      "Dinkes_Budi Santoso,,11/07/2024 08:05:00 AM,11/07/2024 09:00:00 AM,55,Yes\n"
      "Dinkes_Budi Santoso,,11/07/2024 08:30:00 AM,11/07/2024 09:00:00 AM,30,Yes\n"
      "iPhone,,11/07/2024 08:06:00 AM,11/07/2024 11:20:00 AM,194,Yes\n";
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (IkrarAttendanceMatches) matches = NULL;
  const IkrarAttendanceAnswer *answer;
  g_autofree char *at = NULL;

  add_people (fixture, event);
  matches = match (fixture, event, report);
  g_assert_cmpint (matches->file->source, ==, IKRAR_SOURCE_ZOOM);
  g_assert_cmpuint (matches->matches->len, ==, 3);
  g_assert_cmpint (get (matches, 0)->doubt, ==, IKRAR_DOUBT_ACCOUNT);
  g_assert_cmpint (get (matches, 1)->match, ==, IKRAR_MATCH_LIKELY);
  answer = get (matches, 1)->answer;
  /* Month first, for only so is it a day of the event; two devices at once count once. */
  at = ikrar_time_format_iso (answer->at, IKRAR_ZONE_WITA);
  g_assert_cmpstr (at, ==, "2024-11-07T08:05:00+08:00");
  g_assert_cmpuint (answer->rows->len, ==, 3);
  g_assert_cmpuint (answer->minutes, ==, 175);
  g_assert_cmpint (answer->state, ==, IKRAR_ATTENDANCE_ONLINE);
}

/* The report as it is exported, with the meeting above it, and what people call themselves. */
static void
test_names (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *written;
    const char *name;
    IkrarMatch match;
  } names[] = {
    { "Dinkes_Budi Santoso (Budi)", "Budi Santoso", IKRAR_MATCH_LIKELY },
    { "Budi Santoso - Dinkes", "Budi Santoso", IKRAR_MATCH_LIKELY },
    { "Dinkes | dr. BUDI SANTOSO", "BUDI SANTOSO", IKRAR_MATCH_LIKELY },
    { "Budi Santoso_Dinas Pendidikan", "Budi Santoso", IKRAR_MATCH_DOUBTFUL },
    { "Dinas Pendidikan - Siti Aminah", "Siti Aminah", IKRAR_MATCH_LIKELY },
    { "Dinas Pendidikan", "Dinas Pendidikan", IKRAR_MATCH_UNKNOWN },
    { "01. Budi Santoso", "Budi Santoso", IKRAR_MATCH_LIKELY },
    { "12_Budi Santoso_Dinkes", "Budi Santoso", IKRAR_MATCH_LIKELY },
    { "198804202010011001_Budi Santoso", "Budi Santoso", IKRAR_MATCH_EXACT },
    { "Siti - Budi", "Siti - Budi", IKRAR_MATCH_UNKNOWN },
    { "Galaxy A12", "Galaxy A12", IKRAR_MATCH_UNKNOWN },
  };
  IkrarId event = fixture_add_event (fixture, "Rakor");

  add_people (fixture, event);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
          "812 3456 7890,Rakor,11/07/2024 08:00:01 AM,11/07/2024 11:30:00 AM,h@x.example,210,2\n"
          "\n"
          "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,"
          "Recording Consent,In Waiting Room\n"
          "%s,,11/07/2024 08:05:00 AM,11/07/2024 09:00:00 AM,55,Yes,,No\n",
          names[i].written);
      g_autoptr (IkrarAttendanceMatches) matches = match (fixture, event, text);

      g_test_message ("%s: %s, %s", names[i].written, get (matches, 0)->answer->name,
                      ikrar_match_word (get (matches, 0)->match));
      g_assert_cmpint (matches->file->source, ==, IKRAR_SOURCE_ZOOM);
      g_assert_cmpstr (get (matches, 0)->answer->name, ==, names[i].name);
      g_assert_cmpstr (ikrar_match_word (get (matches, 0)->match), ==,
                       ikrar_match_word (names[i].match));
    }
}

/* Who joined for minutes only was not there for hours, by whatever names; an undo takes it back. */
static void
test_minutes (Fixture *fixture, gconstpointer unused)
{
  static const char report[] =
      MEETING_HEAD "Budi Santoso,,11/07/2024 08:30:00 AM,11/07/2024 08:50:00 AM,20,Yes\n"
                   "Dinkes_Budi Santoso,,11/07/2024 09:00:00 AM,11/07/2024 09:10:00 AM,10,Yes\n"
                   "Dinkes_Budi Santoso,,11/07/2024 09:05:00 AM,11/07/2024 09:15:00 AM,10,Yes\n";
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (fixture->store, event, NULL);
  IkrarEventSession *session = g_ptr_array_index (sessions, 0);
  g_autoptr (IkrarAttendanceMatches) matches = NULL;
  IkrarAttendanceEntered entered;
  IkrarPresence *presence;
  IkrarId budi;

  session->start_at = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 8, 30);
  session->end_at = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 12, 0);
  g_assert_true (ikrar_event_session_save (fixture->store, session, NULL));
  add_people (fixture, event);
  fixture->now = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 7, 18, 0);
  matches = match (fixture, event, report);
  g_assert_cmpuint (matches->matches->len, ==, 2);
  budi = get (matches, 0)->chosen->id;
  g_assert_true (ikrar_attendance_match_record (
      matches, fixture->store, IKRAR_ATTENDANCE_UNRECORDED, FALSE, &entered, NULL));
  g_assert_cmpuint (entered.recorded, ==, 1);
  presence = ikrar_presence_load (fixture->store, event, NULL);
  g_assert_cmpuint (ikrar_presence_get (presence, budi, session->id), ==, 35);
  ikrar_presence_free (presence);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entered.journal, NULL), !=, 0);
  presence = ikrar_presence_load (fixture->store, event, NULL);
  g_assert_cmpuint (ikrar_presence_get (presence, budi, session->id), ==, 0);
  ikrar_presence_free (presence);
}

static void
test_other_program (Fixture *fixture, gconstpointer unused)
{
  static const char list[] = "No;NIP;Nama;Jam Masuk;Jam Pulang;Keterangan\n"
                             "1;198804202010011001;BUDI SANTOSO;07:45:10;16:00:00;Hadir\n"
                             "2;199012052023212003;SITI AMINAH;;;Sakit\n"
                             "3;197501011995031001;MUHAMMAD ALI;;;\n"
                             "4;197601011995031001;MUHAMMAD ALI AKBAR;08.10;;\n";
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (IkrarAttendanceMatches) matches = NULL;
  static const IkrarAttendance states[] = { IKRAR_ATTENDANCE_PRESENT, IKRAR_ATTENDANCE_SICK,
                                            IKRAR_ATTENDANCE_UNRECORDED, IKRAR_ATTENDANCE_PRESENT };
  IkrarAttendanceEntered entered;

  add_people (fixture, event);
  matches = match (fixture, event, list);
  g_assert_cmpint (matches->file->source, ==, IKRAR_SOURCE_PRESENSI);
  g_assert_cmpuint (matches->matches->len, ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpint (get (matches, i)->match, ==, IKRAR_MATCH_EXACT);
      g_assert_cmpint (get (matches, i)->answer->state, ==, states[i]);
    }
  /* Of whom the file says nothing, nothing is recorded. */
  g_assert_true (ikrar_attendance_match_record (
      matches, fixture->store, IKRAR_ATTENDANCE_UNRECORDED, FALSE, &entered, NULL));
  g_assert_cmpuint (entered.recorded, ==, 3);
}

static guint
record (Fixture *fixture, IkrarAttendanceMatches *matches, IkrarAttendanceEntered *entered)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ikrar_attendance_match_record (
      matches, fixture->store, IKRAR_ATTENDANCE_UNRECORDED, FALSE, entered, &error));
  g_assert_no_error (error);
  return entered->recorded;
}

/* One change, once: the same file again changes nothing, a longer one only adds; and nobody is
 * recorded by a doubtful match unless chosen. */
static void
test_record (Fixture *fixture, gconstpointer unused)
{
  static const char file[] =
      FORM_HEAD "2024/11/07 8:05:12 AM GMT+8,Budi Santoso,198804202010011001,Dinkes\n"
                "2024/11/07 8:09:12 AM GMT+8,budi santoso,198804202010011001,Dinas Kesehatan\n"
                "2024/11/07 8:06:00 AM GMT+8,Siti Aminah,,\n"
                "2024/11/09 8:06:00 AM GMT+8,Muhammad Ali,197501011995031001,\n";
  g_autofree char *longer =
      g_strconcat (file, "2024/11/07 8:20:00 AM GMT+8,M. Ali Akbar,197601011995031001,\n", NULL);
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (IkrarAttendanceMatches) first = NULL;
  g_autoptr (IkrarAttendanceMatches) again = NULL;
  g_autoptr (IkrarAttendanceMatches) more = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  IkrarAttendanceEntered entered;
  const IkrarAttendanceMark *mark;
  g_autofree char *at = NULL;

  add_people (fixture, event);
  first = match (fixture, event, file);
  g_assert_cmpuint (record (fixture, first, &entered), ==, 1);
  marks = ikrar_attendance_history (fixture->store, get (first, 0)->chosen->id, NULL);
  g_assert_cmpuint (marks->len, ==, 1);
  mark = g_ptr_array_index (marks, 0);
  at = ikrar_time_format_iso (mark->at, IKRAR_ZONE_WITA);
  g_assert_cmpstr (mark->source, ==, "form");
  g_assert_cmpstr (at, ==, "2024-11-07T08:05:12+08:00");
  before = fixture_dump (fixture);
  again = match (fixture, event, file);
  g_assert_true (get (again, 0)->known);
  g_assert_cmpuint (record (fixture, again, &entered), ==, 0);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  more = match (fixture, event, longer);
  for (guint i = 0; i < more->matches->len; i++)
    if (get (more, i)->doubt == IKRAR_DOUBT_NAMESAKES)
      ikrar_attendance_match_choose (more, i, 1);
  g_assert_cmpuint (record (fixture, more, &entered), ==, 2);
  g_assert_cmpint (ikrar_journal_undo (fixture->store, entered.journal, NULL), !=, 0);
}

/* How people write their own names. */
static char *
mangle (GRand *random, const char *name)
{
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return g_utf8_strup (name, -1);
    case 1:
      return g_strdup_printf ("\"dr. %s, S.E., M.Si.\"", name);
    case 2:
      return g_strdup_printf ("\"H. %s  S.Pd\"", name);
    case 3:
      return g_utf8_strdown (name, -1);
    case 4: /* the first word only */
      return g_strndup (name, strcspn (name, " "));
    default:
      return g_strdup (name);
    }
}

/* Somebody of the roster, as the property knows them. */
typedef struct
{
  IkrarId id;
  char *name;
  char *number;
  const char *unit;
} Somebody;

static void
somebody_clear (Somebody *somebody)
{
  g_free (somebody->name);
  g_free (somebody->number);
}

static Somebody
make_somebody (Fixture *fixture, GRand *random, IkrarId event, guint serial)
{
  static const char *const firsts[] = { "Siti", "Budi", "Muhammad", "Ani", "Joko", "Sri" };
  static const char *const seconds[] = { "Aminah", "Santoso", "Ali", "Lestari", "Wahyuni" };
  static const char *const units[] = { "Dinas Kesehatan", "Dinas Pendidikan",
                                       "Kecamatan Martapura" };
  const char *second = seconds[g_rand_int_range (random, 0, G_N_ELEMENTS (seconds))];
  Somebody somebody = { .unit = units[g_rand_int_range (random, 0, G_N_ELEMENTS (units))] };

  somebody.name =
      g_strdup_printf ("%s%s%s", firsts[g_rand_int_range (random, 0, G_N_ELEMENTS (firsts))],
                       g_rand_int_range (random, 0, 5) == 0 ? "" : " ", second);
  somebody.number = g_rand_int_range (random, 0, 4) == 0
                        ? g_strdup ("")
                        : g_strdup_printf ("19%02u0420201001%u%03u", 60 + serial % 40,
                                           1 + serial / 40 % 2, 1 + serial / 80);
  somebody.id = add (fixture, event, somebody.name, somebody.number, somebody.unit);
  return somebody;
}

/* Messes of the roster itself: who is matched is who wrote the line, and nobody else; two people
 * are never one. The line's own mail address says who wrote it. */
static void
check_round (Fixture *fixture, GRand *random, guint round)
{
  IkrarId event = fixture_add_event (fixture, "Rakor");
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Somebody));
  g_autoptr (GString) text = g_string_new ("Timestamp,Alamat Email,Nama Lengkap,NIP,Unit Kerja\n");
  g_autoptr (IkrarAttendanceMatches) matches = NULL;
  g_autoptr (GHashTable) owners = g_hash_table_new (NULL, NULL);

  g_array_set_clear_func (people, (GDestroyNotify) somebody_clear);
  for (guint i = 0; i < PEOPLE; i++)
    {
      Somebody somebody = make_somebody (fixture, random, event, round * PEOPLE + i);

      g_array_append_val (people, somebody);
    }
  for (guint i = 0; i < PEOPLE; i++)
    {
      const Somebody *somebody = &g_array_index (people, Somebody, i);
      g_autofree char *name = mangle (random, somebody->name);

      g_string_append_printf (text, "2024/11/07 8:05:12 AM GMT+8,p%u@x.example,%s,%s,%s\n", i, name,
                              g_rand_boolean (random) ? somebody->number : "",
                              g_rand_boolean (random) ? somebody->unit : "");
    }
  matches = match (fixture, event, text->str);
  for (guint i = 0; i < matches->matches->len; i++)
    {
      const IkrarAttendanceMatch *found = get (matches, i);
      guint who = (guint) g_ascii_strtoull (found->answer->email + 1, NULL, 10);
      gpointer owner;

      if (found->chosen == NULL)
        continue;
      g_assert_cmpint (found->match, <=, IKRAR_MATCH_LIKELY);
      g_assert_cmpint (found->chosen->id, ==, g_array_index (people, Somebody, who).id);
      owner = g_hash_table_lookup (owners, found->chosen);
      g_assert_true (owner == NULL || GPOINTER_TO_UINT (owner) == who + 1);
      g_hash_table_insert (owners, (gpointer) found->chosen, GUINT_TO_POINTER (who + 1));
    }
  g_assert_cmpuint (g_hash_table_size (owners), >, 0);
}

static void
test_messes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  g_test_message ("seed %u", (guint) SEED);
  for (guint i = 0; i < ROUNDS; i++)
    check_round (fixture, random, i);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/attendance-match/cases", test_cases);
  fixture_test ("/attendance-match/shared", test_shared);
  fixture_test ("/attendance-match/meeting", test_meeting);
  fixture_test ("/attendance-match/names", test_names);
  fixture_test ("/attendance-match/minutes", test_minutes);
  fixture_test ("/attendance-match/other-program", test_other_program);
  fixture_test ("/attendance-match/record", test_record);
  fixture_test ("/attendance-match/messes", test_messes);
  return g_test_run ();
}
