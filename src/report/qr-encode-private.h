/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Symbols of level M in alphanumeric mode, versions 1 to 10: a row of modules is one word, which is
 * what makes choosing the mask cheap. libqrencode, which the tests compare with, takes ten times as
 * long a symbol and was most of the time of printing passes. */
#define IKRAR_QR_VERSION_MAX 10
#define IKRAR_QR_SIZE_MAX 57
#define IKRAR_QR_MASKS 8

typedef struct
{
  guint size;
  guint64 rows[IKRAR_QR_SIZE_MAX];    /* bit x of row y */
  guint64 columns[IKRAR_QR_SIZE_MAX]; /* bit y of column x */
} IkrarQrGrid;

/* The best mask of the eight. */
#define IKRAR_QR_BEST_MASK (-1)

/* FALSE if the text has characters that the mode does not, or is too long. */
gboolean ikrar_qr_encode (const char *text, guint version, int mask, IkrarQrGrid *grid);

G_END_DECLS
