/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/participant-table.h"

#include <string.h>

#include "core/text.h"
#include "store/attendance.h"
#include "store/fixture.h"
#include "store/import.h"
#include "store/pledge.h"

#define PEOPLE 250
#define SEARCHES 2000

static const char *const syllables[] = { "bu", "di", "sa", "nto", "wa", "yan", "ke", "tut",
                                         "ma", "de", "ni", "lu",  "h",  "a",   "ñ",  "'" };
static const char *const units[] = { "Dinas Kesehatan", "Dinas Pendidikan", "Inspektorat", "" };

static const char *
one_of (GRand *random, const char *const *texts, guint count)
{
  return texts[g_rand_int_range (random, 0, (gint32) count)];
}

static char *
make_name (GRand *random)
{
  GString *name = g_string_new ("X");

  for (gint32 i = g_rand_int_range (random, 1, 6); i > 0; i--)
    g_string_append (name, one_of (random, syllables, G_N_ELEMENTS (syllables)));
  return g_string_free (name, FALSE);
}

static void
import_people (Fixture *fixture, IkrarId event, GRand *random)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarImport) import = ikrar_import_begin (fixture->store, event, "a.xlsx", "", &error);

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
      IkrarImportRow row = { .row = i + 1,
                             .verdict = "ok",
                             .unit = one_of (random, units, G_N_ELEMENTS (units)),
                             .seat = "A1",
                             .person = person };

      person->name = make_name (random);
      person->suffix = g_strdup (i % 3 == 0 ? "S.Sos." : "");
      person->grade = g_rand_int_range (random, 0, 18);
      if (i % 4 != 0)
        {
          person->number = g_strdup_printf ("1985010120050%05u", i);
          person->number_kind = IKRAR_NUMBER_NIP;
        }
      g_assert_cmpint (ikrar_import_add (import, &row, &error), ==, IKRAR_IMPORT_ADDED);
    }
  ikrar_import_commit (import, &error);
  g_assert_no_error (error);
}

static IkrarParticipantTable *
load (Fixture *fixture,
      IkrarId event,
      IkrarId unit,
      gboolean withdrawn,
      IkrarParticipantOrder order)
{
  g_autoptr (GError) error = NULL;
  IkrarParticipantTable *table =
      ikrar_participant_table_load (fixture->store, event, unit, withdrawn, order, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static void
do_things (Fixture *fixture, IkrarId event, GRand *random)
{
  g_autoptr (IkrarParticipantTable) table = load (fixture, event, 0, TRUE, IKRAR_ORDER_NUMBER);
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = { .event = event, .nonce = nonce };
  guint pledged;

  for (guint i = 0; i < PEOPLE; i += 2)
    {
      IkrarId id = ikrar_participant_table_line (table, i)->id;

      ikrar_attendance_set (fixture->store, &id, 1, 0,
                            g_rand_int_range (random, 0, IKRAR_N_ATTENDANCES), "Wakil", &error);
      if (i % 10 == 0)
        ikrar_participant_withdraw (fixture->store, &id, 1, TRUE, &error);
    }
  ikrar_nonce_new (nonce);
  ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
}

static IkrarId
set_up_event (Fixture *fixture, GRand *random)
{
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  IkrarId other = fixture_add_event (fixture, "Apel");

  import_people (fixture, event, random);
  g_array_unref (fixture_add_participants (fixture, other, 3, FALSE));
  do_things (fixture, event, random);
  return event;
}

/* The same from one row at a time. */
static void
assert_is_card (Fixture *fixture, const IkrarParticipantLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantCard) card =
      ikrar_participant_card_get (fixture->store, line->id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (line->display, ==, card->name);
  g_assert_cmpstr (line->name, ==, card->bare_name);
  g_assert_cmpstr (line->employee_number, ==, card->employee_number);
  g_assert_cmpint (line->number_kind, ==, card->number_kind);
  g_assert_cmpstr (line->unit, ==, card->unit);
  g_assert_cmpint (line->unit_id, ==, card->participant->unit_id);
  g_assert_cmpint (line->state, ==, card->state);
  g_assert_cmpint (line->state_at, ==, card->state_at);
  g_assert_cmpint (line->pledge, ==, card->pledge);
  g_assert_cmpint (line->grade, ==, card->participant->grade);
  g_assert_cmpstr (line->seat, ==, card->participant->seat);
  g_assert_cmpint (line->withdrawn, ==, card->participant->withdrawn_at != 0);
}

static void
test_lines (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (77);
  IkrarId event = set_up_event (fixture, random);
  g_autoptr (IkrarParticipantTable) all = load (fixture, event, 0, TRUE, IKRAR_ORDER_NUMBER);
  g_autoptr (IkrarParticipantTable) invited = load (fixture, event, 0, FALSE, IKRAR_ORDER_NUMBER);

  g_assert_cmpuint (ikrar_participant_table_size (all), ==, PEOPLE);
  g_assert_cmpuint (ikrar_participant_table_size (invited), ==, PEOPLE - PEOPLE / 10);
  for (guint i = 0; i < PEOPLE; i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (all, i);

      g_assert_cmpuint (line->number, ==, i + 1);
      assert_is_card (fixture, line);
    }
}

static int
compare (const IkrarParticipantLine *a, const IkrarParticipantLine *b, IkrarParticipantOrder order)
{
  int unit = order == IKRAR_ORDER_UNIT ? strcmp (a->unit_key, b->unit_key) : 0;
  int grade = order == IKRAR_ORDER_UNIT || order == IKRAR_ORDER_GRADE
                  ? ikrar_grade_order (a->grade) - ikrar_grade_order (b->grade)
                  : 0;
  int name = order != IKRAR_ORDER_NUMBER ? strcmp (a->name_key, b->name_key) : 0;

  return unit != 0    ? unit
         : grade != 0 ? grade
         : name != 0  ? name
                      : (int) a->number - (int) b->number;
}

static void
test_orders (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (78);
  IkrarId event = set_up_event (fixture, random);

  for (guint order = IKRAR_ORDER_NUMBER; order <= IKRAR_ORDER_GRADE; order++)
    {
      g_autoptr (IkrarParticipantTable) table = load (fixture, event, 0, TRUE, order);

      g_assert_cmpuint (ikrar_participant_table_size (table), ==, PEOPLE);
      for (guint i = 1; i < PEOPLE; i++)
        g_assert_cmpint (compare (ikrar_participant_table_line (table, i - 1),
                                  ikrar_participant_table_line (table, i), order),
                         <, 0);
    }
}

/* Word by word over the visible texts, as a person would look for it. */
static gboolean
matches (const IkrarParticipantLine *line, const char *text, guint groups, IkrarId unit)
{
  g_autofree char *folded = ikrar_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *name = ikrar_text_fold (line->name);

  if ((unit != 0 && line->unit_id != unit) ||
      (groups != 0 && (groups & (1u << ikrar_attendance_group (line->state))) == 0))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) == NULL && strstr (line->employee_number, words[i]) == NULL &&
        strstr (line->unit_key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* A piece of what stands on a line, as one types it until the person is found; the end of a name
 * and the start of the number behind it are no word. */
static char *
make_piece (const IkrarParticipantLine *line, GRand *random)
{
  g_autofree char *name = ikrar_text_fold (line->name);
  g_autofree char *joined = g_strconcat (name, line->employee_number, line->unit_key, NULL);
  const char *const texts[] = { name, name, line->employee_number, line->unit_key, joined };
  const char *text = one_of (random, texts, G_N_ELEMENTS (texts));
  glong length = g_utf8_strlen (text, -1);
  glong start = length > 0 ? g_rand_int_range (random, 0, (gint32) length) : 0;
  glong end = length > 0 ? g_rand_int_range (random, (gint32) start, (gint32) length) + 1 : 0;

  return g_utf8_substring (text, start, end);
}

static char *
make_pieces (const IkrarParticipantTable *table, GRand *random)
{
  GString *text = g_string_new (NULL);
  gint32 people[2];

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = g_rand_int_range (random, 0, (gint32) ikrar_participant_table_size (table));
  for (gint32 i = g_rand_int_range (random, 1, 5); i > 0; i--)
    {
      gint32 person = people[g_rand_int_range (random, 0, 8) == 0];
      g_autofree char *piece =
          make_piece (ikrar_participant_table_line (table, (guint) person), random);

      g_string_append_printf (text, "%s ", piece);
    }
  return g_string_free (text, FALSE);
}

static char *
make_search (const IkrarParticipantTable *table, GRand *random)
{
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return g_strdup (" ");
    case 1:
      return g_strdup_printf ("%05d", g_rand_int_range (random, 0, PEOPLE));
    case 2:
      return g_strdup_printf ("%04d", g_rand_int_range (random, 0, PEOPLE));
    case 3:
      return g_strdup_printf ("  DINAS  %s ", one_of (random, syllables, 14));
    case 4:
      return g_strdup_printf ("%s %s", one_of (random, syllables, G_N_ELEMENTS (syllables)),
                              one_of (random, syllables, G_N_ELEMENTS (syllables)));
    default:
      return make_pieces (table, random);
    }
}

static void
assert_finds_same (const IkrarParticipantTable *table,
                   const char *text,
                   guint groups,
                   IkrarId unit,
                   const GArray *found)
{
  guint next = 0;

  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    if (matches (ikrar_participant_table_line (table, i), text, groups, unit))
      {
        g_assert_cmpuint (next, <, found->len);
        g_assert_cmpuint (g_array_index (found, guint, next), ==, i);
        next++;
      }
  g_assert_cmpuint (next, ==, found->len);
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (79);
  IkrarId event = set_up_event (fixture, random);
  guint found_at_all = 0;

  for (guint order = IKRAR_ORDER_NUMBER; order <= IKRAR_ORDER_TIME; order++)
    {
      g_autoptr (IkrarParticipantTable) table = load (fixture, event, 0, TRUE, order);

      for (guint i = 0; i < SEARCHES / (IKRAR_ORDER_TIME + 1); i++)
        {
          g_autofree char *text = i % 17 != 0 ? make_search (table, random) : NULL;
          guint groups = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, 32);
          IkrarId unit = g_rand_int_range (random, 0, 3) != 0
                             ? 0
                             : ikrar_participant_table_line (table, i % PEOPLE)->unit_id;
          g_autoptr (GArray) found = ikrar_participant_table_search (table, text, groups, unit);

          assert_finds_same (table, text, groups, unit, found);
          found_at_all += found->len;
        }
    }
  g_assert_cmpuint (found_at_all, >, SEARCHES);
}

/* Nobody to find. */
static void
test_search_empty (Fixture *fixture, gconstpointer unused)
{
  const char *const texts[] = { NULL, "", "a", "1234", "budi dinas" };
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");
  g_autoptr (IkrarParticipantTable) table = load (fixture, event, 0, TRUE, IKRAR_ORDER_NAME);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) found = ikrar_participant_table_search (table, texts[i], 0, 0);

      g_assert_cmpuint (found->len, ==, 0);
    }
}

static void
test_count (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (80);
  IkrarId event = set_up_event (fixture, random);
  g_autoptr (IkrarParticipantTable) table = load (fixture, event, 0, TRUE, IKRAR_ORDER_UNIT);
  IkrarId unit = ikrar_participant_table_line (table, PEOPLE - 1)->unit_id;
  const IkrarId cases[] = { 0, unit, 77 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IkrarAttendanceCount count;
      guint pledges[IKRAR_N_PLEDGE_STATES];
      guint expected[IKRAR_N_ATTENDANCES] = { 0 };
      guint recited = 0, invited = 0;

      for (guint index = 0; index < PEOPLE; index++)
        {
          const IkrarParticipantLine *line = ikrar_participant_table_line (table, index);

          if (line->withdrawn || (cases[i] != 0 && line->unit_id != cases[i]))
            continue;
          invited++;
          expected[line->state]++;
          recited += line->pledge == IKRAR_PLEDGE_RECITED;
        }
      ikrar_participant_table_count (table, cases[i], &count, pledges);
      g_assert_cmpmem (count.by_state, sizeof count.by_state, expected, sizeof expected);
      g_assert_cmpuint (count.invited, ==, invited);
      g_assert_cmpuint (pledges[IKRAR_PLEDGE_RECITED], ==, recited);
      g_assert_cmpuint (pledges[IKRAR_PLEDGE_NONE] + recited, ==, invited);
    }
}

static void
test_unit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (81);
  IkrarId event = set_up_event (fixture, random);
  g_autoptr (IkrarParticipantTable) all = load (fixture, event, 0, TRUE, IKRAR_ORDER_UNIT);
  IkrarId unit = ikrar_participant_table_line (all, PEOPLE - 1)->unit_id;
  g_autoptr (IkrarParticipantTable) one = load (fixture, event, unit, TRUE, IKRAR_ORDER_NAME);
  g_autoptr (GArray) found = ikrar_participant_table_search (all, NULL, 0, unit);

  g_assert_cmpuint (ikrar_participant_table_size (one), ==, found->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (ikrar_participant_table_line (one, i)->unit_id, ==, unit);
}

static void
on_progress (guint64 done, guint64 total, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) random = fixture_rand (82);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IkrarProgress progress = { on_progress, cancellable, cancellable };
  g_autoptr (GError) error = NULL;
  IkrarId event = set_up_event (fixture, random);

  g_assert_null (ikrar_participant_table_load (fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER,
                                               &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (ikrar_db_in_transaction (ikrar_store_get_db (fixture->store)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/participant-table/lines", test_lines);
  fixture_test ("/store/participant-table/orders", test_orders);
  fixture_test ("/store/participant-table/search", test_search);
  fixture_test ("/store/participant-table/search/empty", test_search_empty);
  fixture_test ("/store/participant-table/count", test_count);
  fixture_test ("/store/participant-table/unit", test_unit);
  fixture_test ("/store/participant-table/cancelled", test_cancelled);
  return g_test_run ();
}
