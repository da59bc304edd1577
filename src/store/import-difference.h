/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "store/import.h"

G_BEGIN_DECLS

/**
 * IkrarDifferenceKind:
 * @IKRAR_DIFFERENCE_NEW: the file has somebody who is not on the event's roster
 * @IKRAR_DIFFERENCE_CHANGED: somebody of the roster stands otherwise in the file
 * @IKRAR_DIFFERENCE_WITHDRAWN: somebody who came with an earlier version of the list is not in the
 *   file any more
 *
 * How a list that comes again differs from an event's roster.
 */
typedef enum
{
  IKRAR_DIFFERENCE_NEW,
  IKRAR_DIFFERENCE_CHANGED,
  IKRAR_DIFFERENCE_WITHDRAWN,
  IKRAR_N_DIFFERENCE_KINDS,
} IkrarDifferenceKind;

/**
 * IkrarDifferenceField:
 * @IKRAR_DIFFERENCE_NAME: the name with titles
 * @IKRAR_DIFFERENCE_NUMBER: the employee number; the one before is kept as an earlier number
 * @IKRAR_DIFFERENCE_INVITATION: somebody who withdrew stands in the file again
 *
 * What of a participant is otherwise in a file. An empty cell is no difference.
 */
typedef enum
{
  IKRAR_DIFFERENCE_NAME,
  IKRAR_DIFFERENCE_NUMBER,
  IKRAR_DIFFERENCE_GRADE,
  IKRAR_DIFFERENCE_POSITION,
  IKRAR_DIFFERENCE_UNIT,
  IKRAR_DIFFERENCE_PARTICIPANT_KIND,
  IKRAR_DIFFERENCE_SEAT,
  IKRAR_DIFFERENCE_GROUP,
  IKRAR_DIFFERENCE_PHONE,
  IKRAR_DIFFERENCE_EMAIL,
  IKRAR_DIFFERENCE_NOTE,
  IKRAR_DIFFERENCE_INVITATION,
  IKRAR_N_DIFFERENCE_FIELDS,
} IkrarDifferenceField;

/**
 * IkrarDifferenceHold:
 * @IKRAR_DIFFERENCE_ATTENDED: was there
 * @IKRAR_DIFFERENCE_PLEDGED: pledged
 * @IKRAR_DIFFERENCE_CERTIFIED: has a certificate
 *
 * Why somebody is not simply withdrawn.
 */
typedef enum
{
  IKRAR_DIFFERENCE_ATTENDED = 1 << 0,
  IKRAR_DIFFERENCE_PLEDGED = 1 << 1,
  IKRAR_DIFFERENCE_CERTIFIED = 1 << 2,
} IkrarDifferenceHold;

/**
 * IkrarFieldChange:
 * @field: what
 * @before: as the roster has it, "" if it has nothing
 * @after: as the file has it
 *
 * One field of a difference, as text for people; numbers are bare digits, kinds of participants and
 * invitations words.
 */
typedef struct
{
  IkrarDifferenceField field;
  const char *before;
  const char *after;
} IkrarFieldChange;

/**
 * IkrarDifference:
 * @kind: how it differs
 * @accepted: whether it is to be applied; see [func@differences_accept]
 * @holds: bits of %IkrarDifferenceHold, of those who would be withdrawn
 * @number_kind: what @number is
 * @line: which line of the file it is, counted from 1; 0 for those who are not in it
 * @row: row of the sheet; 0 for those who are not in it
 * @person: the person, 0 if the register does not know them
 * @participant: the participant, 0 for somebody new
 * @name: the name with titles, as the roster has it, of somebody new as the file has it
 * @number: bare digits likewise, "" if none
 * @unit: the unit likewise
 * @changes: (array length=n_changes): what is otherwise, in the order of the fields; of those who
 *   are changed
 *
 * One line of a list of differences. Its texts belong to the list.
 */
typedef struct
{
  guint8 kind;
  guint8 accepted;
  guint8 holds;
  guint8 number_kind;
  guint line;
  guint row;
  guint n_changes;
  IkrarId person;
  IkrarId participant;
  const char *name;
  const char *number;
  const char *unit;
  const IkrarFieldChange *changes;
} IkrarDifference;

/**
 * IkrarDifferences:
 *
 * How a file differs from the roster of an event, as both stood at one moment: those who are new in
 * the order of the file, then those who are changed, then those who would be withdrawn in the order
 * of the roster. Nobody stands in it twice. But for what is accepted it is immutable; one thread at
 * a time.
 */
typedef struct _IkrarDifferences IkrarDifferences;

/**
 * IkrarComparison:
 *
 * Compares the rows of a file with the roster of an event, which is loaded once. Nothing is
 * written. One thread at a time.
 */
typedef struct _IkrarComparison IkrarComparison;

/**
 * ikrar_difference_kind_word:
 * @kind: a kind
 *
 * Any thread.
 *
 * Returns: (transfer none): `new`, `changed` or `withdrawn`
 */
const char *ikrar_difference_kind_word (IkrarDifferenceKind kind);

/**
 * ikrar_difference_field_word:
 * @field: a field
 *
 * Any thread.
 *
 * Returns: (transfer none): the stable English word for JSON: `name`, `number`, `grade`,
 *   `position`, `unit`, `kind`, `seat`, `group`, `phone`, `email`, `note` or `invitation`
 */
const char *ikrar_difference_field_word (IkrarDifferenceField field);

/**
 * ikrar_comparison_new:
 * @store: a store, also within a change of its own
 * @event: id of an event
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a comparison with the roster as it is now, or `NULL` with
 *   `IKRAR_STORE_ERROR_NOT_FOUND` or another store error
 */
IkrarComparison *ikrar_comparison_new (IkrarStore *store, IkrarId event, GError **error);

/**
 * ikrar_comparison_add:
 * @comparison: a comparison
 * @row: the next line of the file, whatever its verdict; unlike for [func@import_add], a person who
 *   is refused is told too, so that nobody counts as missing whose row is only faulty
 * @error: return location for an error
 *
 * Every line that an import of the file would add has to be added, in the same order. A person is
 * known by number, also by an earlier one; without a number by name and unit. Who has a number that
 * nobody has is somebody of the roster with a changed number if name and unit fit nobody else.
 *
 * Returns: `FALSE` with a store error
 */
gboolean
ikrar_comparison_add (IkrarComparison *comparison, const IkrarImportRow *row, GError **error);

/**
 * ikrar_comparison_finish:
 * @comparison: a comparison to which all lines were added
 * @error: return location for an error
 *
 * Those who are new or changed are accepted to begin with. So are those who would be withdrawn,
 * unless they attended, pledged or got a certificate. Would be withdrawn, that is: came with an
 * import of this event that stands and shares at least half of its people with the file.
 *
 * Returns: (transfer full) (nullable): the differences, or `NULL` with a store error
 */
IkrarDifferences *ikrar_comparison_finish (IkrarComparison *comparison, GError **error);

/**
 * ikrar_comparison_free:
 * @comparison: (transfer full) (nullable): a comparison
 */
void ikrar_comparison_free (IkrarComparison *comparison);

/**
 * ikrar_differences_ref:
 * @differences: differences
 *
 * Any thread.
 *
 * Returns: (transfer full): @differences
 */
IkrarDifferences *ikrar_differences_ref (IkrarDifferences *differences);

/**
 * ikrar_differences_unref:
 * @differences: (transfer full) (nullable): differences
 *
 * Any thread.
 */
void ikrar_differences_unref (IkrarDifferences *differences);

/**
 * ikrar_differences_get_size:
 * @differences: differences
 *
 * Returns: how many there are
 */
guint ikrar_differences_get_size (const IkrarDifferences *differences);

/**
 * ikrar_differences_get:
 * @differences: differences
 * @index: from 0
 *
 * Returns: (transfer none): the difference
 */
const IkrarDifference *ikrar_differences_get (const IkrarDifferences *differences, guint index);

/**
 * ikrar_differences_get_unchanged:
 * @differences: differences
 *
 * Returns: how many of the file are on the roster just as the file says
 */
guint ikrar_differences_get_unchanged (const IkrarDifferences *differences);

/**
 * ikrar_differences_count:
 * @differences: differences
 * @kind: a kind
 * @accepted: only those that are accepted
 *
 * Returns: how many there are of it
 */
guint ikrar_differences_count (const IkrarDifferences *differences,
                               IkrarDifferenceKind kind,
                               gboolean accepted);

/**
 * ikrar_differences_accept:
 * @differences: differences that no import uses at present
 * @index: from 0
 * @accepted: whether it is to be applied
 */
void ikrar_differences_accept (IkrarDifferences *differences, guint index, gboolean accepted);

/**
 * ikrar_differences_accept_all:
 * @differences: differences that no import uses at present
 * @kind: a kind
 * @accepted: whether all of it are to be applied; those who attended, pledged or got a certificate
 *   are withdrawn only one by one, with [func@differences_accept]
 */
void ikrar_differences_accept_all (IkrarDifferences *differences,
                                   IkrarDifferenceKind kind,
                                   gboolean accepted);

/**
 * ikrar_import_begin_update:
 * @store: a store
 * @event: the event whose roster changes
 * @file_name: name of the file, without folders
 * @sheet: name of the sheet, "" if it has none
 * @differences: the differences of just this file, of which the accepted ones are applied
 * @error: return location for an error
 *
 * An import like that of [func@import_begin], of a list that came again. [func@import_add] adds
 * those who are new, changes those who are changed and leaves alone who is not accepted;
 * [func@import_commit] withdraws the others. Passes that were printed stay valid. If somebody was
 * changed since the comparison, it fails with `IKRAR_STORE_ERROR_CONFLICT`, so that only what
 * somebody looked at is applied.
 *
 * Returns: (transfer full) (nullable): the import, or `NULL` with an error as
 *   [func@import_begin]
 */
IkrarImport *ikrar_import_begin_update (IkrarStore *store,
                                        IkrarId event,
                                        const char *file_name,
                                        const char *sheet,
                                        IkrarDifferences *differences,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarComparison, ikrar_comparison_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDifferences, ikrar_differences_unref)

G_END_DECLS
