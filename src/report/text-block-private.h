/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/text-block.h"
#include "report/text-font-private.h"

G_BEGIN_DECLS

/* Sums of the same widths in another order differ by less than this, in points. */
#define IKRAR_TEXT_TOLERANCE 1e-6

/* Why a line may be broken before a word. */
typedef enum
{
  BREAK_FREE, /* a space */
  BREAK_PART, /* a hyphen or slash: not in running text, which is copied from the page */
  BREAK_TIED, /* a no-break space: only when nothing else helps */
} IkrarBreak;

typedef struct
{
  const IkrarWord *word;
  guint style;
  double width; /* at full size, in points */
  double gap;   /* room before it unless it begins a line */
  IkrarBreak before;
} IkrarTextToken;

typedef struct
{
  guint first;
  guint n_tokens;
  double width;
} IkrarTextLine;

struct _IkrarTextBlock
{
  IkrarTypesetter *type;
  GArray *styles;
  GArray *tokens;
  GArray *lines;
  double size; /* of the first style */
  double scale;
  double leading;
  double longest;
};

const IkrarTextToken *ikrar_text_block_token (const IkrarTextBlock *block, guint index);
const IkrarTextStyle *
ikrar_text_block_style (const IkrarTextBlock *block, const IkrarTextToken *token);

/* First-fit lines no longer than @limit, which is at full size, unless something longer may not be
 * broken. */
guint ikrar_text_block_break_lines (IkrarTextBlock *block, double limit, IkrarBreak allowed);

G_END_DECLS
