/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarDuplicateKind:
 * @IKRAR_DUPLICATE_NUMBER: one has the number that the other one had before
 * @IKRAR_DUPLICATE_DIGIT: numbers one digit apart, or one with a digit more, and names that may be
 *   one person's
 * @IKRAR_DUPLICATE_TWIN: a national id here and an employee number there, of one birth date and sex
 *   and one name
 * @IKRAR_DUPLICATE_NAME: the same name without titles in the same unit
 * @IKRAR_DUPLICATE_NAMESAKE: the same, but the numbers say two birth dates or sexes
 *
 * Why two people are proposed as one, from the strongest reason to the weakest.
 */
typedef enum
{
  IKRAR_DUPLICATE_NUMBER,
  IKRAR_DUPLICATE_DIGIT,
  IKRAR_DUPLICATE_TWIN,
  IKRAR_DUPLICATE_NAME,
  IKRAR_DUPLICATE_NAMESAKE,
  IKRAR_N_DUPLICATE_KINDS,
} IkrarDuplicateKind;

/**
 * IkrarDuplicate:
 * @first: the one who was known earlier
 * @second: the other one
 *
 * Two people who may be one. Nobody is merged by it.
 */
typedef struct
{
  IkrarId first;
  IkrarId second;
  IkrarDuplicateKind kind;
} IkrarDuplicate;

/**
 * ikrar_person_duplicates:
 * @store: a store
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Looks through the whole register: some hundred milliseconds for 180,751 people. Two of whom
 * somebody said that they are two are left out.
 *
 * Returns: (transfer full) (element-type IkrarDuplicate) (nullable): pairs, those with the
 *   strongest reason first, each once; or `NULL` with `G_IO_ERROR_CANCELLED` or a store error
 */
GArray *ikrar_person_duplicates (IkrarStore *store, const IkrarProgress *progress, GError **error);

/**
 * ikrar_person_duplicates_count:
 * @duplicates: (element-type IkrarDuplicate): pairs
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: how many are of this kind
 */
guint ikrar_person_duplicates_count (GArray *duplicates, IkrarDuplicateKind kind);

/**
 * ikrar_duplicate_kind_word:
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: (transfer none): stable word: `number`, `digit`, `twin`, `name`, `namesake`
 */
const char *ikrar_duplicate_kind_word (IkrarDuplicateKind kind);

/**
 * ikrar_person_apart:
 * @store: a store
 * @person: id of a person
 * @other: id of another
 * @error: return location for an error
 *
 * Says that two people are two: they are not proposed again.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_DUPLICATE` if it was said before,
 *   `IKRAR_STORE_ERROR_INVALID` for one person, or another store error
 */
IkrarId ikrar_person_apart (IkrarStore *store, IkrarId person, IkrarId other, GError **error);

G_END_DECLS
