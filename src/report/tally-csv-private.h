/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/tally-csv.h"
#include "report/tally-record-private.h"

G_BEGIN_DECLS

/* As the public function, of a record that is loaded already. */
gboolean ikrar_tally_csv_write_record (const IkrarTallyRecord *record,
                                       const char *path,
                                       const IkrarProgress *progress,
                                       GError **error);

/* Appends a cell with its guard and its quotes. */
void ikrar_tally_csv_append (GString *text, const char *cell);

G_END_DECLS
