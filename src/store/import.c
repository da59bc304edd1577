/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/person-name.h"
#include "core/reason.h"

#include "store/error.h"
#include "store/event.h"
#include "store/import-private.h"
#include "store/unit.h"

static void
clear_effect (IkrarImportEffect *effect)
{
  ikrar_person_free (effect->known);
  g_free (effect->name_key);
  g_free (effect->before);
  g_free (effect->participant_before);
}

static IkrarImport *
begin (IkrarStore *store,
       const char *action,
       IkrarId event,
       const char *file_name,
       const char *sheet,
       GError **error)
{
  g_autoptr (IkrarEvent) known = ikrar_event_get (store, event, error);
  g_autoptr (IkrarImport) import = NULL;

  if (known == NULL)
    return NULL;
  import = g_new0 (IkrarImport, 1);
  import->batch = ikrar_id_new ();
  import->event = event;
  import->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->change = ikrar_change_begin (store, action, event, import->batch, file_name, NULL, error);
  if (import->change == NULL ||
      !ikrar_participant_next_number (store, event, &import->next_number, error) ||
      (import->numbers = _ikrar_import_register_new (store, error)) == NULL ||
      (import->rows = _ikrar_import_rows_new (ikrar_store_get_db (store), error)) == NULL ||
      !ikrar_db_run (ikrar_store_get_db (store), "import_batch_insert", error, "iiitti",
                     import->batch, event, ikrar_change_get_id (import->change), file_name, sheet,
                     ikrar_change_get_time (import->change)))
    return NULL;
  import->first_number = import->next_number;
  import->roster = _ikrar_import_roster_new (store, import->first_number > 1 ? event : 0);
  return g_steal_pointer (&import);
}

IkrarImport *
ikrar_import_begin (IkrarStore *store,
                    IkrarId event,
                    const char *file_name,
                    const char *sheet,
                    GError **error)
{
  return begin (store, "roster.import", event, file_name, sheet, error);
}

IkrarImport *
ikrar_import_begin_update (IkrarStore *store,
                           IkrarId event,
                           const char *file_name,
                           const char *sheet,
                           IkrarDifferences *differences,
                           GError **error)
{
  IkrarImport *import = begin (store, "roster.update", event, file_name, sheet, error);

  if (import != NULL)
    import->differences = ikrar_differences_ref (differences);
  return import;
}

void
ikrar_import_free (IkrarImport *import)
{
  if (import == NULL)
    return;
  _ikrar_import_rows_free (import->rows);
  _ikrar_import_register_free (import->numbers);
  ikrar_change_free (import->change);
  g_hash_table_unref (import->units);
  _ikrar_import_roster_free (import->roster);
  ikrar_differences_unref (import->differences);
  g_free (import->known);
  g_free (import);
}

/* Rosters repeat few units many times. */
gboolean
_ikrar_import_get_unit (IkrarImport *import, const char *written, IkrarId *id, GError **error)
{
  const char *name = written != NULL ? written : "";
  const IkrarId *known = g_hash_table_lookup (import->units, name);

  if (known == NULL)
    {
      if (!ikrar_unit_ensure (import->change, name, id, error))
        return FALSE;
      g_hash_table_insert (import->units, g_strdup (name), g_memdup2 (id, sizeof *id));
      return TRUE;
    }
  *id = *known;
  return TRUE;
}

static const char *
get_name_key (IkrarImportEffect *effect)
{
  if (effect->read.name_key == NULL)
    effect->read.name_key = effect->name_key = ikrar_person_name_key (effect->read.name);
  return effect->read.name_key;
}

static void
add_unknown (IkrarImport *import, IkrarImportEffect *effect)
{
  IkrarPerson *read = &effect->read;

  effect->person = read->id = ikrar_id_new ();
  effect->created = TRUE;
  get_name_key (effect);
  if (!_ikrar_import_is_unnumbered (read))
    _ikrar_import_register_add (import->numbers, read->number, read->id);
  _ikrar_import_rows_add_person (import->rows, read);
}

static gboolean
find_or_add (IkrarImport *import, IkrarImportEffect *effect, GError **error)
{
  const IkrarPerson *read = &effect->read;

  if (!_ikrar_import_is_unnumbered (read) &&
      !_ikrar_import_register_find (import->numbers, read->number, &effect->person, &effect->added,
                                    error))
    return FALSE;
  if (effect->person == 0)
    add_unknown (import, effect);
  return TRUE;
}

/* Somebody known, as the database has them. */
static gboolean
load_known (IkrarImport *import, IkrarImportEffect *effect, GError **error)
{
  if (effect->known != NULL)
    return TRUE;
  if (effect->added && !_ikrar_import_rows_flush (import->rows, error))
    return FALSE;
  effect->known = ikrar_person_get (ikrar_change_get_store (import->change), effect->person, error);
  return effect->known != NULL;
}

/* Whether a row is of somebody known of whom it says nothing new. Nearly all rows are, and take no
 * question; the connection is lent to whoever writes. An update changes what is known. */
static gboolean
says_nothing_new (IkrarImport *import, IkrarImportEffect *effect)
{
  IkrarImportFacts facts;

  if (import->differences != NULL ||
      !_ikrar_import_register_recall (import->numbers, effect->read.number, &facts) ||
      !ikrar_person_name_may_match (facts.name_key, get_name_key (effect)) ||
      _ikrar_import_can_complete (&facts, &effect->read))
    return FALSE;
  _ikrar_import_fill_silent (&effect->read, &facts);
  return TRUE;
}

/* Fills in what the register does not know yet, and what the row does not. */
static gboolean
complete_known (IkrarImport *import, IkrarImportEffect *effect, GError **error)
{
  IkrarImportFacts facts = _ikrar_import_facts_of (effect->known);

  if (_ikrar_import_can_complete (&facts, &effect->read))
    {
      effect->before = ikrar_entity_encode (&ikrar_person_entity, effect->known);
      _ikrar_import_complete (effect->known, &effect->read);
      facts = _ikrar_import_facts_of (effect->known);
    }
  _ikrar_import_fill_silent (&effect->read, &facts);
  return effect->before == NULL ||
         ikrar_entity_put (&ikrar_person_entity, ikrar_change_get_db (import->change),
                           effect->known, error);
}

static gboolean
match_person (IkrarImport *import, IkrarImportEffect *effect, GError **error)
{
  if (!find_or_add (import, effect, error))
    return FALSE;
  if (effect->created || says_nothing_new (import, effect))
    return TRUE;
  if (!load_known (import, effect, error))
    return FALSE;
  effect->another = !_ikrar_import_may_match (effect->known, get_name_key (effect));
  return effect->another || complete_known (import, effect, error);
}

/* Who a row is refused for. */
static gboolean
name_known (IkrarImport *import, IkrarImportEffect *effect, GError **error)
{
  if (import->known != NULL)
    return TRUE;
  if (!load_known (import, effect, error))
    return FALSE;
  import->known = ikrar_person_display (effect->known);
  return TRUE;
}

/* Who has no number is known by name and unit, and only on this roster. */
static gboolean
find_namesake (IkrarImport *import, IkrarImportEffect *effect, GError **error)
{
  if (!_ikrar_import_is_unnumbered (&effect->read) || import->first_number == 1)
    return TRUE;
  return _ikrar_import_find_namesake (ikrar_change_get_db (import->change), import->event,
                                      get_name_key (effect), effect->read.unit_id,
                                      import->first_number, &effect->person, &import->known, error);
}

static gboolean
is_present (IkrarImport *import, const IkrarImportEffect *effect, gboolean *present, GError **error)
{
  *present = effect->added;
  return effect->added || effect->created ||
         _ikrar_import_roster_has (import->roster, effect->person, present, error);
}

static void
invite (IkrarImport *import, const IkrarImportRow *row, IkrarImportEffect *effect)
{
  IkrarParticipant participant = {
    .id = effect->participant = ikrar_id_new (),
    .event_id = import->event,
    .number = import->next_number++,
    .person_id = effect->person,
    .kind = (char *) (row->kind != NULL && *row->kind != '\0' ? row->kind : "peserta"),
    .unit_id = effect->read.unit_id,
    .grade = effect->read.grade,
    .position = effect->read.position,
    .seat = (char *) row->seat,
    .group_name = (char *) row->group_name,
    .note = (char *) row->note,
    .pass_serial = 1,
  };

  import->imported++;
  if (!effect->created)
    _ikrar_import_roster_add (import->roster, effect->person);
  _ikrar_import_rows_add_participant (import->rows, &participant);
}

gboolean
_ikrar_import_note (IkrarImport *import,
                    const IkrarImportRow *row,
                    const char *verdict,
                    const IkrarImportEffect *effect,
                    GError **error)
{
  return _ikrar_import_rows_note (import->rows, import->batch, import->n_rows, row, verdict, effect,
                                  error);
}

gboolean
_ikrar_import_note_refused (IkrarImport *import,
                            const IkrarImportRow *row,
                            const char *verdict,
                            const char *reason,
                            const IkrarImportEffect *effect,
                            GError **error)
{
  gboolean has_reasons = row->reasons != NULL && *row->reasons != '\0';
  g_autofree char *reasons =
      g_strconcat (has_reasons ? row->reasons : "", has_reasons ? "," : "", reason, NULL);
  IkrarImportRow refused = *row;

  refused.reasons = reasons;
  return _ikrar_import_note (import, &refused, verdict, effect, error);
}

static IkrarImportOutcome
refuse_row (IkrarImport *import,
            const IkrarImportRow *row,
            IkrarImportEffect *effect,
            IkrarImportOutcome outcome,
            GError **error)
{
  gboolean another = outcome == IKRAR_IMPORT_ANOTHER;
  const char *code = ikrar_reason_code (another ? IKRAR_REASON_NUMBER_OF_ANOTHER
                                                : IKRAR_REASON_DUPLICATE_IN_EVENT);

  import->refused++;
  if (!name_known (import, effect, error))
    return IKRAR_IMPORT_FAILED;
  return _ikrar_import_note_refused (import, row, another ? "error" : "duplicate", code, effect,
                                     error)
             ? outcome
             : IKRAR_IMPORT_FAILED;
}

IkrarImportOutcome
_ikrar_import_add_person (IkrarImport *import,
                          const IkrarImportRow *row,
                          IkrarImportEffect *effect,
                          GError **error)
{
  gboolean present;

  effect->read = *row->person;
  if (!_ikrar_import_get_unit (import, row->unit, &effect->read.unit_id, error) ||
      (!effect->surely_new && !find_namesake (import, effect, error)))
    return IKRAR_IMPORT_FAILED;
  if (effect->person != 0)
    return refuse_row (import, row, effect, IKRAR_IMPORT_PRESENT, error);
  if (!match_person (import, effect, error))
    return IKRAR_IMPORT_FAILED;
  if (effect->another)
    return refuse_row (import, row, effect, IKRAR_IMPORT_ANOTHER, error);
  if (!is_present (import, effect, &present, error))
    return IKRAR_IMPORT_FAILED;
  if (present)
    return refuse_row (import, row, effect, IKRAR_IMPORT_PRESENT, error);
  invite (import, row, effect);
  return _ikrar_import_note (import, row, row->verdict, effect, error) ? IKRAR_IMPORT_ADDED
                                                                       : IKRAR_IMPORT_FAILED;
}

static IkrarImportOutcome
note_nobody (IkrarImport *import,
             const IkrarImportRow *row,
             const IkrarImportEffect *effect,
             GError **error)
{
  import->refused += strcmp (row->verdict, "skipped") != 0;
  return _ikrar_import_note (import, row, row->verdict, effect, error) ? IKRAR_IMPORT_NOTED
                                                                       : IKRAR_IMPORT_FAILED;
}

IkrarImportOutcome
ikrar_import_add (IkrarImport *import, const IkrarImportRow *row, GError **error)
{
  IkrarImportEffect effect = { { 0 } };
  IkrarImportOutcome outcome;

  import->n_rows++;
  g_clear_pointer (&import->known, g_free);
  if (row->person == NULL)
    outcome = note_nobody (import, row, &effect, error);
  else if (import->differences != NULL)
    outcome = _ikrar_import_update_row (import, row, &effect, error);
  else
    outcome = _ikrar_import_add_person (import, row, &effect, error);
  clear_effect (&effect);
  return outcome;
}

IkrarId
ikrar_import_commit (IkrarImport *import, GError **error)
{
  if ((import->differences != NULL && !_ikrar_import_update_finish (import, error)) ||
      !_ikrar_import_rows_flush (import->rows, error) ||
      !ikrar_db_run (ikrar_change_get_db (import->change), "import_batch_close", error, "iiii",
                     import->batch, (gint64) import->n_rows, (gint64) import->imported,
                     (gint64) import->refused) ||
      !ikrar_change_commit (import->change, error))
    return 0;
  return import->batch;
}

IkrarId
ikrar_import_get_journal (IkrarImport *import)
{
  return ikrar_change_get_id (import->change);
}

IkrarChange *
ikrar_import_get_change (IkrarImport *import)
{
  return import->change;
}

const char *
ikrar_import_get_known (IkrarImport *import)
{
  return import->known != NULL ? import->known : "";
}

void
ikrar_import_get_counts (IkrarImport *import, guint *changed, guint *withdrawn)
{
  *changed = import->changed;
  *withdrawn = import->withdrawn;
}
