/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "ui/roster/participants-model.h"

#include <string.h>

#include "store/attendance.h"
#include "store/fixture.h"
#include "store/pledge.h"

#define PEOPLE 120
#define ROUNDS 200

/* A roster on which a bit of everything happened, and the model that shows it. */
typedef struct
{
  IkrarParticipantTable *table;
  IkrarParticipantsModel *model;
  GRand *random;
} Roster;

/* What a round leaves on. */
typedef struct
{
  IkrarParticipantsFilter filter;
  IkrarPledgeState pledge;
  const char *kind;
  const char *text;
} Choice;

static const char *const kinds[] = { "peserta", "narasumber", "tamu" };
static const char *const texts[] = { NULL, "", "peserta", "1", "12", "peserta 9", "nobody" };

static void
fill (Fixture *fixture, IkrarId event, GRand *random)
{
  g_autoptr (GArray) ids = fixture_add_participants (fixture, event, PEOPLE, FALSE);
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = { .event = event, .nonce = nonce };
  guint pledged;

  for (guint i = 0; i < ids->len; i++)
    {
      const IkrarId *id = &g_array_index (ids, IkrarId, i);
      g_autoptr (IkrarParticipant) participant =
          ikrar_participant_get (fixture->store, *id, &error);

      g_free (participant->kind);
      participant->kind = g_strdup (kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))]);
      ikrar_participant_edit (fixture->store, participant, "", &error);
      ikrar_attendance_set (fixture->store, id, 1, 0,
                            g_rand_int_range (random, 0, IKRAR_N_ATTENDANCES), "Wakil", &error);
      if (i % 7 == 0)
        ikrar_participant_withdraw (fixture->store, id, 1, TRUE, &error);
      g_assert_no_error (error);
    }
  ikrar_nonce_new (nonce);
  ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
}

static void
show_table (Roster *roster, IkrarParticipantTable *table, IkrarParticipantOrder order)
{
  g_autoptr (GArray) indexes = ikrar_participant_table_order (table, order, FALSE);

  ikrar_participants_model_set_roster (roster->model, table, indexes, IKRAR_ZONE_WITA);
}

static void
roster_init (Roster *roster, Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Sosialisasi");

  roster->random = fixture_rand (0);
  fill (fixture, event, roster->random);
  roster->table = ikrar_participant_table_load (fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER,
                                                NULL, &error);
  g_assert_no_error (error);
  roster->model = ikrar_participants_model_new ();
  show_table (roster, roster->table, IKRAR_ORDER_NAME);
}

static void
roster_clear (Roster *roster)
{
  g_assert_finalize_object (roster->model);
  ikrar_participant_table_unref (roster->table);
  g_rand_free (roster->random);
}

static Choice
choose (GRand *random)
{
  gint32 kind = g_rand_int_range (random, 0, G_N_ELEMENTS (kinds) + 1);

  return (Choice){
    .filter = g_rand_int_range (random, 0, IKRAR_N_PARTICIPANTS_FILTERS),
    .pledge = g_rand_int_range (random, 0, IKRAR_N_PLEDGE_STATES + 1),
    .kind = kind < (gint32) G_N_ELEMENTS (kinds) ? kinds[kind] : NULL,
    .text = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))],
  };
}

static void
apply (Roster *roster, const Choice *choice)
{
  ikrar_participants_model_set_filter (roster->model, choice->filter);
  ikrar_participants_model_set_pledge (roster->model, choice->pledge);
  ikrar_participants_model_set_kind (roster->model, choice->kind);
  ikrar_participants_model_set_search (roster->model, choice->text);
}

/* What a filter means, said once more and slowly. */
static gboolean
is_in (const IkrarParticipantLine *line, IkrarParticipantsFilter filter)
{
  IkrarAttendanceGroup group = ikrar_attendance_group (line->state);

  switch (filter)
    {
    case IKRAR_PARTICIPANTS_ALL:
      return !line->withdrawn;
    case IKRAR_PARTICIPANTS_PRESENT:
      return !line->withdrawn && group == IKRAR_ATTENDANCE_GROUP_PRESENT;
    case IKRAR_PARTICIPANTS_REPRESENTED:
      return !line->withdrawn && group == IKRAR_ATTENDANCE_GROUP_REPRESENTED;
    case IKRAR_PARTICIPANTS_EXCUSED:
      return !line->withdrawn && group == IKRAR_ATTENDANCE_GROUP_EXCUSED;
    case IKRAR_PARTICIPANTS_ABSENT:
      return !line->withdrawn && group == IKRAR_ATTENDANCE_GROUP_ABSENT;
    case IKRAR_PARTICIPANTS_UNRECORDED:
      return !line->withdrawn && group == IKRAR_ATTENDANCE_GROUP_UNRECORDED;
    default:
      return line->withdrawn;
    }
}

static gboolean
is_left (const IkrarParticipantLine *line, const Choice *choice)
{
  return (choice->pledge == IKRAR_N_PLEDGE_STATES || line->pledge == choice->pledge) &&
         (choice->kind == NULL || g_str_equal (line->kind, choice->kind));
}

static gboolean
is_shown (Roster *roster, guint index, const Choice *choice)
{
  const IkrarParticipantLine *line = ikrar_participant_table_line (roster->table, index);
  g_autoptr (GArray) found = ikrar_participant_table_search (roster->table, choice->text, 0, 0);

  if (!is_in (line, choice->filter) || !is_left (line, choice))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* Exactly those are shown, in the order of the list. */
static void
check_shown (Roster *roster, const Choice *choice)
{
  g_autoptr (GArray) shown = ikrar_participants_model_get_shown (roster->model);
  g_autoptr (GArray) order = ikrar_participant_table_order (roster->table, IKRAR_ORDER_NAME, FALSE);
  guint next = 0;

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);

      if (!is_shown (roster, index, choice))
        continue;
      g_assert_cmpuint (next, <, shown->len);
      g_assert_cmpint (g_array_index (shown, IkrarId, next), ==,
                       ikrar_participant_table_line (roster->table, index)->id);
      next++;
    }
  g_assert_cmpuint (next, ==, shown->len);
  g_assert_cmpuint (next, ==, ikrar_participants_model_count_shown (roster->model));
}

static void
check_counts (Roster *roster, const Choice *choice)
{
  guint counts[IKRAR_N_PARTICIPANTS_FILTERS];
  guint groups = 0;

  ikrar_participants_model_count (roster->model, counts);
  for (guint filter = 0; filter < IKRAR_N_PARTICIPANTS_FILTERS; filter++)
    {
      guint expected = 0;

      for (guint i = 0; i < ikrar_participant_table_size (roster->table); i++)
        {
          const IkrarParticipantLine *line = ikrar_participant_table_line (roster->table, i);

          expected += is_in (line, filter) && is_left (line, choice) ? 1 : 0;
        }
      g_assert_cmpuint (counts[filter], ==, expected);
      if (filter != IKRAR_PARTICIPANTS_ALL && filter != IKRAR_PARTICIPANTS_WITHDRAWN)
        groups += counts[filter];
    }
  g_assert_cmpuint (groups, ==, counts[IKRAR_PARTICIPANTS_ALL]);
}

static void
test_shows_what_is_chosen (Fixture *fixture, gconstpointer unused)
{
  Roster roster;

  roster_init (&roster, fixture);
  g_assert_false (ikrar_participants_model_is_narrowed (roster.model));
  for (guint i = 0; i < ROUNDS; i++)
    {
      Choice choice = choose (roster.random);

      apply (&roster, &choice);
      check_shown (&roster, &choice);
      check_counts (&roster, &choice);
    }
  roster_clear (&roster);
}

/* Whom a filter would show is selected whatever is shown now, and stays so while hidden. */
static void
test_selects_by_filter (Fixture *fixture, gconstpointer unused)
{
  Roster roster;
  IkrarIdSelection *selection;

  roster_init (&roster, fixture);
  selection = ikrar_participants_model_get_selection (roster.model);
  for (guint i = 0; i < ROUNDS; i++)
    {
      Choice choice = choose (roster.random);
      IkrarParticipantsFilter wanted = choose (roster.random).filter;
      guint counts[IKRAR_N_PARTICIPANTS_FILTERS];

      apply (&roster, &choice);
      ikrar_participants_model_count (roster.model, counts);
      ikrar_participants_model_select (roster.model, wanted);
      g_assert_cmpuint (ikrar_id_selection_get_size (selection), ==, counts[wanted]);
      g_assert_cmpuint (ikrar_participants_model_count_hidden (roster.model), ==,
                        counts[wanted] - ikrar_id_selection_count_shown (selection));
    }
  roster_clear (&roster);
}

/* Who left the roster is no longer selected; whoever stayed is. */
static void
test_forgets_who_left (Fixture *fixture, gconstpointer unused)
{
  Roster roster;
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantTable) other = NULL;
  IkrarIdSelection *selection;
  IkrarId event = fixture_add_event (fixture, "Apel");

  roster_init (&roster, fixture);
  selection = ikrar_participants_model_get_selection (roster.model);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (ikrar_id_selection_get_size (selection), ==,
                    ikrar_participants_model_count_shown (roster.model));
  show_table (&roster, roster.table, IKRAR_ORDER_UNIT);
  g_assert_cmpuint (ikrar_participants_model_count_hidden (roster.model), ==, 0);
  g_assert_cmpuint (ikrar_id_selection_get_size (selection), >, 0);
  other = ikrar_participant_table_load (fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL,
                                        &error);
  g_assert_no_error (error);
  show_table (&roster, other, IKRAR_ORDER_NUMBER);
  g_assert_cmpuint (ikrar_id_selection_get_size (selection), ==, 0);
  roster_clear (&roster);
}

static void
test_clears (Fixture *fixture, gconstpointer unused)
{
  Roster roster;

  roster_init (&roster, fixture);
  apply (&roster, &(Choice){ IKRAR_PARTICIPANTS_PRESENT, IKRAR_PLEDGE_RECITED, "tamu", "1" });
  g_assert_true (ikrar_participants_model_is_narrowed (roster.model));
  ikrar_participants_model_clear (roster.model);
  g_assert_false (ikrar_participants_model_is_narrowed (roster.model));
  g_assert_cmpuint (ikrar_participants_model_count_shown (roster.model), ==, 0);
  g_assert_null (ikrar_participants_model_get_roster (roster.model));
  roster_clear (&roster);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/ui/participants-model/shows-what-is-chosen", test_shows_what_is_chosen);
  fixture_test ("/ui/participants-model/selects-by-filter", test_selects_by_filter);
  fixture_test ("/ui/participants-model/forgets-who-left", test_forgets_who_left);
  fixture_test ("/ui/participants-model/clears", test_clears);
  return g_test_run ();
}
