/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person.h"

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarPersonEntry:
 * @display: the name with titles
 * @name_key: key for sorting
 * @number: bare digits, "" if none
 * @unit_id: id of the unit, 0 if none
 * @unit: name of the unit, "" if none
 * @search: folded name, numbers also of before, and unit, for [func@person_table_search]
 *
 * Somebody of the register as lists show them. Texts belong to the table.
 */
typedef struct
{
  IkrarId id;
  const char *name;
  const char *display;
  const char *name_key;
  const char *number;
  IkrarId unit_id;
  const char *unit;
  const char *unit_key;
  const char *position;
  const char *search;
  guint8 number_kind;
  guint8 grade;
} IkrarPersonEntry;

/**
 * IkrarPersonOrder:
 * @IKRAR_PERSON_ORDER_NAME: by name without titles
 * @IKRAR_PERSON_ORDER_UNIT: by unit, then grade, then name
 * @IKRAR_PERSON_ORDER_GRADE: highest grade first, then name
 */
typedef enum
{
  IKRAR_PERSON_ORDER_NAME,
  IKRAR_PERSON_ORDER_UNIT,
  IKRAR_PERSON_ORDER_GRADE,
  IKRAR_N_PERSON_ORDERS,
} IkrarPersonOrder;

/**
 * IkrarPersonTable:
 *
 * The register of people as it stood at one moment, read in one pass. Immutable and shared by
 * reference: a screen draws from it without waiting for the disk.
 */
typedef struct _IkrarPersonTable IkrarPersonTable;

/**
 * ikrar_person_table_load:
 * @store: a store
 * @progress: (nullable): who watches
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): everybody who was not removed or erased, or `NULL` with a
 *   store error
 */
IkrarPersonTable *
ikrar_person_table_load (IkrarStore *store, const IkrarProgress *progress, GError **error);

/**
 * ikrar_person_table_ref:
 * @table: a register
 *
 * Any thread.
 *
 * Returns: (transfer full): @table
 */
IkrarPersonTable *ikrar_person_table_ref (IkrarPersonTable *table);

/**
 * ikrar_person_table_unref:
 * @table: (transfer full) (nullable): a register
 *
 * Any thread.
 */
void ikrar_person_table_unref (IkrarPersonTable *table);

/**
 * ikrar_person_table_order:
 * @table: a register
 * @order: the order
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarPersonEntry): everybody, in order; valid as long as
 *   @table is
 */
GPtrArray *ikrar_person_table_order (const IkrarPersonTable *table, IkrarPersonOrder order);

/**
 * ikrar_person_table_search:
 * @entries: (element-type IkrarPersonEntry): people
 * @text: (nullable): what somebody typed: parts of name, number or unit, apart by spaces; all must
 *   be found
 *
 * A plain scan: 180,751 people in some milliseconds.
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type IkrarPersonEntry): those who match, in the same order
 */
GPtrArray *ikrar_person_table_search (GPtrArray *entries, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarPersonTable, ikrar_person_table_unref)

G_END_DECLS
