/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <hb.h>
#include <pango/pango.h>

#include "report/text.h"

G_BEGIN_DECLS

/* Letters of one font in a row; lengths in parts of the type size. */
typedef struct
{
  cairo_font_face_t *face; /* borrowed from the font */
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  char *text;
  int n_glyphs;
  int n_clusters;
  int length;
} IkrarGlyphRun;

/* A word as a font sets it. */
typedef struct
{
  double advance;
  guint n_clusters;
  guint n_runs;
  IkrarGlyphRun *runs;
  gboolean leftward; /* of a script that runs from right to left */
} IkrarWord;

/* A font of a typesetter, with the words it has shaped. */
typedef struct
{
  IkrarTypesetter *type;
  PangoFontDescription *description;
  PangoFont *font;
  cairo_font_face_t *face; /* borrowed from @font */
  hb_font_t *hb;           /* borrowed from @font */
  GHashTable *words;
  GPtrArray *kept_faces; /* of other fonts that filled in */
  const IkrarWord *space;
  double ascent;
  double descent;
  double capital;
  gboolean tabular;
} IkrarFont;

/* Letters of one font, size and ink. */
typedef struct
{
  cairo_font_face_t *face;
  double size;
  const IkrarInk *ink;
  GArray *glyphs;
  GArray *clusters;
  GString *text;
} IkrarTextPile;

/* Text that is being set. In a line, letters are drawn as soon as font, size or ink change, so that
 * they stand in the file in reading order; in a batch, all of one kind at once at its end. */
typedef struct
{
  cairo_t *cr;
  guint depth; /* 1 in a line, 2 in a line of a batch */
  guint n_piles;
  GPtrArray *piles; /* IkrarTextPile; those from @n_piles on are kept for later */
  IkrarTextPile *pile;
} IkrarTextSetter;

IkrarFont *ikrar_typesetter_get_font (IkrarTypesetter *type, const IkrarTextStyle *style);
PangoContext *ikrar_typesetter_get_context (IkrarTypesetter *type);
hb_buffer_t *ikrar_typesetter_get_buffer (IkrarTypesetter *type);
IkrarTextSetter *ikrar_typesetter_get_setter (IkrarTypesetter *type);

/* The words belong to the font and live until the typesetter is trimmed. */
const IkrarWord *ikrar_font_get_word (IkrarFont *font, const char *text, gsize length);
const IkrarWord *ikrar_font_get_space (IkrarFont *font);

void ikrar_text_setter_init (IkrarTextSetter *setter);
void ikrar_text_setter_clear (IkrarTextSetter *setter);
void ikrar_text_setter_begin (IkrarTextSetter *setter, cairo_t *cr);
void ikrar_text_setter_add (IkrarTextSetter *setter,
                            const IkrarWord *word,
                            const IkrarTextStyle *style,
                            double size,
                            double x,
                            double y);
void ikrar_text_setter_finish (IkrarTextSetter *setter);

/* How wide a word is set: the room for tracking included. */
double ikrar_word_get_width (const IkrarWord *word, const IkrarTextStyle *style);

/* Takes out what cannot be printed: controls, and invisible marks that turn text around. NULL if
 * the text can be printed as it is. */
char *ikrar_text_make_printable (const char *text);

/* Whether the first letter that has a direction belongs to a script from right to left. */
gboolean ikrar_text_runs_left (const char *text, gsize length);

/* A piece of text between spaces. */
typedef struct
{
  const char *text;
  gsize length;
  gboolean spaced; /* a space stands before it */
  gboolean tied;   /* and it is a no-break space */
} IkrarTextPiece;

gboolean ikrar_text_next_piece (const char **cursor, IkrarTextPiece *piece);

G_END_DECLS
