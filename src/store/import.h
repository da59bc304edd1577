/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/person.h"

#include "store/participant.h"

G_BEGIN_DECLS

/**
 * IkrarImport:
 *
 * The writing half of a roster import: one change, one undo. Prepared for hundreds of thousands of
 * rows: no journal line a row; what a row did stands in the batch.
 */
typedef struct _IkrarImport IkrarImport;
typedef struct _IkrarForesight IkrarForesight;

/**
 * IkrarImportRow:
 * @sheet: (nullable): name of the sheet
 * @row: row of the sheet, from 1
 * @block: which of several tables beside each other, from 0
 * @verdict: `ok`, `warning`, `error`, `duplicate` or `skipped`
 * @reasons: codes of the reasons, apart by commas
 * @written: the row's cells as the sender wrote them, apart by tabs
 * @person: (nullable): for rows that are imported: the person as read, without id; a @name_key that
 *   it has already is taken as it is
 * @unit: name of the unit as written
 *
 * One row for [func@import_add].
 */
typedef struct
{
  const char *sheet;
  guint row;
  guint block;
  const char *verdict;
  const char *reasons;
  const char *written;
  const IkrarPerson *person;
  const char *unit;
  const char *kind;
  const char *seat;
  const char *group_name;
  const char *note;
} IkrarImportRow;

/**
 * IkrarImportOutcome:
 * @IKRAR_IMPORT_ADDED: the person is a participant now
 * @IKRAR_IMPORT_PRESENT: the person was on the event's roster before; nothing was changed
 * @IKRAR_IMPORT_ANOTHER: the number belongs to somebody with a wholly different name; nothing was
 *   changed
 * @IKRAR_IMPORT_KEPT: of an update: the person is on the roster just as the row says
 * @IKRAR_IMPORT_CHANGED: of an update: the person is on the roster and was changed
 * @IKRAR_IMPORT_DECLINED: of an update: who looked at the differences did not accept it; nothing
 *   was changed
 * @IKRAR_IMPORT_NOTED: the row was only noted (it has no person)
 * @IKRAR_IMPORT_FAILED: a store error
 */
typedef enum
{
  IKRAR_IMPORT_ADDED,
  IKRAR_IMPORT_PRESENT,
  IKRAR_IMPORT_ANOTHER,
  IKRAR_IMPORT_KEPT,
  IKRAR_IMPORT_CHANGED,
  IKRAR_IMPORT_DECLINED,
  IKRAR_IMPORT_NOTED,
  IKRAR_IMPORT_FAILED,
} IkrarImportOutcome;

/**
 * IkrarImportBatch:
 * @actor: who did it
 * @zone: the event's zone, for @imported_at
 * @update: whether it brought a roster up to date, see [func@import_begin_update]
 * @rows: lines of the file
 * @imported: people whom it put on the roster
 * @refused: rows that were not imported
 * @changed: participants whom it changed
 * @withdrawn: participants whom it let withdraw
 * @undone_at: when it was taken back, 0 if it stands
 *
 * An import that was done.
 */
typedef struct
{
  IkrarId id;
  IkrarId event_id;
  IkrarId journal_id;
  char *file_name;
  char *sheet;
  char *actor;
  IkrarZone zone;
  gboolean update;
  IkrarTime imported_at;
  guint rows;
  guint imported;
  guint refused;
  guint changed;
  guint withdrawn;
  IkrarTime undone_at;
} IkrarImportBatch;

/**
 * IkrarImportDependence:
 * @IKRAR_IMPORT_ATTENDED: attendance was recorded
 * @IKRAR_IMPORT_PLEDGED: pledged
 * @IKRAR_IMPORT_CERTIFIED: got a certificate
 * @IKRAR_IMPORT_EDITED: was changed by somebody
 *
 * What happened to somebody of an import after it, and would be lost with it.
 */
typedef enum
{
  IKRAR_IMPORT_ATTENDED = 1 << 0,
  IKRAR_IMPORT_PLEDGED = 1 << 1,
  IKRAR_IMPORT_CERTIFIED = 1 << 2,
  IKRAR_IMPORT_EDITED = 1 << 3,
} IkrarImportDependence;

/**
 * IkrarImportDependent:
 * @name: the name with titles
 * @what: bits of %IkrarImportDependence
 *
 * Somebody of an import to whom something happened after it.
 */
typedef struct
{
  char *name;
  guint what;
} IkrarImportDependent;

/**
 * ikrar_import_begin:
 * @store: a store
 * @event: the event whose roster grows
 * @file_name: name of the file, without folders
 * @sheet: name of the sheet, "" if it has none
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the import, or `NULL` with `IKRAR_STORE_ERROR_NOT_FOUND` or
 *   another store error
 */
IkrarImport *ikrar_import_begin (IkrarStore *store,
                                 IkrarId event,
                                 const char *file_name,
                                 const char *sheet,
                                 GError **error);

/**
 * ikrar_import_add:
 * @import: an import
 * @row: a row
 * @error: return location for an error
 *
 * Matches the person to the register by number (earlier numbers too), adds or completes the person,
 * and puts them on the roster. Somebody known by a name that [func@person_name_may_match] says is
 * of another person is left as they are, and the row is noted as an error. Who has no number is
 * present if somebody without one, of the same name key and unit, was on the roster before the
 * import. Empty fields of a known person are filled; others are left as they are, and the
 * participant keeps what the row says of unit, grade and position; where it is silent, what the
 * register knows.
 *
 * Returns: what happened; %IKRAR_IMPORT_FAILED with a store error
 */
IkrarImportOutcome
ikrar_import_add (IkrarImport *import, const IkrarImportRow *row, GError **error);

/**
 * ikrar_import_get_known:
 * @import: an import
 *
 * Returns: (transfer none): the name, with titles, of whom the last row was refused for, in the
 *   register or on the roster, until the next row; "" if it was not
 */
const char *ikrar_import_get_known (IkrarImport *import);

/**
 * ikrar_foresight_new:
 * @store: a store, borrowed for the whole time
 * @event: the event whose roster would grow, 0 for none
 * @error: return location for an error
 *
 * Begins to foresee an import. Nothing is changed by it. What it has read of the register and of
 * the roster it does not read again.
 *
 * Returns: (transfer full) (nullable): a foresight, or `NULL` with a store error
 */
IkrarForesight *ikrar_foresight_new (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_foresight_tell:
 * @foresight: a foresight
 * @person: a person as read, with its @name_key
 * @unit: name of the unit as written
 * @known: (out) (transfer full) (nullable): what [func@import_get_known] would say of a row that
 *   would be refused
 * @error: return location for an error
 *
 * Returns: what [func@import_add] would do with the row, as the only one of its file;
 *   %IKRAR_IMPORT_FAILED with a store error
 */
IkrarImportOutcome ikrar_foresight_tell (IkrarForesight *foresight,
                                         const IkrarPerson *person,
                                         const char *unit,
                                         char **known,
                                         GError **error);

/**
 * ikrar_foresight_free:
 * @foresight: (nullable) (transfer full): a foresight
 */
void ikrar_foresight_free (IkrarForesight *foresight);

/**
 * ikrar_import_commit:
 * @import: an import
 * @error: return location for an error
 *
 * Returns: id of the batch, 0 with a store error; nothing was changed then
 */
IkrarId ikrar_import_commit (IkrarImport *import, GError **error);

/**
 * ikrar_import_get_journal:
 * @import: an import
 *
 * Returns: id of its journal entry, for undo
 */
IkrarId ikrar_import_get_journal (IkrarImport *import);

/**
 * ikrar_import_get_change:
 * @import: an import
 *
 * Returns: (transfer none): its change, for what is to be done and undone with it
 */
IkrarChange *ikrar_import_get_change (IkrarImport *import);

/**
 * ikrar_import_free:
 * @import: (transfer full) (nullable): an import; what was not committed is taken back
 */
void ikrar_import_free (IkrarImport *import);

/**
 * ikrar_import_get_counts:
 * @import: an import
 * @changed: (out): participants that it changed so far
 * @withdrawn: (out): participants that it let withdraw, known after [func@import_commit]
 */
void ikrar_import_get_counts (IkrarImport *import, guint *changed, guint *withdrawn);

/**
 * ikrar_import_undo:
 * @store: a store
 * @batch: id of a batch
 * @error: return location for an error
 *
 * Takes an import or an update back whole, however long ago it was: participants that it added go,
 * and people and units that came with it and are nowhere else; who was changed by it is as before.
 *
 * Returns: id of the journal entry, 0 with `IKRAR_STORE_ERROR_CONFLICT` if something later depends
 *   on it (the message says what, as [func@import_describe_dependents] does) or it was taken back
 *   already, `IKRAR_STORE_ERROR_NOT_FOUND`, or another store error
 */
IkrarId ikrar_import_undo (IkrarStore *store, IkrarId batch, GError **error);

/**
 * ikrar_import_list_dependents:
 * @store: a store
 * @batch: id of a batch
 * @people: (out) (transfer full) (element-type IkrarImportDependent): people of it who attended,
 *   pledged, got a certificate or were changed since
 * @later: (out) (transfer full) (element-type IkrarImportBatch): imports after it that changed what
 *   it made, the oldest first
 * @error: return location for an error
 *
 * Tells what depends on an import: while there is any of it, it cannot be undone.
 *
 * Returns: `FALSE` with `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
gboolean ikrar_import_list_dependents (IkrarStore *store,
                                       IkrarId batch,
                                       GPtrArray **people,
                                       GPtrArray **later,
                                       GError **error);

/**
 * ikrar_import_describe_dependents:
 * @people: (element-type IkrarImportDependent): people
 * @later: (element-type IkrarImportBatch): imports
 *
 * Any thread.
 *
 * Returns: (transfer full): whole sentences in the user's language that name a few of them and say
 *   what to do; "" if nothing depends on the import
 */
char *ikrar_import_describe_dependents (GPtrArray *people, GPtrArray *later);

/**
 * ikrar_import_dependent_free:
 * @dependent: (transfer full) (nullable): somebody
 */
void ikrar_import_dependent_free (IkrarImportDependent *dependent);

/**
 * ikrar_import_list:
 * @store: a store
 * @event: an event, 0 for all
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type IkrarImportBatch) (nullable): the newest first, or `NULL`
 *   with a store error
 */
GPtrArray *ikrar_import_list (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_import_batch_free:
 * @batch: (transfer full) (nullable): a batch
 */
void ikrar_import_batch_free (IkrarImportBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarImport, ikrar_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarForesight, ikrar_foresight_free)

G_END_DECLS
