/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Writes every paper and workbook into a folder, of usual people, of people with the longest names
 * and units, and of names nobody expects: for the Python tests, and for looking at. */

#include <string.h>

#include "stored-sample.h"

#include "report/attendance-list.h"
#include "report/certificates.h"
#include "report/passes.h"
#include "report/pledge-sheet.h"
#include "report/table-workbook.h"
#include "report/tally-csv.h"
#include "report/tally-workbook.h"
#include "store/certificate.h"

#define PEOPLE 45

static const char *const kinds[] = {
  [SAMPLE_USUAL] = "usual",
  [SAMPLE_LONGEST] = "longest",
  [SAMPLE_SURPRISE] = "surprise",
};

/* Who asks for what. */
typedef struct
{
  IkrarStore *store;
  IkrarId event;
  const char *folder;
  const char *kind;
} Maker;

static char *
make_path (const Maker *maker, const char *name)
{
  g_autofree char *file = g_strconcat (maker->kind, "-", name, NULL);

  return g_build_filename (maker->folder, file, NULL);
}

static void
write_paper (const Maker *maker, const char *name, IkrarDocument *document, GError *error)
{
  g_autofree char *path = make_path (maker, name);
  g_autoptr (IkrarDocument) owned = document;

  g_assert_no_error (error);
  ikrar_document_write_pdf (owned, path, NULL, &error);
  g_assert_no_error (error);
}

static void
make_passes (const Maker *maker)
{
  for (guint layout = 0; layout < IKRAR_N_PASS_LAYOUTS; layout++)
    for (guint small = 0; small < 2; small++)
      {
        const IkrarPassesOptions options = { .layout = layout, .small_modules = small };
        g_autofree char *name = g_strdup_printf ("passes-%s%s.pdf", ikrar_pass_layout_word (layout),
                                                 small ? "-small" : "");
        GError *error = NULL;

        write_paper (maker, name,
                     ikrar_passes_new (maker->store, maker->event, &options, NULL, &error), error);
      }
}

static void
make_lists (const Maker *maker)
{
  static const struct
  {
    const char *name;
    IkrarAttendanceListOptions options;
  } cases[] = {
    { "attendance-f4.pdf", { .times = TRUE } },
    { "attendance-a4.pdf", { .paper = IKRAR_PAPER_A4 } },
    { "attendance-public.pdf", { .public_version = TRUE } },
    { "attendance-units.pdf", { .per_unit = TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError *error = NULL;

      write_paper (
          maker, cases[i].name,
          ikrar_attendance_list_new (maker->store, maker->event, &cases[i].options, NULL, &error),
          error);
    }
}

static void
make_sheets (const Maker *maker)
{
  static const IkrarPaper papers[] = { IKRAR_PAPER_F4, IKRAR_PAPER_A4 };
  static const char *const names[] = { "pledge-f4.pdf", "pledge-a4.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const IkrarPledgeSheetOptions options = { .paper = papers[i] };
      GError *error = NULL;

      write_paper (maker, names[i],
                   ikrar_pledge_sheet_new (maker->store, maker->event, &options, NULL, &error),
                   error);
    }
}

static void
make_certificates (const Maker *maker)
{
  const IkrarCertificatesOptions options = { .signing_room = TRUE };
  GError *error = NULL;
  guint issued;

  ikrar_certificate_issue (maker->store, maker->event, NULL, 0, &issued, NULL, &error);
  g_assert_no_error (error);
  write_paper (maker, "certificates.pdf",
               ikrar_certificates_new (maker->store, maker->event, &options, NULL, &error), error);
}

static void
make_rejects (const Maker *maker)
{
  static const char *const heads[] = { "Nama", "NIP", "Masalah" };
  static const char *const rows[][3] = {
    { "Siti", "198804202010011001", "NIP sudah ada pada baris 3." },
    { "=HYPERLINK(\"x\")", "1.98804E+17", "NIP rusak oleh program lembar kerja." },
    { "-Budi", "", "NIP kosong." },
  };
  g_autoptr (IkrarSheetRows) table = ikrar_sheet_rows_new ();
  g_autofree char *path = make_path (maker, "rejects.xlsx");
  g_autoptr (GError) error = NULL;

  ikrar_sheet_rows_set_heads (table, heads, G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ikrar_sheet_rows_add (table, i + 2, rows[i], G_N_ELEMENTS (rows[i]));
  ikrar_table_workbook_write (table, "Ditolak: roster [1]", path, &error);
  g_assert_no_error (error);
}

static void
make_tallies (const Maker *maker)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *book = make_path (maker, "tally.xlsx"), *text = make_path (maker, "tally.csv");

  ikrar_tally_workbook_write (maker->store, maker->event, 0, book, NULL, &error);
  g_assert_no_error (error);
  ikrar_tally_csv_write (maker->store, maker->event, 0, text, NULL, &error);
  g_assert_no_error (error);
  make_rejects (maker);
}

static void
make_all (const Maker *maker)
{
  make_passes (maker);
  make_lists (maker);
  make_sheets (maker);
  make_certificates (maker);
  make_tallies (maker);
}

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, ==, 2);
  for (SampleKind kind = SAMPLE_USUAL; kind <= SAMPLE_SURPRISE; kind++)
    {
      g_autoptr (Sample) sample = sample_new (PEOPLE, kind, 20241113);
      Maker maker = { .folder = argv[1], .kind = kinds[kind] };
      Fixture fixture = { 0 };

      fixture_set_up (&fixture, NULL);
      maker.store = fixture.store;
      maker.event = stored_sample_add (&fixture, sample);
      make_all (&maker);
      if (kind == SAMPLE_USUAL)
        {
          maker.kind = "bare";
          maker.event = stored_sample_add_bare (&fixture);
          make_passes (&maker);
          make_lists (&maker);
          make_sheets (&maker);
          make_tallies (&maker);
        }
      fixture_tear_down (&fixture, NULL);
    }
  return 0;
}
