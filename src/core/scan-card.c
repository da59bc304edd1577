/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/scan-card.h"

/* Its letters stand in no order twice, so that a part of it shows which part it is. */
static const char *const texts[IKRAR_N_SCAN_CARD_SIZES] = {
  "IK0-1-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ZYXWVUTSRQPONMLKJIHGFEDCBA"
  "-9876543210-KARTU-UJI-PEMINDAI-IKRAR-QWERTY-UIOPAS-DFG-AKHIR",
  "IK0-2-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ZYXWVUTSRQPONMLKJIHGFEDCBA"
  "-9876543210-KARTU-UJI-PEMINDAI-IKRAR-QWERTY-UIOPAS-DFG-AKHIR",
  "IK0-3-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-ZYXWVUTSRQPONMLKJIHGFEDCBA"
  "-9876543210-KARTU-UJI-PEMINDAI-IKRAR-QWERTY-UIOPAS-DFG-AKHIR",
};

const char *
ikrar_scan_card_text (IkrarScanCardSize size)
{
  return texts[size];
}
