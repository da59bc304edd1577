/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/letter-number.h"

#include "store/certificate.h"
#include "store/error.h"
#include "store/institution.h"

#define COLUMN(name, type)                                      \
  {                                                             \
#name, type, G_STRUCT_OFFSET(IkrarNumberSeries, name), NULL \
  }

/* Penyelenggaraan diklat (Permendagri 83/2022), the code offices use for certificates. */
#define USUAL_CODE "800.2.4"
#define USUAL_PATTERN "{kode}/{nomor:4}/{unit}/{tahun}"

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),  COLUMN (name, IKRAR_COLUMN_TEXT),
  COLUMN (year, IKRAR_COLUMN_INT),  COLUMN (code, IKRAR_COLUMN_TEXT),
  COLUMN (unit, IKRAR_COLUMN_TEXT), COLUMN (pattern, IKRAR_COLUMN_TEXT),
  COLUMN (last, IKRAR_COLUMN_INT),
};

const IkrarEntity ikrar_number_series_entity = { IKRAR_ENTITY_NAMES ("number_series"),
                                                 sizeof (IkrarNumberSeries), columns,
                                                 G_N_ELEMENTS (columns),
                                                 (GDestroyNotify) ikrar_number_series_free };

IKRAR_ENTITY_FREE (IkrarNumberSeries, ikrar_number_series)

static GPtrArray *
find (IkrarStore *store, const char *statement, const char *name, int year, GError **error)
{
  return ikrar_entity_list (
      &ikrar_number_series_entity,
      ikrar_db_query (ikrar_store_get_db (store), statement, error, "ti", name, (gint64) year),
      error);
}

static IkrarNumberSeries *
usual_series (IkrarStore *store, const char *name, GError **error)
{
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (store, error);
  IkrarNumberSeries *series;

  if (institution == NULL)
    return NULL;
  series = g_new0 (IkrarNumberSeries, 1);
  series->name = g_strdup (name);
  series->code = g_strdup (USUAL_CODE);
  series->unit = g_strdup (institution->short_name);
  series->pattern = g_strdup (USUAL_PATTERN);
  return series;
}

IkrarNumberSeries *
ikrar_number_series_get (IkrarStore *store, const char *name, int year, GError **error)
{
  g_autoptr (GPtrArray) found = find (store, "number_series_find", name, year, error);
  g_autoptr (GPtrArray) before = NULL;
  IkrarNumberSeries *series;

  if (found == NULL)
    return NULL;
  if (found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  before = find (store, "number_series_before", name, year, error);
  if (before == NULL)
    return NULL;
  series =
      before->len > 0 ? g_ptr_array_steal_index (before, 0) : usual_series (store, name, error);
  if (series == NULL)
    return NULL;
  series->id = ikrar_id_new ();
  series->year = year;
  series->last = 0;
  return series;
}

/* Another window may have given numbers, or made the series, since @series was read. */
static gboolean
put (IkrarChange *change, IkrarNumberSeries *series, GError **error)
{
  g_autoptr (GPtrArray) found = find (ikrar_change_get_store (change), "number_series_find",
                                      series->name, series->year, error);
  const IkrarNumberSeries *present;

  if (found == NULL)
    return FALSE;
  present = found->len > 0 ? g_ptr_array_index (found, 0) : series;
  if (series->last < present->last)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                   _ ("The last number may only grow: %d was given already."), present->last);
      return FALSE;
    }
  series->id = present->id;
  return ikrar_change_put (change, &ikrar_number_series_entity, series, error);
}

gboolean
ikrar_number_series_save (IkrarStore *store, const IkrarNumberSeries *series, GError **error)
{
  g_autoptr (IkrarNumberSeries) copy = ikrar_entity_copy (&ikrar_number_series_entity, series);
  g_autoptr (IkrarChange) change = NULL;
  g_autoptr (GError) local = NULL;

  if (!ikrar_letter_number_check (series->pattern, &local))
    {
      g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID, local->message);
      return FALSE;
    }
  change =
      ikrar_change_begin (store, "number-series.edit", 0, series->id, series->pattern, NULL, error);
  return change != NULL && put (change, copy, error) && ikrar_change_commit (change, error);
}
