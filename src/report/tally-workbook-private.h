/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/tally-record-private.h"
#include "report/tally-workbook.h"
#include "report/workbook-file-private.h"

G_BEGIN_DECLS

/* As the public function, of a record that is loaded already. */
gboolean ikrar_tally_workbook_write_record (const IkrarTallyRecord *record,
                                            const char *path,
                                            const IkrarProgress *progress,
                                            GError **error);

/* The sheet with a line a unit. */
void ikrar_tally_add_units_sheet (IkrarWorkbookFile *workbook, const IkrarTallyRecord *record);

/* The sheet that says what everything means. */
void ikrar_tally_add_notes_sheet (IkrarWorkbookFile *workbook, const IkrarTallyRecord *record);

G_END_DECLS
