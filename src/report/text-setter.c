/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/text-font-private.h"

static void
pile_free (gpointer data)
{
  IkrarTextPile *pile = data;

  g_array_unref (pile->glyphs);
  g_array_unref (pile->clusters);
  g_string_free (pile->text, TRUE);
  g_free (pile);
}

void
ikrar_text_setter_init (IkrarTextSetter *setter)
{
  setter->piles = g_ptr_array_new_with_free_func (pile_free);
}

void
ikrar_text_setter_clear (IkrarTextSetter *setter)
{
  g_ptr_array_unref (setter->piles);
}

void
ikrar_text_setter_begin (IkrarTextSetter *setter, cairo_t *cr)
{
  g_assert (setter->depth == 0 || setter->cr == cr);

  setter->cr = cr;
  setter->depth++;
}

static void
show (IkrarTextSetter *setter, IkrarTextPile *pile)
{
  cairo_set_font_face (setter->cr, pile->face);
  cairo_set_font_size (setter->cr, pile->size);
  ikrar_ink_set (setter->cr, pile->ink);
  cairo_show_text_glyphs (setter->cr, pile->text->str, (int) pile->text->len,
                          (cairo_glyph_t *) (void *) pile->glyphs->data, (int) pile->glyphs->len,
                          (cairo_text_cluster_t *) (void *) pile->clusters->data,
                          (int) pile->clusters->len, 0);
  g_array_set_size (pile->glyphs, 0);
  g_array_set_size (pile->clusters, 0);
  g_string_truncate (pile->text, 0);
}

static void
show_all (IkrarTextSetter *setter)
{
  for (guint i = 0; i < setter->n_piles; i++)
    show (setter, g_ptr_array_index (setter->piles, i));
  setter->n_piles = 0;
  setter->pile = NULL;
}

static gboolean
is_of (const IkrarTextPile *pile, cairo_font_face_t *face, double size, const IkrarInk *ink)
{
  return pile->face == face && pile->size == size && pile->ink == ink;
}

static IkrarTextPile *
add_pile (IkrarTextSetter *setter)
{
  IkrarTextPile *pile;

  if (setter->n_piles == setter->piles->len)
    {
      pile = g_new0 (IkrarTextPile, 1);
      pile->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
      pile->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
      pile->text = g_string_new (NULL);
      g_ptr_array_add (setter->piles, pile);
    }
  return g_ptr_array_index (setter->piles, setter->n_piles++);
}

static void
choose_pile (IkrarTextSetter *setter, cairo_font_face_t *face, double size, const IkrarInk *ink)
{
  if (setter->pile != NULL && is_of (setter->pile, face, size, ink))
    return;
  if (setter->depth == 1)
    show_all (setter);
  for (guint i = 0; i < setter->n_piles; i++)
    {
      setter->pile = g_ptr_array_index (setter->piles, i);
      if (is_of (setter->pile, face, size, ink))
        return;
    }
  setter->pile = add_pile (setter);
  setter->pile->face = face;
  setter->pile->size = size;
  setter->pile->ink = ink;
}

static void
add_run (IkrarTextPile *pile, const IkrarGlyphRun *run, double tracking, double x, double y)
{
  guint first = pile->glyphs->len;
  cairo_glyph_t *glyphs;

  g_array_append_vals (pile->glyphs, run->glyphs, (guint) run->n_glyphs);
  g_array_append_vals (pile->clusters, run->clusters, (guint) run->n_clusters);
  g_string_append_len (pile->text, run->text, run->length);
  glyphs = &g_array_index (pile->glyphs, cairo_glyph_t, first);
  for (int i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].x = x + (glyphs[i].x + tracking * i) * pile->size;
      glyphs[i].y = y + glyphs[i].y * pile->size;
    }
}

void
ikrar_text_setter_add (IkrarTextSetter *setter,
                       const IkrarWord *word,
                       const IkrarTextStyle *style,
                       double size,
                       double x,
                       double y)
{
  const IkrarInk *ink = style->ink != NULL ? style->ink : &ikrar_ink_black;

  for (guint i = 0; i < word->n_runs; i++)
    {
      choose_pile (setter, word->runs[i].face, size, ink);
      add_run (setter->pile, &word->runs[i], style->tracking, x, y);
    }
}

void
ikrar_text_setter_finish (IkrarTextSetter *setter)
{
  g_assert (setter->depth > 0);

  setter->depth--;
  if (setter->depth == 0)
    show_all (setter);
}
