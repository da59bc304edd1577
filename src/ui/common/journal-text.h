/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/date.h"
#include "store/journal.h"

G_BEGIN_DECLS

/**
 * ikrar_journal_text:
 * @entry: an entry
 *
 * Any thread.
 *
 * Returns: (transfer full): what was done, as a sentence in the user's language
 */
char *ikrar_journal_text (const IkrarJournalEntry *entry);

/**
 * ikrar_journal_text_origin:
 * @entry: an entry
 * @zone: the zone of the reader
 *
 * Any thread.
 *
 * Returns: (transfer full): when it was done, by whom, at which desk
 */
char *ikrar_journal_text_origin (const IkrarJournalEntry *entry, IkrarZone zone);

G_END_DECLS
