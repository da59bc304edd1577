/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "seal/merkle.h"

#include "store/db.h"

G_BEGIN_DECLS

/* Reads the log's head by a statement that gives size, frontier and origin; no row is an empty log.
 */
gboolean _ikrar_ledger_read_head (IkrarDb *db,
                                  const char *statement_name,
                                  IkrarFrontier *frontier,
                                  char **origin,
                                  GError **error);

G_END_DECLS
