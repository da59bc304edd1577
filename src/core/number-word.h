/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_number_words:
 * @number: any number; `kuintiliun` is the largest word needed
 *
 * Writes a number in words (terbilang): `dua ribu dua puluh empat`. Source: EYD.
 *
 * Any thread.
 *
 * Returns: (transfer full): the words, `nol` for 0
 */
char *ikrar_number_words (guint64 number);

/**
 * ikrar_number_with_words:
 * @number: a number
 *
 * Any thread.
 *
 * Returns: (transfer full): as minutes print it: `49 (empat puluh sembilan)`, with points
 * from 1.000
 */
char *ikrar_number_with_words (guint64 number);

/**
 * ikrar_number_thousands:
 * @number: a number
 *
 * Any thread.
 *
 * Returns: (transfer full): with points, `180.751`
 */
char *ikrar_number_thousands (gint64 number);

/**
 * ikrar_number_percent:
 * @rate: 0 to 1, or negative for "no base"
 *
 * Any thread.
 *
 * Returns: (transfer full): one decimal and a comma, `86,5%`; `–` without a base
 */
char *ikrar_number_percent (double rate);

/**
 * ikrar_number_roman:
 * @number: 1 to 3999
 *
 * Any thread.
 *
 * Returns: (transfer full): `XI`; "" outside the range
 */
char *ikrar_number_roman (guint number);

G_END_DECLS
