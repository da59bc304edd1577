/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/event.h"
#include "store/exchange-row-private.h"

void
_ikrar_exchange_row_clear (IkrarExchangeRow *row)
{
  for (guint i = 0; row->texts != NULL && i < row->texts->len; i++)
    g_free (g_ptr_array_index (row->texts, i));
  g_clear_pointer (&row->texts, g_ptr_array_unref);
}

static void
take_text (IkrarExchangeRow *row, guint index, char *text)
{
  if (row->texts == NULL)
    row->texts = g_ptr_array_new ();
  g_ptr_array_add (row->texts, text);
  row->values[index].text = text;
}

/* The row as it is here; id 0 if it is not. */
static gboolean
read_here (IkrarIntake *intake, IkrarId id, IkrarExchangeRow *row, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (intake->db, row->info->get, error, "i", id);
  IkrarStep step = statement != NULL ? ikrar_statement_step (statement, error) : IKRAR_STEP_ERROR;

  for (guint i = 1; step == IKRAR_STEP_ROW && row->info->types[i] != '\0'; i++)
    if (row->info->types[i] == 'i')
      row->values[i].number = ikrar_statement_get_int (statement, i - 1);
    else
      take_text (row, i, g_strdup (ikrar_statement_get_text (statement, i - 1)));
  ikrar_statement_reset (statement);
  return step != IKRAR_STEP_ERROR;
}

static guint
find_column (const IkrarExchangeRow *row, const char *name)
{
  for (guint i = 0; i < row->info->entity->n_columns; i++)
    if (strcmp (row->info->entity->columns[i].name, name) == 0)
      return i + 1;
  return 0;
}

/* A unit may go by another name here. */
static gboolean
resolve_unit (IkrarIntake *intake, IkrarExchangeRow *row, GError **error)
{
  guint index = find_column (row, "unit_id");
  IkrarId unit;
  char *key;

  if (index == 0 || *row->values[index].text == '\0')
    return TRUE;
  if (!ikrar_db_get_int (intake->db, "unit_by_key", &unit, error, "t", row->values[index].text))
    return FALSE;
  if (unit == 0)
    return _ikrar_intake_refuse (error,
                                 _ ("The exchange file names a unit that it does not have."));
  key = ikrar_db_get_text (intake->db, "exchange_unit_key", error, "i", unit);
  if (key != NULL)
    take_text (row, index, key);
  row->unit = unit;
  return key != NULL;
}

static void
resolve_text (IkrarIntake *intake, IkrarExchangeRow *row)
{
  guint index = find_column (row, "pledge_text_id");
  const IkrarId *id =
      index != 0 ? g_hash_table_lookup (intake->texts, row->values[index].text) : NULL;

  row->text = id != NULL ? *id : 0;
}

gpointer
_ikrar_exchange_row_build (const IkrarExchangeRow *row, GError **error)
{
  IkrarExchangeValue values[IKRAR_EXCHANGE_VALUES_MAX];
  guint unit = find_column (row, "unit_id");
  guint text = find_column (row, "pledge_text_id");

  memcpy (values, row->values, sizeof values);
  if (unit != 0)
    values[unit].number = row->unit;
  if (text != 0)
    values[text].number = row->text;
  return ikrar_entity_build (row->info->entity, values + 1, error);
}

static gboolean
date (IkrarIntake *intake, IkrarExchangeRow *row, GError **error)
{
  if (row->values[1].number != 0)
    _ikrar_version_digest (row->table, row->values, &row->version.digest);
  return _ikrar_version_date (intake->db, row->table, row->id, &row->version, error);
}

static gboolean
keep (IkrarIntake *intake, const IkrarExchangeRow *row, GError **error)
{
  if (!_ikrar_version_keep (intake->db, row->id, &row->version, error))
    return FALSE;
  intake->writes += row->version.at > 0 && ikrar_db_changes (intake->db) > 0;
  return TRUE;
}

/* Whether what came is something that stood here before, so that nobody need be told. */
static gboolean
is_old (IkrarIntake *intake, const IkrarExchangeRow *theirs, gboolean *old, GError **error)
{
  g_autofree char *image = NULL;
  gint64 images;
  gpointer built;

  if (!_ikrar_version_is_known (intake->db, theirs->id, &theirs->version, old, error) || *old)
    return *old;
  built = _ikrar_exchange_row_build (theirs, error);
  if (built == NULL)
    return FALSE;
  image = ikrar_entity_encode (theirs->info->entity, built);
  ikrar_entity_free (theirs->info->entity, built);
  if (!ikrar_db_get_int (intake->db, "exchange_stood_here", &images, error, "it", theirs->id,
                         image))
    return FALSE;
  *old = images > 0;
  return TRUE;
}

static char *
show_value (const IkrarExchangeRow *row, guint index)
{
  return row->info->types[index] == 'i'
             ? g_strdup_printf ("%" G_GINT64_FORMAT, row->values[index].number)
             : g_strdup (row->values[index].text);
}

static gboolean
is_shown (const IkrarExchangeRow *row, guint index)
{
  return row->info->content[index] == '+' &&
         strcmp (row->info->entity->columns[index - 1].name, "name_key") != 0;
}

static gboolean
list_differences (IkrarIntake *intake,
                  const IkrarExchangeRow *ours,
                  const IkrarExchangeRow *theirs,
                  const char *stands,
                  GError **error)
{
  for (guint i = 1; ours->info->types[i] != '\0'; i++)
    {
      g_autofree char *our = show_value (ours, i);
      g_autofree char *their = show_value (theirs, i);

      if (is_shown (ours, i) && strcmp (our, their) != 0 &&
          !_ikrar_intake_note (intake, ours->info->word, ours->id,
                               ours->info->entity->columns[i - 1].name, our, their, stands, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert (IkrarIntake *intake, const IkrarExchangeRow *theirs, GError **error)
{
  gpointer built = _ikrar_exchange_row_build (theirs, error);
  gboolean ok = built != NULL && ikrar_entity_put (theirs->info->entity, intake->db, built, error);

  ikrar_entity_free (theirs->info->entity, built);
  intake->additions = TRUE;
  intake->writes++;
  return ok && keep (intake, theirs, error);
}

/* It was taken away here, or was never here. */
static gboolean
take_new (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  IkrarExchangeRow ours = { .table = theirs->table, .info = theirs->info, .id = theirs->id };

  if (!date (intake, &ours, error))
    return FALSE;
  theirs->is_new = TRUE;
  theirs->skipped = ours.version.at != IKRAR_VERSION_NEVER &&
                    _ikrar_version_compare (&ours.version, &theirs->version) > 0;
  return theirs->skipped || insert (intake, theirs, error);
}

static gboolean
put (IkrarIntake *intake, const IkrarExchangeRow *row, GError **error)
{
  gpointer built = _ikrar_exchange_row_build (row, error);
  gboolean ok = built != NULL && _ikrar_exchange_row_put (intake, row, built, error);

  ikrar_entity_free (row->info->entity, built);
  intake->writes++;
  intake->report->changed++;
  return ok;
}

/* Two states of one row. What stood here is kept as a version before anything else is heard of. */
static gboolean
take_other (IkrarIntake *intake, IkrarExchangeRow *ours, IkrarExchangeRow *theirs, GError **error)
{
  gboolean same = ikrar_digest_equal (&ours->version.digest, &theirs->version.digest);
  gboolean newer = _ikrar_version_compare (&theirs->version, &ours->version) > 0;
  gboolean old = same;

  if (same && !newer)
    return TRUE;
  if (!old && !newer && !is_old (intake, theirs, &old, error))
    return FALSE;
  if (!same &&
      !(keep (intake, ours, error) &&
        (old || list_differences (intake, ours, theirs, newer ? "theirs" : "ours", error))))
    return FALSE;
  return keep (intake, theirs, error) && (same || !newer || put (intake, theirs, error));
}

static gboolean
check_values (IkrarIntake *intake, const IkrarExchangeRow *theirs, GError **error)
{
  guint event = find_column (theirs, "event_id");

  if (theirs->id <= 0 || (event != 0 && theirs->values[event].number != intake->report->event))
    return _ikrar_intake_refuse (error,
                                 _ ("The exchange file has a row that belongs to another event."));
  return TRUE;
}

gboolean
_ikrar_exchange_row_take (IkrarIntake *intake, IkrarExchangeRow *theirs, GError **error)
{
  g_auto (IkrarExchangeRow)
      ours = { .table = theirs->table, .info = theirs->info, .id = theirs->id };

  if (!check_values (intake, theirs, error) || !resolve_unit (intake, theirs, error) ||
      !read_here (intake, theirs->id, &ours, error))
    return FALSE;
  resolve_text (intake, theirs);
  _ikrar_version_digest (theirs->table, theirs->values, &theirs->version.digest);
  if (ours.values[1].number == 0)
    return take_new (intake, theirs, error);
  return _ikrar_exchange_row_settle (intake, &ours, theirs, error) &&
         (theirs->skipped ||
          (date (intake, &ours, error) && take_other (intake, &ours, theirs, error)));
}

gboolean
_ikrar_exchange_row_version (IkrarIntake *intake,
                             IkrarExchangeTable table,
                             IkrarId id,
                             IkrarVersion *version,
                             gboolean *present,
                             GError **error)
{
  g_auto (IkrarExchangeRow)
      row = { .table = table, .info = _ikrar_exchange_table (table), .id = id };

  if (!read_here (intake, id, &row, error) || !date (intake, &row, error))
    return FALSE;
  *present = row.values[1].number != 0;
  *version = row.version;
  return TRUE;
}
