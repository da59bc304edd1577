/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/passes-private.h"

/* Millimetres. */
#define LOGO_GAP 1.8
#define LOGO_BLEED 1 /* points: groups end at whole ones */
#define RULE_WEIGHT 0.15
#define RULE_ROOM 1.5         /* between the title's last baseline and the rule */
#define INSTITUTION_YIELD 0.6 /* what lines move together in a head that is full */
#define BOX_RADIUS 1.4
#define BOX_WEIGHT 0.35
#define LABEL_BASELINE 2.7
#define MARK_LENGTH 6
#define MARK_GAP 3
#define MARK_WEIGHT 0.25
#define CUT_WEIGHT 0.15

/* The full name of the office is taken down to this size, then the short one. */
#define AGENCY_LEAST 0.85

static const char *const box_labels[IKRAR_PASSES_BOXES] = { "Kursi", "Kelompok" };

static const double cut_dashes[] = { 4, 4 }; /* points */

static const IkrarTextStyle institution_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                                  .size = 7,
                                                  .ink = &ikrar_ink_small };
static const IkrarTextStyle event_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                            .weight = IKRAR_WEIGHT_SEMIBOLD,
                                            .size = 8 };
static const IkrarTextStyle when_style = { .typeface = IKRAR_TYPEFACE_CARD };
static const IkrarTextStyle foot_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                           .size = 6.5,
                                           .ink = &ikrar_ink_small };
static const IkrarTextStyle label_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                            .size = 6,
                                            .ink = &ikrar_ink_small };

static const IkrarFit line_fit = { { { 1, 1, 0.7 } }, 1.2 };
static const IkrarFit event_fits[] = {
  { { { 1, 1, 0.8 }, { 2, 0.8, 0.7 } }, 1.15, TRUE },
  { { { 1, 1, 0.94 }, { 2, 0.94, 0.72 }, { 3, 0.75, 0.65 } }, 1.15 },
};
static const IkrarFit when_fit = { { { 1, 1, 0.82 }, { 2, 1, 0.86 }, { 3, 0.88, 0.7 } },
                                   1.22,
                                   TRUE };

/* Day, time and place: two of them share a line if they fit on one. */
typedef struct
{
  IkrarTextBlock *blocks[3];
  double height;
} When;

static IkrarTextBlock *
make_block (IkrarPasses *passes, const char *text)
{
  const IkrarTextStyle style = ikrar_text_style_resize (&when_style, passes->card->when_size);
  IkrarTextBlock *block = ikrar_text_block_new (passes->base.type);

  ikrar_text_block_add (block, &style, text);
  ikrar_text_block_fit (block, &when_fit, ikrar_passes_get_text_width (passes), 0);
  return block;
}

static gboolean
fits_line (IkrarPasses *passes, const char *text)
{
  const IkrarTextStyle style = ikrar_text_style_resize (&when_style, passes->card->when_size);

  return ikrar_text_get_width (passes->base.type, &style, text) * when_fit.steps[0].to <=
         ikrar_passes_get_text_width (passes);
}

static void
when_init (When *when, IkrarPasses *passes)
{
  const IkrarEvent *event = passes->record.occasion->event;
  g_autofree char *days = ikrar_time_format_days (event->start_at, event->end_at, event->zone);
  g_autofree char *clock = ikrar_time_format_clock (event->start_at, event->zone);
  g_autofree char *time = g_strdup_printf ("pukul %s %s", clock, ikrar_zone_word (event->zone));
  g_autofree char *time_place = g_strdup_printf ("%s, %s", time, event->place);
  g_autofree char *day_time = g_strdup_printf ("%s, %s", days, time);
  const char *const choices[][G_N_ELEMENTS (when->blocks)] = { { days, time_place, NULL },
                                                               { day_time, event->place, NULL },
                                                               { days, time, event->place } };
  guint choice = *event->place == '\0'            ? 2
                 : fits_line (passes, time_place) ? 0
                 : fits_line (passes, day_time)   ? 1
                                                  : 2;

  when->height = 0;
  for (guint i = 0; i < G_N_ELEMENTS (when->blocks); i++)
    {
      when->blocks[i] = make_block (passes, choices[choice][i]);
      when->height += ikrar_text_block_get_height (when->blocks[i]);
    }
}

static void
when_clear (When *when)
{
  for (guint i = 0; i < G_N_ELEMENTS (when->blocks); i++)
    ikrar_text_block_free (when->blocks[i]);
}

double
ikrar_passes_measure_when (IkrarPasses *passes)
{
  When when;

  when_init (&when, passes);
  when_clear (&when);
  return when.height;
}

/* Stands on its last baseline. */
static void
draw_when (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  When when;

  when_init (&when, passes);
  y -= when.height;
  for (guint i = 0; i < G_N_ELEMENTS (when.blocks); i++)
    {
      ikrar_text_block_draw (when.blocks[i], cr, IKRAR_ALIGN_LEFT, x,
                             y + ikrar_text_block_get_leading (when.blocks[i]));
      y += ikrar_text_block_get_height (when.blocks[i]);
    }
  when_clear (&when);
}

/* The short name where the full one would be too small to read. */
static const char *
choose_agency (IkrarPasses *passes, double width)
{
  const char *agency = ikrar_occasion_get_agency (passes->record.occasion);
  const char *brief = passes->record.occasion->institution->short_name;
  double full = ikrar_text_get_width (passes->base.type, &institution_style, agency);

  return full * AGENCY_LEAST > width && *brief != '\0' ? brief : agency;
}

/* In a group of its own: cairo names a picture that is used twice in one stream twice in its
 * dictionary, which strict readers complain about. */
static void
draw_logo (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  const IkrarPassCard *card = passes->card;
  double side = IKRAR_MM (card->logo_side);

  if (passes->record.occasion->logo == NULL)
    return;
  x += IKRAR_MM (card->logo_x);
  y += IKRAR_MM (card->logo_y);
  cairo_save (cr);
  cairo_rectangle (cr, x - LOGO_BLEED, y - LOGO_BLEED, side + 2 * LOGO_BLEED,
                   side + 2 * LOGO_BLEED);
  cairo_clip (cr);
  cairo_push_group (cr);
  ikrar_occasion_draw_logo (passes->record.occasion, cr, x, y, side);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
}

static IkrarTextBlock *
fit_title (IkrarPasses *passes, double width)
{
  IkrarTextBlock *block = ikrar_text_block_new (passes->base.type);

  ikrar_text_block_add (block, &event_style, passes->record.occasion->event->title);
  ikrar_text_block_fit (block, &event_fits[passes->card->event_lines - 1], width, 0);
  return block;
}

/* Long titles have more lines than there is room for below the first one: all of them rise. */
static void
draw_head_text (IkrarPasses *passes, cairo_t *cr, double x, double y, double width)
{
  const IkrarPassCard *card = passes->card;
  g_autoptr (IkrarTextBlock) title = fit_title (passes, width);
  double below = ikrar_text_block_get_height (title) - ikrar_text_block_get_leading (title);
  double room = IKRAR_MM (card->rule_y - RULE_ROOM - card->event_y);
  double rise = MAX (0, below - room);

  ikrar_text_fit_draw (passes->base.type, cr, &institution_style, &line_fit, IKRAR_ALIGN_LEFT, x,
                       y + IKRAR_MM (card->institution_y) -
                           MAX (0, rise - IKRAR_MM (INSTITUTION_YIELD)),
                       width, 0, choose_agency (passes, width));
  ikrar_text_block_draw (title, cr, IKRAR_ALIGN_LEFT, x, y + IKRAR_MM (card->event_y) - rise);
}

static void
draw_head (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  const IkrarOccasion *occasion = passes->record.occasion;
  const IkrarPassCard *card = passes->card;
  double left = card->head_x;

  if (occasion->logo != NULL)
    left = card->logo_x + card->logo_side + LOGO_GAP;
  draw_head_text (passes, cr, x + IKRAR_MM (left), y, IKRAR_MM (card->right - left));
}

static void
draw_mark_across (cairo_t *cr, double y, double left, double right)
{
  double near = IKRAR_MM (MARK_GAP), far = IKRAR_MM (MARK_GAP + MARK_LENGTH);

  ikrar_ink_line (cr, &ikrar_ink_black, MARK_WEIGHT, left - far, y, left - near, y);
  ikrar_ink_line (cr, &ikrar_ink_black, MARK_WEIGHT, right + near, y, right + far, y);
}

static void
draw_mark_down (cairo_t *cr, double x, double top, double bottom)
{
  double near = IKRAR_MM (MARK_GAP), far = IKRAR_MM (MARK_GAP + MARK_LENGTH);

  ikrar_ink_line (cr, &ikrar_ink_black, MARK_WEIGHT, x, top - far, x, top - near);
  ikrar_ink_line (cr, &ikrar_ink_black, MARK_WEIGHT, x, bottom + near, x, bottom + far);
}

static void
draw_cuts (const IkrarPassSheet *sheet, cairo_t *cr, double left, double top)
{
  double width = IKRAR_MM (sheet->width), height = IKRAR_MM (sheet->height);
  double right = left + sheet->columns * width, bottom = top + sheet->rows * height;

  cairo_save (cr);
  cairo_set_dash (cr, cut_dashes, G_N_ELEMENTS (cut_dashes), 0);
  for (guint i = 1; i < sheet->columns; i++)
    ikrar_ink_line (cr, &ikrar_ink_cut, CUT_WEIGHT, left + i * width, top, left + i * width,
                    bottom);
  for (guint i = 1; i < sheet->rows; i++)
    ikrar_ink_line (cr, &ikrar_ink_cut, CUT_WEIGHT, left, top + i * height, right,
                    top + i * height);
  cairo_restore (cr);
}

static void
draw_marks (IkrarPasses *passes, cairo_t *cr)
{
  const IkrarPassSheet *sheet = passes->sheet;
  double left = IKRAR_MM (sheet->left), top = IKRAR_MM (sheet->top);
  double right = left + IKRAR_MM (sheet->columns * sheet->width);
  double bottom = top + IKRAR_MM (sheet->rows * sheet->height);

  for (guint i = 0; i <= sheet->rows; i++)
    draw_mark_across (cr, top + i * IKRAR_MM (sheet->height), left, right);
  for (guint i = 0; i <= sheet->columns; i++)
    draw_mark_down (cr, left + i * IKRAR_MM (sheet->width), top, bottom);
  draw_cuts (sheet, cr, left, top);
}

static void
trace_box (cairo_t *cr, double x, double y, double width, double height)
{
  double r = IKRAR_MM (BOX_RADIUS);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_frames (IkrarPasses *passes, cairo_t *cr, double x, double y, guint boxes)
{
  double width = ikrar_passes_get_box_width (passes);

  x += IKRAR_MM (passes->card->text_x);
  y += IKRAR_MM (passes->card->boxes_y);
  for (guint i = 0; i < IKRAR_PASSES_BOXES; i++)
    if (boxes & (1u << i))
      {
        trace_box (cr, x, y, width, IKRAR_MM (passes->card->boxes_height));
        x += width + IKRAR_MM (IKRAR_PASSES_BOX_GAP);
      }
}

static void
stroke_frames (cairo_t *cr)
{
  cairo_set_line_width (cr, IKRAR_MM (BOX_WEIGHT));
  ikrar_ink_set (cr, &ikrar_ink_black);
  cairo_stroke (cr);
}

static void
draw_labels (IkrarPasses *passes, cairo_t *cr, double x, double y, guint boxes)
{
  x += IKRAR_MM (passes->card->text_x + IKRAR_PASSES_BOX_PADDING);
  y += IKRAR_MM (passes->card->boxes_y + LABEL_BASELINE);
  for (guint i = 0; i < IKRAR_PASSES_BOXES; i++)
    if (boxes & (1u << i))
      {
        ikrar_text_draw (passes->base.type, cr, &label_style, IKRAR_ALIGN_LEFT, x, y,
                         box_labels[i]);
        x += ikrar_passes_get_box_width (passes) + IKRAR_MM (IKRAR_PASSES_BOX_GAP);
      }
}

void
ikrar_passes_draw_frames (IkrarPasses *passes, cairo_t *cr, double x, double y, guint boxes)
{
  trace_frames (passes, cr, x, y, boxes);
  stroke_frames (cr);
  draw_labels (passes, cr, x, y, boxes);
}

static guint
get_common_boxes (const IkrarPasses *passes)
{
  return passes->common_boxes != IKRAR_PASSES_BOXES_DIFFER ? passes->common_boxes : 0;
}

static void
draw_texts (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  const IkrarPassCard *card = passes->card;

  draw_head (passes, cr, x, y);
  draw_when (passes, cr, x + IKRAR_MM (card->text_x), y + ikrar_passes_get_when_baseline (passes));
  draw_labels (passes, cr, x, y, get_common_boxes (passes));
  if (card->foot_y > 0)
    ikrar_text_draw (passes->base.type, cr, &foot_style, IKRAR_ALIGN_CENTER,
                     x + ikrar_passes_get_symbol_middle (card), y + IKRAR_MM (card->foot_y),
                     "Satu kartu untuk satu orang.");
}

static void
draw_white (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  const IkrarPassCard *card = passes->card;

  ikrar_qr_draw_box (cr, x + IKRAR_MM (card->symbol_x), y + IKRAR_MM (card->symbol_y), card->module,
                     IKRAR_PASS_MODULES);
}

static void
trace_rule (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  const IkrarPassCard *card = passes->card;

  cairo_move_to (cr, x + IKRAR_MM (card->rule_x), y + IKRAR_MM (card->rule_y));
  cairo_line_to (cr, x + IKRAR_MM (card->right), y + IKRAR_MM (card->rule_y));
}

static void
trace_common_frames (IkrarPasses *passes, cairo_t *cr, double x, double y)
{
  trace_frames (passes, cr, x, y, get_common_boxes (passes));
}

typedef void (*CardFunc) (IkrarPasses *passes, cairo_t *cr, double x, double y);

static void
for_cards (IkrarPasses *passes, cairo_t *cr, guint first_place, guint n_places, CardFunc func)
{
  double x, y;

  for (guint i = first_place; i < first_place + n_places; i++)
    {
      ikrar_passes_place_card (passes, i, &x, &y);
      func (passes, cr, x, y);
    }
}

/* Every kind of thing for all cards at once: cairo looks through the art again on every page, and
 * takes its time for each thing it finds. */
void
ikrar_passes_draw_art (IkrarPasses *passes, cairo_t *cr, guint first_place, guint n_places)
{
  for_cards (passes, cr, first_place, n_places, draw_white);
  for_cards (passes, cr, first_place, n_places, draw_logo);
  for_cards (passes, cr, first_place, n_places, trace_rule);
  cairo_set_line_width (cr, IKRAR_MM (RULE_WEIGHT));
  ikrar_ink_set (cr, &ikrar_ink_cut);
  cairo_stroke (cr);
  for_cards (passes, cr, first_place, n_places, trace_common_frames);
  stroke_frames (cr);
  ikrar_typesetter_begin_batch (passes->base.type, cr);
  for_cards (passes, cr, first_place, n_places, draw_texts);
  ikrar_typesetter_end_batch (passes->base.type);
  draw_marks (passes, cr);
}
