/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/xlsx-row-private.h"

G_BEGIN_DECLS

/* Reads one <row>…</row> or <si>…</si> straight from its bytes, if it is written in the plain way
 * of nearly all programs: known elements without prefix, no comment, no CDATA, no entity but the
 * five of XML, no control character, good UTF-8. Both give the bytes read, or 0 in any doubt; then
 * the row is as it was, and the XML parser must have a look. */
gsize _ikrar_xlsx_scan_row (IkrarXlsxRow *row, IkrarXml *xml, const char *text, gsize size);
/* Leaves the text in that of @xml. */
gsize _ikrar_xlsx_scan_string (IkrarXml *xml, const char *text, gsize size);
/* Steps over a row that is plain enough to see where it ends. */
gsize _ikrar_xlsx_scan_nothing (const char *text, gsize size);

G_END_DECLS
