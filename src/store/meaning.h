/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/* What somebody said that words in rosters mean, so that nobody has to say it twice. */

/**
 * IkrarMeaningFunc:
 * @field: the word of a column's field, such as `grade`
 * @written: the key of what cells say
 * @meaning: what it means
 * @user_data: data given with it
 */
typedef void (*IkrarMeaningFunc) (const char *field,
                                  const char *written,
                                  const char *meaning,
                                  gpointer user_data);

/**
 * IkrarUnitNameFunc:
 * @name: name of a unit
 * @key: the key of its name, or of another name of it
 * @alias: whether it is another name
 * @user_data: data given with it
 */
typedef void (*IkrarUnitNameFunc) (const char *name,
                                   const char *key,
                                   gboolean alias,
                                   gpointer user_data);

/**
 * ikrar_meaning_each:
 * @store: a store
 * @func: (scope call): takes each meaning
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_meaning_each (IkrarStore *store, IkrarMeaningFunc func, gpointer user_data, GError **error);

/**
 * ikrar_meaning_each_unit:
 * @store: a store
 * @func: (scope call): takes each name that means a unit
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_meaning_each_unit (IkrarStore *store,
                                  IkrarUnitNameFunc func,
                                  gpointer user_data,
                                  GError **error);

/**
 * ikrar_meaning_put:
 * @change: a change
 * @field: the word of a column's field
 * @written: the key of what cells say
 * @meaning: (nullable): what it means from now on, `NULL` to forget it
 * @error: return location for an error
 *
 * Returns: `FALSE` with a store error
 */
gboolean ikrar_meaning_put (IkrarChange *change,
                            const char *field,
                            const char *written,
                            const char *meaning,
                            GError **error);

/**
 * ikrar_meaning_forget:
 * @store: a store
 * @field: the word of a column's field
 * @written: the key of what cells say
 * @error: return location for an error
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarId
ikrar_meaning_forget (IkrarStore *store, const char *field, const char *written, GError **error);

/**
 * ikrar_meaning_put_unit:
 * @change: a change
 * @written: what cells say
 * @unit: name of the unit that is meant, made if there is none
 * @error: return location for an error
 *
 * Makes @written another name of the unit, unless it means a unit already.
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_meaning_put_unit (IkrarChange *change, const char *written, const char *unit, GError **error);

G_END_DECLS
