/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/date.h"
#include "store/scan-log.h"
#include "ui/common/status.h"

G_BEGIN_DECLS

/**
 * ikrar_scan_log_status:
 * @line: a scan
 *
 * Returns: how its verdict is shown, with icon, word and colour of the desk; its label may be of
 *   @line
 */
IkrarStatus ikrar_scan_log_status (const IkrarScanLine *line);

/**
 * ikrar_scan_log_detail:
 * @line: a scan
 *
 * Returns: (transfer full): unit, session and how it was read, as far as they are known
 */
char *ikrar_scan_log_detail (const IkrarScanLine *line);

/**
 * ikrar_scan_log_moment:
 * @line: a scan
 * @zone: zone of the event
 * @days: whether there are scans of more than one day
 *
 * Returns: (transfer full): time and desk, with the date if it matters, and whether it was taken
 *   back
 */
char *ikrar_scan_log_moment (const IkrarScanLine *line, IkrarZone zone, gboolean days);

G_END_DECLS
