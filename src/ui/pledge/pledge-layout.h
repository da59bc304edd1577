/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <pango/pango.h>

#include "core/pledge-text.h"

G_BEGIN_DECLS

/**
 * IkrarPledgePart:
 *
 * What a block of a pledge text is.
 */
typedef enum
{
  IKRAR_PLEDGE_PART_HEADING,
  IKRAR_PLEDGE_PART_OPENING,
  IKRAR_PLEDGE_PART_POINT,
  IKRAR_PLEDGE_PART_CLOSING,
} IkrarPledgePart;

/**
 * IkrarPledgeBlock:
 * @part: what it is
 * @text: (nullable): its text, borrowed
 * @number: (nullable): the number before it, borrowed
 * @lit: whether it is the one that is read now
 * @x: left edge, with the margins of a lit block
 * @y: upper edge
 * @width: width
 * @height: height
 * @text_x: where the text begins
 * @number_x: where the number begins
 * @text_y: where both begin
 *
 * A block of a pledge text in its place.
 */
typedef struct
{
  IkrarPledgePart part;
  PangoLayout *text;
  PangoLayout *number;
  gboolean lit;
  double x;
  double y;
  double width;
  double height;
  double text_x;
  double number_x;
  double text_y;
} IkrarPledgeBlock;

/**
 * IkrarPledgeLayout:
 *
 * The whole text of a pledge in the largest type with which it fits into a box, whichever part of
 * it is lit. Nothing of it is left out and nothing scrolls: who pledges sees what is pledged.
 */
typedef struct _IkrarPledgeLayout IkrarPledgeLayout;

/**
 * ikrar_pledge_layout_new:
 * @context: fonts
 * @text: the text
 * @stage: whether it is shown on a stage: headings in the middle, the part that is read larger
 * @width: width of the box
 * @height: height of the box
 *
 * Returns: (transfer full): the layout
 */
IkrarPledgeLayout *ikrar_pledge_layout_new (PangoContext *context,
                                            const IkrarPledgeText *text,
                                            gboolean stage,
                                            int width,
                                            int height);

/**
 * ikrar_pledge_layout_measure:
 * @context: fonts
 * @text: the text
 * @width: width of a box
 * @size: size of plain text, in pixels
 *
 * Returns: how high the box must be for that size, if it is no stage
 */
double ikrar_pledge_layout_measure (PangoContext *context,
                                    const IkrarPledgeText *text,
                                    int width,
                                    double size);

/**
 * ikrar_pledge_layout_free:
 * @layout: (transfer full) (nullable): a layout
 */
void ikrar_pledge_layout_free (IkrarPledgeLayout *layout);

/**
 * ikrar_pledge_layout_get_font_size:
 * @layout: a layout
 *
 * Returns: size of its plain text, in pixels
 */
double ikrar_pledge_layout_get_font_size (IkrarPledgeLayout *layout);

/**
 * ikrar_pledge_layout_count_parts:
 * @layout: a layout
 *
 * Returns: how many parts are read one after the other: opening, points, closing
 */
guint ikrar_pledge_layout_count_parts (IkrarPledgeLayout *layout);

/**
 * ikrar_pledge_layout_place:
 * @layout: a layout
 * @lit: which part is lit, from 0; -1 for none
 *
 * Returns: (transfer full) (element-type IkrarPledgeBlock): the blocks in their places
 */
GArray *ikrar_pledge_layout_place (IkrarPledgeLayout *layout, int lit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPledgeLayout, ikrar_pledge_layout_free)

G_END_DECLS
