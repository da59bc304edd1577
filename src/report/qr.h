/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/ink.h"

G_BEGIN_DECLS

/* White modules around a symbol that a reader needs (ISO/IEC 18004). */
#define IKRAR_QR_QUIET 4

/**
 * IkrarQr:
 *
 * A QR symbol at error correction level M, as a mask of one pixel a module. Black on white, never
 * coloured, tinted or with a picture in it.
 */
typedef struct _IkrarQr IkrarQr;

/**
 * ikrar_qr_new:
 * @text: digits, capital letters, spaces and `$%*+-./:`
 * @version: the smallest version wanted, 1 to 10: symbols of one kind get one size
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the symbol, or `NULL` if @text has other characters or is
 * too long for any symbol
 */
IkrarQr *ikrar_qr_new (const char *text, guint version);

/**
 * ikrar_qr_free:
 * @qr: (transfer full) (nullable): a symbol
 *
 * Any thread.
 */
void ikrar_qr_free (IkrarQr *qr);

/**
 * ikrar_qr_get_size:
 * @qr: a symbol
 *
 * Any thread.
 *
 * Returns: modules on a side, the quiet zone not counted
 */
guint ikrar_qr_get_size (const IkrarQr *qr);

/**
 * ikrar_qr_draw:
 * @qr: a symbol
 * @cr: a context
 * @x: left edge of the symbol in points; the quiet zone lies outside
 * @y: its upper edge
 * @module: width of a module in millimetres
 *
 * Draws a white box and the symbol on it.
 */
void ikrar_qr_draw (const IkrarQr *qr, cairo_t *cr, double x, double y, double module);

/**
 * ikrar_qr_draw_box:
 * @cr: a context
 * @x: left edge of the symbol in points
 * @y: its upper edge
 * @module: width of a module in millimetres
 * @size: modules on a side
 *
 * Draws only the white box: where many pages share it, it is drawn once.
 */
void ikrar_qr_draw_box (cairo_t *cr, double x, double y, double module, guint size);

/**
 * ikrar_qr_draw_symbol:
 * @qr: a symbol
 * @cr: a context
 * @x: left edge of the symbol in points
 * @y: its upper edge
 * @module: width of a module in millimetres
 *
 * Draws only the symbol, on a white box that is there.
 */
void ikrar_qr_draw_symbol (const IkrarQr *qr, cairo_t *cr, double x, double y, double module);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarQr, ikrar_qr_free)

G_END_DECLS
