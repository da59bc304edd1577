/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/text-block-private.h"

/* How exactly the narrowest lines are found, in points. */
#define BISECTION 0.01

/* The last resorts get smaller by this factor at a time; words are cut below the second one. */
#define SHRINK 0.96
#define SHRINK_BEFORE_CUTTING 0.75

/* The shortest longest line with which @n_lines are enough, by bisection. */
static double
narrowest (IkrarTextBlock *block, guint n_lines, IkrarBreak allowed)
{
  double low = 0, high;

  ikrar_text_block_break_lines (block, G_MAXDOUBLE, allowed);
  high = block->longest;
  while (high - low > BISECTION)
    {
      double middle = (low + high) / 2;

      if (ikrar_text_block_break_lines (block, middle, allowed) <= n_lines &&
          block->longest <= middle + IKRAR_TEXT_TOLERANCE)
        high = middle;
      else
        low = middle;
    }
  ikrar_text_block_break_lines (block, high, allowed);
  return block->longest;
}

/* Breaks lines for a scale that was found to do, and notes it. */
static void
settle (IkrarTextBlock *block, const IkrarFit *fit, double scale, double width, IkrarBreak allowed)
{
  guint n_lines = ikrar_text_block_break_lines (block, width / scale, allowed);

  if (fit->balanced && n_lines > 1)
    ikrar_text_block_break_lines (block, narrowest (block, n_lines, allowed), allowed);
  block->scale = scale;
  block->leading = fit->leading * block->size * scale;
}

static gboolean
does_fit (IkrarTextBlock *block,
          guint n_lines,
          double scale,
          double leading,
          double width,
          double height)
{
  return block->lines->len <= n_lines && block->longest * scale <= width + IKRAR_TEXT_TOLERANCE &&
         (height <= 0 ||
          block->lines->len * leading * block->size * scale <= height + IKRAR_TEXT_TOLERANCE);
}

/* The largest scale of a step at which the text fits, 0 if there is none. */
static double
try_step (IkrarTextBlock *block,
          const IkrarFitStep *step,
          const IkrarFit *fit,
          double width,
          double height)
{
  double best = 0;

  ikrar_text_block_break_lines (block, width / step->from, BREAK_PART);
  if (does_fit (block, step->lines, step->from, fit->leading, width, height))
    return step->from;
  for (guint n_lines = step->lines; n_lines > 0; n_lines--)
    {
      double scale = MIN (step->from, width / narrowest (block, n_lines, BREAK_PART));

      if (height > 0)
        scale = MIN (scale, height / (n_lines * fit->leading * block->size));
      best = MAX (best, scale);
    }
  return best >= step->to ? best : 0;
}

static char *
copy_text (const IkrarWord *word)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < word->n_runs; i++)
    g_string_append_len (text, word->runs[i].text, word->runs[i].length);
  return g_string_free (text, FALSE);
}

/* Takes a token apart, letter by letter. */
static guint
cut_token (IkrarTextBlock *block, guint index)
{
  IkrarTextToken part = *ikrar_text_block_token (block, index);
  g_autofree char *text = copy_text (part.word);
  const IkrarTextStyle *style = ikrar_text_block_style (block, &part);
  IkrarFont *font = ikrar_typesetter_get_font (block->type, style);
  guint n_parts = 0;

  g_array_remove_index (block->tokens, index);
  for (const char *p = text, *next; *p != '\0'; p = next, n_parts++)
    {
      next = g_utf8_next_char (p);
      while (g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      part.word = ikrar_font_get_word (font, p, (gsize) (next - p));
      part.width = ikrar_word_get_width (part.word, style);
      g_array_insert_val (block->tokens, index + n_parts, part);
      part.gap = 0;
      part.before = BREAK_FREE;
    }
  return n_parts;
}

static void
cut_wide_tokens (IkrarTextBlock *block, double limit)
{
  for (guint i = 0; i < block->tokens->len;)
    i += ikrar_text_block_token (block, i)->width > limit ? cut_token (block, i) : 1;
}

/* What is done when no step helped: smaller and smaller, after a while with words cut. */
static double
insist (IkrarTextBlock *block,
        const IkrarFitStep *last,
        const IkrarFit *fit,
        double width,
        double height)
{
  double scale = last->to;
  guint n_lines = height > 0 ? G_MAXUINT : last->lines;

  for (;; scale *= SHRINK)
    {
      if (scale < last->to * SHRINK_BEFORE_CUTTING)
        cut_wide_tokens (block, width / scale);
      ikrar_text_block_break_lines (block, width / scale, BREAK_TIED);
      if (does_fit (block, n_lines, scale, fit->leading, width, height))
        return scale;
    }
}

void
ikrar_text_block_fit (IkrarTextBlock *block, const IkrarFit *fit, double width, double height)
{
  const IkrarFitStep *step = fit->steps;
  double scale = 0;

  g_return_if_fail (block != NULL && fit != NULL && width > 0 && fit->steps[0].lines > 0);

  block->scale = 1;
  block->leading = fit->leading * block->size;
  if (block->tokens->len == 0)
    return;
  for (; step->lines > 0 && scale == 0; step++)
    scale = try_step (block, step, fit, width, height);
  if (scale > 0)
    settle (block, fit, scale, width, BREAK_PART);
  else
    settle (block, fit, insist (block, step - 1, fit, width, height), width, BREAK_TIED);
}

void
ikrar_text_block_wrap (IkrarTextBlock *block, double leading, double width)
{
  g_return_if_fail (block != NULL && leading > 0 && width > 0);

  cut_wide_tokens (block, width);
  for (IkrarBreak allowed = BREAK_FREE; allowed <= BREAK_TIED; allowed++)
    {
      ikrar_text_block_break_lines (block, width, allowed);
      if (block->longest <= width + IKRAR_TEXT_TOLERANCE)
        break;
    }
  block->scale = 1;
  block->leading = leading;
}

double
ikrar_text_fit_draw (IkrarTypesetter *type,
                     cairo_t *cr,
                     const IkrarTextStyle *style,
                     const IkrarFit *fit,
                     IkrarAlign align,
                     double x,
                     double y,
                     double width,
                     double height,
                     const char *text)
{
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (type);

  ikrar_text_block_add (block, style, text);
  ikrar_text_block_fit (block, fit, width, height);
  ikrar_text_block_draw (block, cr, align, x, y);
  return ikrar_text_block_get_height (block);
}
