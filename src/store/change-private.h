/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/change.h"

G_BEGIN_DECLS

/* The sealed log's tail while a change appends to it; ledger.c knows what is in it. */
typedef struct _IkrarLedgerTail IkrarLedgerTail;

/* Notes in the journal what became of a row that is no entity's. */
gboolean _ikrar_change_note (IkrarChange *change,
                             const char *table,
                             IkrarId id,
                             const char *before,
                             const char *after,
                             GError **error);

/* As ikrar_change_put() of a row that this change read, for those who have what was there @before
 * and what is there @after: they differ. */
gboolean _ikrar_change_put_encoded (IkrarChange *change,
                                    const IkrarEntity *entity,
                                    gconstpointer row,
                                    const char *before,
                                    const char *after,
                                    GError **error);

IkrarLedgerTail **_ikrar_change_ledger (IkrarChange *change);
gboolean _ikrar_ledger_tail_write (IkrarLedgerTail *tail, IkrarChange *change, GError **error);
void _ikrar_ledger_tail_free (IkrarLedgerTail *tail);

G_END_DECLS
