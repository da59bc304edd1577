/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "store/alone.h"

#include <string.h>

#include "store/attendance.h"
#include "store/error.h"
#include "store/event-rule.h"
#include "store/journal.h"
#include "store/participant-table.h"
#include "store/pledge.h"
#include "store/scan-log.h"
#include "store/session-closing.h"

#define STEPS 25

/* Anybody but the one who was erased. */
static IkrarId
pick_participant (Alone *alone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      alone->replica.store, alone->event, 0, TRUE, IKRAR_ORDER_NUMBER, NULL, &error);
  const IkrarParticipantLine *line;

  g_assert_no_error (error);
  do
    line = ikrar_participant_table_line (
        table, g_rand_int_range (alone->rand, 0, ikrar_participant_table_size (table)));
  while (g_str_equal (line->name, "(dihapus)"));
  return line->id;
}

static void
edit_event (Alone *alone, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (alone->replica.store, alone->event, NULL);

  g_free (event->theme);
  event->theme = g_strdup_printf ("Tema %u\tbaris\n\\%u", alone->made, g_rand_int (alone->rand));
  ikrar_event_save (alone->replica.store, event, error);
}

static void
add_session (Alone *alone, GError **error)
{
  IkrarEventSession session = { .event_id = alone->event, .title = (char *) "Sesi tambahan" };

  ikrar_event_session_save (alone->replica.store, &session, error);
}

static void
change_role (Alone *alone, GError **error)
{
  g_autoptr (GPtrArray) roles = ikrar_event_roles (alone->replica.store, alone->event, NULL);
  IkrarEventRole role = { .event_id = alone->event, .name = (char *) "Ibu Saksi" };
  IkrarEventRole *present =
      roles->len > 0 ? g_ptr_array_index (roles, g_rand_int_range (alone->rand, 0, roles->len))
                     : &role;

  if (roles->len == 0 || g_rand_boolean (alone->rand))
    ikrar_event_role_save (alone->replica.store, &role, error);
  else
    ikrar_event_role_remove (alone->replica.store, present->id, error);
}

static void
walk_in (Alone *alone, GError **error)
{
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  const char *units[] = { "Dinas Kesehatan", "RSUD", NULL };

  participant->event_id = alone->event;
  person->name = g_strdup_printf ("Tamu %u", alone->made);
  ikrar_participant_invite (alone->replica.store, participant, person,
                            units[g_rand_int_range (alone->rand, 0, 3)], error);
}

static void
edit_person (Alone *alone, GError **error)
{
  g_autoptr (IkrarParticipant) participant =
      ikrar_participant_get (alone->replica.store, pick_participant (alone), error);
  g_autoptr (IkrarPerson) person =
      ikrar_person_get (alone->replica.store, participant->person_id, error);

  g_free (person->position);
  person->position = g_strdup_printf ("Jabatan %u", g_rand_int_range (alone->rand, 0, 4));
  ikrar_person_save (alone->replica.store, person, error);
}

static void
place (Alone *alone, GError **error)
{
  g_autofree char *seat = g_strdup_printf ("%d", g_rand_int_range (alone->rand, 0, 9));
  IkrarId participant = pick_participant (alone);

  ikrar_participant_place (alone->replica.store, &participant, 1, seat, NULL, error);
}

static void
withdraw (Alone *alone, GError **error)
{
  IkrarId participant = pick_participant (alone);

  ikrar_participant_withdraw (alone->replica.store, &participant, 1, g_rand_boolean (alone->rand),
                              error);
}

static void
revoke_pass (Alone *alone, GError **error)
{
  ikrar_participant_revoke_pass (alone->replica.store, pick_participant (alone), error);
}

static void
check_in (Alone *alone, GError **error)
{
  const IkrarScanText read = { "code", "12ab" };
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn check = { .participant = pick_participant (alone),
                         .source = "scan",
                         .nonce = nonce,
                         .way = g_rand_int_range (alone->rand, 0, IKRAR_WAY_OUT + 1),
                         .read = &read };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  if (ikrar_attendance_check_in (alone->replica.store, &check, &outcome, error))
    g_free (outcome.desk);
}

static void
set_by_hand (Alone *alone, GError **error)
{
  IkrarId participant = pick_participant (alone);

  ikrar_attendance_set (alone->replica.store, &participant, 1, 0,
                        g_rand_int_range (alone->rand, 0, IKRAR_N_ATTENDANCES), NULL, error);
}

static void
refuse_scan (Alone *alone, GError **error)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  const IkrarScanNote note = {
    .event = alone->event,
    .source = "scan",
    .verdict = "forged",
    .read = { "pass", "0123456789ab" },
    .nonce = nonce,
  };

  ikrar_nonce_new (nonce);
  ikrar_scan_log_add (alone->replica.store, &note, error);
}

static void
set_rule (Alone *alone, GError **error)
{
  const IkrarEventRule rule = { g_rand_int_range (alone->rand, -1, 60),
                                g_rand_int_range (alone->rand, 0, 101) };

  ikrar_event_rule_set (alone->replica.store, alone->event, &rule, NULL, error);
}

/* The first session is closed, or opened if it is closed. */
static void
close_or_open (Alone *alone, GError **error)
{
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (alone->replica.store, alone->event, error);
  g_autoptr (GPtrArray) closings =
      sessions != NULL ? ikrar_session_closings (alone->replica.store, alone->event, error) : NULL;
  IkrarId session;

  if (closings == NULL || sessions->len == 0)
    return;
  session = ((IkrarEventSession *) g_ptr_array_index (sessions, 0))->id;
  if (ikrar_session_closing_find (closings, session) != NULL)
    ikrar_session_reopen (alone->replica.store, session, error);
  else
    ikrar_session_close (alone->replica.store, session, NULL, error);
}

static void
sign (Alone *alone, GError **error)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarWitness witness = { (char *) "Saksi", (char *) "Ketua", (char *) "" };
  IkrarPledgeSigning signing = {
    .participant = pick_participant (alone),
    .signature = "M1 1L2 2",
    .witnesses = &witness,
    .n_witnesses = 1,
    .nonce = nonce,
  };

  ikrar_nonce_new (nonce);
  ikrar_pledge_sign (alone->replica.store, &signing, NULL, error);
}

static void
revoke_pledge (Alone *alone, GError **error)
{
  ikrar_pledge_revoke (alone->replica.store, pick_participant (alone), "keliru", error);
}

static void
undo (Alone *alone, GError **error)
{
  g_autoptr (GPtrArray) entries = ikrar_journal_list (alone->replica.store, alone->event, 5, error);
  const IkrarJournalEntry *entry =
      g_ptr_array_index (entries, g_rand_int_range (alone->rand, 0, entries->len));

  if (ikrar_journal_can_undo (entry) && strstr (entry->action, "event.") == NULL &&
      strstr (entry->action, "certificate.") == NULL &&
      strstr (entry->action, "pledge.recite") == NULL)
    ikrar_journal_undo (alone->replica.store, entry->id, error);
}

void
alone_work (Alone *alone)
{
  static void (*const works[]) (Alone * alone, GError * *error) = {
    edit_event,  add_session, change_role, walk_in,  walk_in,       edit_person,
    place,       check_in,    refuse_scan, set_rule, close_or_open, withdraw,
    revoke_pass, check_in,    set_by_hand, sign,     revoke_pledge, undo,
  };

  for (guint i = 0; i < STEPS; i++)
    {
      g_autoptr (GError) error = NULL;

      alone->made++;
      works[g_rand_int_range (alone->rand, 0, G_N_ELEMENTS (works))](alone, &error);
      if (error != NULL && error->domain != IKRAR_STORE_ERROR)
        g_error ("%s", error->message);
      alone->replica.now += g_rand_int_range (alone->rand, -200, 2000);
    }
}

IkrarExchangeReport *
alone_carry (IkrarStore *from, IkrarStore *to, IkrarId event)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("ikrar-XXXXXX.exchange", &stream, &error);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  IkrarExchangeReport *report;

  g_assert_no_error (error);
  ikrar_exchange_export (from, event, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
  lines = g_strsplit (contents, "\n", 3);
  report = ikrar_exchange_import (
      to, file, &(IkrarExchangeImport){ .trusted = lines[1] + strlen ("key ") }, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);
  return report;
}
