/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/qr.h"
#include "report/text.h"

#include "seal/digest.h"

G_BEGIN_DECLS

/* How much of the bottom of a page the band takes, in millimetres. */
#define IKRAR_FOOTER_BAND_HEIGHT 20.4

/* The foot of a list or letter: what it is, the fingerprint of the record it shows, its code. The
 * fingerprint is of the record: a page cannot print the fingerprint of its own file. */
typedef struct
{
  char *title;
  char *fingerprint;
  char *code;
  IkrarQr *qr;
} IkrarFooterBand;

IkrarFooterBand *ikrar_footer_band_new (const char *title, const IkrarDigest *digest);

void ikrar_footer_band_free (IkrarFooterBand *band);

/* In points; @page from 0, of the sheets that belong together. */
void ikrar_footer_band_draw (const IkrarFooterBand *band,
                             IkrarTypesetter *type,
                             cairo_t *cr,
                             double left,
                             double right,
                             double page_height,
                             guint page,
                             guint n_pages);

G_END_DECLS
