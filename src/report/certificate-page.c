/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/certificates-private.h"
#include "report/qr.h"
#include "report/text-block.h"

#include "core/grade.h"
#include "core/number-word.h"
#include "seal/human-code.h"

/* Millimetres; baselines unless it says otherwise. */
#define BAR_X 12
#define BAR_WIDTH 3.2
#define BAR_MARGIN 12
#define LEFT 28
#define RIGHT 277
#define EMBLEM_Y 16
#define EMBLEM 17.2
#define HEAD_TEXT 49.2
#define HEAD_FIRST 22.5
#define HEAD_SECOND 27.7
#define HEAD_RIGHT 205 /* where the number begins at the earliest */
#define HEAD_RULE 38.5
#define TITLE 58.6
#define TITLE_OUTDENT 1.0
#define GIVEN_ABOVE_NAME 4.4 /* from its baseline down to the capitals of the name */
#define NAME_LAST 88.4
#define NAME_OUTDENT 0.3
#define NAME_HEIGHT 16.6
#define PERSON_FIRST 96.5
#define PERSON_STEP 5.8
#define PERSON_ROOM 11
#define TEXT_FIRST 111.8
#define TEXT_WIDTH 205
#define TEXT_ROOM 17.4
#define FACTS_RULE_ABOVE 129
#define FACTS_RULE_BELOW 145.1
#define FACT_LABEL 134.9
#define FACT_VALUE 140.6
#define FACT_ROOM 8
#define FACT_GAP 4
#define BLOCK_X 146
#define BLOCK_DATE 154.5
#define BLOCK_FIRST 159.1
#define BLOCK_NAME 187
#define ROOM_TOP 168.6
#define ROOM_BOTTOM 183
#define ROOM_WIDTH 50
#define TICK 2.5
#define SYMBOL_Y 167.6
#define SYMBOL_MODULE 0.6
#define SYMBOL_VERSION 7
#define SYMBOL_MODULES 45
#define CODE_X 58.6

static const IkrarTextStyle small_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                            .size = 8.5,
                                            .ink = &ikrar_ink_small };
static const IkrarTextStyle government_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                                 .size = 10,
                                                 .ink = &ikrar_ink_small };
static const IkrarTextStyle agency_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                             .weight = IKRAR_WEIGHT_SEMIBOLD,
                                             .size = 10 };
static const IkrarTextStyle title_style = { .typeface = IKRAR_TYPEFACE_DISPLAY,
                                            .weight = IKRAR_WEIGHT_LIGHT,
                                            .size = 46,
                                            .ink = &ikrar_ink_navy };
static const IkrarTextStyle given_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                            .size = 10.5,
                                            .ink = &ikrar_ink_small };
static const IkrarTextStyle name_style = { .typeface = IKRAR_TYPEFACE_DISPLAY,
                                           .weight = IKRAR_WEIGHT_BOLD,
                                           .size = 27 };
static const IkrarTextStyle person_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                             .size = 10.5,
                                             .tabular = TRUE };
static const IkrarTextStyle text_style = { .typeface = IKRAR_TYPEFACE_CARD, .size = 11 };
static const IkrarTextStyle role_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                           .weight = IKRAR_WEIGHT_BOLD,
                                           .size = 11 };
static const IkrarTextStyle fact_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                           .weight = IKRAR_WEIGHT_SEMIBOLD,
                                           .size = 10 };
static const IkrarTextStyle date_style = { .typeface = IKRAR_TYPEFACE_CARD, .size = 10 };
static const IkrarTextStyle code_label_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                                 .weight = IKRAR_WEIGHT_BOLD,
                                                 .size = 7.5 };
static const IkrarTextStyle code_style = { .typeface = IKRAR_TYPEFACE_CODE, .size = 9 };
static const IkrarTextStyle code_note_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                                .size = 6.5,
                                                .ink = &ikrar_ink_small };

static const IkrarFit head_fit = { { { 1, 1, 0.75 }, { 2, 0.85, 0.7 } }, 1.2 };
static const IkrarFit name_fit = { { { 1, 1, 0.8 }, { 2, 0.72, 0.555 }, { 3, 0.6, 0.5 } },
                                   1.16,
                                   TRUE };
static const IkrarFit person_fit = { { { 1, 1, 0.85 }, { 2, 0.9, 0.7 } }, 1.25 };
static const IkrarFit text_fit = { { { 3, 1, 0.95 }, { 4, 0.95, 0.8 }, { 5, 0.85, 0.7 } }, 1.473 };
static const IkrarFit fact_fit = { { { 1, 1, 0.9 }, { 2, 0.9, 0.75 }, { 3, 0.75, 0.6 } }, 1.2 };

static const IkrarSignatureLook block_look = { .typeface = IKRAR_TYPEFACE_CARD,
                                               .size = 10,
                                               .leading = 1.24,
                                               .width = RIGHT - BLOCK_X,
                                               .align = IKRAR_ALIGN_LEFT };

/* The facts between the rules: where each begins and ends. */
static const double fact_edges[] = { LEFT, 90, BLOCK_X, 222, RIGHT };

/* Below "Kode verifikasi dokumen". */
static const struct
{
  double label;
  double code;
  double first_note;
  double second_note;
} code_lines = { 183.8, 187.6, 191, 194 };

static void
draw_head (IkrarCertificates *self, cairo_t *cr)
{
  const IkrarOccasion *occasion = self->record.occasion;
  IkrarTypesetter *type = self->base.type;
  double left = occasion->logo != NULL ? HEAD_TEXT : LEFT;
  double width = IKRAR_MM (HEAD_RIGHT - left);

  if (occasion->logo != NULL)
    ikrar_occasion_draw_logo (occasion, cr, IKRAR_MM (LEFT), IKRAR_MM (EMBLEM_Y),
                              IKRAR_MM (EMBLEM));
  ikrar_text_fit_draw (type, cr, &government_style, &head_fit, IKRAR_ALIGN_LEFT, IKRAR_MM (left),
                       IKRAR_MM (HEAD_FIRST), width, 0, occasion->institution->government);
  ikrar_text_fit_draw (type, cr, &agency_style, &head_fit, IKRAR_ALIGN_LEFT, IKRAR_MM (left),
                       IKRAR_MM (HEAD_SECOND), width, 0, occasion->institution->name);
  ikrar_text_draw (type, cr, &small_style, IKRAR_ALIGN_RIGHT, IKRAR_MM (RIGHT),
                   IKRAR_MM (HEAD_FIRST), "Nomor");
}

static void
draw_rule (cairo_t *cr, double y)
{
  ikrar_ink_line (cr, &ikrar_ink_cut, 0.25, IKRAR_MM (LEFT), IKRAR_MM (y), IKRAR_MM (RIGHT),
                  IKRAR_MM (y));
}

static void
draw_fact (IkrarCertificates *self, cairo_t *cr, guint place, const char *label, const char *value)
{
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (self->base.type);
  double x = IKRAR_MM (fact_edges[place]);
  double width = IKRAR_MM (fact_edges[place + 1] - fact_edges[place] - FACT_GAP);
  double lines;

  ikrar_text_block_add (block, &fact_style, value);
  ikrar_text_block_fit (block, &fact_fit, width, IKRAR_MM (FACT_ROOM));
  lines = ikrar_text_block_get_height (block) - ikrar_text_block_get_leading (block);
  ikrar_text_draw (self->base.type, cr, &small_style, IKRAR_ALIGN_LEFT, x, IKRAR_MM (FACT_LABEL),
                   label);
  ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, x, IKRAR_MM (FACT_VALUE) - lines / 4);
}

static void
draw_facts (IkrarCertificates *self, cairo_t *cr)
{
  const IkrarEvent *event = self->record.occasion->event;
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  g_autofree char *hours = ikrar_time_format_hours (event->start_at, event->end_at, event->zone);
  g_autofree char *words =
      event->lesson_hours > 0 ? ikrar_number_with_words ((guint) event->lesson_hours) : NULL;
  g_autofree char *lessons = words != NULL ? g_strdup_printf ("%s JP", words) : NULL;
  const char *const facts[][2] = { { "Hari, tanggal", days },
                                   { "Waktu", hours },
                                   { "Tempat", event->place },
                                   { "Jam pelajaran", lessons } };
  guint place = 0;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i][1] != NULL && *facts[i][1] != '\0')
      draw_fact (self, cr, place++, facts[i][0], facts[i][1]);
  draw_rule (cr, FACTS_RULE_ABOVE);
  draw_rule (cr, FACTS_RULE_BELOW);
}

/* Corner ticks around the room of a signature that another program puts there. */
static void
draw_room (cairo_t *cr)
{
  double tick = IKRAR_MM (TICK);
  const double xs[] = { IKRAR_MM (BLOCK_X), IKRAR_MM (BLOCK_X + ROOM_WIDTH) };
  const double ys[] = { IKRAR_MM (ROOM_TOP), IKRAR_MM (ROOM_BOTTOM) };

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      {
        ikrar_ink_line (cr, &ikrar_ink_cut, IKRAR_LINE_COLUMN, xs[i], ys[j],
                        xs[i] + (i == 0 ? tick : -tick), ys[j]);
        ikrar_ink_line (cr, &ikrar_ink_cut, IKRAR_LINE_COLUMN, xs[i], ys[j], xs[i],
                        ys[j] + (j == 0 ? tick : -tick));
      }
}

static void
draw_code_art (IkrarCertificates *self, cairo_t *cr)
{
  IkrarTypesetter *type = self->base.type;
  double x = IKRAR_MM (CODE_X);

  ikrar_qr_draw_box (cr, IKRAR_MM (LEFT), IKRAR_MM (SYMBOL_Y), SYMBOL_MODULE, SYMBOL_MODULES);
  ikrar_text_draw (type, cr, &code_label_style, IKRAR_ALIGN_LEFT, x, IKRAR_MM (code_lines.label),
                   "Kode verifikasi dokumen");
  ikrar_text_draw (type, cr, &code_note_style, IKRAR_ALIGN_LEFT, x,
                   IKRAR_MM (code_lines.first_note), "Periksa keaslian dengan aplikasi Ikrar.");
  ikrar_text_draw (type, cr, &code_note_style, IKRAR_ALIGN_LEFT, x,
                   IKRAR_MM (code_lines.second_note), "Bukan tanda tangan elektronik.");
}

void
ikrar_certificates_draw_art (IkrarCertificates *self, cairo_t *cr, gboolean signing_room)
{
  IkrarTypesetter *type = self->base.type;

  ikrar_ink_box (cr, &ikrar_ink_navy, IKRAR_MM (BAR_X), IKRAR_MM (BAR_MARGIN), IKRAR_MM (BAR_WIDTH),
                 self->base.height - IKRAR_MM (2 * BAR_MARGIN));
  draw_head (self, cr);
  draw_rule (cr, HEAD_RULE);
  ikrar_text_draw (type, cr, &title_style, IKRAR_ALIGN_LEFT, IKRAR_MM (LEFT - TITLE_OUTDENT),
                   IKRAR_MM (TITLE), "Sertifikat");
  draw_facts (self, cr);
  ikrar_signature_block_draw (&self->signatory, &block_look, type, cr, IKRAR_MM (BLOCK_X),
                              IKRAR_MM (BLOCK_FIRST), IKRAR_MM (BLOCK_NAME));
  if (signing_room)
    draw_room (cr);
  draw_code_art (self, cr);
}

/* The last line always stands at the same place, whatever comes below need not move. */
static void
draw_name (IkrarCertificates *self, cairo_t *cr, const char *name)
{
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (self->base.type);
  double first;

  ikrar_text_block_add (block, &name_style, name);
  ikrar_text_block_fit (block, &name_fit, IKRAR_MM (RIGHT - LEFT), IKRAR_MM (NAME_HEIGHT));
  first = IKRAR_MM (NAME_LAST) + ikrar_text_block_get_leading (block) -
          ikrar_text_block_get_height (block);
  ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, IKRAR_MM (LEFT - NAME_OUTDENT), first);
  ikrar_text_draw (self->base.type, cr, &given_style, IKRAR_ALIGN_LEFT, IKRAR_MM (LEFT),
                   first - ikrar_text_block_get_capital (block) - IKRAR_MM (GIVEN_ABOVE_NAME),
                   "Diberikan kepada");
}

/* "NIP 19920415 201406 1 002   ·   Penata, III/c" */
static char *
make_number_grade (IkrarCertificates *self, const IkrarParticipantLine *line)
{
  g_autofree char *number =
      ikrar_occasion_make_number_line (self->record.occasion, line->employee_number);
  g_autofree char *rank = ikrar_signature_block_make_rank (line->grade);
  const char *grade = ikrar_grade_text (line->grade);

  if (rank == NULL && *grade != '\0')
    rank = g_strdup_printf ("Golongan %s", grade);
  if (number == NULL || rank == NULL)
    return number != NULL ? g_steal_pointer (&number) : g_steal_pointer (&rank);
  return g_strdup_printf ("%s · %s", number, rank);
}

static char *
make_post (const IkrarParticipantLine *line)
{
  gboolean both = *line->position != '\0' && *line->unit != '\0';

  return g_strconcat (line->position, both ? ", " : "", line->unit, NULL);
}

static void
draw_person (IkrarCertificates *self, cairo_t *cr, const IkrarParticipantLine *line)
{
  g_autofree char *number = make_number_grade (self, line);
  g_autofree char *post = make_post (line);
  const char *const lines[] = { number, post };
  double y = IKRAR_MM (PERSON_FIRST), bottom = y + IKRAR_MM (PERSON_ROOM);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      {
        ikrar_text_fit_draw (self->base.type, cr, &person_style, &person_fit, IKRAR_ALIGN_LEFT,
                             IKRAR_MM (LEFT), y, IKRAR_MM (RIGHT - LEFT), bottom - y, lines[i]);
        y += IKRAR_MM (PERSON_STEP);
      }
}

/* What follows the role. */
static char *
make_rest (const IkrarEvent *event, const IkrarCertificateFace *face)
{
  const char *organizer = *event->organizer != '\0' ? event->organizer : face->issuer;
  gboolean themed = *event->theme != '\0';
  GString *rest = g_string_new (NULL);

  g_string_append_printf (rest, " pada %s", face->event);
  if (themed)
    g_string_append_printf (rest, " dengan tema “%s”", event->theme);
  if (*organizer != '\0')
    g_string_append_printf (rest, "%s yang diselenggarakan oleh %s", themed ? "," : "", organizer);
  g_string_append_c (rest, '.');
  return g_string_free (rest, FALSE);
}

static void
draw_sentence (IkrarCertificates *self, cairo_t *cr, const IkrarCertificateFace *face)
{
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (self->base.type);
  g_autofree char *small = g_utf8_strdown (face->role, -1);
  g_autofree char *role = g_strconcat (" ", small, NULL);
  g_autofree char *rest = make_rest (self->record.occasion->event, face);

  ikrar_text_block_add (block, &text_style,
                        strcmp (small, "peserta") == 0 ? "atas keikutsertaannya sebagai"
                                                       : "atas perannya sebagai");
  ikrar_text_block_add (block, &role_style, role);
  ikrar_text_block_add (block, &text_style, rest);
  ikrar_text_block_fit (block, &text_fit, IKRAR_MM (TEXT_WIDTH), IKRAR_MM (TEXT_ROOM));
  ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, IKRAR_MM (LEFT), IKRAR_MM (TEXT_FIRST));
}

static void
draw_date (IkrarCertificates *self, cairo_t *cr, IkrarTime issued_at)
{
  const IkrarInstitution *institution = self->record.occasion->institution;
  g_autofree char *date = ikrar_time_format_date (issued_at, institution->zone);
  g_autofree char *line = *institution->city != '\0'
                              ? g_strdup_printf ("%s, %s", institution->city, date)
                              : g_steal_pointer (&date);

  ikrar_text_draw (self->base.type, cr, &date_style, IKRAR_ALIGN_LEFT, IKRAR_MM (BLOCK_X),
                   IKRAR_MM (BLOCK_DATE), line);
}

static void
draw_code (IkrarCertificates *self, cairo_t *cr, const IkrarCertificate *certificate)
{
  g_autoptr (IkrarQr) qr = ikrar_qr_new (certificate->code, SYMBOL_VERSION);
  g_autofree char *code = NULL;
  IkrarDigest digest;

  ikrar_digest_of (certificate->face, strlen (certificate->face), &digest);
  code = ikrar_paper_code (&digest);
  if (qr != NULL)
    ikrar_qr_draw_symbol (qr, cr, IKRAR_MM (LEFT), IKRAR_MM (SYMBOL_Y), SYMBOL_MODULE);
  ikrar_text_draw (self->base.type, cr, &code_style, IKRAR_ALIGN_LEFT, IKRAR_MM (CODE_X),
                   IKRAR_MM (code_lines.code), code);
}

void
ikrar_certificates_draw_page (IkrarCertificates *self,
                              cairo_t *cr,
                              const IkrarCertificatePage *page)
{
  IkrarCertificateFace face = { 0 };
  g_auto (GStrv) lines = NULL;

  if (!ikrar_certificate_face_split (page->certificate->face, &lines, &face))
    return;
  ikrar_text_draw (self->base.type, cr, &agency_style, IKRAR_ALIGN_RIGHT, IKRAR_MM (RIGHT),
                   IKRAR_MM (HEAD_SECOND), face.number);
  draw_name (self, cr, face.name);
  if (page->line != NULL)
    draw_person (self, cr, page->line);
  draw_sentence (self, cr, &face);
  draw_date (self, cr, page->certificate->issued_at);
  draw_code (self, cr, page->certificate);
}
