/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/tally-private.h"
#include "report/workbook-private.h"

G_BEGIN_DECLS

/* The sheet with a line a unit. */
void ikrar_tally_add_units_sheet (IkrarWorkbook *workbook, const IkrarTallyRecord *record);

/* The sheet that says what everything means. */
void ikrar_tally_add_notes_sheet (IkrarWorkbook *workbook, const IkrarTallyRecord *record);

G_END_DECLS
