/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/tally-record-private.h"
#include "report/tally.h"

G_BEGIN_DECLS

/* As the public functions, of a record that is loaded already. */
gboolean ikrar_tally_write_workbook_of (const IkrarTallyRecord *record,
                                        const char *path,
                                        const IkrarProgress *progress,
                                        GError **error);
gboolean ikrar_tally_write_csv_of (const IkrarTallyRecord *record,
                                   const char *path,
                                   const IkrarProgress *progress,
                                   GError **error);

/* What stands in a cell of a text file, with its guard and its quotes. */
void ikrar_tally_append_csv (GString *text, const char *cell);

G_END_DECLS
