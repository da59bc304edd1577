/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Makes a database for the tests of the check-in desk and of the pledge windows: an event of today
 * with people, seats, roles and a second event, and prints a line for each code that the tests
 * scan: its name, a space, the code. Everybody and every office in it is invented. */

#include <glib.h>
#include <string.h>

#include "seal/pass-code.h"
#include "store/event.h"
#include "store/institution.h"
#include "store/participant.h"
#include "store/pass-issuer.h"
#include "store/person.h"
#include "store/signing-key.h"
#include "store/unit.h"

#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

static const char *const given[] = {
  "Theresia",         "Bambang", "Siti",           "Hendra",         "Muhammad Arsyad", "Nor",
  "Yohanes Baptista", "Sumarno", "Aulia Maharani", "Fransiska Dewi", "Rizky Pratama",   "Abdul",
  "Ni Luh Putu Ayu",
};
static const char *const family[] = {
  "Kondo",    "Widiatmoko", "Rahmawati", "Kusumajaya", "Fadillah", "Hidayah",
  "Lamapaha", "Putri",      "Ghani",     "Lestari",    "Hadinata",
};
static const char *const suffixes[] = { "S.KM.", "", "S.E., M.M.", "S.Pd.", "S.STP.", "S.Kom." };
static const char *const units[] = {
  "Dinas Kesehatan",
  "Sekretariat Daerah",
  "Dinas Pendidikan dan Kebudayaan",
  "RSUD Ratu Intan",
  "Kecamatan Sungai Lumbah",
  "Dinas Komunikasi dan Informatika",
  "Satuan Polisi Pamong Praja",
  "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
};
static const char *const positions[] = {
  "Epidemiolog Ahli Muda",
  "Analis Kebijakan Ahli Madya",
  "Guru Ahli Pertama",
  "Perawat Terampil",
};

static void
check (gboolean ok, GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static void
make_institution (IkrarStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarInstitution) office = ikrar_institution_get (store, &error);

  check (office != NULL, error);
  g_free (office->government);
  office->government = g_strdup ("Pemerintah Kabupaten Mandala Jaya");
  g_free (office->short_name);
  office->short_name = g_strdup ("BKPSDM");
  g_free (office->city);
  office->city = g_strdup ("Mandala");
  check (ikrar_institution_save (store, office, &error) != 0, error);
}

static IkrarId
make_event (IkrarStore *store, const char *title, guint hours_ago)
{
  g_autoptr (GError) error = NULL;
  IkrarTime now = ikrar_store_now (store);
  IkrarEvent event = {
    .kind = (char *) "ikrar",
    .title = (char *) title,
    .place = (char *) "Aula Lantai III Kantor Bupati",
    .zone = IKRAR_ZONE_WITA,
    .start_at = now - hours_ago * (DAY_MS / 24),
    .end_at = now + DAY_MS / 12,
    .state = IKRAR_EVENT_RUNNING,
    .pledge_fields = (char *) "pemilihan=Pemilu dan Pemilihan",
  };

  check (ikrar_event_save (store, &event, &error), error);
  return event.id;
}

static void
add_role (IkrarStore *store,
          IkrarId event,
          IkrarRoleKind kind,
          const char *name,
          const char *position,
          const char *institution)
{
  g_autoptr (GError) error = NULL;
  IkrarEventRole role = {
    .event_id = event,
    .kind = kind,
    .name = (char *) name,
    .position = (char *) position,
    .institution = (char *) institution,
  };

  check (ikrar_event_role_save (store, &role, &error), error);
}

static void
add_session (IkrarStore *store, IkrarId event, const char *title)
{
  g_autoptr (GError) error = NULL;
  IkrarEventSession session = { .event_id = event, .title = (char *) title };

  check (ikrar_event_session_save (store, &session, &error), error);
}

static void
make_units (IkrarStore *store, IkrarId *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarChange) change = ikrar_change_begin (store, "unit.add", 0, 0, NULL, NULL, &error);

  check (change != NULL, error);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    check (ikrar_unit_ensure (change, units[i], &ids[i], &error), error);
  check (ikrar_change_commit (change, &error), error);
}

/* All in one change: a province is written in seconds. */
static void
make_people (IkrarStore *store, IkrarId event, const IkrarId *unit_ids, guint first, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "roster.import", event, 0, NULL, NULL, &error);

  check (change != NULL, error);
  for (guint i = first; i < first + count; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", given[i % G_N_ELEMENTS (given)],
                                               family[i / 3 % G_N_ELEMENTS (family)]);
      g_autofree char *number = g_strdup_printf (
          "19%02u%02u%02u2015%02u%c%03u", 60 + i % 36, 1 + i / 36 % 12, 1 + i / 432 % 28,
          1 + i / 12096 % 12, i % 2 == 0 ? '2' : '1', 1 + i / 145152);
      g_autofree char *seat = g_strdup_printf ("%c %02u", 'A' + i / 20 % 26, 1 + i % 20);
      IkrarPerson person = {
        .id = ikrar_id_new (),
        .number = number,
        .number_kind = IKRAR_NUMBER_NIP,
        .name = name,
        .suffix = (char *) suffixes[i % G_N_ELEMENTS (suffixes)],
        .grade = 9 + i % 5,
        .position = (char *) positions[i % G_N_ELEMENTS (positions)],
        .unit_id = unit_ids[i % G_N_ELEMENTS (units)],
      };
      IkrarParticipant participant = {
        .id = ikrar_id_new (),
        .event_id = event,
        .number = i - first + 1,
        .person_id = person.id,
        .kind = (char *) "peserta",
        .unit_id = person.unit_id,
        .grade = person.grade,
        .position = person.position,
        .seat = seat,
        .pass_serial = 1,
      };

      check (ikrar_person_put (change, &person, &error) &&
                 ikrar_change_put (change, &ikrar_participant_entity, &participant, &error),
             error);
      g_free (person.name_key);
    }
  check (ikrar_change_commit (change, &error), error);
}

/* A pass of the event's key that says whatever a test needs. */
static void
print_pass (const char *label, IkrarPass pass, IkrarSecretKey *key)
{
  char text[IKRAR_PASS_TEXT_LENGTH + 1];

  pass.key_id = ikrar_public_key_id (ikrar_secret_key_get_public (key));
  ikrar_pass_sign (&pass, key, text);
  g_print ("%s %s\n", label, text);
}

static void
print_codes (IkrarStore *store, IkrarId event_id, IkrarId other_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, event_id, &error);
  g_autoptr (IkrarEvent) other = ikrar_event_get (store, other_id, &error);
  g_autoptr (IkrarPassIssuer) issuer = ikrar_pass_issuer_new (store, event_id, &error);
  IkrarSecretKey *key = ikrar_signing_key_get (store, event_id, &error);
  IkrarSecretKey *other_key = ikrar_signing_key_get (store, other_id, &error);
  IkrarSecretKey *foreign = ikrar_secret_key_new ();
  guint16 today = ikrar_time_day_number (ikrar_store_now (store), event->zone);
  char text[IKRAR_PASS_TEXT_LENGTH + 1];

  check (issuer != NULL && key != NULL && other_key != NULL, error);
  for (guint number = 1; number <= 12; number++)
    {
      ikrar_pass_issuer_code (issuer, number, 1, text);
      g_print ("pass-%u %s\n", number, text);
      ikrar_pass_issuer_human_code (issuer, number, text);
      g_print ("code-%u %s\n", number, text);
    }
  print_pass ("expired", (IkrarPass){ 0, event->code, 9, 1, today - 1 }, key);
  print_pass ("forged", (IkrarPass){ 0, event->code, 9, 1, today }, foreign);
  print_pass ("revoked", (IkrarPass){ 0, event->code, 9, 7, today }, key);
  print_pass ("other-event", (IkrarPass){ 0, other->code, 1, 1, today }, other_key);
  ikrar_secret_key_unref (key);
  ikrar_secret_key_unref (other_key);
  ikrar_secret_key_unref (foreign);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarStore) store = NULL;
  IkrarId unit_ids[G_N_ELEMENTS (units)];
  guint count = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 40;
  IkrarId event;
  IkrarId other;

  g_assert (argc > 1);
  store = ikrar_store_open (argv[1], IKRAR_DB_CREATE, &error);
  check (store != NULL, error);
  make_institution (store);
  other = make_event (store, "Rapat Koordinasi Pengelolaan Kepegawaian", 2);
  event = make_event (store, "Sosialisasi Netralitas ASN dan Ikrar Bersama", 1);
  add_session (store, event, "Sesi Siang");
  add_role (store, event, IKRAR_ROLE_PLEDGE_READER, "Drs. H. Ansyari Hasan, M.Si.",
            "Sekretaris Daerah", "Kabupaten Mandala Jaya");
  add_role (store, event, IKRAR_ROLE_WITNESS, "Rahmawati Idris, S.IP.", "Ketua",
            "Bawaslu Kabupaten Mandala Jaya");
  add_role (store, event, IKRAR_ROLE_WITNESS, "Yosef Tanggu, S.H.", "Kepala",
            "Kantor Regional VIII BKN");
  make_units (store, unit_ids);
  make_people (store, event, unit_ids, 0, count);
  make_people (store, other, unit_ids, count, 10);
  g_print ("event %" IKRAR_ID_FORMAT "\n", event);
  print_codes (store, event, other);
  return 0;
}
