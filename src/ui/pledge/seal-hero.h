/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/pledge/ledger-info.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_SEAL_HERO (ikrar_seal_hero_get_type ())

/**
 * IkrarSealHero:
 *
 * The seal: how many records, sealed until when, under which root, and whether they are as they
 * were sealed. If they are not, it says which record is the first.
 *
 * Uses `page.check`, `page.cancel-check` and `page.copy-root`.
 */
G_DECLARE_FINAL_TYPE (IkrarSealHero, ikrar_seal_hero, IKRAR, SEAL_HERO, AdwBin)

/**
 * ikrar_seal_hero_show:
 * @hero: a hero
 * @info: the log
 */
void ikrar_seal_hero_show (IkrarSealHero *hero, const IkrarLedgerInfo *info);

/**
 * ikrar_seal_hero_show_progress:
 * @hero: a hero
 * @fraction: how far the check is, 0 to 1
 */
void ikrar_seal_hero_show_progress (IkrarSealHero *hero, double fraction);

/**
 * ikrar_seal_hero_end_progress:
 * @hero: a hero
 *
 * The check ended or was cancelled.
 */
void ikrar_seal_hero_end_progress (IkrarSealHero *hero);

/**
 * ikrar_seal_hero_show_report:
 * @hero: a hero
 * @report: result of a check
 * @took_ms: how long it took
 */
void
ikrar_seal_hero_show_report (IkrarSealHero *hero, const IkrarLedgerReport *report, gint64 took_ms);

/**
 * ikrar_seal_hero_set_folded:
 * @hero: a hero
 * @folded: whether the window is narrow
 */
void ikrar_seal_hero_set_folded (IkrarSealHero *hero, gboolean folded);

G_END_DECLS
