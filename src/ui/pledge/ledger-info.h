/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/ledger.h"
#include "store/signing-key.h"

#include "core/date.h"

G_BEGIN_DECLS

/**
 * IkrarLedgerInfo:
 * @state: the log as it stands
 * @checkpoints: (element-type IkrarCheckpointLine): the newest first
 * @coverage: (element-type IkrarPledgeCoverage): by unit, over all events
 * @keys: (element-type IkrarPublicKeyLine): public keys of this database
 * @zone: the institution's zone
 *
 * What the page of the sealed log shows.
 */
typedef struct
{
  IkrarLedgerState state;
  GPtrArray *checkpoints;
  GPtrArray *coverage;
  GArray *keys;
  IkrarZone zone;
} IkrarLedgerInfo;

/**
 * ikrar_ledger_info_load:
 * @store: a store
 * @unused: not used
 * @progress: not used
 * @error: return location for an error
 *
 * Work for [func@work_start].
 *
 * Returns: (transfer full) (nullable): an `IkrarLedgerInfo`, or `NULL` with a store error
 */
gpointer ikrar_ledger_info_load (IkrarStore *store,
                                 gpointer unused,
                                 const IkrarProgress *progress,
                                 GError **error);

/**
 * ikrar_ledger_info_free:
 * @info: (transfer full) (nullable): what was loaded
 */
void ikrar_ledger_info_free (IkrarLedgerInfo *info);

/**
 * ikrar_ledger_info_key_text:
 * @info: what was loaded
 *
 * Returns: (transfer full): the institution's public keys as others need them to check its papers,
 *   a line each; "" if none was made yet
 */
char *ikrar_ledger_info_key_text (const IkrarLedgerInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarLedgerInfo, ikrar_ledger_info_free)

G_END_DECLS
