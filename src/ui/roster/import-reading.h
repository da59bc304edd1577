/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "core/progress.h"
#include "roster/import.h"

#include "ui/roster/import-fixes.h"
#include "ui/roster/import-source.h"

G_BEGIN_DECLS

/**
 * IkrarImportWanted:
 * @event: the event whose roster grows
 * @source: (nullable): what is read; `NULL` for only the event
 * @sheet: (nullable): name of the sheet, `NULL` for all that have people
 * @header_row: row of the heads, 0 to find it
 * @mapping: (nullable): what the user says of columns, see [func@header_find]
 * @forget: whether what an earlier import said of such columns counts for nothing
 * @fixes: (nullable): what the user corrected
 * @limit: so many rows are enough, for a first look; 0 for all
 * @state: (nullable): [struct@ImportReading] `state` of the file that was shown; a file that was
 *   changed since is not imported
 * @update: (nullable): differences of which those that are chosen are applied, instead of a plain
 *   import
 * @stop: (nullable): ends an import
 *
 * What is to be read or imported.
 */
typedef struct
{
  IkrarId event;
  IkrarImportSource *source;
  char *sheet;
  guint header_row;
  GStrv mapping;
  gboolean forget;
  IkrarImportFixes *fixes;
  guint limit;
  char *state;
  IkrarDifferences *update;
  GCancellable *stop;
} IkrarImportWanted;

/**
 * IkrarImportReading:
 * @event_title: title of the event
 * @sheets: (element-type utf8): names of the sheets, none if the file cannot be opened
 * @more_sheets: whether others may follow that are not listed yet
 * @result: (nullable): what was found
 * @partial: whether there is more than was looked at
 * @units: (element-type IkrarUnit): the units that are known, by key
 * @error: (nullable): why nothing was found; what is wrong with a file travels with it
 * @state: (nullable): stands for the file as it was
 *
 * A roster as it was read. Immutable.
 */
typedef struct
{
  char *event_title;
  GPtrArray *sheets;
  gboolean more_sheets;
  IkrarRosterResult *result;
  gboolean partial;
  GPtrArray *units;
  GError *error;
  char *state;
} IkrarImportReading;

/**
 * ikrar_import_wanted_copy:
 * @wanted: what is wanted
 *
 * Returns: (transfer full): a copy
 */
IkrarImportWanted *ikrar_import_wanted_copy (const IkrarImportWanted *wanted);

/**
 * ikrar_import_wanted_clear:
 * @wanted: what is wanted
 *
 * Frees what it holds.
 */
void ikrar_import_wanted_clear (IkrarImportWanted *wanted);

/**
 * ikrar_import_wanted_free:
 * @wanted: (transfer full): what is wanted
 */
void ikrar_import_wanted_free (IkrarImportWanted *wanted);

/**
 * ikrar_import_read:
 * @store: a store
 * @input: an [struct@ImportWanted]
 * @progress: who watches
 * @error: return location for an error
 *
 * Reads and judges a roster; nothing is written. Worker thread: an [callback@WorkFunc].
 *
 * Returns: (transfer full) (nullable): an [struct@ImportReading], also of a file that cannot be
 *   read, or `NULL` with a store error or `G_IO_ERROR_CANCELLED`
 */
gpointer ikrar_import_read (IkrarStore *store,
                            gpointer input,
                            const IkrarProgress *progress,
                            GError **error);

/**
 * ikrar_import_write:
 * @store: a store
 * @input: an [struct@ImportWanted]
 * @progress: who watches
 * @error: return location for an error
 *
 * Imports a roster as [func@roster_import] does. Worker thread: an [callback@WorkFunc]. It is
 * stopped through `stop` of @input, so that who asked is told in any case whether the import
 * stands.
 *
 * Returns: (transfer full) (nullable): an [struct@RosterResult], or `NULL` with
 *   `G_IO_ERROR_WRONG_ETAG` if the file was changed since it was shown, or an error of
 *   [func@roster_import]; nothing was changed then
 */
gpointer ikrar_import_write (IkrarStore *store,
                             gpointer input,
                             const IkrarProgress *progress,
                             GError **error);

/**
 * ikrar_import_compare:
 * @store: a store
 * @input: an [struct@ImportWanted]
 * @progress: who watches
 * @error: return location for an error
 *
 * Compares a roster with the event as [func@roster_compare] does. Worker thread: an
 * [callback@WorkFunc].
 *
 * Returns: (transfer full) (nullable): an [struct@Differences], or `NULL` with
 *   `G_IO_ERROR_WRONG_ETAG` if the file was changed since it was shown, or an error of
 *   [func@roster_compare]
 */
gpointer ikrar_import_compare (IkrarStore *store,
                               gpointer input,
                               const IkrarProgress *progress,
                               GError **error);

/**
 * ikrar_import_reading_free:
 * @reading: (transfer full) (nullable): a reading
 */
void ikrar_import_reading_free (IkrarImportReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarImportReading, ikrar_import_reading_free)

G_END_DECLS
