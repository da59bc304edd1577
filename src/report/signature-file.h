/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_signature_file_read:
 * @file: path of an SVG drawing, or of a file that holds nothing but path data
 * @error: return location for an error
 *
 * Reads a signature that was drawn with another program: all its paths, in one. What could not be
 * drawn later just as it stands there is refused: arcs, transformed groups, and a drawing without a
 * line.
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): path data of absolute moves, lines and cubic curves, or
 *   `NULL` with %IKRAR_REPORT_ERROR_FAILED or an error of reading the file
 */
char *ikrar_signature_file_read (const char *file, GError **error);

G_END_DECLS
