/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "config.h"

#include "roster/sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "roster/import.h"
#include "roster/sample-private.h"
#include "store/attendance.h"
#include "store/certificate.h"
#include "store/error.h"
#include "store/event.h"
#include "store/institution.h"
#include "store/participant-table.h"
#include "store/pledge.h"

#include "resources/ikrar-roster-resources.h"

#define ROSTER_RESOURCE "/id/ikrar/roster/sample/roster.xlsx"
#define MINUTE_MS (60 * 1000)

/* Pen strokes of nobody, in the box of 1000 by 400 that signatures have. */
static const char *const signatures[] = {
  "M150 280 C200 120 260 60 290 140 C310 200 220 330 200 300 C180 270 310 190 370 210 C400 230 360 "
  "300 390 290 C470 260 560 80 580 100 C540 160 530 300 570 290 C660 270 760 220 860 215",
  "M180 250 C230 90 300 90 300 200 C300 300 200 320 220 250 C260 150 420 140 440 240 C450 300 500 "
  "240 520 200 C560 120 600 260 640 250 C700 230 780 190 840 240 M170 330 L780 300",
  "M160 300 C180 180 220 80 250 90 C280 110 240 280 260 290 C300 300 330 180 370 190 C400 200 380 "
  "290 410 285 C450 270 470 190 500 200 C530 220 510 300 550 290 C640 260 720 90 700 80 C660 90 650 "
  "330 760 290",
};

/* The sample's own time: everything happens around its event. */
typedef struct
{
  IkrarStore *store;
  IkrarTime now;
  GArray *people; /* IkrarId, in the order of the roster */
} Sample;

static IkrarTime
get_now (gpointer user_data)
{
  return ((const Sample *) user_data)->now;
}

gboolean
ikrar_sample_write_roster (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ikrar_roster_get_resource (), ROSTER_RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize size;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return bytes != NULL &&
         g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
check_empty (IkrarStore *store, GError **error)
{
  g_autoptr (GPtrArray) events = ikrar_event_list (store, error);

  if (events == NULL)
    return FALSE;
  if (events->len == 0)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("There are events in this database already. Sample data goes into a new one."));
  return FALSE;
}

static gboolean
set_up_office (IkrarStore *store, GError **error)
{
  IkrarInstitution institution = {
    .id = 1,
    .government = (char *) "Pemerintah Kabupaten Contoh",
    .name = (char *) "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    .short_name = (char *) "BKPSDM",
    .address = (char *) "Jalan Pelayanan Nomor 17, Kota Contoh 70999",
    .contact = (char *) "Telepon (0500) 000000",
    .city = (char *) "Kota Contoh",
    .zone = IKRAR_ZONE_WITA,
    .paper = (char *) "F4",
    .number_label = (char *) "NIP",
  };
  IkrarSignatory head = {
    .id = IKRAR_SIGNATORY_HEAD,
    .prefix = (char *) "Dr.",
    .name = (char *) "Hendra Wijayakusuma",
    .suffix = (char *) "S.H., M.Si.",
    .position = (char *) "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    .grade = 15,
    .number = (char *) "196908171994031004",
  };
  IkrarSignatory officer = {
    .id = IKRAR_SIGNATORY_OFFICER,
    .name = (char *) "Nurul Fauziah",
    .suffix = (char *) "S.AP.",
    .position = (char *) "Petugas daftar hadir",
    .grade = 10,
    .number = (char *) "199306212019032007",
  };

  return ikrar_institution_save (store, &institution, error) &&
         ikrar_signatory_save (store, &head, error) &&
         ikrar_signatory_save (store, &officer, error);
}

static gboolean
add_roles (Sample *sample, const SampleEvent *description, IkrarId event, GError **error)
{
  for (guint i = 0; i < SAMPLE_ROLES_MAX && description->roles[i].position != NULL; i++)
    {
      const SampleRole *source = &description->roles[i];
      g_autofree char *position = NULL;
      IkrarEventRole role = {
        .event_id = event,
        .kind = source->kind,
        .acting = ikrar_acting_split (source->position, &position),
        .institution = (char *) source->institution,
        .represented_position = (char *) source->represented_position,
      };

      role.position = position;
      if (!ikrar_event_role_save (sample->store, &role, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_event (Sample *sample, const SampleEvent *description, IkrarId *id, GError **error)
{
  IkrarEvent event = {
    .kind = (char *) description->kind,
    .title = (char *) description->title,
    .theme = (char *) description->theme,
    .legal_basis = (char *) description->legal_basis,
    .organizer = (char *) description->organizer,
    .place = (char *) description->place,
    .mode = description->mode,
    .state = description->state,
    .lesson_hours = description->lesson_hours,
    .reported = description->reported,
  };

  if (!ikrar_zone_parse (description->zone, &event.zone, error) ||
      !ikrar_time_parse_iso (description->start, event.zone, &event.start_at, error) ||
      !ikrar_time_parse_iso (description->end, event.zone, &event.end_at, error))
    return FALSE;
  sample->now = event.start_at - 24 * 60 * MINUTE_MS;
  if (!ikrar_event_save (sample->store, &event, error) ||
      !add_roles (sample, description, event.id, error))
    return FALSE;
  *id = event.id;
  sample->now = event.start_at - 60 * MINUTE_MS;
  return TRUE;
}

static gboolean
import_roster (Sample *sample, IkrarId event, const IkrarProgress *progress, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("ikrar-sample-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "roster.xlsx", NULL) : NULL;
  g_autoptr (IkrarWorkbook) workbook = NULL;
  g_autoptr (IkrarRosterResult) result = NULL;

  if (path == NULL || !ikrar_sample_write_roster (path, error))
    return FALSE;
  workbook = ikrar_workbook_open (path, error);
  if (workbook != NULL)
    result =
        ikrar_roster_import (workbook, NULL, sample->store, event, NULL, NULL, progress, error);
  g_unlink (path);
  g_rmdir (folder);
  return result != NULL;
}

static gboolean
collect_people (Sample *sample, IkrarId event, GError **error)
{
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      sample->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, error);

  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table); i++)
    g_array_append_val (sample->people, ikrar_participant_table_line (table, i)->person_id);
  return table != NULL;
}

static gboolean
invite_people (Sample *sample, const SampleEvent *description, IkrarId event, GError **error)
{
  for (guint i = 0; i < description->people; i++)
    {
      guint index = (description->first_person + i) % sample->people->len;
      g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

      participant->event_id = event;
      participant->person_id = g_array_index (sample->people, IkrarId, index);
      if (!ikrar_participant_add (sample->store, participant, error))
        return FALSE;
    }
  return TRUE;
}

/* Whatever is recorded from now on is of this desk. */
static void
sit_down (Sample *sample, const char *desk)
{
  g_autofree char *actor = g_strdup (ikrar_store_get_actor (sample->store));

  ikrar_store_set_actor (sample->store, actor, desk);
}

static gboolean
check_in (Sample *sample, IkrarId participant, GError **error)
{
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarCheckIn entry = { .participant = participant, .source = "scan", .nonce = nonce };
  IkrarCheckInOutcome outcome;

  ikrar_nonce_new (nonce);
  if (!ikrar_attendance_check_in (sample->store, &entry, &outcome, error))
    return FALSE;
  g_free (outcome.desk);
  return TRUE;
}

/* Most come in the last half hour; of those who do not come, some have said why. */
static gboolean
take_attendance (Sample *sample,
                 const SampleEvent *description,
                 const IkrarParticipantTable *table,
                 GError **error)
{
  static const IkrarAttendance excuses[] = { IKRAR_ATTENDANCE_EXCUSED, IKRAR_ATTENDANCE_ON_DUTY,
                                             IKRAR_ATTENDANCE_SICK };
  guint size = ikrar_participant_table_size (table);

  for (guint i = 0; i < size; i++)
    {
      IkrarId id = ikrar_participant_table_line (table, i)->id;
      guint draw = i * 37 % 100;

      sample->now += 50 * MINUTE_MS / size;
      sit_down (sample, i % 5 < 3 ? "Meja A" : "Meja B");
      if (draw < description->present_percent
              ? !check_in (sample, id, error)
              : draw % 5 == 0 && ikrar_attendance_set (sample->store, &id, 1, 0, excuses[draw % 3],
                                                       NULL, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
recite (Sample *sample, IkrarId event, const IkrarProgress *progress, GError **error)
{
  IkrarWitness witness = { (char *) "Ketua Badan Pengawas Pemilihan Umum", (char *) "",
                           (char *) "" };
  guint8 nonce[IKRAR_NONCE_SIZE];
  IkrarPledgeReciting reciting = {
    .event = event,
    .reader = "Sekretaris Daerah",
    .reader_position = "",
    .witnesses = &witness,
    .n_witnesses = 1,
    .nonce = nonce,
  };
  guint pledged;

  ikrar_nonce_new (nonce);
  sample->now += 40 * MINUTE_MS;
  return ikrar_pledge_recite (sample->store, &reciting, &pledged, progress, error) != 0;
}

static gboolean
sign_some (Sample *sample, IkrarId event, guint count, GError **error)
{
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      sample->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, error);
  guint done = 0;

  for (guint i = 0; table != NULL && i < ikrar_participant_table_size (table) && done < count; i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);
      guint8 nonce[IKRAR_NONCE_SIZE];
      IkrarPledgeSigning signing = { .participant = line->id,
                                     .signature = signatures[i % G_N_ELEMENTS (signatures)],
                                     .nonce = nonce };

      if (!ikrar_attendance_is_present (line->state))
        continue;
      ikrar_nonce_new (nonce);
      sample->now += MINUTE_MS / 2;
      if (ikrar_pledge_sign (sample->store, &signing, NULL, error) == 0)
        return FALSE;
      done++;
    }
  return table != NULL;
}

static gboolean
hold_event (Sample *sample,
            const SampleEvent *description,
            IkrarId event,
            const IkrarProgress *progress,
            GError **error)
{
  g_autoptr (IkrarParticipantTable) table = ikrar_participant_table_load (
      sample->store, event, 0, FALSE, IKRAR_ORDER_NUMBER, NULL, error);
  guint issued;

  if (table == NULL || !take_attendance (sample, description, table, error) ||
      (description->recited && !recite (sample, event, progress, error)) ||
      !sign_some (sample, event, description->signed_people, error))
    return FALSE;
  sample->now += 120 * MINUTE_MS;
  return !description->certificates ||
         ikrar_certificate_issue (sample->store, event, NULL, 0, &issued, progress, error) != 0;
}

static gboolean
fill_event (Sample *sample,
            const SampleEvent *description,
            const IkrarProgress *progress,
            GError **error)
{
  IkrarId event;

  if (!add_event (sample, description, &event, error))
    return FALSE;
  if (description->people == 0 ? !import_roster (sample, event, progress, error) ||
                                     !collect_people (sample, event, error)
                               : !invite_people (sample, description, event, error))
    return FALSE;
  return hold_event (sample, description, event, progress, error);
}

gboolean
ikrar_sample_fill (IkrarStore *store, const IkrarProgress *progress, GError **error)
{
  Sample sample = { .store = store };
  gboolean ok;

  if (!check_empty (store, error) || !set_up_office (store, error))
    return FALSE;
  sample.people = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  ikrar_store_set_clock (store, get_now, &sample);
  sit_down (&sample, "Sekretariat");
  ok = TRUE;
  for (guint i = 0; ok && i < _ikrar_sample_n_events; i++)
    ok = fill_event (&sample, &_ikrar_sample_events[i], progress, error);
  ikrar_store_set_clock (store, NULL, NULL);
  sit_down (&sample, NULL);
  g_array_unref (sample.people);
  return ok;
}
