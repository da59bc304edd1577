/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/pledge-layout.h"

/* Sizes are in multiples of the plain text's. */
#define LIT_SIZE 1.6
#define HEADING_SIZE 1.2
#define GAP 0.75
#define HEADING_GAP 1.2
#define LIT_PADDING 0.8
#define NUMBER_WIDTH 1.9
#define SPREAD_MAX 1.2

/* Plain text never gets larger than this part of the box, nor smaller than can be drawn. */
#define SIZE_MAX_PART 0.036
#define SIZE_MAX_DESK 19.0
#define SIZE_MIN 5.0
#define SIZE_STEP 0.25

/* One block, plain and lit. */
typedef struct
{
  IkrarPledgePart part;
  PangoLayout *text[2];
  PangoLayout *number[2];
} Source;

struct _IkrarPledgeLayout
{
  PangoContext *context;
  GArray *sources;
  gboolean stage;
  double width;
  double height;
  double size;
  double spread; /* what is left over goes between the blocks */
};

static void
source_clear (gpointer data)
{
  Source *source = data;

  for (guint lit = 0; lit < 2; lit++)
    {
      g_clear_object (&source->text[lit]);
      g_clear_object (&source->number[lit]);
    }
}

static void
add_source (IkrarPledgeLayout *self, IkrarPledgePart part, guint number, const char *text)
{
  g_autofree char *label = g_strdup_printf ("%u.", number);
  Source source = { .part = part };

  if (text == NULL || *text == '\0')
    return;
  for (guint lit = 0; lit < 2; lit++)
    {
      source.text[lit] = pango_layout_new (self->context);
      pango_layout_set_text (source.text[lit], text, -1);
      pango_layout_set_wrap (source.text[lit], PANGO_WRAP_WORD_CHAR);
      if (part == IKRAR_PLEDGE_PART_HEADING && self->stage)
        pango_layout_set_alignment (source.text[lit], PANGO_ALIGN_CENTER);
      if (part != IKRAR_PLEDGE_PART_POINT)
        continue;
      source.number[lit] = pango_layout_new (self->context);
      pango_layout_set_text (source.number[lit], label, -1);
    }
  g_array_append_val (self->sources, source);
}

static void
add_text (IkrarPledgeLayout *self, const IkrarPledgeText *text)
{
  g_autofree char *headings = g_strjoinv ("\n", text->headings);

  add_source (self, IKRAR_PLEDGE_PART_HEADING, 0, headings);
  add_source (self, IKRAR_PLEDGE_PART_OPENING, 0, text->opening);
  for (guint i = 0; text->points[i] != NULL; i++)
    add_source (self, IKRAR_PLEDGE_PART_POINT, i + 1, text->points[i]);
  add_source (self, IKRAR_PLEDGE_PART_CLOSING, 0, text->closing);
}

static void
set_font (PangoLayout *layout, double size, PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static double
indent (const IkrarPledgeLayout *self, const Source *source)
{
  return source->part == IKRAR_PLEDGE_PART_POINT ? NUMBER_WIDTH * self->size : 0;
}

static double
padding (const IkrarPledgeLayout *self)
{
  return self->stage ? LIT_PADDING * self->size : 0;
}

static double
layout_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

static double
gap_after (const IkrarPledgeLayout *self, const Source *source)
{
  return (source->part == IKRAR_PLEDGE_PART_HEADING ? HEADING_GAP : GAP) * self->size;
}

static double
block_height (const IkrarPledgeLayout *self, const Source *source, gboolean lit)
{
  return layout_height (source->text[lit]) + (lit ? 2 * padding (self) : 0);
}

static void
resize_source (IkrarPledgeLayout *self, const Source *source)
{
  gboolean is_heading = source->part == IKRAR_PLEDGE_PART_HEADING;
  double width = self->width - 2 * padding (self) - indent (self, source);

  for (guint lit = 0; lit < 2; lit++)
    {
      double size = self->size * (lit ? LIT_SIZE : is_heading ? HEADING_SIZE : 1.0);

      set_font (source->text[lit], size,
                lit || is_heading ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_width (source->text[lit], (int) (width * PANGO_SCALE));
      if (source->number[lit] != NULL)
        set_font (source->number[lit], size, PANGO_WEIGHT_BOLD);
    }
}

/* Height of the whole text, with the part lit that takes most. */
static double
total_height (const IkrarPledgeLayout *self)
{
  double height = 0;
  double growth = 0;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);
      double plain = block_height (self, source, FALSE);

      height += plain + (i + 1 < self->sources->len ? gap_after (self, source) : 0);
      if (self->stage && source->part != IKRAR_PLEDGE_PART_HEADING)
        growth = MAX (growth, block_height (self, source, TRUE) - plain);
    }
  return height + growth;
}

static gboolean
fits (IkrarPledgeLayout *self, double size)
{
  self->size = size;
  for (guint i = 0; i < self->sources->len; i++)
    resize_source (self, &g_array_index (self->sources, Source, i));
  return total_height (self) <= self->height;
}

/* A stage is filled, but the blocks stay one text. */
static void
spread (IkrarPledgeLayout *self)
{
  double left = self->height - total_height (self);

  if (self->stage && left > 0 && self->sources->len > 1)
    self->spread = MIN (left / (self->sources->len - 1), SPREAD_MAX * self->size);
}

static double
largest_size (const IkrarPledgeLayout *self)
{
  double most = self->stage ? self->height * SIZE_MAX_PART : SIZE_MAX_DESK;

  return MAX (most, SIZE_MIN);
}

/* The largest size that fits, to a quarter of a pixel. */
static void
fit (IkrarPledgeLayout *self)
{
  double low = SIZE_MIN;
  double high = largest_size (self);

  if (fits (self, high))
    return;
  while (high - low > SIZE_STEP)
    {
      double middle = (low + high) / 2;

      if (fits (self, middle))
        low = middle;
      else
        high = middle;
    }
  fits (self, low);
}

static IkrarPledgeLayout *
new_layout (PangoContext *context, const IkrarPledgeText *text, gboolean stage, int width)
{
  IkrarPledgeLayout *self = g_new0 (IkrarPledgeLayout, 1);

  self->context = g_object_ref (context);
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_array_set_clear_func (self->sources, source_clear);
  self->stage = stage;
  self->width = width;
  add_text (self, text);
  return self;
}

IkrarPledgeLayout *
ikrar_pledge_layout_new (PangoContext *context,
                         const IkrarPledgeText *text,
                         gboolean stage,
                         int width,
                         int height)
{
  IkrarPledgeLayout *self = new_layout (context, text, stage, width);

  self->height = height;
  fit (self);
  spread (self);
  return self;
}

double
ikrar_pledge_layout_measure (PangoContext *context,
                             const IkrarPledgeText *text,
                             int width,
                             double size)
{
  g_autoptr (IkrarPledgeLayout) self = new_layout (context, text, FALSE, width);

  fits (self, size);
  return total_height (self);
}

void
ikrar_pledge_layout_free (IkrarPledgeLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->sources);
  g_object_unref (self->context);
  g_free (self);
}

double
ikrar_pledge_layout_get_font_size (IkrarPledgeLayout *self)
{
  return self->size;
}

guint
ikrar_pledge_layout_count_parts (IkrarPledgeLayout *self)
{
  guint count = 0;

  for (guint i = 0; i < self->sources->len; i++)
    if (g_array_index (self->sources, Source, i).part != IKRAR_PLEDGE_PART_HEADING)
      count++;
  return count;
}

static IkrarPledgeBlock
place_block (IkrarPledgeLayout *self, const Source *source, gboolean lit, double y)
{
  IkrarPledgeBlock block = {
    .part = source->part,
    .text = source->text[lit],
    .number = source->number[lit],
    .lit = lit,
    .y = y,
    .width = self->width,
    .height = block_height (self, source, lit),
    .text_x = padding (self) + indent (self, source),
    .number_x = padding (self),
    .text_y = y + (lit ? padding (self) : 0),
  };

  return block;
}

GArray *
ikrar_pledge_layout_place (IkrarPledgeLayout *self, int lit)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (IkrarPledgeBlock));
  double y = 0;
  int part = -1;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = &g_array_index (self->sources, Source, i);
      IkrarPledgeBlock block;

      if (source->part != IKRAR_PLEDGE_PART_HEADING)
        part++;
      block = place_block (self, source, part >= 0 && part == lit, y);
      y += block.height + gap_after (self, source) + self->spread;
      g_array_append_val (blocks, block);
    }
  return blocks;
}
