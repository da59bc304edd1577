/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/qr-encode-private.h"

G_BEGIN_DECLS

#define IKRAR_QR_FORMAT_BITS 15
#define IKRAR_QR_BITS_MAX (346 * 8 + 7)

typedef struct
{
  guint8 x;
  guint8 y;
} IkrarQrPlace;

/* What all symbols of a version have in common. */
typedef struct
{
  IkrarQrGrid patterns; /* finders, timing, alignment, version: the dark modules of them */
  IkrarQrGrid masks[IKRAR_QR_MASKS];
  IkrarQrPlace format[2][IKRAR_QR_FORMAT_BITS]; /* lowest bit first; it stands there twice */
  IkrarQrPlace path[IKRAR_QR_BITS_MAX];         /* where the bits of the codewords go */
  guint n_bits;
} IkrarQrTemplate;

/* Made when it is first needed, and kept. */
const IkrarQrTemplate *ikrar_qr_template_get (guint version);

G_END_DECLS
