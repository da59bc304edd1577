/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/scan-log.h"

G_BEGIN_DECLS

/* Logs a scan within the transaction that the connection is in. */
gboolean _ikrar_scan_log_insert (IkrarStore *store, const IkrarScanNote *note, GError **error);

/* Brings what a replica logged and did not deliver yet to the shared database. @theirs knows who of
 * there is somebody else here. */
gboolean _ikrar_scan_log_deliver (IkrarStore *replica,
                                  IkrarStore *shared,
                                  GHashTable *theirs,
                                  GError **error);

G_END_DECLS
