/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/text.h"

G_BEGIN_DECLS

/**
 * IkrarFitStep:
 * @lines: at most so many lines
 * @from: the size to begin with, in parts of the style's
 * @to: the smallest size before the next step is tried
 *
 * One thing to try with a text that may not fit.
 */
typedef struct
{
  guint lines;
  double from;
  double to;
} IkrarFitStep;

#define IKRAR_FIT_STEPS_MAX 4

/**
 * IkrarFit:
 * @steps: what to try, in order; ends with a step of no lines
 * @leading: from baseline to baseline, in parts of the size
 * @balanced: whether lines are made about as long as each other
 *
 * How a text gives way when it is long. After the last step it goes on: lines are broken between
 * words that belong together, then within words, then the text gets smaller until it fits. Nothing
 * is ever cut off.
 */
typedef struct
{
  IkrarFitStep steps[IKRAR_FIT_STEPS_MAX + 1];
  double leading;
  gboolean balanced;
} IkrarFit;

/**
 * IkrarTextBlock:
 *
 * A text in lines. Made, filled, fitted into a box, drawn.
 */
typedef struct _IkrarTextBlock IkrarTextBlock;

/**
 * ikrar_text_block_new:
 * @type: a typesetter; trim it only after the block is freed
 *
 * Returns: (transfer full): an empty block
 */
IkrarTextBlock *ikrar_text_block_new (IkrarTypesetter *type);

/**
 * ikrar_text_block_free:
 * @block: (transfer full) (nullable): a block
 */
void ikrar_text_block_free (IkrarTextBlock *block);

/**
 * ikrar_text_block_add:
 * @block: a block that is not fitted yet
 * @style: how the text is set
 * @text: (nullable): text, never markup. No-break spaces hold what belongs together
 */
void ikrar_text_block_add (IkrarTextBlock *block, const IkrarTextStyle *style, const char *text);

/**
 * ikrar_text_block_fit:
 * @block: a block
 * @fit: how it gives way
 * @width: room in points
 * @height: room in points for all lines, 0 for any
 */
void ikrar_text_block_fit (IkrarTextBlock *block, const IkrarFit *fit, double width, double height);

/**
 * ikrar_text_block_wrap:
 * @block: a block
 * @leading: from baseline to baseline, in points
 * @width: room in points
 *
 * Breaks lines at full size, as many as it takes: running text.
 */
void ikrar_text_block_wrap (IkrarTextBlock *block, double leading, double width);

/**
 * ikrar_text_block_get_lines:
 * @block: a fitted block
 *
 * Returns: how many lines it has
 */
guint ikrar_text_block_get_lines (const IkrarTextBlock *block);

/**
 * ikrar_text_block_get_scale:
 * @block: a fitted block
 *
 * Returns: its size in parts of the style's
 */
double ikrar_text_block_get_scale (const IkrarTextBlock *block);

/**
 * ikrar_text_block_get_leading:
 * @block: a fitted block
 *
 * Returns: from baseline to baseline, in points
 */
double ikrar_text_block_get_leading (const IkrarTextBlock *block);

/**
 * ikrar_text_block_get_width:
 * @block: a fitted block
 *
 * Returns: width of the longest line in points
 */
double ikrar_text_block_get_width (const IkrarTextBlock *block);

/**
 * ikrar_text_block_get_height:
 * @block: a fitted block
 *
 * Returns: the leading of all lines, 0 for an empty block
 */
double ikrar_text_block_get_height (const IkrarTextBlock *block);

/**
 * ikrar_text_block_get_capital:
 * @block: a fitted block
 *
 * Returns: height of a capital letter of its first line in points
 */
double ikrar_text_block_get_capital (const IkrarTextBlock *block);

/**
 * ikrar_text_block_draw:
 * @block: a fitted block
 * @cr: a context
 * @align: which end of the lines stands at @x
 * @x: position
 * @y: the first baseline
 */
void
ikrar_text_block_draw (IkrarTextBlock *block, cairo_t *cr, IkrarAlign align, double x, double y);

/**
 * ikrar_text_block_draw_lines:
 * @block: a fitted block
 * @cr: a context
 * @align: which end of the lines stands at @x
 * @x: position
 * @y: baseline of line @first
 * @first: the first line to draw
 * @n_lines: how many
 *
 * Draws some of the lines, for text that goes on over the page.
 */
void ikrar_text_block_draw_lines (IkrarTextBlock *block,
                                  cairo_t *cr,
                                  IkrarAlign align,
                                  double x,
                                  double y,
                                  guint first,
                                  guint n_lines);

/**
 * ikrar_text_block_draw_middle:
 * @block: a fitted block
 * @cr: a context
 * @align: which end of the lines stands at @x
 * @x: position
 * @y: middle of the room: the capitals of the first line stand as far above it as the last baseline
 *   below
 */
void ikrar_text_block_draw_middle (IkrarTextBlock *block,
                                   cairo_t *cr,
                                   IkrarAlign align,
                                   double x,
                                   double y);

/**
 * ikrar_text_fit_draw:
 * @type: a typesetter
 * @cr: a context
 * @style: a style
 * @fit: how the text gives way
 * @align: which end of the lines stands at @x
 * @x: position
 * @y: the first baseline
 * @width: room in points
 * @height: room in points, 0 for any
 * @text: (nullable): text
 *
 * Makes, fits and draws a block of one style.
 *
 * Returns: the height it took
 */
double ikrar_text_fit_draw (IkrarTypesetter *type,
                            cairo_t *cr,
                            const IkrarTextStyle *style,
                            const IkrarFit *fit,
                            IkrarAlign align,
                            double x,
                            double y,
                            double width,
                            double height,
                            const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarTextBlock, ikrar_text_block_free)

G_END_DECLS
