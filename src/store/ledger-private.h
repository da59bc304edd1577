/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/checkpoint.h"
#include "seal/merkle.h"

#include "store/ledger.h"

G_BEGIN_DECLS

/* Reads the log's head by a statement that gives size, frontier and origin; no row is an empty log.
 */
gboolean _ikrar_ledger_read_head (IkrarDb *db,
                                  const char *statement_name,
                                  IkrarFrontier *frontier,
                                  char **origin,
                                  GError **error);

/* Opens a checkpoint with the key that the database names for it; FALSE unless that is a key of the
 * institution, the note is what it signed, and its size is @size. @note, key and the key's event
 * stand in the columns from @column. */
gboolean _ikrar_ledger_open_checkpoint (IkrarStatement *statement,
                                        guint column,
                                        guint64 size,
                                        IkrarCheckpoint *checkpoint);

/* ikrar_ledger_verify() within the transaction that the connection is in. */
IkrarLedgerReport *
_ikrar_ledger_verify_within (IkrarDb *db, const IkrarProgress *progress, GError **error);

G_END_DECLS
