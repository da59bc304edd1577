/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/ink.h"

G_BEGIN_DECLS

/**
 * IkrarTypeface:
 * @IKRAR_TYPEFACE_LIST: lists, letters, letterheads, footers: Arial or what is measured like it
 * @IKRAR_TYPEFACE_BOOK: pledges and minutes: Bookman Old Style or what is drawn like it
 * @IKRAR_TYPEFACE_CARD: passes and certificates
 * @IKRAR_TYPEFACE_DISPLAY: the same for more than 20 points
 * @IKRAR_TYPEFACE_CODE: codes that people type
 * @IKRAR_TYPEFACE_SCREEN: charts in a window, see [method@Typesetter.set_screen_family]
 *
 * What type is used for. Each has a chain of families; the first one that is installed is taken.
 */
typedef enum
{
  IKRAR_TYPEFACE_LIST,
  IKRAR_TYPEFACE_BOOK,
  IKRAR_TYPEFACE_CARD,
  IKRAR_TYPEFACE_DISPLAY,
  IKRAR_TYPEFACE_CODE,
  IKRAR_TYPEFACE_SCREEN,
  IKRAR_N_TYPEFACES,
} IkrarTypeface;

/**
 * IkrarTypeWeight:
 *
 * Regular is 0, so that a style without a weight is regular.
 */
typedef enum
{
  IKRAR_WEIGHT_REGULAR,
  IKRAR_WEIGHT_LIGHT,
  IKRAR_WEIGHT_SEMIBOLD,
  IKRAR_WEIGHT_BOLD,
  IKRAR_N_WEIGHTS,
} IkrarTypeWeight;

/**
 * IkrarTextStyle:
 * @size: in points
 * @tracking: room added after every letter, in parts of the size. Between .08 and .16 programs that
 *   copy text from a PDF take the gaps of capitals for spaces
 * @tabular: digits of one width, for columns and numbers
 * @ink: colour
 *
 * How a text is set.
 */
typedef struct
{
  IkrarTypeface typeface;
  IkrarTypeWeight weight;
  double size;
  double tracking;
  gboolean italic;
  gboolean tabular;
  const IkrarInk *ink;
} IkrarTextStyle;

/**
 * IkrarAlign:
 *
 * Which end of a line stands at the position given for it.
 */
typedef enum
{
  IKRAR_ALIGN_LEFT,
  IKRAR_ALIGN_CENTER,
  IKRAR_ALIGN_RIGHT,
} IkrarAlign;

/**
 * IkrarTypesetter:
 *
 * Sets text: fonts, and the words they have shaped so far. Words are measured in parts of the type
 * size without hinting or rounding, so that one measurement serves every size, paper and screen.
 * One thread at a time.
 */
typedef struct _IkrarTypesetter IkrarTypesetter;

/**
 * ikrar_typesetter_new:
 *
 * Returns: (transfer full): a typesetter
 */
IkrarTypesetter *ikrar_typesetter_new (void);

/**
 * ikrar_typesetter_free:
 * @type: (transfer full) (nullable): a typesetter
 */
void ikrar_typesetter_free (IkrarTypesetter *type);

/**
 * ikrar_typesetter_set_screen_family:
 * @type: a typesetter that has not set anything in %IKRAR_TYPEFACE_SCREEN yet
 * @families: families by preference, separated by commas
 */
void ikrar_typesetter_set_screen_family (IkrarTypesetter *type, const char *families);

/**
 * ikrar_typesetter_get_family:
 * @type: a typesetter
 * @typeface: what it is for
 *
 * Asks which font was really found: a family that is missing is replaced without a word.
 *
 * Returns: (transfer full): the family's name
 */
char *ikrar_typesetter_get_family (IkrarTypesetter *type, IkrarTypeface typeface);

/**
 * ikrar_typesetter_trim:
 * @type: a typesetter
 *
 * Forgets words when there are very many. No block may be alive.
 */
void ikrar_typesetter_trim (IkrarTypesetter *type);

/**
 * ikrar_typesetter_prepare:
 * @type: a typesetter
 * @cr: a context that will be drawn on
 *
 * Turns off hinting, which would make text on screen differ from text on paper.
 */
void ikrar_typesetter_prepare (IkrarTypesetter *type, cairo_t *cr);

/**
 * ikrar_typesetter_begin_batch:
 * @type: a typesetter
 * @cr: a context that everything up to the end of the batch is drawn on, without moving it
 *
 * From here on text is gathered by font, size and ink, and drawn when the batch ends: much less
 * work for pages with many short texts. In the file they no longer stand in reading order.
 */
void ikrar_typesetter_begin_batch (IkrarTypesetter *type, cairo_t *cr);

/**
 * ikrar_typesetter_end_batch:
 * @type: a typesetter with a batch
 *
 * Draws what was gathered.
 */
void ikrar_typesetter_end_batch (IkrarTypesetter *type);

/**
 * ikrar_text_style_resize:
 * @style: a style
 * @size: in points
 *
 * Returns: the same style in another size
 */
IkrarTextStyle ikrar_text_style_resize (const IkrarTextStyle *style, double size);

/**
 * ikrar_text_get_metrics:
 * @type: a typesetter
 * @style: a style
 * @ascent: (out) (optional): from the baseline up to the highest letters, in points
 * @descent: (out) (optional): from the baseline down to the lowest ones
 * @capital: (out) (optional): height of a capital letter
 */
void ikrar_text_get_metrics (IkrarTypesetter *type,
                             const IkrarTextStyle *style,
                             double *ascent,
                             double *descent,
                             double *capital);

/**
 * ikrar_text_get_width:
 * @type: a typesetter
 * @style: a style
 * @text: (nullable): a line of text
 *
 * Returns: how wide it is in points
 */
double ikrar_text_get_width (IkrarTypesetter *type, const IkrarTextStyle *style, const char *text);

/**
 * ikrar_text_draw:
 * @type: a typesetter
 * @cr: a context
 * @style: a style
 * @align: which end stands at @x
 * @x: position
 * @y: the baseline
 * @text: (nullable): a line of text, never markup
 *
 * Sets one line as it is. For text whose length is not known use [struct@TextBlock].
 */
void ikrar_text_draw (IkrarTypesetter *type,
                      cairo_t *cr,
                      const IkrarTextStyle *style,
                      IkrarAlign align,
                      double x,
                      double y,
                      const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarTypesetter, ikrar_typesetter_free)

G_END_DECLS
