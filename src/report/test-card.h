/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"

G_BEGIN_DECLS

/**
 * ikrar_test_card_new:
 *
 * Makes the card that scanners are tried with: a page of A4 with three symbols of the texts of
 * [func@scan_card_text], as small as on the smallest passes, as on usual ones, and larger. It needs
 * no database.
 *
 * Any thread.
 *
 * Returns: (transfer full): the card
 */
IkrarDocument *ikrar_test_card_new (void);

G_END_DECLS
