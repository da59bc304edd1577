/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/participant-table.h"

#include "core/date.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SIGNER_CARD (ikrar_signer_card_get_type ())

/**
 * IkrarSignerCard:
 *
 * Who signs now: name, post, unit, the end of the number, and what is recorded already.
 */
G_DECLARE_FINAL_TYPE (IkrarSignerCard, ikrar_signer_card, IKRAR, SIGNER_CARD, AdwBin)

/**
 * ikrar_signer_card_show:
 * @card: a card
 * @line: (nullable): who signs, `NULL` for nobody
 * @zone: zone of the event
 */
void
ikrar_signer_card_show (IkrarSignerCard *card, const IkrarParticipantLine *line, IkrarZone zone);

G_END_DECLS
