/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Makes the database that tests of the window begin with: `sample PATH`. Everybody in it is
 * invented. */

#include <locale.h>

#include "core/person-name.h"
#include "store/attendance.h"
#include "store/certificate.h"
#include "store/event-draft.h"
#include "store/institution.h"
#include "store/participant.h"
#include "store/person.h"
#include "store/pledge.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)

static const struct
{
  const char *name;
  const char *number;
  const char *grade;
  const char *position;
  const char *unit;
} people[] = {
  { "Siti Rahmawati, S.E., M.M.", "198004172005012006", "IV/a", "Sekretaris", "Dinas Kesehatan" },
  { "dr. Hendra Kusumajaya", "198509122011011003", "IV/b", "Dokter Ahli Madya",
    "Rumah Sakit Umum Daerah Ratu Intan" },
  { "Muhammad Arsyad Fadillah, S.STP.", "199012032012061002", "III/d", "Camat",
    "Kecamatan Sungai Lumbah" },
  { "Nor Hidayah, S.Pd.", "198806302019032011", "III/b", "Guru Ahli Pertama", "SDN Mandala 3" },
  { "Yohanes Baptista Lamapaha", "199302252023211004", "IX", "Pranata Komputer",
    "Dinas Komunikasi dan Informatika" },
  { "Sumarno", "197201011998031009", "III/d", "Kepala Seksi", "Satuan Polisi Pamong Praja" },
  { "Aulia Maharani Putri, S.Ak.", "199601172022032008", "III/a", "Auditor Ahli Pertama",
    "Inspektorat" },
  { "Dra. Hj. Masitah Anwar", "196711081993032005", "IV/a", "Kepala Bidang",
    "Badan Pengelolaan Keuangan dan Aset Daerah" },
  { "Prof. Dr. Ir. H. Raden Mas Bambang Tri Wicaksono Hadikusumo Suryaningrat, S.T., M.T., "
    "IPU., ASEAN Eng.",
    "196503121990031002", "IV/e",
    "Staf Ahli Bupati Bidang Kemasyarakatan, Pemberdayaan Perempuan, dan Sumber Daya Manusia",
    "Sekretariat Daerah Bagian Tata Pemerintahan, Otonomi Daerah, dan Kerja Sama Antarwilayah" },
  { "Gusti Rahmat Ramadhan", "198904212015031006", "III/c", "Analis Kebencanaan",
    "Badan Penanggulangan Bencana Daerah" },
  { "Ni Luh Putu Ariyani, A.Md.Keb.", "199107192024212018", "VII", "Bidan Terampil",
    "UPTD Puskesmas Teluk Selong" },
  { "Fransiska Dewi Lestari, S.H.", "198703282010012014", "III/d", "Perancang Per-UU-an",
    "Sekretariat Daerah" },
};

static IkrarStore *store;
static IkrarTime now;

static void
check (gboolean ok, GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
  g_assert (ok);
}

static void
add_institution (void)
{
  GError *error = NULL;
  g_autoptr (IkrarInstitution) office = ikrar_institution_get (store, &error);
  g_autoptr (IkrarSignatory) head = ikrar_signatory_get (store, IKRAR_SIGNATORY_HEAD, &error);

  g_free (office->government);
  g_free (office->city);
  office->government = g_strdup ("Pemerintah Kabupaten Mandala Jaya");
  office->city = g_strdup ("Mandala Jaya");
  check (ikrar_institution_save (store, office, &error) != 0, error);
  g_free (head->name);
  g_free (head->position);
  head->name = g_strdup ("Rusdiansyah");
  head->position = g_strdup ("Kepala Badan");
  check (ikrar_signatory_save (store, head, &error) != 0, error);
}

static IkrarEventRole *
new_role (IkrarRoleKind kind, IkrarActing acting, const char *name, const char *position)
{
  IkrarEventRole *role = g_new0 (IkrarEventRole, 1);

  role->kind = kind;
  role->acting = acting;
  role->name = g_strdup (name);
  role->position = g_strdup (position);
  return role;
}

static IkrarEventSession *
new_session (const char *title, IkrarTime start, IkrarTime end)
{
  IkrarEventSession *session = g_new0 (IkrarEventSession, 1);

  session->title = g_strdup (title);
  session->start_at = start;
  session->end_at = end;
  return session;
}

static IkrarId
add_event (const char *title, IkrarEventState state, IkrarTime start)
{
  GError *error = NULL;
  g_autoptr (IkrarEventDraft) draft = ikrar_event_draft_new ();
  IkrarEventRole *opener =
      new_role (IKRAR_ROLE_OPENER, IKRAR_ACTING_PJS, "Ahmad Fauzi", "Bupati Mandala Jaya");

  draft->event->title = g_strdup (title);
  draft->event->kind = g_strdup ("sosialisasi");
  draft->event->theme = g_strdup ("ASN Netral, Pemilihan Bermartabat");
  draft->event->legal_basis =
      g_strdup ("Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara");
  draft->event->place = g_strdup ("Aula BKPSDM, Mandala Jaya");
  draft->event->zone = IKRAR_ZONE_WITA;
  draft->event->state = state;
  draft->event->start_at = start;
  draft->event->end_at = start + 4 * HOUR - 30 * MINUTE;
  draft->event->lesson_hours = 2;
  opener->represented_by = g_strdup ("Drs. H. Zainal Abidin, M.Si.");
  opener->represented_position = g_strdup ("Inspektur Daerah");
  g_ptr_array_add (draft->roles, opener);
  g_ptr_array_add (draft->roles,
                   new_role (IKRAR_ROLE_SPEAKER, IKRAR_ACTING_NONE, "Wening Prameswari, S.H., M.H.",
                             "Analis Kebijakan Ahli Madya"));
  g_ptr_array_add (draft->roles, new_role (IKRAR_ROLE_PLEDGE_READER, IKRAR_ACTING_PLT,
                                           "Nur Azizah, S.Sos.", "Sekretaris BKPSDM"));
  g_ptr_array_add (draft->sessions, new_session ("Materi", start, start + 2 * HOUR));
  g_ptr_array_add (draft->sessions,
                   new_session ("Diskusi dan Ikrar", start + 2 * HOUR, draft->event->end_at));
  check (ikrar_event_draft_save (store, draft, &error) != 0, error);
  return draft->event->id;
}

static IkrarId
add_person (guint i)
{
  GError *error = NULL;
  g_autoptr (IkrarPersonName) name = ikrar_person_name_parse (people[i].name);
  g_autoptr (IkrarPerson) person = g_new0 (IkrarPerson, 1);
  IkrarGrade grade;

  person->number_kind = people[i].grade[1] == 'X' || people[i].grade[0] == 'V'
                            ? IKRAR_NUMBER_NI_PPPK
                            : IKRAR_NUMBER_NIP;
  ikrar_grade_parse (people[i].grade, person->number_kind, &grade);
  person->number = g_strdup (people[i].number);
  person->prefix = g_strdup (name->prefix);
  person->name = g_strdup (name->name);
  person->suffix = g_strdup (name->suffix);
  person->written = g_strdup (people[i].name);
  person->grade = grade;
  person->position = g_strdup (people[i].position);
  check (ikrar_person_save_in_unit (store, person, people[i].unit, &error) != 0, error);
  return person->id;
}

static IkrarId
add_participant (IkrarId event, IkrarId person)
{
  GError *error = NULL;
  g_autoptr (IkrarParticipant) participant = g_new0 (IkrarParticipant, 1);

  participant->event_id = event;
  participant->person_id = person;
  participant->kind = g_strdup ("peserta");
  check (ikrar_participant_add (store, participant, &error), error);
  return participant->id;
}

static void
mark (const IkrarId *participants, guint n, IkrarAttendance state)
{
  GError *error = NULL;

  check (ikrar_attendance_set (store, participants, n, 0, state, NULL, &error) != 0, error);
}

static void
recite (IkrarId event)
{
  GError *error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  const IkrarPledgeReciting reciting = { .event = event,
                                         .reader = "Nur Azizah, S.Sos.",
                                         .reader_position = "Plt. Sekretaris BKPSDM",
                                         .nonce = nonce };
  guint pledged;

  ikrar_nonce_new (nonce);
  check (ikrar_pledge_recite (store, &reciting, &pledged, NULL, &error) != 0, error);
}

/* An event that is over: everybody came but two, pledged, and got a certificate. */
static void
fill_past_event (IkrarId event, const IkrarId *persons)
{
  GError *error = NULL;
  IkrarId participants[G_N_ELEMENTS (people)];
  guint issued;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    participants[i] = add_participant (event, persons[i]);
  mark (participants, G_N_ELEMENTS (people) - 2, IKRAR_ATTENDANCE_PRESENT);
  mark (participants + G_N_ELEMENTS (people) - 2, 1, IKRAR_ATTENDANCE_SICK);
  recite (event);
  check (ikrar_certificate_issue (store, event, NULL, 0, &issued, NULL, &error) != 0, error);
}

/* An event that is running: some came, one is represented, one is on leave. */
static void
fill_running_event (IkrarId event, const IkrarId *persons)
{
  IkrarId participants[G_N_ELEMENTS (people)];

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    participants[i] = add_participant (event, persons[i]);
  mark (participants, 5, IKRAR_ATTENDANCE_PRESENT);
  mark (participants + 5, 1, IKRAR_ATTENDANCE_REPRESENTED);
  mark (participants + 6, 1, IKRAR_ATTENDANCE_ON_LEAVE);
}

static void
fill (void)
{
  IkrarId persons[G_N_ELEMENTS (people)];
  IkrarId past, running;

  add_institution ();
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    persons[i] = add_person (i);
  past = add_event ("Bimtek Penilaian Kinerja Pegawai", IKRAR_EVENT_DONE, now - 30 * 24 * HOUR);
  fill_past_event (past, persons);
  running = add_event ("Sosialisasi Netralitas ASN dan Ikrar Bersama", IKRAR_EVENT_RUNNING,
                       now - 30 * MINUTE);
  fill_running_event (running, persons);
  add_event ("Rapat Koordinasi Pengawasan dan Pengendalian Netralitas Aparatur Sipil Negara di "
             "Lingkungan Pemerintah Kabupaten Mandala Jaya dalam rangka Pemilihan Serentak",
             IKRAR_EVENT_PLANNED, now + 10 * 24 * HOUR);
}

int
main (int argc, char *argv[])
{
  GError *error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 2)
    g_error ("usage: %s PATH", argv[0]);
  store = ikrar_store_open (argv[1], IKRAR_DB_CREATE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  now = ikrar_store_now (store);
  fill ();
  ikrar_store_close (store);
  return 0;
}
