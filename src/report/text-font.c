/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include <pango/pangocairo.h>

#include "report/text-font-private.h"

/* Words are shaped at this size and kept in parts of it. */
#define NOMINAL_SIZE 100

/* More words than any paper has on one page, few enough to be no burden. */
#define WORDS_MAX 20000

/* The first family that is installed is taken (papers of public offices use Arial and Bookman Old
 * Style, which are not free; the ones after them are measured or drawn like them). */
static const char *const families[IKRAR_N_TYPEFACES] = {
  [IKRAR_TYPEFACE_LIST] = "Arial,Liberation Sans,TeX Gyre Heros,sans-serif",
  [IKRAR_TYPEFACE_BOOK] = "Bookman Old Style,TeX Gyre Bonum,URW Bookman,serif",
  [IKRAR_TYPEFACE_CARD] = "Inter,Inter Variable,Cantarell,Liberation Sans,sans-serif",
  [IKRAR_TYPEFACE_DISPLAY] = "Inter Display,Inter,Inter Variable,Cantarell,Liberation Sans,"
                             "sans-serif",
  [IKRAR_TYPEFACE_CODE] = "Liberation Mono,monospace",
  [IKRAR_TYPEFACE_SCREEN] = "Inter,Cantarell,sans-serif",
};

static const PangoWeight weights[IKRAR_N_WEIGHTS] = {
  [IKRAR_WEIGHT_REGULAR] = PANGO_WEIGHT_NORMAL,
  [IKRAR_WEIGHT_LIGHT] = PANGO_WEIGHT_LIGHT,
  [IKRAR_WEIGHT_SEMIBOLD] = PANGO_WEIGHT_SEMIBOLD,
  [IKRAR_WEIGHT_BOLD] = PANGO_WEIGHT_BOLD,
};

struct _IkrarTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  cairo_font_options_t *options;
  char *screen_families;
  char *chosen[IKRAR_N_TYPEFACES]; /* families; NULL as long as nobody asked */
  IkrarFont *fonts[IKRAR_N_TYPEFACES][IKRAR_N_WEIGHTS][2][2];
  hb_buffer_t *buffer;
  IkrarTextSetter setter;
};

static PangoContext *
make_context (PangoFontMap *map, const cairo_font_options_t *options)
{
  PangoContext *context = pango_font_map_create_context (map);

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  return context;
}

IkrarTypesetter *
ikrar_typesetter_new (void)
{
  IkrarTypesetter *type = g_new0 (IkrarTypesetter, 1);

  type->options = cairo_font_options_create ();
  cairo_font_options_set_antialias (type->options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (type->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (type->options, CAIRO_HINT_METRICS_OFF);
  type->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (type->map), 72);
  type->context = make_context (type->map, type->options);
  type->buffer = hb_buffer_create ();
  ikrar_text_setter_init (&type->setter);
  return type;
}

static void
word_free (gpointer data)
{
  IkrarWord *word = data;

  for (guint i = 0; i < word->n_runs; i++)
    {
      g_free (word->runs[i].glyphs);
      g_free (word->runs[i].clusters);
      g_free (word->runs[i].text);
    }
  g_free (word->runs);
  g_free (word);
}

static void
font_free (IkrarFont *font)
{
  if (font == NULL)
    return;
  g_hash_table_unref (font->words);
  g_ptr_array_unref (font->kept_faces);
  pango_font_description_free (font->description);
  g_object_unref (font->font);
  g_free (font);
}

static IkrarFont **
all_fonts (IkrarTypesetter *type, guint *n_fonts)
{
  *n_fonts = sizeof type->fonts / sizeof (IkrarFont *);
  return &type->fonts[0][0][0][0];
}

void
ikrar_typesetter_free (IkrarTypesetter *type)
{
  IkrarFont **fonts;
  guint n_fonts;

  if (type == NULL)
    return;
  fonts = all_fonts (type, &n_fonts);
  for (guint i = 0; i < n_fonts; i++)
    font_free (fonts[i]);
  ikrar_text_setter_clear (&type->setter);
  hb_buffer_destroy (type->buffer);
  g_object_unref (type->context);
  g_object_unref (type->map);
  cairo_font_options_destroy (type->options);
  for (guint i = 0; i < IKRAR_N_TYPEFACES; i++)
    g_free (type->chosen[i]);
  g_free (type->screen_families);
  g_free (type);
}

void
ikrar_typesetter_set_screen_family (IkrarTypesetter *type, const char *names)
{
  g_return_if_fail (type != NULL && names != NULL);

  g_free (type->screen_families);
  type->screen_families = g_strconcat (names, ",", families[IKRAR_TYPEFACE_SCREEN], NULL);
}

void
ikrar_typesetter_trim (IkrarTypesetter *type)
{
  IkrarFont **fonts;
  guint n_fonts;

  g_return_if_fail (type != NULL);

  fonts = all_fonts (type, &n_fonts);
  for (guint i = 0; i < n_fonts; i++)
    if (fonts[i] != NULL && g_hash_table_size (fonts[i]->words) > WORDS_MAX)
      {
        fonts[i]->space = NULL;
        g_hash_table_remove_all (fonts[i]->words);
      }
}

void
ikrar_typesetter_prepare (IkrarTypesetter *type, cairo_t *cr)
{
  g_return_if_fail (type != NULL && cr != NULL);

  cairo_set_font_options (cr, type->options);
}

/* Fontconfig puts another family in the place of one that is missing; then the next is asked for.
 */
static gboolean
is_installed (IkrarTypesetter *type, const char *family)
{
  PangoFontDescription *wanted = pango_font_description_new (), *found;
  g_autoptr (PangoFont) font = NULL;
  gboolean same;

  pango_font_description_set_family (wanted, family);
  font = pango_font_map_load_font (type->map, type->context, wanted);
  pango_font_description_free (wanted);
  if (font == NULL)
    return FALSE;
  found = pango_font_describe (font);
  same = g_ascii_strcasecmp (pango_font_description_get_family (found), family) == 0;
  pango_font_description_free (found);
  return same;
}

static const char *
choose_family (IkrarTypesetter *type, IkrarTypeface typeface)
{
  gboolean own = typeface == IKRAR_TYPEFACE_SCREEN && type->screen_families != NULL;
  g_auto (GStrv) names = NULL;
  guint last;

  if (type->chosen[typeface] != NULL)
    return type->chosen[typeface];
  names = g_strsplit (own ? type->screen_families : families[typeface], ",", -1);
  last = g_strv_length (names) - 1;
  for (guint i = 0; i < last && type->chosen[typeface] == NULL; i++)
    if (is_installed (type, names[i]))
      type->chosen[typeface] = g_strdup (names[i]);
  if (type->chosen[typeface] == NULL)
    type->chosen[typeface] = g_strdup (names[last]);
  return type->chosen[typeface];
}

static PangoFontDescription *
describe (IkrarTypesetter *type, const IkrarTextStyle *style)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, choose_family (type, style->typeface));
  pango_font_description_set_weight (description, weights[style->weight]);
  pango_font_description_set_style (description,
                                    style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (description, NOMINAL_SIZE * PANGO_SCALE);
  return description;
}

static void
measure (IkrarFont *font, cairo_scaled_font_t *scaled)
{
  cairo_font_extents_t extents;
  cairo_text_extents_t capital;

  cairo_scaled_font_extents (scaled, &extents);
  cairo_scaled_font_text_extents (scaled, "H", &capital);
  font->ascent = extents.ascent / NOMINAL_SIZE;
  font->descent = extents.descent / NOMINAL_SIZE;
  font->capital = -capital.y_bearing / NOMINAL_SIZE;
}

static IkrarFont *
font_new (IkrarTypesetter *type, const IkrarTextStyle *style)
{
  IkrarFont *font = g_new0 (IkrarFont, 1);
  cairo_scaled_font_t *scaled;

  font->type = type;
  font->tabular = style->tabular;
  font->description = describe (type, style);
  font->font = pango_font_map_load_font (type->map, type->context, font->description);
  if (font->font == NULL)
    g_error ("No font at all is installed");
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font->font));
  font->face = cairo_scaled_font_get_font_face (scaled);
  font->hb = pango_font_get_hb_font (font->font);
  font->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
  font->kept_faces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_font_face_destroy);
  measure (font, scaled);
  return font;
}

IkrarFont *
ikrar_typesetter_get_font (IkrarTypesetter *type, const IkrarTextStyle *style)
{
  IkrarFont **slot =
      &type->fonts[style->typeface][style->weight][!!style->italic][!!style->tabular];

  if (*slot == NULL)
    *slot = font_new (type, style);
  return *slot;
}

PangoContext *
ikrar_typesetter_get_context (IkrarTypesetter *type)
{
  return type->context;
}

hb_buffer_t *
ikrar_typesetter_get_buffer (IkrarTypesetter *type)
{
  return type->buffer;
}

IkrarTextSetter *
ikrar_typesetter_get_setter (IkrarTypesetter *type)
{
  return &type->setter;
}

char *
ikrar_typesetter_get_family (IkrarTypesetter *type, IkrarTypeface typeface)
{
  const IkrarTextStyle style = { .typeface = typeface };
  PangoFontDescription *found;
  char *family;

  g_return_val_if_fail (type != NULL && typeface < IKRAR_N_TYPEFACES, NULL);

  found = pango_font_describe (ikrar_typesetter_get_font (type, &style)->font);
  family = g_strdup (pango_font_description_get_family (found));
  pango_font_description_free (found);
  return family;
}

void
ikrar_text_get_metrics (IkrarTypesetter *type,
                        const IkrarTextStyle *style,
                        double *ascent,
                        double *descent,
                        double *capital)
{
  IkrarFont *font;

  g_return_if_fail (type != NULL && style != NULL);

  font = ikrar_typesetter_get_font (type, style);
  if (ascent != NULL)
    *ascent = font->ascent * style->size;
  if (descent != NULL)
    *descent = font->descent * style->size;
  if (capital != NULL)
    *capital = font->capital * style->size;
}
