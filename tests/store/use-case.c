/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/use-case.h"

#include "store/attendance.h"
#include "store/certificate.h"
#include "store/import.h"
#include "store/institution.h"
#include "store/participant-table.h"
#include "store/person-duplicates.h"
#include "store/person-merge.h"
#include "store/person-number.h"
#include "store/pledge.h"
#include "store/unit-tree.h"

/* An id of a table by chance, 0 if it is empty. */
static IkrarId
pick (UseCases *cases, const char *table, const char *condition)
{
  g_autofree char *count = g_strdup_printf ("SELECT COUNT(*) FROM %s WHERE %s", table, condition);
  gint64 rows = fixture_count (cases->fixture, count);
  g_autofree char *sql = NULL;

  if (rows == 0)
    return 0;
  sql = g_strdup_printf ("SELECT id FROM %s WHERE %s ORDER BY id LIMIT 1 OFFSET %d", table,
                         condition, g_rand_int_range (cases->random, 0, (gint32) rows));
  return fixture_count (cases->fixture, sql);
}

static IkrarId
pick_event (UseCases *cases)
{
  return pick (cases, "event", "removed_at = 0");
}

static IkrarId
pick_participant (UseCases *cases)
{
  return pick (cases, "participant", "event_id IN (SELECT id FROM event WHERE removed_at = 0)");
}

static char *
make_name (UseCases *cases, const char *base)
{
  return g_strdup_printf ("%s %u — “%c”'\\", base, ++cases->made,
                          (char) g_rand_int_range (cases->random, 'A', 'Z'));
}

static gboolean
add_event (UseCases *cases)
{
  g_autofree char *title = make_name (cases, "Sosialisasi");

  return fixture_add_event (cases->fixture, title) != 0;
}

static gboolean
edit_event (UseCases *cases)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (cases->fixture->store, pick_event (cases), NULL);

  if (event == NULL)
    return FALSE;
  g_free (event->theme);
  event->theme = make_name (cases, "Netral\nitas");
  event->reported = g_rand_int_range (cases->random, 0, 500);
  event->zone = g_rand_int_range (cases->random, IKRAR_ZONE_WIB, IKRAR_ZONE_WIT + 1);
  return ikrar_event_save (cases->fixture->store, event, NULL);
}

static gboolean
remove_event (UseCases *cases)
{
  return ikrar_event_remove (cases->fixture->store, pick_event (cases), NULL) != 0;
}

/* Without its roster: what an undo leaves of a copied one stands in a removed event. */
static gboolean
copy_event (UseCases *cases)
{
  return ikrar_event_copy (cases->fixture->store, pick_event (cases), FALSE, NULL) != 0;
}

static gboolean
add_session (UseCases *cases)
{
  g_autofree char *title = make_name (cases, "Sesi");
  IkrarEventSession session = { .event_id = pick_event (cases), .title = title, .start_at = 5 };

  return session.event_id != 0 && ikrar_event_session_save (cases->fixture->store, &session, NULL);
}

static gboolean
remove_session (UseCases *cases)
{
  return ikrar_event_session_remove (
      cases->fixture->store,
      pick (cases, "event_session", "event_id IN (SELECT id FROM event WHERE removed_at = 0)"),
      NULL);
}

static gboolean
add_role (UseCases *cases)
{
  g_autofree char *name = make_name (cases, "Drs. Made Contoh, M.Si.");
  IkrarEventRole role = { .event_id = pick_event (cases),
                          .kind = g_rand_int_range (cases->random, 0, 3),
                          .name = name };

  return role.event_id != 0 && ikrar_event_role_save (cases->fixture->store, &role, NULL);
}

static gboolean
remove_role (UseCases *cases)
{
  return ikrar_event_role_remove (
      cases->fixture->store,
      pick (cases, "event_role", "event_id IN (SELECT id FROM event WHERE removed_at = 0)"), NULL);
}

static char *
make_number (UseCases *cases)
{
  return g_strdup_printf ("19850101200501%04u", ++cases->made);
}

static gboolean
add_person (UseCases *cases)
{
  g_autofree char *name = make_name (cases, "Siti");
  g_autofree char *number = make_number (cases);

  return fixture_add_person (cases->fixture, number, name) != 0;
}

static gboolean
edit_person (UseCases *cases)
{
  g_autoptr (IkrarPerson) person =
      ikrar_person_get (cases->fixture->store, pick (cases, "person", "removed_at = 0"), NULL);

  if (person == NULL)
    return FALSE;
  if (g_rand_boolean (cases->random))
    {
      g_free (person->number);
      person->number = g_rand_boolean (cases->random) ? make_number (cases) : g_strdup ("");
      person->number_kind = *person->number != '\0' ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE;
    }
  g_free (person->phone);
  person->phone = make_name (cases, "0812");
  return ikrar_person_save (cases->fixture->store, person, NULL);
}

static gboolean
add_participant (UseCases *cases)
{
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  participant->event_id = pick_event (cases);
  participant->person_id = pick (cases, "person", "removed_at = 0");
  return participant->event_id != 0 && participant->person_id != 0 &&
         ikrar_participant_add (cases->fixture->store, participant, NULL);
}

static gboolean
edit_participant (UseCases *cases)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (cases->fixture->store, pick_participant (cases), NULL);

  if (participant == NULL)
    return FALSE;
  g_free (participant->seat);
  participant->seat = make_name (cases, "A");
  return ikrar_participant_save (cases->fixture->store, participant, NULL);
}

static gboolean
withdraw (UseCases *cases)
{
  IkrarId id = pick_participant (cases);

  return id != 0 && ikrar_participant_withdraw (cases->fixture->store, &id, 1,
                                                g_rand_boolean (cases->random), NULL) != 0;
}

static gboolean
revoke_pass (UseCases *cases)
{
  return ikrar_participant_revoke_pass (cases->fixture->store, pick_participant (cases), NULL) != 0;
}

static gboolean
check_in (UseCases *cases)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = pick_participant (cases),
                         .source = "scan",
                         .nonce = nonce };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  if (check.participant == 0 ||
      !ikrar_attendance_check_in (cases->fixture->store, &check, &outcome, NULL))
    return FALSE;
  g_free (outcome.desk);
  return outcome.welcome;
}

/* Everybody of an event at once. */
static gboolean
set_attendance (UseCases *cases)
{
  IkrarId event = pick_event (cases);
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      cases->fixture->store, event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL, NULL);
  guint count = ikrar_participant_table_size (table);
  g_autofree IkrarId *ids = g_new0 (IkrarId, count + 1);
  IkrarAttendance state = g_rand_int_range (cases->random, 0, IKRAR_N_ATTENDANCES);

  for (guint i = 0; i < count; i++)
    ids[i] = ikrar_participant_table_line (table, i)->id;
  return count > 0 &&
         ikrar_attendance_set (cases->fixture->store, ids, count, 0, state,
                               state == IKRAR_ATTENDANCE_REPRESENTED ? "Tuti" : NULL, NULL) != 0;
}

static gboolean
sign_pledge (UseCases *cases)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = { .participant = pick_participant (cases),
                                 .signature = "M0 0L9 9",
                                 .nonce = nonce };

  ikrar_nonce_new (nonce);
  return signing.participant != 0 &&
         ikrar_pledge_sign (cases->fixture->store, &signing, NULL, NULL) != 0;
}

static gboolean
recite_pledge (UseCases *cases)
{
  static const IkrarWitness witness = { (char *) "Nyoman", (char *) "Ketua", (char *) "Bawaslu" };
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = { .event = pick_event (cases),
                                   .reader = "Wayan",
                                   .reader_position = "Sekretaris",
                                   .witnesses = &witness,
                                   .n_witnesses = 1,
                                   .nonce = nonce };
  guint pledged;

  ikrar_nonce_new (nonce);
  return ikrar_pledge_recite (cases->fixture->store, &reciting, &pledged, NULL, NULL) != 0;
}

static gboolean
revoke_pledge (UseCases *cases)
{
  return ikrar_pledge_revoke (cases->fixture->store, pick_participant (cases), "keliru", NULL) != 0;
}

static gboolean
issue_certificates (UseCases *cases)
{
  guint issued;

  return ikrar_certificate_issue (cases->fixture->store, pick_event (cases), NULL, 0, &issued, NULL,
                                  NULL) != 0;
}

static gboolean
revoke_certificate (UseCases *cases)
{
  return ikrar_certificate_revoke (cases->fixture->store,
                                   pick (cases, "certificate", "revoked_at = 0"), "keliru",
                                   NULL) != 0;
}

/* Some people who are new, one who is known and has no e-mail address. */
static gboolean
import_roster (UseCases *cases)
{
  IkrarId event = pick_event (cases);
  g_autoptr (IkrarImport) import =
      ikrar_import_begin (cases->fixture->store, event, "daftar.xlsx", "Lembar1", NULL);
  IkrarId known = pick (cases, "person", "removed_at = 0 AND number <> ''");
  g_autoptr (IkrarPerson) old = ikrar_person_get (cases->fixture->store, known, NULL);

  if (import == NULL)
    return FALSE;
  for (guint row = 1; row <= 4; row++)
    {
      g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
      g_autofree char *unit = g_strdup_printf ("Dinas %u", g_rand_int_range (cases->random, 1, 9));
      IkrarImportRow line = { .row = row, .verdict = "ok", .person = person, .unit = unit };

      person->name = make_name (cases, "Ketut");
      person->number = row == 4 && old != NULL ? g_strdup (old->number) : make_number (cases);
      person->number_kind = IKRAR_NUMBER_NIP;
      person->email = g_strdup ("ketut@contoh.go.id");
      g_assert_cmpint (ikrar_import_add (import, &line, NULL), !=, IKRAR_IMPORT_FAILED);
    }
  return ikrar_import_commit (import, NULL) != 0;
}

static gboolean
edit_institution (UseCases *cases)
{
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (cases->fixture->store, NULL);

  g_free (institution->address);
  institution->address = make_name (cases, "Jalan Merdeka");
  return ikrar_institution_save (cases->fixture->store, institution, NULL) != 0;
}

static gboolean
edit_signatory (UseCases *cases)
{
  g_autoptr (IkrarSignatory) signatory =
      ikrar_signatory_get (cases->fixture->store, IKRAR_SIGNATORY_HEAD, NULL);

  g_free (signatory->name);
  signatory->name = make_name (cases, "Kepala");
  return ikrar_signatory_save (cases->fixture->store, signatory, NULL) != 0;
}

static gboolean
merge_people (UseCases *cases)
{
  return ikrar_person_merge (cases->fixture->store, pick (cases, "person", "removed_at = 0"),
                             pick (cases, "person", "removed_at = 0"), NULL, NULL) != 0;
}

static gboolean
tell_apart (UseCases *cases)
{
  return ikrar_person_apart (cases->fixture->store, pick (cases, "person", "removed_at = 0"),
                             pick (cases, "person", "removed_at = 0"), NULL) != 0;
}

static gboolean
add_number (UseCases *cases)
{
  g_autofree char *number = make_number (cases);

  return ikrar_person_number_add (cases->fixture->store, pick (cases, "person", "removed_at = 0"),
                                  number, IKRAR_NUMBER_NIP, NULL) != 0;
}

static gboolean
rename_unit (UseCases *cases)
{
  g_autofree char *name = make_name (cases, "Badan");

  return ikrar_unit_rename (cases->fixture->store, pick (cases, "unit", "1 = 1"), name, NULL) != 0;
}

static gboolean
add_alias (UseCases *cases)
{
  g_autofree char *name = make_name (cases, "Kantor");

  return ikrar_unit_add_alias (cases->fixture->store, pick (cases, "unit", "1 = 1"), name, NULL) !=
         0;
}

static gboolean
merge_units (UseCases *cases)
{
  return ikrar_unit_merge (cases->fixture->store, pick (cases, "unit", "1 = 1"),
                           pick (cases, "unit", "1 = 1"), NULL) != 0;
}

static gboolean
move_unit (UseCases *cases)
{
  return ikrar_unit_move (cases->fixture->store, pick (cases, "unit", "1 = 1"),
                          pick (cases, "unit", "1 = 1"), NULL) != 0;
}

static const struct
{
  const char *name;
  gboolean (*run) (UseCases *cases);
} use_cases[] = {
  { "add event", add_event },
  { "edit event", edit_event },
  { "remove event", remove_event },
  { "copy event", copy_event },
  { "add session", add_session },
  { "remove session", remove_session },
  { "add role", add_role },
  { "remove role", remove_role },
  { "add person", add_person },
  { "edit person", edit_person },
  { "add participant", add_participant },
  { "add another participant", add_participant },
  { "edit participant", edit_participant },
  { "withdraw", withdraw },
  { "revoke pass", revoke_pass },
  { "check in", check_in },
  { "check in another", check_in },
  { "set attendance", set_attendance },
  { "sign pledge", sign_pledge },
  { "recite pledge", recite_pledge },
  { "revoke pledge", revoke_pledge },
  { "issue certificates", issue_certificates },
  { "revoke certificate", revoke_certificate },
  { "import roster", import_roster },
  { "edit institution", edit_institution },
  { "edit signatory", edit_signatory },
  { "merge people", merge_people },
  { "merge other people", merge_people },
  { "tell people apart", tell_apart },
  { "add an earlier number", add_number },
  { "rename a unit", rename_unit },
  { "add an alias", add_alias },
  { "merge units", merge_units },
  { "move a unit", move_unit },
};

const char *
use_case_run (UseCases *cases)
{
  guint index = g_rand_int_range (cases->random, 0, G_N_ELEMENTS (use_cases));

  return use_cases[index].run (cases) ? use_cases[index].name : NULL;
}

IkrarId
use_case_newest_entry (Fixture *fixture)
{
  return fixture_count (fixture, "SELECT COALESCE(MAX(id), 0) FROM journal");
}
