/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarUnitIndex:
 *
 * The known units, to find the one that a text names, and those it may have meant. One thread at a
 * time.
 */
typedef struct _IkrarUnitIndex IkrarUnitIndex;

/**
 * IkrarUnitMatch:
 * @IKRAR_UNIT_MATCH_NONE: no known unit
 * @IKRAR_UNIT_MATCH_NAME: a unit's own name, in some spelling
 * @IKRAR_UNIT_MATCH_ALIAS: a name that somebody said is the unit's
 * @IKRAR_UNIT_MATCH_REGION: a unit's name with or without the words for the own region
 *
 * How a text was found to name a unit.
 */
typedef enum
{
  IKRAR_UNIT_MATCH_NONE,
  IKRAR_UNIT_MATCH_NAME,
  IKRAR_UNIT_MATCH_ALIAS,
  IKRAR_UNIT_MATCH_REGION,
} IkrarUnitMatch;

/**
 * ikrar_unit_index_new:
 * @government: (nullable): the own region's government, such as `Pemerintah Kabupaten Banjar`;
 *   within it `Dinkes` and `Dinas Kesehatan Kab. Banjar` are one unit. Without it they are not: a
 *   database may hold several regions
 *
 * Returns: (transfer full): an index without units
 */
IkrarUnitIndex *ikrar_unit_index_new (const char *government);

/**
 * ikrar_unit_index_add:
 * @index: an index
 * @name: name of a unit
 * @key: its key as the database keeps it, of [func@unit_key]
 * @alias: whether @key is that of an alias of the unit
 */
void
ikrar_unit_index_add (IkrarUnitIndex *index, const char *name, const char *key, gboolean alias);

/**
 * ikrar_unit_index_get_size:
 * @index: an index
 *
 * Returns: how many keys it has
 */
guint ikrar_unit_index_get_size (const IkrarUnitIndex *index);

/**
 * ikrar_unit_index_find:
 * @index: an index
 * @text: a name as somebody wrote it
 * @match: (out) (optional): how it was found
 *
 * Returns: (transfer none) (nullable): name of the unit, `NULL` if no unit is surely meant
 */
const char *
ikrar_unit_index_find (const IkrarUnitIndex *index, const char *text, IkrarUnitMatch *match);

/**
 * ikrar_unit_index_nearest:
 * @index: an index
 * @text: a name as somebody wrote it
 * @limit: at most so many
 *
 * Finds units with a similar name: typing errors, words left out, the region named or not. Numbers
 * in the name are never another: `Puskesmas Martapura 1` is not near `Puskesmas Martapura 2`. For
 * people to choose from; never taken by itself.
 *
 * Returns: (transfer full) (element-type utf8): names, the nearest first; none once an index of
 *   many units has worked long enough for one file
 */
GPtrArray *ikrar_unit_index_nearest (IkrarUnitIndex *index, const char *text, guint limit);

/**
 * ikrar_unit_index_free:
 * @index: (transfer full) (nullable): an index
 */
void ikrar_unit_index_free (IkrarUnitIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarUnitIndex, ikrar_unit_index_free)

G_END_DECLS
