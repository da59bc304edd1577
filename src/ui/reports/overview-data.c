/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/reports/overview-data.h"

#include "store/attendance.h"
#include "store/backup.h"
#include "store/certificate.h"
#include "store/import.h"
#include "store/institution.h"
#include "store/pledge.h"

#include "ui/reports/countdown.h"

#define PACE_MINUTES 10
#define MINUTE_MS (60 * G_GINT64_CONSTANT (1000))

void
ikrar_overview_free (IkrarOverview *overview)
{
  if (overview == NULL)
    return;
  g_clear_pointer (&overview->events, g_ptr_array_unref);
  g_clear_pointer (&overview->arrivals, g_array_unref);
  g_clear_pointer (&overview->desks, g_ptr_array_unref);
  g_clear_pointer (&overview->coverage, g_ptr_array_unref);
  g_clear_pointer (&overview->facts.events, g_array_unref);
  g_clear_pointer (&overview->imports, g_ptr_array_unref);
  g_clear_pointer (&overview->todos, g_array_unref);
  g_free (overview);
}

/* Lists come newest first: the first one of an event is its last. */
static const IkrarImportBatch *
find_last_import (GPtrArray *imports, IkrarId event)
{
  for (guint i = 0; i < imports->len; i++)
    {
      const IkrarImportBatch *batch = g_ptr_array_index (imports, i);

      if (batch->event_id == event && batch->undone_at == 0)
        return batch;
    }
  return NULL;
}

/* Kinds of events that are teaching; others give certificates once they have given one, or count
 * as lessons. */
static gboolean
gives_certificates (const IkrarEvent *event)
{
  static const char *const teaching[] = { "sosialisasi", "bimtek", "webinar", NULL };

  return event->lesson_hours > 0 || g_strv_contains (teaching, event->kind);
}

static gboolean
add_event (IkrarOverview *overview, IkrarStore *store, const IkrarEventLine *line, GError **error)
{
  const IkrarEvent *event = line->event;
  const IkrarImportBatch *batch = find_last_import (overview->imports, event->id);
  IkrarTodoEvent facts = {
    .id = event->id,
    .title = event->title,
    .state = event->state,
    .zone = event->zone,
    .start_at = event->start_at,
    .end_at = ikrar_event_get_end (event),
    .invited = line->invited,
    .gives_certificates = gives_certificates (event),
  };

  if (batch != NULL)
    {
      facts.file_name = batch->file_name;
      facts.imported_at = batch->imported_at;
      facts.refused = batch->refused;
    }
  if (facts.gives_certificates && line->present > 0 &&
      !ikrar_certificate_count_due (store, event->id, &facts.due, error))
    return FALSE;
  g_array_append_val (overview->facts.events, facts);
  return TRUE;
}

static IkrarTime
find_last_backup (IkrarStore *store)
{
  g_autoptr (GPtrArray) backups = ikrar_backup_list (ikrar_store_get_base (store));

  return backups->len > 0 ? ((const IkrarBackupLine *) g_ptr_array_index (backups, 0))->at : 0;
}

static gboolean
load_facts (IkrarOverview *overview, IkrarStore *store, GError **error)
{
  g_autoptr (IkrarInstitution) institution = ikrar_institution_get (store, error);

  if (institution == NULL)
    return FALSE;
  overview->imports = ikrar_import_list (store, 0, error);
  if (overview->imports == NULL)
    return FALSE;
  overview->facts.now = ikrar_store_now (store);
  overview->facts.has_institution = *institution->government != '\0';
  overview->facts.has_passphrase = ikrar_backup_has_passphrase (store);
  overview->facts.backup_at = find_last_backup (store);
  overview->facts.events = g_array_new (FALSE, FALSE, sizeof (IkrarTodoEvent));
  for (guint i = 0; i < overview->events->len; i++)
    if (!add_event (overview, store, g_ptr_array_index (overview->events, i), error))
      return FALSE;
  overview->todos = ikrar_todo_derive (&overview->facts);
  return TRUE;
}

static gboolean
load_shown (IkrarOverview *overview, IkrarStore *store, GError **error)
{
  IkrarId id;

  overview->shown = ikrar_countdown_choose (overview->events, overview->facts.now);
  if (overview->shown == NULL)
    return TRUE;
  id = overview->shown->event->id;
  if (!ikrar_event_tally_get (store, id, &overview->tally, error))
    return FALSE;
  overview->arrivals = ikrar_attendance_arrivals (store, id, error);
  if (overview->arrivals == NULL)
    return FALSE;
  overview->desks = ikrar_attendance_desks (store, id, 0, error);
  if (overview->desks == NULL)
    return FALSE;
  overview->coverage = ikrar_pledge_coverage (store, id, error);
  return overview->coverage != NULL;
}

IkrarOverview *
ikrar_overview_load (IkrarStore *store, GError **error)
{
  g_autoptr (IkrarOverview) overview = g_new0 (IkrarOverview, 1);

  overview->events = ikrar_event_list (store, error);
  if (overview->events == NULL || !load_facts (overview, store, error) ||
      !load_shown (overview, store, error))
    return NULL;
  return g_steal_pointer (&overview);
}

guint
ikrar_overview_get_pace (GArray *arrivals, IkrarTime now)
{
  guint count = 0;

  for (guint i = arrivals->len; i > 0; i--)
    {
      gint64 at = g_array_index (arrivals, gint64, i - 1);

      if (at <= now - PACE_MINUTES * MINUTE_MS)
        break;
      if (at <= now)
        count++;
    }
  return (count + PACE_MINUTES / 2) / PACE_MINUTES;
}
