/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As long as a pass, so that its symbol has the same size; every letter, every digit, the hyphen.
 */
#define IKRAR_SCAN_CARD_LENGTH 130

/**
 * IkrarScanCardSize:
 * @IKRAR_SCAN_CARD_SMALL: modules of 0.8 mm, as on sheets of ten passes
 * @IKRAR_SCAN_CARD_USUAL: 1.0 mm, as on sheets of eight
 * @IKRAR_SCAN_CARD_LARGE: 1.3 mm
 *
 * The symbols of the test card.
 */
typedef enum
{
  IKRAR_SCAN_CARD_SMALL,
  IKRAR_SCAN_CARD_USUAL,
  IKRAR_SCAN_CARD_LARGE,
  IKRAR_N_SCAN_CARD_SIZES,
} IkrarScanCardSize;

/**
 * ikrar_scan_card_text:
 * @size: a symbol of the test card
 *
 * Any thread.
 *
 * Returns: (transfer none): what it says; no desk takes it for a pass
 */
const char *ikrar_scan_card_text (IkrarScanCardSize size);

G_END_DECLS
