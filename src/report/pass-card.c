/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/participant-lines-private.h"
#include "report/passes-private.h"

/* Millimetres. */
#define WHEN_GAP 1.7 /* between the unit and the day */
#define SUFFIX_BELOW 1
#define UNIT_BELOW 1.2
#define VALUE_RAISE 1.9

#define UNIT_SHARE 0.42 /* of the room of name, degrees and unit */
#define SUFFIX_LEAST 0.84
#define SUFFIX_LARGER 0.3 /* points, than the unit */

static const IkrarTextStyle name_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                           .weight = IKRAR_WEIGHT_BOLD };
static const IkrarTextStyle suffix_style = { .typeface = IKRAR_TYPEFACE_CARD };
static const IkrarTextStyle unit_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                           .ink = &ikrar_ink_small };
static const IkrarTextStyle code_style = { .typeface = IKRAR_TYPEFACE_CODE,
                                           .weight = IKRAR_WEIGHT_BOLD,
                                           .size = 11.5 };
static const IkrarTextStyle value_style = { .typeface = IKRAR_TYPEFACE_CARD,
                                            .weight = IKRAR_WEIGHT_BOLD };

static const IkrarFit name_fit = {
  { { 1, 1, 0.93 }, { 2, 1, 0.86 }, { 3, 0.86, 0.7 }, { 4, 0.7, 0.5 } },
  1.19
};
static const IkrarFit suffix_fit = { { { 1, 1, SUFFIX_LEAST } }, 1.2 };
static const IkrarFit unit_fit = { { { 1, 1, 0.95 }, { 2, 1, 0.9 }, { 3, 0.9, 0.7 } }, 1.22 };
static const IkrarFit value_fit = { { { 1, 1, 0.4 } }, 1.2 };

double
ikrar_passes_get_text_width (const IkrarPasses *passes)
{
  return IKRAR_MM (passes->card->right - passes->card->text_x);
}

/* Lower by the room of the boxes if nobody has any. */
double
ikrar_passes_get_when_baseline (const IkrarPasses *passes)
{
  const IkrarPassCard *card = passes->card;

  return IKRAR_MM (passes->common_boxes != 0 ? card->when_y : card->boxes_y + card->boxes_height);
}

double
ikrar_passes_get_symbol_middle (const IkrarPassCard *card)
{
  return IKRAR_MM (card->symbol_x + IKRAR_PASS_MODULES * card->module / 2);
}

/* The boxes stand side by side, from the left. */
double
ikrar_passes_get_box_width (const IkrarPasses *passes)
{
  return (ikrar_passes_get_text_width (passes) - IKRAR_MM (IKRAR_PASSES_BOX_GAP)) / 2;
}

static IkrarTextBlock *
fit_text (IkrarPasses *passes,
          const IkrarTextStyle *style,
          double size,
          const IkrarFit *fit,
          double height,
          const char *text)
{
  const IkrarTextStyle resized = ikrar_text_style_resize (style, size);
  IkrarTextBlock *block = ikrar_text_block_new (passes->base.type);

  ikrar_text_block_add (block, &resized, text);
  ikrar_text_block_fit (block, fit, ikrar_passes_get_text_width (passes), height);
  return block;
}

/* Draws lines below *@y and moves it to below them. */
static void
set_text (IkrarTextBlock *block, cairo_t *cr, double x, double *y)
{
  double capital = ikrar_text_block_get_capital (block);
  double leading = ikrar_text_block_get_leading (block);

  ikrar_text_block_draw (block, cr, IKRAR_ALIGN_LEFT, x, *y + capital);
  *y += ikrar_text_block_get_height (block) - (leading - capital) / 2;
}

/* Degrees stand on a line of their own, if the name and the unit leave one. */
static void
set_suffix (IkrarPasses *passes,
            cairo_t *cr,
            double x,
            double *y,
            double bottom,
            const char *suffix)
{
  double size = passes->card->unit_size + SUFFIX_LARGER, height = size * suffix_fit.leading;
  g_autoptr (IkrarTextBlock) block = NULL;

  if (*suffix == '\0' || *y + IKRAR_MM (SUFFIX_BELOW) + height > bottom)
    return;
  block = fit_text (passes, &suffix_style, size, &suffix_fit, height, suffix);
  if (ikrar_text_block_get_scale (block) < SUFFIX_LEAST)
    return;
  *y += IKRAR_MM (SUFFIX_BELOW);
  set_text (block, cr, x, y);
}

static void
draw_person (IkrarPasses *passes, cairo_t *cr, double x, double y, const IkrarParticipantLine *line)
{
  const IkrarPassCard *card = passes->card;
  g_autofree char *name = ikrar_participant_line_tie_prefix (line);
  g_autoptr (IkrarTextBlock) name_block = NULL;
  g_autoptr (IkrarTextBlock) unit_block = NULL;
  double top = y + IKRAR_MM (card->text_y), left = x + IKRAR_MM (card->text_x);
  double bottom =
      y + ikrar_passes_get_when_baseline (passes) - passes->when_height - IKRAR_MM (WHEN_GAP);

  unit_block = fit_text (passes, &unit_style, card->unit_size, &unit_fit,
                         UNIT_SHARE * (bottom - top), line->unit);
  bottom -= ikrar_text_block_get_height (unit_block) + IKRAR_MM (UNIT_BELOW);
  name_block = fit_text (passes, &name_style, card->name_size, &name_fit, bottom - top, name);
  set_text (name_block, cr, left, &top);
  if (ikrar_text_block_get_lines (name_block) < 3)
    set_suffix (passes, cr, left, &top, bottom, line->suffix);
  top += IKRAR_MM (UNIT_BELOW);
  set_text (unit_block, cr, left, &top);
}

static const char *
box_text (const IkrarParticipantLine *line, guint box)
{
  return box == 0 ? line->seat : line->group_name;
}

guint
ikrar_passes_get_boxes (const IkrarParticipantLine *line)
{
  guint boxes = 0;

  for (guint i = 0; i < IKRAR_PASSES_BOXES; i++)
    boxes |= (guint) (*box_text (line, i) != '\0') << i;
  return boxes;
}

static void
draw_values (IkrarPasses *passes, cairo_t *cr, double x, double y, const IkrarParticipantLine *line)
{
  const IkrarPassCard *card = passes->card;
  const IkrarTextStyle style = ikrar_text_style_resize (&value_style, card->value_size);
  double width = ikrar_passes_get_box_width (passes);

  x += IKRAR_MM (card->text_x) + width - IKRAR_MM (IKRAR_PASSES_BOX_PADDING);
  y += IKRAR_MM (card->boxes_y + card->boxes_height - VALUE_RAISE);
  for (guint i = 0; i < IKRAR_PASSES_BOXES; i++)
    if (*box_text (line, i) != '\0')
      {
        ikrar_text_fit_draw (passes->base.type, cr, &style, &value_fit, IKRAR_ALIGN_RIGHT, x, y,
                             width - IKRAR_MM (2 * IKRAR_PASSES_BOX_PADDING), 0,
                             box_text (line, i));
        x += width + IKRAR_MM (IKRAR_PASSES_BOX_GAP);
      }
}

void
ikrar_passes_draw_card (IkrarPasses *passes,
                        cairo_t *cr,
                        double x,
                        double y,
                        const IkrarParticipantLine *line)
{
  const IkrarPassCard *card = passes->card;
  char code[IKRAR_HUMAN_CODE_LENGTH + 1];

  ikrar_pass_issuer_human_code (passes->record.issuer, line->number, code);
  ikrar_text_draw (passes->base.type, cr, &code_style, IKRAR_ALIGN_CENTER,
                   x + ikrar_passes_get_symbol_middle (card), y + IKRAR_MM (card->code_y), code);
  draw_person (passes, cr, x, y, line);
  if (passes->common_boxes == IKRAR_PASSES_BOXES_DIFFER)
    ikrar_passes_draw_frames (passes, cr, x, y, ikrar_passes_get_boxes (line));
  draw_values (passes, cr, x, y, line);
}
