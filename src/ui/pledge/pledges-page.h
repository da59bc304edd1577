/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/page.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PLEDGES_PAGE (ikrar_pledges_page_get_type ())

/**
 * IkrarPledgesPage:
 *
 * The sealed log: the seal and its check, checkpoints, coverage over all events, and what outsiders
 * need.
 *
 * Actions: `page.check`, `page.cancel-check`, `page.copy-root`, `page.seal-now`,
 * `page.export-log`, `page.show-key`, `page.show-texts`, `page.verify`.
 */
G_DECLARE_FINAL_TYPE (IkrarPledgesPage, ikrar_pledges_page, IKRAR, PLEDGES_PAGE, IkrarPage)

G_END_DECLS
