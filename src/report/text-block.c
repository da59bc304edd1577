/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/text-block-private.h"

/* A hyphen or slash may end a line if it stands between parts of so many letters. */
#define PART_LETTERS 3

IkrarTextBlock *
ikrar_text_block_new (IkrarTypesetter *type)
{
  IkrarTextBlock *block;

  g_return_val_if_fail (type != NULL, NULL);

  block = g_new0 (IkrarTextBlock, 1);
  block->type = type;
  block->styles = g_array_sized_new (FALSE, FALSE, sizeof (IkrarTextStyle), 2);
  block->tokens = g_array_sized_new (FALSE, FALSE, sizeof (IkrarTextToken), 8);
  block->lines = g_array_sized_new (FALSE, FALSE, sizeof (IkrarTextLine), 4);
  return block;
}

void
ikrar_text_block_free (IkrarTextBlock *block)
{
  if (block == NULL)
    return;
  g_array_unref (block->styles);
  g_array_unref (block->tokens);
  g_array_unref (block->lines);
  g_free (block);
}

const IkrarTextToken *
ikrar_text_block_token (const IkrarTextBlock *block, guint index)
{
  return &g_array_index (block->tokens, IkrarTextToken, index);
}

const IkrarTextStyle *
ikrar_text_block_style (const IkrarTextBlock *block, const IkrarTextToken *token)
{
  return &g_array_index (block->styles, IkrarTextStyle, token->style);
}

static guint
count_letters (const char *text, const char *end)
{
  guint n_letters = 0;

  for (const char *p = text; p < end && g_unichar_isalpha (g_utf8_get_char (p));
       p = g_utf8_next_char (p))
    n_letters++;
  return n_letters;
}

/* Where a part of a piece ends: behind a hyphen or slash between words, or at the end. */
static const char *
find_part_end (const char *start, const char *end)
{
  guint n_letters = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if ((*p == '-' || *p == '/') && n_letters >= PART_LETTERS &&
        count_letters (p + 1, end) >= PART_LETTERS)
      return p + 1;
    else
      n_letters = g_unichar_isalpha (g_utf8_get_char (p)) ? n_letters + 1 : 0;
  return end;
}

static void
add_token (IkrarTextBlock *block,
           const IkrarTextStyle *style,
           const char *text,
           gsize length,
           double gap,
           IkrarBreak before)
{
  IkrarFont *font = ikrar_typesetter_get_font (block->type, style);
  IkrarTextToken token = { .word = ikrar_font_get_word (font, text, length),
                           .style = block->styles->len - 1,
                           .gap = gap,
                           .before = before };

  token.width = ikrar_word_get_width (token.word, style);
  g_array_append_val (block->tokens, token);
}

static void
add_piece (IkrarTextBlock *block, const IkrarTextStyle *style, const IkrarTextPiece *piece)
{
  IkrarFont *font = ikrar_typesetter_get_font (block->type, style);
  double gap = piece->spaced ? ikrar_word_get_width (ikrar_font_get_space (font), style) : 0;
  const char *end = piece->text + piece->length;

  for (const char *p = piece->text; p < end; gap = 0)
    {
      const char *part_end = find_part_end (p, end);

      add_token (block, style, p, (gsize) (part_end - p), gap,
                 p > piece->text ? BREAK_PART
                 : piece->tied   ? BREAK_TIED
                                 : BREAK_FREE);
      p = part_end;
    }
}

void
ikrar_text_block_add (IkrarTextBlock *block, const IkrarTextStyle *style, const char *text)
{
  g_autofree char *printable = NULL;
  IkrarTextPiece piece;

  g_return_if_fail (block != NULL && style != NULL);

  if (text == NULL)
    return;
  printable = ikrar_text_make_printable (text);
  if (printable != NULL)
    text = printable;
  if (block->styles->len == 0)
    block->size = style->size;
  g_array_append_val (block->styles, *style);
  while (ikrar_text_next_piece (&text, &piece))
    add_piece (block, style, &piece);
}

/* How many tokens from @first on stay together, and how wide they are without the gap before. */
static guint
measure_chunk (const IkrarTextBlock *block, guint first, IkrarBreak allowed, double *width)
{
  guint next = first + 1;

  *width = ikrar_text_block_token (block, first)->width;
  for (; next < block->tokens->len && ikrar_text_block_token (block, next)->before > allowed;
       next++)
    *width +=
        ikrar_text_block_token (block, next)->gap + ikrar_text_block_token (block, next)->width;
  return next - first;
}

static IkrarTextLine
break_line (const IkrarTextBlock *block, guint first, double limit, IkrarBreak allowed)
{
  IkrarTextLine line = { .first = first };

  while (first + line.n_tokens < block->tokens->len)
    {
      guint next = first + line.n_tokens;
      double gap = line.n_tokens > 0 ? ikrar_text_block_token (block, next)->gap : 0, width;
      guint n_tokens = measure_chunk (block, next, allowed, &width);

      if (line.n_tokens > 0 && line.width + gap + width > limit + IKRAR_TEXT_TOLERANCE)
        break;
      line.width += gap + width;
      line.n_tokens += n_tokens;
    }
  return line;
}

guint
ikrar_text_block_break_lines (IkrarTextBlock *block, double limit, IkrarBreak allowed)
{
  g_array_set_size (block->lines, 0);
  block->longest = 0;
  for (guint i = 0; i < block->tokens->len;)
    {
      IkrarTextLine line = break_line (block, i, limit, allowed);

      g_array_append_val (block->lines, line);
      block->longest = MAX (block->longest, line.width);
      i += line.n_tokens;
    }
  return block->lines->len;
}

guint
ikrar_text_block_get_lines (const IkrarTextBlock *block)
{
  return block->lines->len;
}

double
ikrar_text_block_get_scale (const IkrarTextBlock *block)
{
  return block->scale;
}

double
ikrar_text_block_get_leading (const IkrarTextBlock *block)
{
  return block->leading;
}

double
ikrar_text_block_get_width (const IkrarTextBlock *block)
{
  return block->longest * block->scale;
}

double
ikrar_text_block_get_height (const IkrarTextBlock *block)
{
  return block->lines->len * block->leading;
}

double
ikrar_text_block_get_capital (const IkrarTextBlock *block)
{
  double capital = 0;

  if (block->styles->len > 0)
    ikrar_text_get_metrics (block->type, &g_array_index (block->styles, IkrarTextStyle, 0), NULL,
                            NULL, &capital);
  return capital * block->scale;
}

static double
draw_token (IkrarTextBlock *block,
            IkrarTextSetter *setter,
            const IkrarTextToken *token,
            double gap,
            double x,
            double y)
{
  const IkrarTextStyle *style = ikrar_text_block_style (block, token);
  double size = style->size * block->scale;

  if (gap > 0)
    {
      IkrarFont *font = ikrar_typesetter_get_font (block->type, style);

      ikrar_text_setter_add (setter, ikrar_font_get_space (font), style, size, x, y);
      x += gap * block->scale;
    }
  ikrar_text_setter_add (setter, token->word, style, size, x, y);
  return x + token->width * block->scale;
}

/* Words of a script that runs to the left follow each other to the left. */
static void
draw_line (IkrarTextBlock *block,
           IkrarTextSetter *setter,
           const IkrarTextLine *line,
           double x,
           double y)
{
  guint end = line->first + line->n_tokens;

  for (guint i = line->first; i < end;)
    {
      guint next = i + 1;

      while (ikrar_text_block_token (block, i)->word->leftward && next < end &&
             ikrar_text_block_token (block, next)->word->leftward)
        next++;
      for (guint j = i; j < next; j++)
        {
          guint after = j == i ? i : i + next - j; /* of the two words around the gap */
          double gap = j > line->first ? ikrar_text_block_token (block, after)->gap : 0;

          x = draw_token (block, setter, ikrar_text_block_token (block, i + next - 1 - j), gap, x,
                          y);
        }
      i = next;
    }
}

void
ikrar_text_block_draw_lines (IkrarTextBlock *block,
                             cairo_t *cr,
                             IkrarAlign align,
                             double x,
                             double y,
                             guint first,
                             guint n_lines)
{
  static const double shares[] = { 0, 0.5, 1 };
  IkrarTextSetter *setter;

  g_return_if_fail (block != NULL && cr != NULL && first + n_lines <= block->lines->len);

  setter = ikrar_typesetter_get_setter (block->type);
  ikrar_text_setter_begin (setter, cr);
  for (guint i = first; i < first + n_lines; i++, y += block->leading)
    {
      const IkrarTextLine *line = &g_array_index (block->lines, IkrarTextLine, i);

      draw_line (block, setter, line, x - shares[align] * line->width * block->scale, y);
    }
  ikrar_text_setter_finish (setter);
}

void
ikrar_text_block_draw (IkrarTextBlock *block, cairo_t *cr, IkrarAlign align, double x, double y)
{
  ikrar_text_block_draw_lines (block, cr, align, x, y, 0, block->lines->len);
}

void
ikrar_text_block_draw_middle (IkrarTextBlock *block,
                              cairo_t *cr,
                              IkrarAlign align,
                              double x,
                              double y)
{
  double height = ikrar_text_block_get_height (block) - block->leading;
  double capital = ikrar_text_block_get_capital (block);

  ikrar_text_block_draw (block, cr, align, x, y + (capital - height) / 2);
}
