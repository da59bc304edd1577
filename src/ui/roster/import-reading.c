/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-reading.h"

#include <glib/gi18n-lib.h>

#include "roster/error.h"
#include "store/event.h"
#include "store/unit.h"

IkrarImportWanted *
ikrar_import_wanted_copy (const IkrarImportWanted *wanted)
{
  IkrarImportWanted *copy = g_memdup2 (wanted, sizeof *wanted);

  if (copy->source != NULL)
    ikrar_import_source_ref (copy->source);
  copy->sheet = g_strdup (wanted->sheet);
  copy->mapping = g_strdupv (wanted->mapping);
  copy->fixes = ikrar_import_fixes_copy (wanted->fixes);
  copy->state = g_strdup (wanted->state);
  if (copy->update != NULL)
    ikrar_differences_ref (copy->update);
  if (copy->stop != NULL)
    g_object_ref (copy->stop);
  return copy;
}

void
ikrar_import_wanted_clear (IkrarImportWanted *wanted)
{
  g_clear_pointer (&wanted->source, ikrar_import_source_unref);
  g_clear_pointer (&wanted->sheet, g_free);
  g_clear_pointer (&wanted->mapping, g_strfreev);
  g_clear_pointer (&wanted->fixes, ikrar_import_fixes_free);
  g_clear_pointer (&wanted->state, g_free);
  g_clear_pointer (&wanted->update, ikrar_differences_unref);
  g_clear_object (&wanted->stop);
}

void
ikrar_import_wanted_free (IkrarImportWanted *wanted)
{
  ikrar_import_wanted_clear (wanted);
  g_free (wanted);
}

void
ikrar_import_reading_free (IkrarImportReading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->event_title);
  g_ptr_array_unref (reading->sheets);
  g_clear_pointer (&reading->units, g_ptr_array_unref);
  ikrar_roster_result_free (reading->result);
  g_clear_error (&reading->error);
  g_free (reading->state);
  g_free (reading);
}

static IkrarRosterOptions
make_options (const IkrarImportWanted *wanted, IkrarRosterFixes *fixes)
{
  return (IkrarRosterOptions){ .sheet = wanted->sheet,
                               .header_row = wanted->header_row,
                               .mapping = (const char *const *) wanted->mapping,
                               .ignore_remembered = wanted->forget,
                               .fixes = fixes,
                               .limit = wanted->limit,
                               .update = wanted->update };
}

static void
list_sheets (IkrarImportReading *reading, IkrarWorkbook *workbook)
{
  for (guint i = 0; i < ikrar_workbook_get_n_sheets (workbook); i++)
    g_ptr_array_add (reading->sheets, g_strdup (ikrar_workbook_get_sheet (workbook, i)->name));
}

/* Whether there is more than was looked at; @workbook says so for a glance. */
static gboolean
is_partial (const IkrarImportReading *reading,
            const IkrarImportWanted *wanted,
            IkrarWorkbook *workbook)
{
  return wanted->limit > 0 &&
         (ikrar_workbook_is_partial (workbook) ||
          ikrar_roster_result_get_summary (reading->result)->rows >= wanted->limit);
}

/* FALSE if a glance did not show enough to find anything, or the sheet that is wanted. */
static gboolean
judge (IkrarImportReading *reading,
       IkrarStore *store,
       const IkrarImportWanted *wanted,
       gboolean glance,
       const IkrarProgress *progress)
{
  g_autoptr (IkrarRosterFixes) fixes = ikrar_import_fixes_make (wanted->fixes);
  IkrarRosterOptions options = make_options (wanted, fixes);
  g_autoptr (IkrarWorkbook) workbook =
      ikrar_import_source_open (wanted->source, glance, &reading->error);

  if (workbook == NULL)
    return TRUE;
  reading->more_sheets = ikrar_workbook_is_partial (workbook);
  list_sheets (reading, workbook);
  options.keep_lines = TRUE;
  reading->result = ikrar_roster_check (workbook, &options, store, wanted->event, NULL, NULL,
                                        progress, &reading->error);
  reading->partial = reading->result != NULL && is_partial (reading, wanted, workbook);
  return reading->result != NULL || !ikrar_workbook_is_partial (workbook) ||
         reading->error->domain != IKRAR_ROSTER_ERROR;
}

gpointer
ikrar_import_read (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarImportWanted *wanted = input;
  g_autoptr (IkrarImportReading) reading = g_new0 (IkrarImportReading, 1);
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, wanted->event, error);

  reading->sheets = g_ptr_array_new_with_free_func (g_free);
  if (event == NULL)
    return NULL;
  reading->event_title = g_strdup (event->title);
  if (wanted->source == NULL)
    return g_steal_pointer (&reading);
  reading->units = ikrar_unit_list (store, 0, error);
  if (reading->units == NULL)
    return NULL;
  reading->state = ikrar_import_source_get_state (wanted->source);
  if (!judge (reading, store, wanted, wanted->limit > 0, progress))
    {
      g_clear_error (&reading->error);
      g_ptr_array_set_size (reading->sheets, 0);
      judge (reading, store, wanted, FALSE, progress);
    }
  if (reading->error != NULL && reading->error->domain != IKRAR_ROSTER_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return NULL;
    }
  return g_steal_pointer (&reading);
}

/* What was looked at is what is imported. */
static gboolean
is_unchanged (const IkrarImportWanted *wanted, GError **error)
{
  g_autofree char *state = ikrar_import_source_get_state (wanted->source);

  if (g_strcmp0 (state, wanted->state) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       _ ("The file was changed after it was read. It was read again: look at the "
                          "rows once more."));
  return FALSE;
}

gpointer
ikrar_import_write (IkrarStore *store,
                    gpointer input,
                    const IkrarProgress *progress,
                    GError **error)
{
  const IkrarImportWanted *wanted = input;
  g_autoptr (IkrarRosterFixes) fixes = ikrar_import_fixes_make (wanted->fixes);
  const IkrarRosterOptions options = make_options (wanted, fixes);
  const IkrarProgress stoppable = { progress->report, progress->user_data, wanted->stop };
  g_autoptr (IkrarWorkbook) workbook = NULL;

  if (!is_unchanged (wanted, error))
    return NULL;
  workbook = ikrar_import_source_open (wanted->source, FALSE, error);
  if (workbook == NULL)
    return NULL;
  return ikrar_roster_import (workbook, &options, store, wanted->event, NULL, NULL, &stoppable,
                              error);
}

gpointer
ikrar_import_compare (IkrarStore *store,
                      gpointer input,
                      const IkrarProgress *progress,
                      GError **error)
{
  const IkrarImportWanted *wanted = input;
  g_autoptr (IkrarRosterFixes) fixes = ikrar_import_fixes_make (wanted->fixes);
  const IkrarRosterOptions options = make_options (wanted, fixes);
  g_autoptr (IkrarWorkbook) workbook = NULL;

  if (!is_unchanged (wanted, error))
    return NULL;
  workbook = ikrar_import_source_open (wanted->source, FALSE, error);
  if (workbook == NULL)
    return NULL;
  return ikrar_roster_compare (workbook, &options, store, wanted->event, progress, error);
}
