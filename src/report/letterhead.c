/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/letterhead-private.h"
#include "report/text-block.h"

/* Millimetres. The ratio 2:3:1 of the rules taken literally gives an address of 6 points; 8.5 is
 * the smallest that survives a photocopy. */
#define EMBLEM 23
#define EMBLEM_GAP 2
#define FIRST_BASELINE 4.4
#define LAST_TO_RULE 3.4
#define HEIGHT_MIN 28.8
#define TEXT_HEIGHT_USUAL 24.3
#define RULES_APART 0.9
#define THIN_RULE 0.25

static const IkrarTextStyle government_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 13 };
static const IkrarTextStyle name_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                           .weight = IKRAR_WEIGHT_BOLD,
                                           .size = 15 };
static const IkrarTextStyle address_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 8.5 };

static const IkrarFit government_fit = { { { 1, 1, 0.8 }, { 2, 1, 0.8 } }, 1.2, TRUE };
static const IkrarFit name_fit = { { { 1, 1, 1 }, { 2, 1, 0.85 }, { 3, 1, 0.7 } }, 1.1, TRUE };
static const IkrarFit address_fit = { { { 1, 1, 0.88 }, { 2, 1, 0.8 } }, 1.17, TRUE };

/* A line of the letterhead, and how far its first baseline is from the last one before it. */
typedef struct
{
  const IkrarTextStyle *style;
  const IkrarFit *fit;
  double step;
} Part;

static const Part parts[] = {
  { &government_style, &government_fit, FIRST_BASELINE },
  { &name_style, &name_fit, 6.2 },
  { &address_style, &address_fit, 4.4 },
  { &address_style, &address_fit, 3.5 },
};

typedef struct
{
  IkrarTextBlock *blocks[G_N_ELEMENTS (parts)];
  double baselines[G_N_ELEMENTS (parts)]; /* from the top, in points */
  double height;                          /* down to the last baseline */
} Lines;

static void
set_lines (Lines *lines, IkrarTypesetter *type, const IkrarInstitution *institution, double width)
{
  g_autofree char *government = g_utf8_strup (institution->government, -1);
  g_autofree char *name = g_utf8_strup (institution->name, -1);
  const char *const texts[] = { government, name, institution->address, institution->contact };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      IkrarTextBlock *block = ikrar_text_block_new (type);
      guint n_lines;

      ikrar_text_block_add (block, parts[i].style, texts[i]);
      ikrar_text_block_fit (block, parts[i].fit, width, 0);
      lines->blocks[i] = block;
      n_lines = ikrar_text_block_get_lines (block);
      if (n_lines == 0)
        continue;
      lines->baselines[i] =
          lines->height + IKRAR_MM (lines->height > 0 ? parts[i].step : FIRST_BASELINE);
      lines->height = lines->baselines[i] + (n_lines - 1) * ikrar_text_block_get_leading (block);
    }
}

static void
draw_lines (const Lines *lines, cairo_t *cr, double center, double y)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (ikrar_text_block_get_lines (lines->blocks[i]) > 0)
      ikrar_text_block_draw (lines->blocks[i], cr, IKRAR_ALIGN_CENTER, center,
                             y + lines->baselines[i]);
}

static void
clear_lines (Lines *lines)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    ikrar_text_block_free (lines->blocks[i]);
}

static void
draw_rules (cairo_t *cr, double left, double right, double bottom)
{
  double heavy = bottom - IKRAR_MM (THIN_RULE + RULES_APART + IKRAR_LINE_HEAVY / 2);

  ikrar_ink_line (cr, &ikrar_ink_black, IKRAR_LINE_HEAVY, left, heavy, right, heavy);
  ikrar_ink_line (cr, &ikrar_ink_black, THIN_RULE, left, bottom, right, bottom);
}

double
ikrar_letterhead_draw (IkrarTypesetter *type,
                       cairo_t *cr,
                       const IkrarOccasion *occasion,
                       double left,
                       double right,
                       double y)
{
  gboolean has_logo = occasion->logo != NULL;
  double text_left = has_logo ? left + IKRAR_MM (EMBLEM + EMBLEM_GAP) : left;
  double height, shift = 0;
  Lines lines = { 0 };

  set_lines (&lines, type, occasion->institution, right - text_left);
  height = lines.height > 0 ? lines.height + IKRAR_MM (LAST_TO_RULE) : 0;
  if (has_logo && height < IKRAR_MM (HEIGHT_MIN))
    {
      shift = MAX (0, IKRAR_MM (TEXT_HEIGHT_USUAL) - lines.height) / 2;
      height = IKRAR_MM (HEIGHT_MIN);
    }
  if (cr != NULL && height > 0)
    {
      if (has_logo)
        ikrar_occasion_draw_logo (occasion, cr, left, y, IKRAR_MM (EMBLEM));
      draw_lines (&lines, cr, (text_left + right) / 2, y + shift);
      draw_rules (cr, left, right, y + height);
    }
  clear_lines (&lines);
  return height;
}
