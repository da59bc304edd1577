/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/fixes.h"
#include "roster/sheet-row.h"

G_BEGIN_DECLS

/* Rows as corrected, one after the other, for one thread. */
typedef struct
{
  const IkrarRosterFixes *fixes;
  IkrarSheetRow row;
  GArray *cells;
} IkrarMender;

void _ikrar_mender_init (IkrarMender *mender, const IkrarRosterFixes *fixes);
void _ikrar_mender_clear (IkrarMender *mender);

/* The row with its corrected cells, until the next one; the row itself where nothing is corrected.
 * A corrected cell is text, and its raw text is what the sender wrote. */
const IkrarSheetRow *_ikrar_mender_mend (IkrarMender *mender, const IkrarSheetRow *row);

/* The text under which spellings of a cell meet. */
char *_ikrar_meaning_key (IkrarRosterField field, const char *written);
/* What a text of this key means. */
const char *
_ikrar_roster_fixes_find (const IkrarRosterFixes *fixes, IkrarRosterField field, const char *key);

G_END_DECLS
