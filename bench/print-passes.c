/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Prints passes for invented people, by Ikrar or by a bare loop on the usual libraries: the toy
 * text of cairo, a symbol of libqrencode as a mask, no layout, no signature, the same page. Prints
 * the time it took. Usage: print-passes ikrar|bare NUMBER FILE.pdf */

#include <cairo-pdf.h>
#include <qrencode.h>
#include <string.h>

#include "report/stored-sample.h"

#include "report/passes-private.h"

#include "stopwatch.h"

#define MARGIN IKRAR_MM (10)
#define CARD_WIDTH IKRAR_MM (95)
#define CARD_HEIGHT IKRAR_MM (68)

/* What both print. */
typedef struct
{
  Fixture fixture;
  Sample *sample;
  IkrarPassesRecord record;
  const char *path;
} Job;

static void
print_by_ikrar (Job *job)
{
  const IkrarPassesOptions options = { 0 };
  g_autoptr (IkrarDocument) passes = ikrar_passes_new_from_record (&job->record, &options);

  g_assert_true (ikrar_document_write_pdf (passes, job->path, NULL, NULL));
}

static cairo_surface_t *
make_mask (const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  int stride = cairo_image_surface_get_stride (mask);
  unsigned char *pixels = cairo_image_surface_get_data (mask);

  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if (code->data[y * code->width + x] & 1)
        pixels[y * stride + x / 8] |= (unsigned char) (1 << x % 8);
  cairo_surface_mark_dirty (mask);
  QRcode_free (code);
  return mask;
}

static void
draw_mask (cairo_t *cr, const char *text, double x, double y)
{
  cairo_surface_t *mask = make_mask (text);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (mask);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, IKRAR_MM (1), IKRAR_MM (1));
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (mask);
}

static void
show (cairo_t *cr,
      const char *family,
      cairo_font_weight_t weight,
      double size,
      double x,
      double y,
      const char *text)
{
  cairo_select_font_face (cr, family, CAIRO_FONT_SLANT_NORMAL, weight);
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

static void
draw_bare (Job *job, cairo_t *cr, const IkrarParticipantLine *line, double x, double y)
{
  char code[IKRAR_PASS_TEXT_LENGTH + 1];
  char human[IKRAR_HUMAN_CODE_LENGTH + 1];

  /* A code of the same kind that costs nothing: the bare loop signs nothing. */
  memset (code, 'A', sizeof code);
  code[IKRAR_PASS_TEXT_LENGTH] = '\0';
  g_snprintf (code, 12, "IK1%08u", line->number);
  code[11] = 'A';
  ikrar_pass_issuer_human_code (job->record.issuer, line->number, human);
  draw_mask (cr, code, x + IKRAR_MM (5.4), y + IKRAR_MM (16));
  show (cr, "Inter", CAIRO_FONT_WEIGHT_BOLD, 14, x + IKRAR_MM (51), y + IKRAR_MM (20), line->name);
  show (cr, "Inter", CAIRO_FONT_WEIGHT_NORMAL, 8, x + IKRAR_MM (51), y + IKRAR_MM (30), line->unit);
  show (cr, "Inter", CAIRO_FONT_WEIGHT_NORMAL, 8, x + IKRAR_MM (5), y + IKRAR_MM (9),
        "Sosialisasi Netralitas Aparatur Sipil Negara dan Ikrar Bersama");
  show (cr, "Liberation Mono", CAIRO_FONT_WEIGHT_BOLD, 11.5, x + IKRAR_MM (14), y + IKRAR_MM (65),
        human);
}

static void
print_bare (Job *job)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (job->path, IKRAR_MM (210), IKRAR_MM (297));
  cairo_t *cr = cairo_create (surface);
  const GPtrArray *lines = job->record.lines;

  for (guint i = 0; i < lines->len; i++)
    {
      draw_bare (job, cr, g_ptr_array_index (lines, i), MARGIN + i % 2 * CARD_WIDTH,
                 MARGIN + i % 8 / 2 * CARD_HEIGHT);
      if (i % 8 == 7)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
prepare (Job *job, guint n_people)
{
  IkrarId event;

  fixture_set_up (&job->fixture, NULL);
  event = stored_sample_add_bare (&job->fixture);
  job->sample = sample_new (n_people, SAMPLE_USUAL, 1);
  job->record.occasion = sample_make_occasion (TRUE);
  job->record.lines = g_ptr_array_ref (sample_get_lines (job->sample));
  job->record.issuer = ikrar_pass_issuer_new (job->fixture.store, event, NULL);
}

/* Ikrar's passes take the record over. */
static void
clear_record (IkrarPassesRecord *record)
{
  ikrar_occasion_free (record->occasion);
  g_ptr_array_unref (record->lines);
  ikrar_pass_issuer_free (record->issuer);
}

int
main (int argc, char *argv[])
{
  Job job = { 0 };
  Stopwatch start;

  g_assert_cmpint (argc, ==, 4);
  prepare (&job, (guint) g_ascii_strtoull (argv[2], NULL, 10));
  job.path = argv[3];
  start = stopwatch_start ();
  if (strcmp (argv[1], "ikrar") == 0)
    print_by_ikrar (&job);
  else
    print_bare (&job);
  stopwatch_print (&start);
  if (strcmp (argv[1], "ikrar") != 0)
    clear_record (&job.record);
  sample_free (job.sample);
  fixture_tear_down (&job.fixture, NULL);
  return 0;
}
