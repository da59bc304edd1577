/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/roster-table-private.h"
#include "report/svg-path-private.h"

/* Millimetres. */
#define PADDING 1.4
#define PAIR_MARGIN 0.6

/* The places to sign, from the left and upper edge of their row; an even row's begin half way. */
#define NUMBER_INDENT 1.1
#define NUMBER_BASELINE 3.4
#define NUMBER_GAP 0.6
#define PLACE_INDENT 4.6
#define PLACE_WIDTH 13.4
#define PLACE_LINE 8.8
#define EVEN_INDENT 18
#define STROKES_HEIGHT 9.4
#define STROKES_BELOW 1.2 /* how far a signature may go below its line */
#define STROKES_SCALE 0.018
#define STROKES_WEIGHT 0.32
#define WORD_RAISE 1.1

#define SIZE_LEAST 0.61

static const double dots[] = { 0.6, 1.6 }; /* points */

static const IkrarTextStyle number_style = { .typeface = IKRAR_TYPEFACE_LIST, .size = 7 };
static const IkrarTextStyle word_style = { .typeface = IKRAR_TYPEFACE_LIST,
                                           .size = 7,
                                           .italic = TRUE,
                                           .ink = &ikrar_ink_small };
static const IkrarFit word_fit = { { { 1, 1, 0.9 }, { 2, 1, 0.8 } }, 1.1, TRUE };
static const IkrarFit head_fit = { { { 1, 1, 0.9 }, { 2, 1, 0.8 } }, 1.15, TRUE };

static double
sum_left_over (const IkrarRosterColumn *columns, guint n_columns, guint chosen, double room)
{
  for (guint i = 0; i < n_columns; i++)
    if (chosen & (1u << i))
      room -= columns[i].width;
  return room;
}

static double
sum_shares (const IkrarRosterColumn *columns, guint n_columns, guint chosen)
{
  double shares = 0;

  for (guint i = 0; i < n_columns; i++)
    if (chosen & (1u << i))
      shares += columns[i].share;
  return shares;
}

void
ikrar_roster_table_init (IkrarRosterTable *table,
                         IkrarTypesetter *type,
                         const IkrarRosterLook *look,
                         const IkrarRosterColumn *columns,
                         guint n_columns,
                         guint chosen,
                         double left,
                         double right)
{
  double room = (right - left) / IKRAR_MM (1);
  double left_over = sum_left_over (columns, n_columns, chosen, room);
  double shares = sum_shares (columns, n_columns, chosen);

  g_assert (n_columns <= IKRAR_ROSTER_COLUMNS_MAX);

  *table = (IkrarRosterTable){ .type = type, .look = look };
  table->edges[0] = left;
  for (guint i = 0; i < n_columns; i++)
    {
      double width = columns[i].width + left_over * columns[i].share / shares;
      guint n = table->n_columns;

      table->places[i] = chosen & (1u << i) ? (int) n : -1;
      if (table->places[i] < 0)
        continue;
      table->titles[n] = columns[i].title;
      table->aligns[n] = columns[i].align;
      table->edges[n + 1] = table->edges[n] + IKRAR_MM (width);
      table->n_columns++;
    }
}

double
ikrar_roster_table_get_head (const IkrarRosterTable *table)
{
  return IKRAR_MM (table->look->head_height);
}

double
ikrar_roster_table_get_row (const IkrarRosterTable *table)
{
  return IKRAR_MM (table->look->row_height);
}

static void
draw_head (const IkrarRosterTable *table, cairo_t *cr, double y)
{
  const IkrarTextStyle style = { .typeface = table->look->typeface,
                                 .weight = IKRAR_WEIGHT_BOLD,
                                 .size = table->look->head_size };
  double height = ikrar_roster_table_get_head (table);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (table->type);
      double width = table->edges[i + 1] - table->edges[i];

      ikrar_text_block_add (block, &style, table->titles[i]);
      ikrar_text_block_fit (block, &head_fit, width - IKRAR_MM (0.6), 0);
      ikrar_text_block_draw_middle (block, cr, IKRAR_ALIGN_CENTER, table->edges[i] + width / 2,
                                    y + height / 2);
    }
}

static void
draw_rows (const IkrarRosterTable *table, cairo_t *cr, double y, guint n_rows)
{
  double row = ikrar_roster_table_get_row (table);
  double right = table->edges[table->n_columns], signing = table->edges[table->n_columns - 1];

  for (guint i = 1; i < n_rows; i++)
    ikrar_ink_line (cr, &ikrar_ink_rule, IKRAR_LINE_INNER, table->edges[0], y + i * row,
                    table->look->zigzag && i % 2 == 1 ? signing : right, y + i * row);
}

void
ikrar_roster_table_draw_grid (const IkrarRosterTable *table, cairo_t *cr, double y, guint n_rows)
{
  double head = ikrar_roster_table_get_head (table), left = table->edges[0];
  double width = table->edges[table->n_columns] - left;
  double height = head + n_rows * ikrar_roster_table_get_row (table);

  ikrar_ink_box (cr, &ikrar_ink_head, left, y, width, head);
  draw_rows (table, cr, y + head, n_rows);
  for (guint i = 1; i < table->n_columns; i++)
    ikrar_ink_line (cr, &ikrar_ink_rule, IKRAR_LINE_COLUMN, table->edges[i], y, table->edges[i],
                    y + height);
  ikrar_ink_line (cr, &ikrar_ink_black, IKRAR_LINE_FRAME, left, y + head, left + width, y + head);
  cairo_set_line_width (cr, IKRAR_MM (IKRAR_LINE_FRAME));
  cairo_rectangle (cr, left, y, width, height);
  cairo_stroke (cr);
  draw_head (table, cr, y);
}

static double
place_text (const IkrarRosterTable *table, int place, double *width)
{
  double left = table->edges[place], padding = IKRAR_MM (PADDING);

  *width = table->edges[place + 1] - left - 2 * padding;
  switch (table->aligns[place])
    {
    case IKRAR_ALIGN_CENTER:
      return left + padding + *width / 2;
    case IKRAR_ALIGN_RIGHT:
      return left + padding + *width;
    default:
      return left + padding;
    }
}

void
ikrar_roster_table_draw_cell (const IkrarRosterTable *table,
                              cairo_t *cr,
                              guint column,
                              double y,
                              const IkrarTextStyle *style,
                              const IkrarFit *fit,
                              const char *text)
{
  g_autoptr (IkrarTextBlock) block = NULL;
  double row = ikrar_roster_table_get_row (table), x, width;
  int place = table->places[column];

  if (place < 0)
    return;
  x = place_text (table, place, &width);
  block = ikrar_text_block_new (table->type);
  ikrar_text_block_add (block, style, text);
  ikrar_text_block_fit (block, fit, width, row - IKRAR_MM (0.6));
  ikrar_text_block_draw_middle (block, cr, table->aligns[place], x, y + row / 2);
}

void
ikrar_roster_table_draw_pair (const IkrarRosterTable *table,
                              cairo_t *cr,
                              guint column,
                              double y,
                              const IkrarTextStyle *style,
                              const IkrarFit *fit,
                              const char *text,
                              const IkrarTextStyle *below_style,
                              const char *below)
{
  g_autoptr (IkrarTextBlock) upper = ikrar_text_block_new (table->type);
  g_autoptr (IkrarTextBlock) lower = ikrar_text_block_new (table->type);
  const IkrarFit lower_fit = { { { 1, 1, SIZE_LEAST } }, fit->leading, FALSE };
  double row = ikrar_roster_table_get_row (table), width, last, step;
  int place = table->places[column];
  double x = place_text (table, place, &width);

  ikrar_text_block_add (lower, below_style, below);
  ikrar_text_block_fit (lower, &lower_fit, width, row / 2);
  step = ikrar_text_block_get_height (lower);
  ikrar_text_block_add (upper, style, text);
  ikrar_text_block_fit (upper, fit, width, row - IKRAR_MM (PAIR_MARGIN) - step);
  last = ikrar_text_block_get_height (upper) - ikrar_text_block_get_leading (upper);
  step = MAX (step, ikrar_text_block_get_leading (upper));
  y += (row + ikrar_text_block_get_capital (upper) - last - step) / 2;
  ikrar_text_block_draw (upper, cr, table->aligns[place], x, y);
  ikrar_text_block_draw (lower, cr, table->aligns[place], x, y + last + step);
}

static void
draw_dots (cairo_t *cr, double x, double y, double width)
{
  cairo_save (cr);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  ikrar_ink_line (cr, &ikrar_ink_rule, IKRAR_LINE_COLUMN, x, y, x + width, y);
  cairo_restore (cr);
}

static void
draw_strokes (cairo_t *cr, const char *signature, double x, double line, double width)
{
  g_autoptr (IkrarSvgPath) path = ikrar_svg_path_parse (signature);
  double height = IKRAR_MM (STROKES_HEIGHT);

  if (path != NULL)
    ikrar_svg_path_draw (path, cr, x, line + IKRAR_MM (STROKES_BELOW) - height,
                         IKRAR_MM (PLACE_WIDTH), height, IKRAR_MM (STROKES_SCALE), STROKES_WEIGHT);
}

void
ikrar_roster_table_draw_signature (const IkrarRosterTable *table,
                                   cairo_t *cr,
                                   double y,
                                   guint number,
                                   const char *signature,
                                   const char *word)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gboolean even = number % 2 == 0;
  double x = table->edges[table->n_columns - 1] + (even ? IKRAR_MM (EVEN_INDENT) : 0);
  double taken = IKRAR_MM (NUMBER_INDENT + NUMBER_GAP) +
                 ikrar_text_get_width (table->type, &number_style, digits);
  double place = x + MAX (IKRAR_MM (PLACE_INDENT), taken);
  double width = x + IKRAR_MM (PLACE_INDENT + PLACE_WIDTH) - place;
  double line = y + IKRAR_MM (PLACE_LINE);

  ikrar_text_draw (table->type, cr, &number_style, IKRAR_ALIGN_LEFT, x + IKRAR_MM (NUMBER_INDENT),
                   y + IKRAR_MM (NUMBER_BASELINE), digits);
  draw_dots (cr, place, line, width);
  if (word != NULL)
    {
      g_autoptr (IkrarTextBlock) block = ikrar_text_block_new (table->type);

      ikrar_text_block_add (block, &word_style, word);
      ikrar_text_block_fit (block, &word_fit, width, 0);
      ikrar_text_block_draw (block, cr, IKRAR_ALIGN_CENTER, place + width / 2,
                             line - IKRAR_MM (WORD_RAISE) - ikrar_text_block_get_height (block) +
                                 ikrar_text_block_get_leading (block));
    }
  else if (signature != NULL && *signature != '\0')
    draw_strokes (cr, signature, place, line, width);
}
