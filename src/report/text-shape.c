/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <pango/pangocairo.h>
#include <string.h>

#include "report/text-font-private.h"

/* Words up to this length are looked up without taking memory. */
#define NEAR_LENGTH 64

#define NO_BREAK_SPACE 0xa0

/* Characters that may be shaped one font at a time, left to right, without looking at the text
 * around them: Latin, Greek, Cyrillic, punctuation. */
static gboolean
is_plain (gunichar ch)
{
  return ch < 0x0590 || (ch >= 0x1e00 && ch < 0x2028) || (ch >= 0x2030 && ch < 0x2060) ||
         (ch >= 0x20a0 && ch < 0x2150);
}

static gboolean
is_plain_text (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_plain (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
ikrar_text_runs_left (const char *text, gsize length)
{
  hb_unicode_funcs_t *funcs = hb_unicode_funcs_get_default ();

  if (is_plain_text (text, length))
    return FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      hb_script_t script = hb_unicode_script (funcs, g_utf8_get_char (p));
      hb_direction_t direction = hb_script_get_horizontal_direction (script);

      if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
          direction != HB_DIRECTION_INVALID)
        return direction == HB_DIRECTION_RTL;
    }
  return FALSE;
}

/* Contextual alternates would turn "->" into an arrow: what the data says is what is printed. */
static guint
list_features (IkrarFont *font, hb_feature_t features[2])
{
  features[0] = (hb_feature_t){ HB_TAG ('c', 'a', 'l', 't'), 0, 0, (unsigned int) -1 };
  features[1] = (hb_feature_t){ HB_TAG ('t', 'n', 'u', 'm'), 1, 0, (unsigned int) -1 };
  return font->tabular ? 2 : 1;
}

static gboolean
has_gaps (const hb_glyph_info_t *infos, guint n_infos)
{
  for (guint i = 0; i < n_infos; i++)
    if (infos[i].codepoint == 0)
      return TRUE;
  return FALSE;
}

static void
take_clusters (IkrarGlyphRun *run, const hb_glyph_info_t *infos, guint n_infos)
{
  run->clusters = g_new (cairo_text_cluster_t, n_infos);
  for (guint i = 0; i < n_infos; i++)
    if (i > 0 && infos[i].cluster == infos[i - 1].cluster)
      run->clusters[run->n_clusters - 1].num_glyphs++;
    else
      {
        guint next = i + 1;

        while (next < n_infos && infos[next].cluster == infos[i].cluster)
          next++;
        run->clusters[run->n_clusters].num_glyphs = 1;
        run->clusters[run->n_clusters++].num_bytes =
            (int) ((next < n_infos ? infos[next].cluster : (guint) run->length) - infos[i].cluster);
      }
}

static void
take_glyphs (IkrarFont *font, IkrarWord *word, const char *text, gsize length)
{
  hb_buffer_t *buffer = ikrar_typesetter_get_buffer (font->type);
  guint n_infos;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n_infos);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, NULL);
  IkrarGlyphRun *run = g_new0 (IkrarGlyphRun, 1);
  double scale;
  int x_scale, y_scale, x = 0;

  hb_font_get_scale (font->hb, &x_scale, &y_scale);
  scale = 1.0 / ABS (x_scale);
  run->face = font->face;
  run->text = g_strndup (text, length);
  run->length = (int) length;
  run->n_glyphs = (int) n_infos;
  run->glyphs = g_new (cairo_glyph_t, n_infos);
  for (guint i = 0; i < n_infos; i++)
    {
      run->glyphs[i].index = infos[i].codepoint;
      run->glyphs[i].x = (x + positions[i].x_offset) * scale;
      run->glyphs[i].y = -positions[i].y_offset * scale;
      x += positions[i].x_advance;
    }
  take_clusters (run, infos, n_infos);
  word->advance = x * scale;
  word->runs = run;
  word->n_runs = 1;
  word->n_clusters = (guint) run->n_clusters;
}

static gboolean
shape_plainly (IkrarFont *font, IkrarWord *word, const char *text, gsize length)
{
  hb_buffer_t *buffer = ikrar_typesetter_get_buffer (font->type);
  hb_feature_t features[2];
  guint n_features = list_features (font, features), n_infos;
  const hb_glyph_info_t *infos;

  if (!is_plain_text (text, length))
    return FALSE;
  hb_buffer_clear_contents (buffer);
  hb_buffer_add_utf8 (buffer, text, (int) length, 0, (int) length);
  hb_buffer_guess_segment_properties (buffer);
  hb_buffer_set_language (buffer, hb_language_from_string ("id", -1));
  hb_shape (font->hb, buffer, features, n_features);
  infos = hb_buffer_get_glyph_infos (buffer, &n_infos);
  if (has_gaps (infos, n_infos))
    return FALSE;
  take_glyphs (font, word, text, length);
  return TRUE;
}

/* What is shown for a character that no installed font has: never nothing. */
static hb_codepoint_t
find_substitute (hb_font_t *font, double *advance)
{
  static const hb_codepoint_t candidates[] = { 0xfffd, 0x25a1, '?' };
  hb_codepoint_t glyph = 0;
  int x_scale, y_scale;

  for (guint i = 0; glyph == 0 && i < G_N_ELEMENTS (candidates); i++)
    if (!hb_font_get_nominal_glyph (font, candidates[i], &glyph))
      glyph = 0;
  hb_font_get_scale (font, &x_scale, &y_scale);
  *advance = (double) hb_font_get_glyph_h_advance (font, glyph) / ABS (x_scale);
  return glyph;
}

static double
take_glyph (IkrarGlyphRun *run, PangoFont *font, const PangoGlyphInfo *info, double unit, double x)
{
  cairo_glyph_t *glyph = &run->glyphs[run->n_glyphs];
  double advance = info->geometry.width * unit;

  if (info->glyph == PANGO_GLYPH_EMPTY)
    return x + advance;
  *glyph = (cairo_glyph_t){ info->glyph, x + info->geometry.x_offset * unit,
                            info->geometry.y_offset * unit };
  if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
    glyph->index = find_substitute (pango_font_get_hb_font (font), &advance);
  run->n_glyphs++;
  return x + advance;
}

/* A run of another font. All of it is one cluster: its text is still found and copied whole. */
static double
take_run (IkrarFont *font, IkrarGlyphRun *run, PangoGlyphItem *item, const char *text, double x)
{
  PangoFont *own = item->item->analysis.font;
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (own));
  double unit = 1.0 / pango_font_description_get_size (font->description);

  run->face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  g_ptr_array_add (font->kept_faces, run->face);
  run->text = g_strndup (text + item->item->offset, (gsize) item->item->length);
  run->length = item->item->length;
  run->glyphs = g_new (cairo_glyph_t, item->glyphs->num_glyphs);
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    x = take_glyph (run, own, &item->glyphs->glyphs[i], unit, x);
  run->clusters = g_new (cairo_text_cluster_t, 1);
  run->clusters[0] = (cairo_text_cluster_t){ run->length, run->n_glyphs };
  run->n_clusters = 1;
  return x;
}

/* The way for everything else: other scripts, letters that the font does not have. */
static void
shape_with_pango (IkrarFont *font, IkrarWord *word, const char *text, gsize length)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (ikrar_typesetter_get_context (font->type));
  PangoLayoutLine *line;

  pango_layout_set_font_description (layout, font->description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, (int) length);
  line = pango_layout_get_line_readonly (layout, 0);
  word->runs = g_new0 (IkrarGlyphRun, g_slist_length (line->runs));
  for (GSList *node = line->runs; node != NULL; node = node->next)
    word->advance = take_run (font, &word->runs[word->n_runs++], node->data,
                              pango_layout_get_text (layout), word->advance);
  word->n_clusters = word->n_runs;
  word->leftward = ikrar_text_runs_left (text, length);
}

static IkrarWord *
shape (IkrarFont *font, const char *text, gsize length)
{
  IkrarWord *word = g_new0 (IkrarWord, 1);

  if (!shape_plainly (font, word, text, length))
    shape_with_pango (font, word, text, length);
  return word;
}

const IkrarWord *
ikrar_font_get_word (IkrarFont *font, const char *text, gsize length)
{
  char near[NEAR_LENGTH];
  g_autofree char *far = length < sizeof near ? NULL : g_strndup (text, length);
  IkrarWord *word;

  if (far == NULL)
    {
      memcpy (near, text, length);
      near[length] = '\0';
    }
  word = g_hash_table_lookup (font->words, far != NULL ? far : near);
  if (word == NULL)
    {
      word = shape (font, text, length);
      g_hash_table_insert (font->words, g_strndup (text, length), word);
    }
  return word;
}

const IkrarWord *
ikrar_font_get_space (IkrarFont *font)
{
  if (font->space == NULL)
    font->space = ikrar_font_get_word (font, " ", 1);
  return font->space;
}

static gboolean
is_hidden (gunichar ch)
{
  return ch == 0xad || (ch >= 0x200b && ch <= 0x200f && ch != 0x200c && ch != 0x200d) ||
         (ch >= 0x202a && ch <= 0x202e) || (ch >= 0x2060 && ch <= 0x206f) || ch == 0xfeff ||
         (ch >= 0xfff9 && ch <= 0xfffb) || (ch >= 0xe0000 && ch <= 0xe007f);
}

static gboolean
is_printable (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch < 0x20 || (ch >= 0x7f && ch < 0xa0) || (ch >= 0xad && is_hidden (ch)) ||
          ch == 0x2028 || ch == 0x2029)
        return FALSE;
    }
  return TRUE;
}

char *
ikrar_text_make_printable (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (is_printable (text))
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isspace (ch) || ch == 0x2028 || ch == 0x2029)
        g_string_append_unichar (clean, ch == NO_BREAK_SPACE ? ch : ' ');
      else if (ch >= 0x20 && !(ch >= 0x7f && ch < 0xa0) && !is_hidden (ch))
        g_string_append_unichar (clean, ch);
    }
  return g_string_free (clean, FALSE);
}

static gsize
space_at (const char *text, gboolean *tied)
{
  if (*text == ' ')
    return 1;
  *tied = strncmp (text, "\xc2\xa0", 2) == 0;
  return *tied ? 2 : 0;
}

gboolean
ikrar_text_next_piece (const char **cursor, IkrarTextPiece *piece)
{
  const char *p = *cursor;
  gboolean tied = FALSE, all_tied = TRUE;
  gsize step;

  piece->spaced = FALSE;
  for (; (step = space_at (p, &tied)) > 0; p += step)
    {
      piece->spaced = TRUE;
      all_tied = all_tied && tied;
      tied = FALSE;
    }
  piece->tied = piece->spaced && all_tied;
  piece->text = p;
  while (*p != '\0' && space_at (p, &tied) == 0)
    p++;
  piece->length = (gsize) (p - piece->text);
  *cursor = p;
  return piece->length > 0;
}
