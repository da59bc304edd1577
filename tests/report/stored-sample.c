/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "stored-sample.h"

#include "store/attendance.h"
#include "store/pledge.h"
#include "store/unit.h"

static void
add_office (IkrarStore *store, const IkrarOccasion *occasion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = sample_make_logo (300);

  ikrar_institution_save (store, occasion->institution, &error);
  g_assert_no_error (error);
  ikrar_signatory_save (store, occasion->head, &error);
  g_assert_no_error (error);
  ikrar_signatory_save (store, occasion->officer, &error);
  g_assert_no_error (error);
  ikrar_logo_set (store, logo, &error);
  g_assert_no_error (error);
}

static void
add_event (IkrarStore *store, const IkrarOccasion *occasion)
{
  g_autoptr (GError) error = NULL;

  occasion->event->id = 0;
  ikrar_event_save (store, occasion->event, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < occasion->roles->len; i++)
    {
      IkrarEventRole *role = g_ptr_array_index (occasion->roles, i);

      role->event_id = occasion->event->id;
      ikrar_event_role_save (store, role, &error);
      g_assert_no_error (error);
    }
}

static IkrarId
ensure_unit (IkrarStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarChange) change = ikrar_change_begin (store, "unit.add", 0, 0, NULL, NULL, &error);
  IkrarId id = 0;

  g_assert_no_error (error);
  ikrar_unit_ensure (change, name, &id, &error);
  g_assert_no_error (error);
  ikrar_change_commit (change, &error);
  g_assert_no_error (error);
  return id;
}

static IkrarId
add_person (IkrarStore *store, const IkrarParticipantLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);

  person->number = g_strdup (line->employee_number);
  person->number_kind = line->number_kind;
  person->prefix = g_strdup (line->prefix);
  person->name = g_strdup (line->name);
  person->suffix = g_strdup (line->suffix);
  person->grade = line->grade;
  person->position = g_strdup (line->position);
  person->unit_id = ensure_unit (store, line->unit);
  ikrar_person_save (store, person, &error);
  g_assert_no_error (error);
  return person->id;
}

static IkrarId
add_participant (IkrarStore *store, IkrarId event, const IkrarParticipantLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  participant->event_id = event;
  participant->person_id = add_person (store, line);
  participant->kind = g_strdup (line->kind);
  participant->seat = g_strdup (line->seat);
  participant->group_name = g_strdup (line->group_name);
  ikrar_participant_add (store, participant, &error);
  g_assert_no_error (error);
  return participant->id;
}

static void
set_state (IkrarStore *store, IkrarId participant, const IkrarParticipantLine *line)
{
  g_autoptr (GError) error = NULL;

  if (line->state == IKRAR_ATTENDANCE_UNRECORDED)
    return;
  ikrar_attendance_set (store, &participant, 1, 0, line->state, line->stand_in, &error);
  g_assert_no_error (error);
}

static void
sign_pledge (IkrarStore *store, IkrarId participant, const char *signature)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeSigning signing = { .participant = participant,
                                 .signature = signature,
                                 .nonce = nonce };

  ikrar_nonce_new (nonce);
  ikrar_pledge_sign (store, &signing, NULL, &error);
  g_assert_no_error (error);
}

IkrarId
stored_sample_add (Fixture *fixture, Sample *sample)
{
  g_autoptr (IkrarOccasion) occasion = sample_make_occasion (TRUE);
  g_autoptr (GHashTable) signatures = sample_make_signatures (sample);
  GPtrArray *lines = sample_get_lines (sample);

  add_office (fixture->store, occasion);
  add_event (fixture->store, occasion);
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);
      IkrarId id = add_participant (fixture->store, occasion->event->id, line);
      const char *signature = g_hash_table_lookup (signatures, &line->id);

      set_state (fixture->store, id, line);
      if (line->pledge == IKRAR_PLEDGE_SIGNED)
        sign_pledge (fixture->store, id, signature != NULL ? signature : "");
    }
  return occasion->event->id;
}

IkrarId
stored_sample_add_bare (Fixture *fixture)
{
  g_autoptr (IkrarOccasion) occasion = sample_make_occasion (FALSE);

  add_event (fixture->store, occasion);
  return occasion->event->id;
}
