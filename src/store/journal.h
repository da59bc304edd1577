/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"

G_BEGIN_DECLS

/**
 * IkrarJournalEntry:
 * @id: id
 * @at: when
 * @actor: who
 * @desk: where
 * @action: what, a stable word such as `participant.withdraw`
 * @event: the event concerned, 0 if none
 * @subject: what was changed, 0 if several
 * @detail: what to show of it
 * @undo_of: the entry this one took back, 0 if none
 * @undone_by: the entry that took this one back, 0 if none
 *
 * A line of the journal.
 */
typedef struct
{
  IkrarId id;
  IkrarTime at;
  char *actor;
  char *desk;
  char *action;
  IkrarId event;
  IkrarId subject;
  char *detail;
  IkrarId undo_of;
  IkrarId undone_by;
} IkrarJournalEntry;

/**
 * ikrar_journal_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void ikrar_journal_entry_free (IkrarJournalEntry *entry);

/**
 * ikrar_journal_list:
 * @store: a store
 * @event: only entries of this event, 0 for all
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarJournalEntry) (nullable): the newest entries first,
 *   or `NULL` with a store error
 */
GPtrArray *ikrar_journal_list (IkrarStore *store, IkrarId event, guint limit, GError **error);

/**
 * ikrar_journal_list_of:
 * @store: a store
 * @subject: id of a person, participant, event, ...
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarJournalEntry) (nullable): the entries that concern
 *   @subject or changed its row, the newest first, or `NULL` with a store error
 */
GPtrArray *ikrar_journal_list_of (IkrarStore *store, IkrarId subject, guint limit, GError **error);

/**
 * ikrar_journal_get:
 * @store: a store
 * @id: id of an entry
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the entry, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarJournalEntry *ikrar_journal_get (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_journal_undo:
 * @store: a store
 * @id: id of an entry
 * @error: return location for an error
 *
 * Takes a change back, as a change of its own that can be taken back in turn. Rows get the state
 * before; append-only records get a correction (a mark that restores the earlier state, a pledge or
 * certificate revoked) instead.
 *
 * Returns: id of the new entry, or 0 with `IKRAR_STORE_ERROR_CONFLICT` if the entry was taken back
 *   already, a row was changed since or others depend on it (the message says which), or another
 *   store error
 */
IkrarId ikrar_journal_undo (IkrarStore *store, IkrarId id, GError **error);

/**
 * ikrar_journal_can_undo:
 * @entry: an entry
 *
 * Any thread.
 *
 * Returns: whether [func@journal_undo] may take the entry back; it may still find that something
 *   was changed since
 */
gboolean ikrar_journal_can_undo (const IkrarJournalEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarJournalEntry, ikrar_journal_entry_free)

G_END_DECLS
