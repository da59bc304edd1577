/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ikrar_unit_key:
 * @name: (nullable): a unit's name as somebody wrote it
 *
 * Makes the key under which spellings of one unit meet: folded, common abbreviations of kinds
 * written out (`Dinkes` = dinas kesehatan, `Kec.` = kecamatan, `Setda`, `RSUD`, ...), the words
 * for the region's own name (`kab`, `kabupaten`, `kota`, `provinsi`, ...) brought together. It
 * proposes a match; the person confirms aliases.
 *
 * Any thread.
 *
 * Returns: (transfer full): the key, "" for a blank name
 */
char *ikrar_unit_key (const char *name);

/**
 * ikrar_unit_key_local:
 * @name: (nullable): a unit's name as somebody wrote it
 *
 * Makes the key of [func@unit_key] without the region at its end for units of which a region has
 * one (dinas, badan, sekretariat, ...), so that `DINKES`, `Dinkes Kab` and `Dinas Kesehatan Kab.
 * Banjar` meet. For names of one region only: elsewhere it would bring two regions together.
 *
 * Any thread.
 *
 * Returns: (transfer full): the key, "" for a blank name
 */
char *ikrar_unit_key_local (const char *name);

/**
 * ikrar_unit_is_health:
 * @name: a unit's name
 *
 * Any thread.
 *
 * Returns: whether it is a health unit (dinas kesehatan, RSUD, puskesmas): with the subdistricts,
 *   one of the two groups watched most (docs/rules.md, Rosters)
 */
gboolean ikrar_unit_is_health (const char *name);

/**
 * ikrar_unit_is_subdistrict:
 * @name: a unit's name
 *
 * Any thread.
 *
 * Returns: whether it is a subdistrict or ward (kecamatan, kelurahan and their regional words)
 */
gboolean ikrar_unit_is_subdistrict (const char *name);

G_END_DECLS
