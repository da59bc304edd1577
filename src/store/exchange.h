/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/store.h"

#include "core/id.h"
#include "core/progress.h"
#include "seal/exchange-file.h"

G_BEGIN_DECLS

/**
 * IkrarExchangeConflict:
 * @subject: id of what it is about
 * @at: when it was found
 * @what: `event`, `session`, `role`, `person`, `participant`, `arrival`, `number`, `pledge`,
 *   `certificate` or `erased`
 * @who: a title or a name, for people
 * @field: the column, such as `position`; of the others the word of @what
 * @ours: what stood here
 * @theirs: what came
 * @stands: `ours`, `theirs` or `both`
 *
 * Something that two databases say differently.
 */
typedef struct
{
  IkrarId subject;
  IkrarTime at;
  char *what;
  char *who;
  char *field;
  char *ours;
  char *theirs;
  char *stands;
} IkrarExchangeConflict;

/**
 * IkrarExchangeReport:
 * @event: the event
 * @title: its title
 * @people: people new in the register
 * @participants: participants new on the roster
 * @marks: marks of the attendance that were new
 * @pledges: pledges and revocations that were sealed
 * @certificates: certificates and revocations that were sealed
 * @changed: rows that were here and are different now
 * @written: whether anything was written; else all of it was here
 * @journal: the journal entry, 0 if nothing was written
 * @conflicts: (element-type IkrarExchangeConflict): what did not fit
 *
 * What became of an event that came from elsewhere.
 */
typedef struct
{
  IkrarId event;
  char *title;
  guint people;
  guint participants;
  guint marks;
  guint pledges;
  guint certificates;
  guint changed;
  gboolean written;
  IkrarId journal;
  GPtrArray *conflicts;
} IkrarExchangeReport;

/**
 * ikrar_exchange_export:
 * @store: a store
 * @event: an event
 * @file: where to write; what was there is replaced
 * @progress: (nullable): a progress
 * @error: return location for an error
 *
 * Writes an event with everything that belongs to it, signed with the institution's key, for
 * another database. No secret key is in it, but personal data is: it is to be carried like a
 * roster.
 *
 * Returns: `FALSE` with a store error or an error of the file; then there is no file
 */
gboolean ikrar_exchange_export (IkrarStore *store,
                                IkrarId event,
                                GFile *file,
                                const IkrarProgress *progress,
                                GError **error);

/**
 * IkrarExchangeImport:
 * @trusted: (nullable): a public key text that is accepted from now on, if it is the file's
 * @dry_run: whether to take everything back in the end
 * @progress: (nullable): a progress, in rows
 *
 * How to take an event in.
 */
typedef struct
{
  const char *trusted;
  gboolean dry_run;
  const IkrarProgress *progress;
} IkrarExchangeImport;

/**
 * ikrar_exchange_import:
 * @store: a store without an open change
 * @file: what [func@exchange_export] wrote
 * @import: how
 * @error: return location for an error
 *
 * Takes an event in, in one durable transaction, after the whole file was checked. Files of any
 * databases may come in any order and any number of times: the outcome is the same. Of two states
 * of a row the newer one stands, and the other is in the report; marks, pledges and certificates
 * are added and never replaced. A pledge or certificate is sealed in this database's own log, with
 * its own time, desk and nonce.
 *
 * A file's key must be one of this institution, or accepted by somebody: see @trusted.
 *
 * Returns: (transfer full) (nullable): a report, or `NULL` with `IKRAR_SEAL_ERROR_SYNTAX`,
 *   `IKRAR_SEAL_ERROR_SIGNATURE` (altered, or by an office that was not accepted; the message has
 *   its key), `IKRAR_STORE_ERROR_INVALID` (rows that do not belong together) or another store
 *   error; nothing was changed then
 */
IkrarExchangeReport *ikrar_exchange_import (IkrarStore *store,
                                            GFile *file,
                                            const IkrarExchangeImport *import,
                                            GError **error);

/**
 * ikrar_exchange_file_check:
 * @store: a store
 * @file: what [func@exchange_export] wrote
 * @unknown: (out) (transfer full) (nullable): the signer's public key text, if nobody has accepted
 *   it here yet
 * @progress: (nullable): a progress
 * @error: return location for an error
 *
 * Reads a file to its end and changes nothing, to ask a person about its signer.
 *
 * Returns: `FALSE` with `IKRAR_SEAL_ERROR_SYNTAX`, `IKRAR_SEAL_ERROR_SIGNATURE` (altered) or a
 * store error
 */
gboolean ikrar_exchange_file_check (IkrarStore *store,
                                    GFile *file,
                                    char **unknown,
                                    const IkrarProgress *progress,
                                    GError **error);

/**
 * ikrar_exchange_conflicts:
 * @store: a store
 * @event: an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarExchangeConflict) (nullable): everything that did not
 *   fit in any exchange, and who is recorded at two desks as it stands now; or `NULL` with a store
 *   error
 */
GPtrArray *ikrar_exchange_conflicts (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_exchange_report_free:
 * @report: (transfer full) (nullable): a report
 */
void ikrar_exchange_report_free (IkrarExchangeReport *report);

/**
 * ikrar_exchange_conflict_free:
 * @conflict: (transfer full) (nullable): a conflict
 */
void ikrar_exchange_conflict_free (IkrarExchangeConflict *conflict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarExchangeReport, ikrar_exchange_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarExchangeConflict, ikrar_exchange_conflict_free)

G_END_DECLS
