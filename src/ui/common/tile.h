/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IKRAR_TYPE_TILE (ikrar_tile_get_type ())

/**
 * IkrarTile:
 *
 * A card with one number: badge, figure, what it counts, and its share at the right.
 *
 * Properties: `icon-name`, `caption`, `status` (one of the classes of [class@Pill]).
 */
G_DECLARE_FINAL_TYPE (IkrarTile, ikrar_tile, IKRAR, TILE, AdwBin)

/**
 * ikrar_tile_set_count:
 * @tile: a tile
 * @count: the number
 * @base: what it is a share of, 0 to show no share
 */
void ikrar_tile_set_count (IkrarTile *tile, guint count, guint base);

G_END_DECLS
