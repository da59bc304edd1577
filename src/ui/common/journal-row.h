/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "core/date.h"
#include "store/journal.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_JOURNAL_ROW (ikrar_journal_row_get_type ())

/**
 * IkrarJournalRow:
 *
 * A line of the journal in a list: what, when, who, and Undo where it can be taken back.
 */
G_DECLARE_FINAL_TYPE (IkrarJournalRow, ikrar_journal_row, IKRAR, JOURNAL_ROW, AdwActionRow)

/**
 * ikrar_journal_row_new:
 * @entry: an entry
 * @zone: the zone of the reader
 *
 * Returns: a row
 */
GtkWidget *ikrar_journal_row_new (const IkrarJournalEntry *entry, IkrarZone zone);

G_END_DECLS
