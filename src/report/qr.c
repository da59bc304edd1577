/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/qr-encode-private.h"
#include "report/qr.h"

struct _IkrarQr
{
  cairo_surface_t *mask;
  guint size;
};

/* Cairo keeps one-bit pixels in the order of the machine. */
static guint
bit_of (guint x)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1u << x % 8 : 0x80u >> x % 8;
}

static void
write_row (guint8 *pixels, guint64 row, guint size)
{
  for (guint x = 0; x < size; x++)
    if (row >> x & 1)
      pixels[x / 8] |= (guint8) bit_of (x);
}

static cairo_surface_t *
make_mask (const IkrarQrGrid *grid)
{
  int size = (int) grid->size;
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A1, size, size);
  guint stride = (guint) cairo_image_surface_get_stride (mask);
  guint8 *pixels = cairo_image_surface_get_data (mask);

  for (guint y = 0; y < grid->size; y++)
    write_row (pixels + y * stride, grid->rows[y], grid->size);
  cairo_surface_mark_dirty (mask);
  return mask;
}

IkrarQr *
ikrar_qr_new (const char *text, guint version)
{
  IkrarQrGrid grid;
  IkrarQr *qr;

  g_return_val_if_fail (text != NULL && version >= 1, NULL);

  if (!ikrar_qr_encode (text, version, IKRAR_QR_BEST_MASK, &grid))
    return NULL;
  qr = g_new0 (IkrarQr, 1);
  qr->size = grid.size;
  qr->mask = make_mask (&grid);
  return qr;
}

void
ikrar_qr_free (IkrarQr *qr)
{
  if (qr == NULL)
    return;
  cairo_surface_destroy (qr->mask);
  g_free (qr);
}

guint
ikrar_qr_get_size (const IkrarQr *qr)
{
  g_return_val_if_fail (qr != NULL, 0);

  return qr->size;
}

void
ikrar_qr_draw_box (cairo_t *cr, double x, double y, double module, guint size)
{
  double quiet = IKRAR_MM (IKRAR_QR_QUIET * module);
  double side = IKRAR_MM ((size + 2 * IKRAR_QR_QUIET) * module);

  g_return_if_fail (cr != NULL && module > 0);

  ikrar_ink_box (cr, &ikrar_ink_white, x - quiet, y - quiet, side, side);
}

/* As rectangles a symbol is ten times as large in the file, takes seconds a page, and shows
 * hairlines in viewers; as a mask readers find every module (measured). */
void
ikrar_qr_draw_symbol (const IkrarQr *qr, cairo_t *cr, double x, double y, double module)
{
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;
  double unit = IKRAR_MM (module);

  g_return_if_fail (qr != NULL && cr != NULL && module > 0);

  pattern = cairo_pattern_create_for_surface (qr->mask);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_init (&matrix, 1 / unit, 0, 0, 1 / unit, -x / unit, -y / unit);
  cairo_pattern_set_matrix (pattern, &matrix);
  ikrar_ink_set (cr, &ikrar_ink_black);
  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
}

void
ikrar_qr_draw (const IkrarQr *qr, cairo_t *cr, double x, double y, double module)
{
  g_return_if_fail (qr != NULL);

  ikrar_qr_draw_box (cr, x, y, module, qr->size);
  ikrar_qr_draw_symbol (qr, cr, x, y, module);
}
