/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/signature-block-private.h"
#include "report/text-block.h"

#include "core/grade.h"
#include "core/person-name.h"

/* Millimetres. */
#define UNDERLINE_BELOW 0.7
#define BLANK_WIDTH 50

static const double blank_dots[] = { 0.5, 1.8 }; /* points */

char *
ikrar_signature_block_make_rank (guint8 grade)
{
  const char *rank = ikrar_grade_rank (grade);

  return *rank != '\0' ? g_strdup_printf ("%s, %s", rank, ikrar_grade_text (grade)) : NULL;
}

char *
ikrar_signature_block_make_name (const char *prefix, const char *name, const char *suffix)
{
  g_autofree char *capitals = g_utf8_strup (name, -1);

  return ikrar_person_name_display (prefix, capitals, suffix);
}

void
ikrar_signature_block_init (IkrarSignatureBlock *block,
                            const IkrarOccasion *occasion,
                            const IkrarSignatory *signatory,
                            gboolean titles)
{
  gboolean acting = *signatory->acting != '\0' && *signatory->position != '\0';

  *block = (IkrarSignatureBlock){
    .on_behalf = g_strdup (signatory->on_behalf),
    .office = acting ? g_strdup_printf ("%s %s", signatory->acting, signatory->position)
                     : g_strdup (signatory->position),
    .name = ikrar_signature_block_make_name (titles ? signatory->prefix : "", signatory->name,
                                             titles ? signatory->suffix : ""),
    .rank = ikrar_signature_block_make_rank ((guint8) signatory->grade),
    .number = ikrar_occasion_make_number_line (occasion, signatory->number),
  };
}

void
ikrar_signature_block_clear (IkrarSignatureBlock *block)
{
  g_free (block->opening);
  g_free (block->capacity);
  g_free (block->on_behalf);
  g_free (block->office);
  g_free (block->name);
  g_free (block->rank);
  g_free (block->number);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static IkrarTextStyle
make_style (const IkrarSignatureLook *look, IkrarTypeWeight weight)
{
  return (IkrarTextStyle){
    .typeface = look->typeface, .weight = weight, .size = look->size, .ink = &ikrar_ink_black
  };
}

static IkrarTextBlock *
fit_line (IkrarTypesetter *type,
          const IkrarSignatureLook *look,
          IkrarTypeWeight weight,
          guint n_lines,
          const char *text,
          const char *ending)
{
  const IkrarFit fit = { { { n_lines, 1, 0.85 }, { n_lines + 1, 1, 0.7 } }, look->leading, TRUE };
  const IkrarTextStyle style = make_style (look, weight);
  g_autofree char *whole = g_strconcat (text, ending, NULL);
  IkrarTextBlock *block = ikrar_text_block_new (type);

  ikrar_text_block_add (block, &style, whole);
  ikrar_text_block_fit (block, &fit, IKRAR_MM (look->width), 0);
  return block;
}

/* Draws the lines above the room, or measures them if @cr is NULL; returns the baseline that would
 * come next. */
static double
run_head (const IkrarSignatureBlock *block,
          const IkrarSignatureLook *look,
          IkrarTypesetter *type,
          cairo_t *cr,
          double x,
          double y)
{
  const struct
  {
    const char *text;
    const char *ending;
  } lines[] = { { block->opening, "" },
                { block->capacity, "" },
                { block->on_behalf, is_set (block->office) ? "" : "," },
                { block->office, "," } };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (is_set (lines[i].text))
      {
        g_autoptr (IkrarTextBlock) line = fit_line (type, look, IKRAR_WEIGHT_REGULAR,
                                                    i == 0 ? 1 : 2, lines[i].text, lines[i].ending);

        if (cr != NULL)
          ikrar_text_block_draw (line, cr, look->align, x, y);
        y += ikrar_text_block_get_height (line);
      }
  return y;
}

double
ikrar_signature_block_get_head (const IkrarSignatureBlock *block,
                                const IkrarSignatureLook *look,
                                IkrarTypesetter *type)
{
  double head = run_head (block, look, type, NULL, 0, 0);

  return MAX (0, head - look->size * look->leading);
}

double
ikrar_signature_block_get_foot (const IkrarSignatureBlock *block, const IkrarSignatureLook *look)
{
  guint n_lines = is_set (block->name) ? is_set (block->rank) + is_set (block->number) : 1;

  return n_lines * look->size * look->leading;
}

static double
left_of (const IkrarSignatureLook *look, double x, double width)
{
  return look->align == IKRAR_ALIGN_LEFT     ? x
         : look->align == IKRAR_ALIGN_CENTER ? x - width / 2
                                             : x - width;
}

/* A dotted line for a name that is not known yet, and the label of the number below it. */
static void
draw_blank (const IkrarSignatureLook *look, IkrarTypesetter *type, cairo_t *cr, double x, double y)
{
  const IkrarTextStyle style = make_style (look, IKRAR_WEIGHT_REGULAR);
  double left = left_of (look, x, IKRAR_MM (BLANK_WIDTH));

  cairo_save (cr);
  cairo_set_dash (cr, blank_dots, G_N_ELEMENTS (blank_dots), 0);
  ikrar_ink_line (cr, &ikrar_ink_black, IKRAR_LINE_COLUMN, left, y, left + IKRAR_MM (BLANK_WIDTH),
                  y);
  cairo_restore (cr);
  ikrar_text_draw (type, cr, &style, IKRAR_ALIGN_LEFT, left, y + look->size * look->leading, "NIP");
}

static double
draw_name (const IkrarSignatureBlock *block,
           const IkrarSignatureLook *look,
           IkrarTypesetter *type,
           cairo_t *cr,
           double x,
           double y)
{
  g_autoptr (IkrarTextBlock) name = fit_line (type, look, IKRAR_WEIGHT_BOLD, 1, block->name, "");
  double width = ikrar_text_block_get_width (name), left = left_of (look, x, width);
  double last = y + ikrar_text_block_get_height (name) - ikrar_text_block_get_leading (name);
  double rule = last + IKRAR_MM (UNDERLINE_BELOW);

  ikrar_text_block_draw (name, cr, look->align, x, y);
  if (look->underlined)
    ikrar_ink_line (cr, &ikrar_ink_black, IKRAR_LINE_FRAME, left, rule, left + width, rule);
  return last;
}

void
ikrar_signature_block_draw (const IkrarSignatureBlock *block,
                            const IkrarSignatureLook *look,
                            IkrarTypesetter *type,
                            cairo_t *cr,
                            double x,
                            double y,
                            double name_y)
{
  const IkrarTextStyle style = make_style (look, IKRAR_WEIGHT_REGULAR);
  const char *const lines[] = { block->rank, block->number };

  run_head (block, look, type, cr, x, y);
  if (!is_set (block->name))
    {
      draw_blank (look, type, cr, x, name_y);
      return;
    }
  y = draw_name (block, look, type, cr, x, name_y);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (is_set (lines[i]))
      {
        y += look->size * look->leading;
        ikrar_text_draw (type, cr, &style, look->align, x, y, lines[i]);
      }
}
