/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#include "report/pledge-sheet.h"

#include <string.h>

#include "reader.h"
#include "stored-sample.h"

#include "core/number-word.h"
#include "seal/human-code.h"
#include "store/pledge.h"

#define PEOPLE 45

static char *
read_sheet (Fixture *fixture, IkrarId event, const IkrarPledgeSheetOptions *options, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarDocument) sheet =
      ikrar_pledge_sheet_new (fixture->store, event, options, NULL, &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  if (n_pages != NULL)
    *n_pages = ikrar_document_get_n_pages (sheet);
  path = reader_write (sheet, fixture->folder);
  reader_check_sound (path);
  return reader_get_text (path, 1, 0);
}

/* Runs of white space are one space, as the reader makes them; numbers and marks of the parts go.
 */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '#' && (!g_ascii_isspace (*p) || (flat->len > 0 && flat->str[flat->len - 1] != ' ')))
      g_string_append_c (flat, g_ascii_isspace (*p) ? ' ' : *p);
  return g_strstrip (g_string_free (flat, FALSE));
}

/* What is copied from the page is what was sealed, letter for letter. */
static void
test_exact_wording (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 13);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autofree char *text = read_sheet (fixture, event, NULL, NULL);
  g_autoptr (IkrarPledgeWording) wording = ikrar_pledge_wording_get (fixture->store, event, &error);
  g_autofree char *flat = flatten (wording->body);
  g_autofree char *code = ikrar_paper_code (&wording->digest);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, flat));
  g_assert_nonnull (strstr (text, code));
}

static void
test_signatories (Fixture *fixture, gconstpointer unused)
{
  static const char *const wanted[] = {
    "Pembaca ikrar,",
    "Asisten Administrasi Umum,",
    "Drs. ADITYA NUGRAHA SASTRA, M.Si.",
    "NIP 19670211 199203 1 006",
    "Disaksikan oleh:",
    "LESTARI WIDOWATI",
    "Ir. BAHRUL ULUM, M.T.",
  };
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 14);
  IkrarId event = stored_sample_add (fixture, sample);
  g_autofree char *text = read_sheet (fixture, event, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("“%s” is missing", wanted[i]);
}

/* Who really read and witnessed counts, not who was to. */
static void
test_recital (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Ikrar Bersama");
  g_autoptr (GArray) people = fixture_add_participants (fixture, event, 4, TRUE);
  guint8 nonce[IKRAR_NONCE_SIZE] = { 1 };
  const IkrarWitness witnesses[] = {
    { (char *) "Dra. Sari Dewi", (char *) "Ketua", (char *) "Bawaslu Kabupaten Contoh" },
    { (char *) "Inspektur Daerah", (char *) "", (char *) "" },
  };
  const IkrarPledgeReciting reciting = { .event = event,
                                         .reader = "H. Ahmad Rifai, S.H.",
                                         .reader_position = "Sekretaris Daerah",
                                         .witnesses = witnesses,
                                         .n_witnesses = G_N_ELEMENTS (witnesses),
                                         .nonce = nonce };
  g_autofree char *text = NULL;
  guint pledged;

  ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
  text = read_sheet (fixture, event, NULL, NULL);
  g_assert_nonnull (strstr (text, "H. AHMAD RIFAI, S.H."));
  g_assert_nonnull (strstr (text, "Sekretaris Daerah,"));
  g_assert_nonnull (strstr (text, "Dra. SARI DEWI"));
  g_assert_nonnull (strstr (text, "1. Ketua Bawaslu Kabupaten Contoh,"));
  g_assert_nonnull (strstr (text, "INSPEKTUR DAERAH"));
  g_assert_nonnull (strstr (text, "2."));
  g_assert_null (strstr (text, "2.,"));
  g_assert_null (strstr (text, "2. ,"));
  g_assert_nonnull (strstr (text, "dibacakan 7 November 2024 pukul 08.00 WITA"));
  g_assert_cmpuint (reader_count (text, "Berikrar"), ==, people->len);
  g_assert_nonnull (strstr (text, "Ditandatangani 0 (nol) dari 4 (empat) orang"));
}

static void
set_fields (Fixture *fixture, IkrarId event, const char *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IkrarEvent) stored = ikrar_event_get (fixture->store, event, &error);

  g_assert_no_error (error);
  g_free (stored->pledge_fields);
  stored->pledge_fields = g_strdup (fields);
  ikrar_event_save (fixture->store, stored, &error);
  g_assert_no_error (error);
}

static void
sign (Fixture *fixture, IkrarId participant)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  const IkrarPledgeSigning signing = { .participant = participant,
                                       .signature = "",
                                       .nonce = nonce };

  ikrar_nonce_new (nonce);
  ikrar_pledge_sign (fixture->store, &signing, NULL, &error);
  g_assert_no_error (error);
}

static void
recite (Fixture *fixture, IkrarId event, const char *reader)
{
  g_autoptr (GError) error = NULL;
  guint8 nonce[IKRAR_NONCE_SIZE];
  const IkrarPledgeReciting reciting = {
    .event = event, .reader = reader, .reader_position = "Asisten", .nonce = nonce
  };
  guint pledged;

  ikrar_nonce_new (nonce);
  ikrar_pledge_recite (fixture->store, &reciting, &pledged, NULL, &error);
  g_assert_no_error (error);
}

/* The pages of one text say it and its code, and nothing of another text. */
static void
assert_wording (const char *pages, const IkrarPledgeWording *wording, gboolean printed)
{
  g_autofree char *flat = flatten (wording->body);
  g_autofree char *code = ikrar_paper_code (&wording->digest);

  g_assert_cmpint (strstr (pages, flat) != NULL, ==, printed);
  g_assert_cmpint (strstr (pages, code) != NULL, ==, printed);
}

/* What is printed is what was pledged, not what the event's fields make of it since. */
static void
test_changed_fields (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    guint n_signed;
    gboolean recited;
    gboolean sealed;
  } cases[] = { { 0, FALSE, FALSE }, { 1, FALSE, TRUE }, { 0, TRUE, TRUE }, { 2, TRUE, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      IkrarId event = fixture_add_event (fixture, "Ikrar Bersama");
      g_autoptr (GArray) people = fixture_add_participants (fixture, event, 4, TRUE);
      g_autoptr (IkrarPledgeWording) before =
          ikrar_pledge_wording_get (fixture->store, event, &error);
      g_autoptr (IkrarPledgeWording) after = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; j < cases[i].n_signed; j++)
        sign (fixture, g_array_index (people, IkrarId, j));
      if (cases[i].recited)
        recite (fixture, event, "Wayan Pembaca");
      set_fields (fixture, event, "pemilihan=Pilkada Serentak");
      after = ikrar_pledge_wording_get (fixture->store, event, &error);
      g_assert_no_error (error);
      text = read_sheet (fixture, event, NULL, NULL);
      assert_wording (text, before, cases[i].sealed);
      assert_wording (text, after, !cases[i].sealed);
      g_assert_cmpuint (reader_count (text, "LAMPIRAN NASKAH IKRAR"), ==, 1);
      g_assert_nonnull (strstr (text, "dari 4 (empat) orang"));
    }
}

/* The first page on which a text stands; 0 for none. */
static guint
find_page (const char *path, guint n_pages, const char *part)
{
  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *text = reader_get_text (path, page, page);

      if (strstr (text, part) != NULL)
        return page;
    }
  return 0;
}

/* Signed by one, recited by one under another text, signed by a third under a third one; one who
 * recited the first text signed the third, one revoked, one has not pledged. */
static void
test_several_wordings (Fixture *fixture, gconstpointer unused)
{
  static const char *const names[] = { "Agus Pertama", "Budi Kedua",  "Citra Ketiga",
                                       "Dewi Berubah", "Eka Dicabut", "Fajar Belum" };
  static const guint parts[] = { 0, 1, 2, 2, 2, 2 };
  g_autoptr (GError) error = NULL;
  IkrarId event = fixture_add_event (fixture, "Ikrar Bersama"), ids[G_N_ELEMENTS (names)];
  IkrarPledgeWording *wordings[3];
  g_autoptr (IkrarDocument) sheet = NULL;
  g_autofree char *path = NULL;
  guint n_pages, starts[4];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ids[i] = fixture_add_participant (fixture, event, names[i]);
  wordings[0] = ikrar_pledge_wording_get (fixture->store, event, &error);
  fixture_check_in (fixture, ids[3]);
  recite (fixture, event, "Wayan Pertama");
  sign (fixture, ids[0]);
  sign (fixture, ids[4]);
  set_fields (fixture, event, "pemilihan=Pilkada Serentak");
  wordings[1] = ikrar_pledge_wording_get (fixture->store, event, &error);
  fixture_check_in (fixture, ids[1]);
  recite (fixture, event, "Made Kedua");
  set_fields (fixture, event, "pemilihan=Pemilihan Ulang");
  wordings[2] = ikrar_pledge_wording_get (fixture->store, event, &error);
  sign (fixture, ids[2]);
  sign (fixture, ids[3]);
  ikrar_pledge_revoke (fixture->store, ids[4], "Keliru", &error);
  g_assert_no_error (error);
  set_fields (fixture, event, "pemilihan=Yang Belum Diucapkan");

  sheet = ikrar_pledge_sheet_new (fixture->store, event,
                                  &(IkrarPledgeSheetOptions){ .annex = IKRAR_PLEDGE_ANNEX_INVITED },
                                  NULL, &error);
  g_assert_no_error (error);
  path = reader_write (sheet, fixture->folder);
  reader_check_sound (path);
  n_pages = ikrar_document_get_n_pages (sheet);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = ikrar_paper_code (&wordings[i]->digest);

      starts[i] = find_page (path, n_pages, code);
      g_assert_cmpuint (starts[i], >, i == 0 ? 0 : starts[i - 1]);
    }
  starts[3] = n_pages + 1;
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *pages = reader_get_text (path, starts[i], starts[i + 1] - 1);

      for (guint j = 0; j < 3; j++)
        assert_wording (pages, wordings[j], i == j);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        g_assert_cmpint (strstr (pages, names[j]) != NULL, ==, parts[j] == i);
      g_assert_cmpuint (reader_count (pages, "LAMPIRAN NASKAH IKRAR"), ==, 1);
      g_assert_cmpint (strstr (pages, "WAYAN PERTAMA") != NULL, ==, i == 0);
      g_assert_cmpint (strstr (pages, "MADE KEDUA") != NULL, ==, i == 1);
    }
  for (guint i = 0; i < 3; i++)
    ikrar_pledge_wording_free (wordings[i]);
}

static void
test_annex (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    IkrarPledgeAnnex annex;
    gboolean signed_only;
    gboolean everybody;
  } cases[] = {
    { IKRAR_PLEDGE_ANNEX_PRESENT, FALSE, FALSE },
    { IKRAR_PLEDGE_ANNEX_PLEDGED, TRUE, FALSE },
    { IKRAR_PLEDGE_ANNEX_INVITED, FALSE, TRUE },
  };
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 15);
  IkrarId event = stored_sample_add (fixture, sample);
  GPtrArray *lines = sample_get_lines (sample);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const IkrarPledgeSheetOptions options = { .annex = cases[i].annex };
      g_autofree char *text = read_sheet (fixture, event, &options, NULL);
      g_autofree char *n_signed = NULL, *all = NULL, *count = NULL;
      guint people = 0, signatures = 0;

      for (guint j = 0; j < lines->len; j++)
        {
          const IkrarParticipantLine *line = g_ptr_array_index (lines, j);
          gboolean on_it = cases[i].everybody || line->pledge != IKRAR_PLEDGE_NONE ||
                           (!cases[i].signed_only && ikrar_attendance_is_present (line->state));

          people += on_it;
          signatures += on_it && line->pledge == IKRAR_PLEDGE_SIGNED;
          g_assert_true (!on_it || strstr (text, line->display) != NULL);
        }
      n_signed = ikrar_number_with_words (signatures);
      all = ikrar_number_with_words (people);
      count = g_strdup_printf ("Ditandatangani %s dari %s orang", n_signed, all);
      g_assert_nonnull (strstr (text, count));
      g_assert_nonnull (strstr (text, "tidak tersertifikasi"));
    }
}

static void
test_public_version (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (Sample) sample = sample_new (PEOPLE, SAMPLE_USUAL, 16);
  IkrarId event = stored_sample_add (fixture, sample);
  const IkrarPledgeSheetOptions options = { .public_version = TRUE };
  g_autofree char *text = read_sheet (fixture, event, &options, NULL);
  GPtrArray *lines = sample_get_lines (sample);

  g_assert_null (strstr (text, "tidak tersertifikasi"));
  g_assert_nonnull (strstr (text, "Drs. ADITYA NUGRAHA SASTRA, M.Si."));
  g_assert_null (strstr (text, "NIP"));
  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarParticipantLine *line = g_ptr_array_index (lines, i);
      g_autofree char *number = ikrar_number_format (line->employee_number);

      g_assert_true (*number == '\0' || strstr (text, number) == NULL);
    }
}

static void
test_bare (Fixture *fixture, gconstpointer unused)
{
  IkrarId event = stored_sample_add_bare (fixture);
  const IkrarPledgeSheetOptions without = { .annex = IKRAR_PLEDGE_ANNEX_NONE };
  guint n_pages, n_without;
  g_autofree char *text = read_sheet (fixture, event, NULL, &n_pages);
  g_autofree char *other = read_sheet (fixture, event, &without, &n_without);

  g_assert_nonnull (strstr (text, "Belum ada peserta pada lampiran ini."));
  g_assert_null (strstr (other, "LAMPIRAN"));
  g_assert_cmpuint (n_pages, ==, n_without + 1);
}

/* A long text goes on over pages; the signatures never stand there without a sentence. */
static void
test_long_wording (Fixture *fixture, gconstpointer unused)
{
  for (guint n = 2; n <= 30; n += 4)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) template_text = g_string_new ("# JANJI\n\nKami berjanji:\n");
      IkrarId event = fixture_add_event (fixture, "Janji Panjang");
      g_autoptr (IkrarEvent) stored = ikrar_event_get (fixture->store, event, &error);
      g_autoptr (IkrarDocument) sheet = NULL;
      g_autofree char *path = NULL;
      guint n_pages;
      gboolean found = FALSE;

      for (guint i = 1; i <= n; i++)
        g_string_append_printf (template_text,
                                "\n%u. Butir nomor %u yang cukup panjang sehingga mengambil lebih "
                                "dari satu baris pada halaman, supaya naskah berlanjut.\n",
                                i, i);
      g_string_append (template_text, "\nDemikian janji ini kami buat.\n");
      stored->pledge_text_id =
          ikrar_pledge_template_add (fixture->store, "Janji", template_text->str, &error);
      g_assert_no_error (error);
      ikrar_event_save (fixture->store, stored, &error);
      g_assert_no_error (error);
      sheet = ikrar_pledge_sheet_new (
          fixture->store, event, &(IkrarPledgeSheetOptions){ .annex = IKRAR_PLEDGE_ANNEX_NONE },
          NULL, &error);
      g_assert_no_error (error);
      path = reader_write (sheet, fixture->folder);
      n_pages = ikrar_document_get_n_pages (sheet);
      for (guint page = 1; page <= n_pages; page++)
        {
          g_autofree char *text = reader_get_text (path, page, page);
          gboolean signing = strstr (text, "Pembaca ikrar,") != NULL;

          found = found || signing;
          g_assert_true (!signing || strstr (text, "Demikian janji ini kami buat.") != NULL);
        }
      g_assert_true (found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/report/pledge-sheet/exact-wording", test_exact_wording);
  fixture_test ("/report/pledge-sheet/signatories", test_signatories);
  fixture_test ("/report/pledge-sheet/recital", test_recital);
  fixture_test ("/report/pledge-sheet/changed-fields", test_changed_fields);
  fixture_test ("/report/pledge-sheet/several-wordings", test_several_wordings);
  fixture_test ("/report/pledge-sheet/annex", test_annex);
  fixture_test ("/report/pledge-sheet/public-version", test_public_version);
  fixture_test ("/report/pledge-sheet/bare", test_bare);
  fixture_test ("/report/pledge-sheet/long-wording", test_long_wording);
  return g_test_run ();
}
