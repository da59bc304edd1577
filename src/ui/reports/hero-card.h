/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/reports/overview-data.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_HERO_CARD (ikrar_hero_card_get_type ())

/**
 * IkrarHeroCard:
 *
 * The event that matters now: when and where it is, what to open for it, and how far it is. Follows
 * the clock while it is seen.
 */
G_DECLARE_FINAL_TYPE (IkrarHeroCard, ikrar_hero_card, IKRAR, HERO_CARD, AdwBin)

/**
 * ikrar_hero_card_show:
 * @card: a card
 * @event: the event, copied where it is kept
 * @tally: its numbers
 * @pace: people a minute who arrive, 0 to say nothing
 */
void ikrar_hero_card_show (IkrarHeroCard *card,
                           const IkrarEvent *event,
                           const IkrarEventTally *tally,
                           guint pace);

G_END_DECLS
