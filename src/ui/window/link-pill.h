/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "store/context.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_LINK_PILL (ikrar_link_pill_get_type ())

/**
 * IkrarLinkPill:
 *
 * How the database is reached: nothing for a file, a small server for a shared database, and a word
 * on a tint while it cannot be reached. Pressed, it tells more.
 *
 * Properties: `context`, and `folded`: whether there is room for a number only.
 */
G_DECLARE_FINAL_TYPE (IkrarLinkPill, ikrar_link_pill, IKRAR, LINK_PILL, AdwBin)

G_END_DECLS
