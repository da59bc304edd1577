/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include <math.h>

#include "sample.h"

#include "core/person-name.h"

struct _Fixture
{
  GStringChunk *texts;
  IkrarParticipantLine *people;
  GPtrArray *lines;
  GRand *random;
};

#define LONG_NAME                                                                                \
  "Raden Roro Sekar Kinanthi Widyaningsih Kusumaningrum Prawiranegara Sastrodiningrat binti H. " \
  "Muhammad Abdurrahman Al Banjari"

static const char *const given[] = { "Bagus",   "Siti",     "Muhammad", "Ni Luh", "Kornelius",
                                     "Umi",     "Lukman",   "Zahra",    "Dewi",   "Gusti",
                                     "Hasanah", "Joko",     "Lilis",    "Maria",  "Nanang",
                                     "Rina",    "Teguh",    "Untung",   "Vina",   "Raden Ayu",
                                     "Yusran",  "Zulkifli", "Ma'ruf",   "Aisyah" };
static const char *const middle[] = {
  "",       "Adi",  "Rahmawati", "Nur",   "Putu",     "Hakim",
  "Anjani", "Made", "Goreti",    "Setyo", "Nur'aini", "Ghofur"
};
static const char *const family[] = { "Pranata",     "Anggraini", "Fadhilah", "Asri",
                                      "Bangun",      "Kalsum",    "Siregar",  "Amalia",
                                      "Puspitasari", "Wirawan",   "",         "Purwanto",
                                      "Suryani",     "Lewar",     "Supriadi", "Marlina" };
static const char *const prefixes[] = { "", "", "", "", "H.", "Hj.", "Dr.", "dr.", "Drs. H." };
static const char *const suffixes[] = { "",
                                        "",
                                        "S.E.",
                                        "S.STP., M.Si.",
                                        "S.Kep., Ners",
                                        "A.Md.Keb.",
                                        "S.Sos., M.Si.",
                                        "S.H.",
                                        "S.Farm., Apt.",
                                        "S.Pd., M.Pd.",
                                        "S.T., M.T." };
static const char *const units[] = {
  "Sekretariat Daerah",
  "RSUD Contoh Sehat",
  "Badan Perencanaan Pembangunan Daerah",
  "Dinas Komunikasi dan Informatika",
  "Dinas Kesehatan",
  "Kelurahan Sungai Bening",
  "Dinas Pendidikan dan Kebudayaan",
  "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman",
  "Kecamatan Tanjung Harapan",
  "UPT Puskesmas Tanjung Harapan, Dinas Kesehatan",
  "Satuan Polisi Pamong Praja",
  "SD Negeri 2 Muara Damai, Dinas Pendidikan dan Kebudayaan"
};
static const char *const surprises[] = {
  "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
  "wwwwwwwwwwwwwwwwwwwwwww",
  "Nurul <b>Huda</b> & \"Co\"",
  "\xe2\x80\xaemurtuK\xe2\x80\xac Rahman",
  "محمد عبد الرحمن البنجري",
  "Łukasz Żółć Ðặng Thị Ngọc Ánh",
  "王小明",
  "Aʼisyah Nur’aini – Ǆ \xf0\x9f\x99\x82",
  "A -> B => C x2",
  "Ibu\tNew\nLine\x01"
  "Control",
  "ꦧꦱꦗꦮ",
};

static const char *
pick (Sample *sample, const char *const *words, guint n_words)
{
  return words[g_rand_int_range (sample->random, 0, (int) n_words)];
}

#define PICK(sample, words) pick (sample, words, G_N_ELEMENTS (words))

static const char *
keep (Sample *sample, const char *text)
{
  return g_string_chunk_insert_const (sample->texts, text);
}

static const char *
make_name (Sample *sample, SampleKind kind)
{
  const char *first = PICK (sample, given), *second = PICK (sample, middle);
  const char *third = PICK (sample, family);
  g_autofree char *name = g_strdup_printf ("%s%s%s%s%s", first, *second != '\0' ? " " : "", second,
                                           *third != '\0' ? " " : "", third);

  if (kind == SAMPLE_LONGEST)
    return LONG_NAME;
  if (kind == SAMPLE_SURPRISE)
    return keep (sample, PICK (sample, surprises));
  return keep (sample, name);
}

static IkrarAttendance
pick_state (Sample *sample)
{
  static const IkrarAttendance rare[] = {
    IKRAR_ATTENDANCE_EXCUSED, IKRAR_ATTENDANCE_SICK,        IKRAR_ATTENDANCE_ON_DUTY,
    IKRAR_ATTENDANCE_LATE,    IKRAR_ATTENDANCE_STANDING_IN, IKRAR_ATTENDANCE_REPRESENTED,
    IKRAR_ATTENDANCE_ONLINE,  IKRAR_ATTENDANCE_UNRECORDED,  IKRAR_ATTENDANCE_UNEXCUSED
  };

  return g_rand_int_range (sample->random, 0, 10) < 7
             ? IKRAR_ATTENDANCE_PRESENT
             : rare[g_rand_int_range (sample->random, 0, G_N_ELEMENTS (rare))];
}

static void
fill_place (Sample *sample, IkrarParticipantLine *line, SampleKind kind)
{
  guint unit = (guint) g_rand_int_range (sample->random, 0, G_N_ELEMENTS (units));
  g_autofree char *seat = g_strdup_printf ("%c-%02d", 'A' + (int) (line->number / 20 % 26),
                                           1 + (int) (line->number % 20));

  line->unit_id = kind == SAMPLE_LONGEST ? 8 : unit + 1;
  line->unit = units[line->unit_id - 1];
  line->position = unit % 3 == 0 ? "Kepala Subbagian Umum dan Kepegawaian" : "Perawat Ahli Muda";
  line->seat = kind == SAMPLE_SURPRISE && unit % 3 == 0 ? "" : keep (sample, seat);
  line->group_name = kind == SAMPLE_SURPRISE && unit % 4 == 0 ? "" : "2";
  line->kind = "peserta";
  line->note = "";
}

static void
fill_state (Sample *sample, IkrarParticipantLine *line)
{
  line->state = pick_state (sample);
  line->pledge =
      ikrar_attendance_is_present (line->state) ? IKRAR_PLEDGE_SIGNED : IKRAR_PLEDGE_NONE;
  line->state_at = ikrar_attendance_is_present (line->state)
                       ? ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 13, 8,
                                          g_rand_int_range (sample->random, 0, 40))
                       : 0;
  line->stand_in = line->state == IKRAR_ATTENDANCE_STANDING_IN   ? "Kepala Dinas Kominfo"
                   : line->state == IKRAR_ATTENDANCE_REPRESENTED ? "Sekretaris Dinas"
                                                                 : "";
  line->certificate = "";
}

static void
fill_person (Sample *sample, IkrarParticipantLine *line, SampleKind kind)
{
  g_autofree char *number = g_strdup_printf (
      "%04d%02d%02d%04d%02d%d%03d", g_rand_int_range (sample->random, 1966, 1999),
      g_rand_int_range (sample->random, 1, 13), g_rand_int_range (sample->random, 1, 29),
      g_rand_int_range (sample->random, 2008, 2023), g_rand_int_range (sample->random, 1, 13),
      g_rand_int_range (sample->random, 1, 3), g_rand_int_range (sample->random, 1, 30));
  g_autofree char *display = NULL;

  line->name = make_name (sample, kind);
  line->prefix = PICK (sample, prefixes);
  line->suffix = PICK (sample, suffixes);
  display = ikrar_person_name_display (line->prefix, line->name, line->suffix);
  line->display = keep (sample, display);
  line->name_key = line->display;
  line->employee_number = line->number % 17 == 0 ? "" : keep (sample, number);
  line->number_kind = *line->employee_number != '\0' ? IKRAR_NUMBER_NIP : IKRAR_NUMBER_NONE;
  line->grade = (guint8) g_rand_int_range (sample->random, 5, 17);
  line->pass_serial = 1;
}

Sample *
sample_new (guint n_people, SampleKind kind, guint32 seed)
{
  Sample *sample = g_new0 (Sample, 1);

  sample->texts = g_string_chunk_new (4096);
  sample->people = g_new0 (IkrarParticipantLine, n_people);
  sample->lines = g_ptr_array_new ();
  sample->random = g_rand_new_with_seed (seed);
  for (guint i = 0; i < n_people; i++)
    {
      IkrarParticipantLine *line = &sample->people[i];

      line->id = line->person_id = i + 1;
      line->number = i + 1;
      fill_person (sample, line, kind);
      fill_place (sample, line, kind);
      fill_state (sample, line);
      g_ptr_array_add (sample->lines, line);
    }
  return sample;
}

void
sample_free (Sample *sample)
{
  if (sample == NULL)
    return;
  g_string_chunk_free (sample->texts);
  g_free (sample->people);
  g_ptr_array_unref (sample->lines);
  g_rand_free (sample->random);
  g_free (sample);
}

GPtrArray *
sample_get_lines (Sample *sample)
{
  return sample->lines;
}

static char *
scribble (GRand *random)
{
  GString *path = g_string_new ("M80 300");
  int x = 80;

  for (int i = 0; i < 9; i++)
    {
      int step = g_rand_int_range (random, 40, 140);

      g_string_append_printf (path, "C%d %d %d %d %d %d", x + step / 3,
                              g_rand_int_range (random, 20, 380), x + 2 * step / 3,
                              g_rand_int_range (random, 20, 380), x + step,
                              g_rand_int_range (random, 120, 330));
      x += step / (i % 3 == 2 ? -2 : 1);
    }
  g_string_append (path, "M100 350L900 320");
  return g_string_free (path, FALSE);
}

GHashTable *
sample_make_signatures (Sample *sample)
{
  GHashTable *signatures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < sample->lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (sample->lines, i);

      if (i % 3 != 2 && line->pledge == IKRAR_PLEDGE_SIGNED)
        g_hash_table_insert (signatures, g_memdup2 (&line->id, sizeof line->id),
                             scribble (sample->random));
    }
  return signatures;
}

static cairo_status_t
on_png_data (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
sample_make_logo (int side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_scale (cr, side / 100.0, side / 100.0);
  cairo_set_line_width (cr, 3);
  cairo_arc (cr, 50, 50, 48, 0, 2 * G_PI);
  cairo_stroke (cr);
  for (int i = 0; i < 8; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, 50, 50);
      cairo_rotate (cr, i * G_PI / 4);
      cairo_move_to (cr, 0, -8);
      cairo_curve_to (cr, 16, -20, 10, -34, 0, -40);
      cairo_curve_to (cr, -10, -34, -16, -20, 0, -8);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_png_data, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static IkrarEvent *
make_event (gboolean complete)
{
  IkrarEvent *event = g_new0 (IkrarEvent, 1);

  event->id = 1;
  event->code = 0x2f1e77c3;
  event->kind = g_strdup ("sosialisasi");
  event->title = g_strdup ("Sosialisasi Netralitas Aparatur Sipil Negara dan Ikrar Bersama");
  event->theme = g_strdup (complete ? "Menjaga Netralitas, Merawat Persatuan" : "");
  event->legal_basis = g_strdup ("");
  event->organizer = g_strdup (complete ? "BKPSDM Kabupaten Contoh" : "");
  event->place = g_strdup (complete ? "Aula Serbaguna Kabupaten Contoh" : "");
  event->zone = IKRAR_ZONE_WITA;
  event->start_at = ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 13, 8, 30);
  event->end_at = complete ? ikrar_time_join (IKRAR_ZONE_WITA, 2024, 11, 13, 12, 0) : 0;
  event->lesson_hours = complete ? 3 : 0;
  event->note = g_strdup ("");
  event->pledge_fields = g_strdup ("");
  return event;
}

static IkrarInstitution *
make_institution (gboolean complete)
{
  IkrarInstitution *institution = g_new0 (IkrarInstitution, 1);

  institution->id = 1;
  institution->government = g_strdup (complete ? "Pemerintah Kabupaten Contoh" : "");
  institution->name =
      g_strdup (complete ? "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia" : "");
  institution->short_name = g_strdup (complete ? "BKPSDM" : "");
  institution->address = g_strdup (
      complete ? "Jalan Pelayanan Nomor 17, Kota Contoh 70999 · Telepon (0500) 000000" : "");
  institution->contact =
      g_strdup (complete ? "Laman bkpsdm.contohkab.example · Pos-el bkpsdm@contohkab.example" : "");
  institution->city = g_strdup (complete ? "Kota Contoh" : "");
  institution->zone = IKRAR_ZONE_WITA;
  institution->paper = g_strdup ("F4");
  institution->number_label = g_strdup ("NIP");
  return institution;
}

static IkrarSignatory *
make_signatory (IkrarId id, gboolean complete)
{
  IkrarSignatory *signatory = g_new0 (IkrarSignatory, 1);
  gboolean head = id == IKRAR_SIGNATORY_HEAD;

  signatory->id = id;
  signatory->prefix = g_strdup (complete && head ? "Dr." : "");
  signatory->name = g_strdup (!complete ? "" : head ? "Hendra Wijayakusuma" : "Nurul Fauziah");
  signatory->suffix = g_strdup (!complete ? "" : head ? "S.H., M.Si." : "S.AP.");
  signatory->position =
      g_strdup (!complete ? ""
                : head    ? "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
                          : "Analis Sumber Daya Manusia Aparatur");
  signatory->acting = g_strdup ("");
  signatory->on_behalf = g_strdup ("");
  signatory->grade = !complete ? 0 : head ? 15 : 10;
  signatory->number = g_strdup (!complete ? ""
                                : head    ? "196908171994031004"
                                          : "199306212019032007");
  return signatory;
}

static IkrarEventRole *
make_role (IkrarRoleKind kind, const char *name, const char *position, const char *institution)
{
  IkrarEventRole *role = g_new0 (IkrarEventRole, 1);

  role->kind = kind;
  role->name = g_strdup (name);
  role->position = g_strdup (position);
  role->institution = g_strdup (institution);
  role->number = g_strdup (kind == IKRAR_ROLE_PLEDGE_READER ? "196702111992031006" : "");
  role->grade = kind == IKRAR_ROLE_PLEDGE_READER ? 15 : 0;
  role->represented_by = g_strdup ("");
  role->represented_position = g_strdup ("");
  return role;
}

static GPtrArray *
make_roles (gboolean complete)
{
  GPtrArray *roles = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_event_role_free);

  if (!complete)
    return roles;
  g_ptr_array_add (roles, make_role (IKRAR_ROLE_SPEAKER, "Ir. Bahrul Ulum, M.T.", "Inspektur",
                                     "Inspektorat Kabupaten Contoh"));
  g_ptr_array_add (roles, make_role (IKRAR_ROLE_PLEDGE_READER, "Drs. Aditya Nugraha Sastra, M.Si.",
                                     "Asisten Administrasi Umum", ""));
  g_ptr_array_add (roles, make_role (IKRAR_ROLE_WITNESS, "Lestari Widowati",
                                     "Ketua Badan Pengawas Pemilihan Umum", "Kabupaten Contoh"));
  g_ptr_array_add (roles, make_role (IKRAR_ROLE_WITNESS, "Ir. Bahrul Ulum, M.T.", "Inspektur",
                                     "Kabupaten Contoh"));
  return roles;
}

IkrarOccasion *
sample_make_occasion (gboolean complete)
{
  IkrarOccasion *occasion = g_new0 (IkrarOccasion, 1);
  g_autoptr (GBytes) logo = complete ? sample_make_logo (1200) : NULL;

  occasion->event = make_event (complete);
  occasion->institution = make_institution (complete);
  occasion->head = make_signatory (IKRAR_SIGNATORY_HEAD, complete);
  occasion->officer = make_signatory (IKRAR_SIGNATORY_OFFICER, complete);
  occasion->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_event_session_free);
  occasion->roles = make_roles (complete);
  occasion->logo = ikrar_occasion_decode_logo (logo);
  return occasion;
}
