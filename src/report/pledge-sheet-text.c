/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/letterhead-private.h"
#include "report/pledge-sheet-private.h"
#include "report/text-block.h"

/* Millimetres. */
#define TOP 11
#define TOP_LATER 20
#define BOTTOM 23 /* above the lower edge: the lowest baseline */
#define TEXT_LEFT 30
#define TEXT_RIGHT 25
#define FIRST_HEADING 11
#define HEADING_GAP 0.9
#define OPENING_GAP 4.4
#define POINT_GAP 1
#define CLOSING_GAP 1.8
#define NUMBER_INDENT 6.6 /* the number ends here... */
#define POINT_INDENT 9    /* ...and its text begins here */
#define LEADING 18.4      /* points */
#define HEADING_FACTOR 1.35
#define LINES_TOGETHER 2

#define BLOCKS_BELOW_TEXT 10
#define WITNESSES_BELOW_READER 13
#define WITNESS_GAP 11
#define LABEL_GAP 5.8
#define BLOCK_WIDTH 78
#define BLOCK_ROOM 20

static const IkrarTextStyle first_heading_style = { .typeface = IKRAR_TYPEFACE_BOOK,
                                                    .weight = IKRAR_WEIGHT_BOLD,
                                                    .size = 13 };
static const IkrarTextStyle heading_style = { .typeface = IKRAR_TYPEFACE_BOOK,
                                              .weight = IKRAR_WEIGHT_BOLD,
                                              .size = 12 };
static const IkrarTextStyle text_style = { .typeface = IKRAR_TYPEFACE_BOOK, .size = 11.5 };
static const IkrarTextStyle label_style = { .typeface = IKRAR_TYPEFACE_BOOK, .size = 10 };

static const IkrarFit heading_fit = { { { 1, 1, 0.95 }, { 2, 1, 0.9 }, { 3, 1, 0.8 } },
                                      HEADING_FACTOR,
                                      TRUE };

static const IkrarSignatureLook block_look = { .typeface = IKRAR_TYPEFACE_BOOK,
                                               .size = 10,
                                               .leading = 1.3,
                                               .width = BLOCK_WIDTH,
                                               .align = IKRAR_ALIGN_CENTER,
                                               .underlined = TRUE };

/* A run over the pages. */
typedef struct
{
  IkrarPledgeSheet *sheet;
  cairo_t *cr; /* NULL only measures */
  guint wanted;
  guint page;
  double y; /* the next baseline */
  double bottom;
} Run;

static gboolean
is_drawn (const Run *run)
{
  return run->cr != NULL && run->page == run->wanted;
}

static void
turn_page (Run *run)
{
  run->page++;
  run->y = IKRAR_MM (TOP_LATER);
}

static void
run_heading (Run *run, const IkrarTextStyle *style, const char *text)
{
  IkrarPledgeSheet *sheet = run->sheet;
  g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (sheet->base.type);

  ikrar_text_block_add (block, style, text);
  ikrar_text_block_fit (block, &heading_fit, sheet->right - sheet->left, 0);
  if (is_drawn (run))
    ikrar_text_block_draw (block, run->cr, IKRAR_ALIGN_CENTER, sheet->base.width / 2, run->y);
  run->y += ikrar_text_block_get_height (block) + IKRAR_MM (HEADING_GAP);
}

/* Lines to the bottom of the page, the rest on the next one; not one line alone on either. */
static void
run_lines (Run *run, IkrarTextBlock *block, double x)
{
  guint n_lines = ikrar_text_block_get_lines (block), first = 0;

  while (first < n_lines)
    {
      guint room = run->bottom < run->y ? 0 : 1 + (guint) ((run->bottom - run->y) / LEADING);
      guint n = MIN (room, n_lines - first);

      if (n < n_lines - first && n_lines - first - n < LINES_TOGETHER)
        n = n > LINES_TOGETHER ? n - 1 : 0;
      if (n < MIN (LINES_TOGETHER, n_lines - first))
        n = 0;
      if (n == 0)
        {
          turn_page (run);
          continue;
        }
      if (is_drawn (run))
        ikrar_text_block_draw_lines (block, run->cr, IKRAR_ALIGN_LEFT, x, run->y, first, n);
      first += n;
      run->y += n * LEADING;
    }
}

static IkrarTextBlock *
wrap (Run *run, double x, const char *text)
{
  IkrarTextBlock *block = ikrar_text_block_new (run->sheet->base.type);

  ikrar_text_block_add (block, &text_style, text);
  ikrar_text_block_wrap (block, LEADING, run->sheet->base.width - IKRAR_MM (TEXT_RIGHT) - x);
  return block;
}

static void
run_paragraph (Run *run, double gap, const char *text)
{
  double x = IKRAR_MM (TEXT_LEFT);
  g_autoptr (IkrarTextBlock) block = wrap (run, x, text);

  run->y += IKRAR_MM (gap);
  run_lines (run, block, x);
}

static void
run_point (Run *run, guint number, const char *text)
{
  double x = IKRAR_MM (TEXT_LEFT + POINT_INDENT);
  g_autoptr (IkrarTextBlock) block = wrap (run, x, text);
  g_autofree char *label = g_strdup_printf ("%u.", number);
  guint n_lines = ikrar_text_block_get_lines (block);

  run->y += IKRAR_MM (POINT_GAP);
  if (run->y + (MIN (n_lines, LINES_TOGETHER) - 1) * LEADING > run->bottom)
    turn_page (run);
  if (is_drawn (run))
    ikrar_text_draw (run->sheet->base.type, run->cr, &text_style, IKRAR_ALIGN_RIGHT,
                     IKRAR_MM (TEXT_LEFT + NUMBER_INDENT), run->y, label);
  run_lines (run, block, x);
}

static double
get_block_height (Run *run, const IkrarSignatureBlock *block)
{
  return ikrar_signature_block_get_head (block, &block_look, run->sheet->base.type) +
         IKRAR_MM (BLOCK_ROOM) + ikrar_signature_block_get_foot (block, &block_look);
}

/* Blocks beside each other: their names stand on one line. */
static void
run_blocks (Run *run,
            const IkrarSignatureBlock *blocks,
            guint n_blocks,
            const double *centers,
            double gap)
{
  IkrarTypesetter *type = run->sheet->base.type;
  double head = 0, height = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      head = MAX (head, ikrar_signature_block_get_head (&blocks[i], &block_look, type));
      height = MAX (height, get_block_height (run, &blocks[i]));
    }
  run->y += IKRAR_MM (gap);
  if (run->y + height > run->bottom)
    turn_page (run);
  if (is_drawn (run))
    for (guint i = 0; i < n_blocks; i++)
      ikrar_signature_block_draw (&blocks[i], &block_look, type, run->cr, centers[i], run->y,
                                  run->y + head + IKRAR_MM (BLOCK_ROOM));
  run->y += height;
}

static void
run_witnesses (Run *run)
{
  IkrarPledgeSheet *sheet = run->sheet;
  const IkrarSignatureBlock *blocks = (const IkrarSignatureBlock *) (void *) sheet->witnesses->data;
  double left = IKRAR_MM (TEXT_LEFT), right = sheet->base.width - IKRAR_MM (TEXT_RIGHT);
  const double centers[] = { left + (right - left) / 4, right - (right - left) / 4 };
  guint n_blocks = sheet->witnesses->len;

  if (n_blocks == 0)
    return;
  run->y += IKRAR_MM (WITNESSES_BELOW_READER);
  if (run->y + IKRAR_MM (LABEL_GAP) + get_block_height (run, &blocks[0]) > run->bottom)
    turn_page (run);
  if (is_drawn (run))
    ikrar_text_draw (sheet->base.type, run->cr, &label_style, IKRAR_ALIGN_LEFT,
                     IKRAR_MM (TEXT_LEFT), run->y, "Disaksikan oleh:");
  for (guint i = 0; i < n_blocks; i += 2)
    run_blocks (run, blocks + i, MIN (2, n_blocks - i), centers, i == 0 ? LABEL_GAP : WITNESS_GAP);
}

/* The sentence before the signatures goes with them if they need another page. */
static void
run_closing (Run *run)
{
  IkrarPledgeSheet *sheet = run->sheet;
  const double center = sheet->right - (sheet->right - sheet->left) / 4;
  g_autoptr (IkrarTextBlock) closing = wrap (run, IKRAR_MM (TEXT_LEFT), sheet->text->closing);
  double height = ikrar_text_block_get_lines (closing) * LEADING +
                  IKRAR_MM (CLOSING_GAP + BLOCKS_BELOW_TEXT) +
                  get_block_height (run, &sheet->reader);

  if (run->y + height > run->bottom && run->bottom - IKRAR_MM (TOP_LATER) > height)
    turn_page (run);
  run_paragraph (run, CLOSING_GAP, sheet->text->closing);
  run_blocks (run, &sheet->reader, 1, &center, BLOCKS_BELOW_TEXT - LEADING / IKRAR_MM (1));
  run_witnesses (run);
}

guint
ikrar_pledge_sheet_run_text (IkrarPledgeSheet *sheet, cairo_t *cr, guint page)
{
  Run run = { .sheet = sheet,
              .cr = cr,
              .wanted = page,
              .y = IKRAR_MM (TOP),
              .bottom = sheet->base.height - IKRAR_MM (BOTTOM) };

  run.y += ikrar_letterhead_draw (sheet->base.type, is_drawn (&run) ? cr : NULL,
                                  sheet->record.occasion, sheet->left, sheet->right, run.y);
  run.y += IKRAR_MM (FIRST_HEADING);
  for (guint i = 0; sheet->text->headings[i] != NULL; i++)
    run_heading (&run, i == 0 ? &first_heading_style : &heading_style, sheet->text->headings[i]);
  run_paragraph (&run, OPENING_GAP, sheet->text->opening);
  for (guint i = 0; sheet->text->points[i] != NULL; i++)
    run_point (&run, i + 1, sheet->text->points[i]);
  run_closing (&run);
  return run.page + 1;
}
