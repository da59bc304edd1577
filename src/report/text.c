/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <string.h>

#include "report/text-font-private.h"

void
ikrar_line_setter_init (IkrarLineSetter *line)
{
  line->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  line->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  line->text = g_string_new (NULL);
}

void
ikrar_line_setter_clear (IkrarLineSetter *line)
{
  g_array_unref (line->glyphs);
  g_array_unref (line->clusters);
  g_string_free (line->text, TRUE);
}

void
ikrar_line_setter_begin (IkrarLineSetter *line, cairo_t *cr)
{
  line->cr = cr;
  line->face = NULL;
}

static void
show (IkrarLineSetter *line)
{
  if (line->glyphs->len == 0)
    return;
  cairo_set_font_face (line->cr, line->face);
  cairo_set_font_size (line->cr, line->size);
  ikrar_ink_set (line->cr, line->ink);
  cairo_show_text_glyphs (line->cr, line->text->str, (int) line->text->len,
                          (cairo_glyph_t *) (void *) line->glyphs->data, (int) line->glyphs->len,
                          (cairo_text_cluster_t *) (void *) line->clusters->data,
                          (int) line->clusters->len, 0);
  g_array_set_size (line->glyphs, 0);
  g_array_set_size (line->clusters, 0);
  g_string_truncate (line->text, 0);
}

static void
change_font (IkrarLineSetter *line, cairo_font_face_t *face, double size, const IkrarInk *ink)
{
  if (line->face == face && line->size == size && line->ink == ink)
    return;
  show (line);
  line->face = face;
  line->size = size;
  line->ink = ink;
}

static void
add_run (IkrarLineSetter *line,
         const IkrarGlyphRun *run,
         double size,
         double tracking,
         double x,
         double y)
{
  guint first = line->glyphs->len;
  cairo_glyph_t *glyphs;

  g_array_append_vals (line->glyphs, run->glyphs, (guint) run->n_glyphs);
  g_array_append_vals (line->clusters, run->clusters, (guint) run->n_clusters);
  g_string_append_len (line->text, run->text, run->length);
  glyphs = &g_array_index (line->glyphs, cairo_glyph_t, first);
  for (int i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].x = x + (glyphs[i].x + tracking * i) * size;
      glyphs[i].y = y + glyphs[i].y * size;
    }
}

void
ikrar_line_setter_add (IkrarLineSetter *line,
                       const IkrarWord *word,
                       const IkrarTextStyle *style,
                       double size,
                       double x,
                       double y)
{
  const IkrarInk *ink = style->ink != NULL ? style->ink : &ikrar_ink_black;

  for (guint i = 0; i < word->n_runs; i++)
    {
      change_font (line, word->runs[i].face, size, ink);
      add_run (line, &word->runs[i], size, style->tracking, x, y);
    }
}

void
ikrar_line_setter_finish (IkrarLineSetter *line)
{
  show (line);
  line->cr = NULL;
}

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

/* Goes through a line and calls @line's setter for every word and space, if there is one. */
static double
run_line (IkrarTypesetter *type,
          IkrarLineSetter *line,
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
            if (line != NULL)
              ikrar_line_setter_add (line, words[i], style, style->size, x, y);
            x += ikrar_word_get_width (words[i], style);
          }
    }
  /* The room after the last letter is no part of the line. */
  return x > start ? x - start - style->tracking * style->size : 0;
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
  IkrarLineSetter *line;

  g_return_if_fail (type != NULL && cr != NULL && style != NULL);

  if (text == NULL || *text == '\0')
    return;
  printable = ikrar_text_make_printable (text);
  if (printable != NULL)
    text = printable;
  if (align != IKRAR_ALIGN_LEFT)
    x -= run_line (type, NULL, style, 0, 0, text) * (align == IKRAR_ALIGN_CENTER ? 0.5 : 1);
  line = ikrar_typesetter_get_line (type);
  ikrar_line_setter_begin (line, cr);
  run_line (type, line, style, x, y, text);
  ikrar_line_setter_finish (line);
}
