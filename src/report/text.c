/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/text-font-private.h"

double
ikrar_word_get_width (const IkrarWord *word, const IkrarTextStyle *style)
{
  return (word->advance + style->tracking * word->n_clusters) * style->size;
}

/* A text that runs to the left is one word: whoever shapes it puts its words in order. */
static gboolean
next_piece (const char **text, gboolean whole, IkrarTextPiece *piece)
{
  if (!whole)
    return ikrar_text_next_piece (text, piece);
  *piece = (IkrarTextPiece){ .text = *text, .length = strlen (*text) };
  *text += piece->length;
  return piece->length > 0;
}

/* Goes through a line and gives every word and space to the setter, if there is one. */
static double
run_line (IkrarTypesetter *type,
          IkrarTextSetter *setter,
          const IkrarTextStyle *style,
          double x,
          double y,
          const char *text)
{
  IkrarFont *font = ikrar_typesetter_get_font (type, style);
  gboolean whole = ikrar_text_runs_left (text, strlen (text));
  double start = x;
  IkrarTextPiece piece;

  while (next_piece (&text, whole, &piece))
    {
      const IkrarWord *words[] = { piece.spaced && x > start ? ikrar_font_get_space (font) : NULL,
                                   ikrar_font_get_word (font, piece.text, piece.length) };

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (words[i] != NULL)
          {
            if (setter != NULL)
              ikrar_text_setter_add (setter, words[i], style, style->size, x, y);
            x += ikrar_word_get_width (words[i], style);
          }
    }
  /* The room after the last letter is no part of the line. */
  return x > start ? x - start - style->tracking * style->size : 0;
}

void
ikrar_typesetter_begin_batch (IkrarTypesetter *type, cairo_t *cr)
{
  g_return_if_fail (type != NULL && cr != NULL);

  ikrar_text_setter_begin (ikrar_typesetter_get_setter (type), cr);
}

void
ikrar_typesetter_end_batch (IkrarTypesetter *type)
{
  g_return_if_fail (type != NULL);

  ikrar_text_setter_finish (ikrar_typesetter_get_setter (type));
}

IkrarTextStyle
ikrar_text_style_resize (const IkrarTextStyle *style, double size)
{
  IkrarTextStyle resized = *style;

  resized.size = size;
  return resized;
}

double
ikrar_text_get_width (IkrarTypesetter *type, const IkrarTextStyle *style, const char *text)
{
  g_autofree char *printable = NULL;

  g_return_val_if_fail (type != NULL && style != NULL, 0);

  if (text == NULL)
    return 0;
  printable = ikrar_text_make_printable (text);
  return run_line (type, NULL, style, 0, 0, printable != NULL ? printable : text);
}

void
ikrar_text_draw (IkrarTypesetter *type,
                 cairo_t *cr,
                 const IkrarTextStyle *style,
                 IkrarAlign align,
                 double x,
                 double y,
                 const char *text)
{
  g_autofree char *printable = NULL;
  IkrarTextSetter *setter;

  g_return_if_fail (type != NULL && cr != NULL && style != NULL);

  if (text == NULL || *text == '\0')
    return;
  printable = ikrar_text_make_printable (text);
  if (printable != NULL)
    text = printable;
  if (align != IKRAR_ALIGN_LEFT)
    x -= run_line (type, NULL, style, 0, 0, text) * (align == IKRAR_ALIGN_CENTER ? 0.5 : 1);
  setter = ikrar_typesetter_get_setter (type);
  ikrar_text_setter_begin (setter, cr);
  run_line (type, setter, style, x, y, text);
  ikrar_text_setter_finish (setter);
}
