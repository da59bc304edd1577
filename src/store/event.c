/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/event.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

#include "store/error.h"
#include "store/event-private.h"
#include "store/words-private.h"

#define COLUMN(name, type)                               \
  {                                                      \
#name, type, G_STRUCT_OFFSET(IkrarEvent, name), NULL \
  }

static const IkrarColumn columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (code, IKRAR_COLUMN_INT64),
  COLUMN (kind, IKRAR_COLUMN_TEXT),
  COLUMN (title, IKRAR_COLUMN_TEXT),
  COLUMN (theme, IKRAR_COLUMN_TEXT),
  COLUMN (legal_basis, IKRAR_COLUMN_TEXT),
  COLUMN (organizer, IKRAR_COLUMN_TEXT),
  COLUMN (place, IKRAR_COLUMN_TEXT),
  { "zone", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarEvent, zone), _ikrar_zone_words },
  COLUMN (start_at, IKRAR_COLUMN_INT64),
  COLUMN (end_at, IKRAR_COLUMN_INT64),
  { "mode", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarEvent, mode), _ikrar_event_mode_words },
  { "state", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarEvent, state), _ikrar_event_state_words },
  COLUMN (lesson_hours, IKRAR_COLUMN_INT),
  COLUMN (reported, IKRAR_COLUMN_INT),
  COLUMN (note, IKRAR_COLUMN_TEXT),
  COLUMN (pledge_text_id, IKRAR_COLUMN_INT64),
  COLUMN (pledge_fields, IKRAR_COLUMN_TEXT),
  COLUMN (removed_at, IKRAR_COLUMN_INT64),
};

const IkrarEntity ikrar_event_entity = { IKRAR_ENTITY_NAMES ("event"), sizeof (IkrarEvent), columns,
                                         G_N_ELEMENTS (columns),
                                         (GDestroyNotify) ikrar_event_free };

IKRAR_ENTITY_FREE (IkrarEvent, ikrar_event)

void
ikrar_event_line_free (IkrarEventLine *line)
{
  if (line == NULL)
    return;
  ikrar_event_free (line->event);
  g_free (line);
}

IkrarTime
ikrar_event_get_end (const IkrarEvent *event)
{
  IkrarMoment start;

  if (event->end_at != 0)
    return event->end_at;
  ikrar_time_split (event->start_at, event->zone, &start);
  return ikrar_time_join (event->zone, start.year, start.month, start.day, 23, 59);
}

guint16
ikrar_event_last_day (const IkrarEvent *event)
{
  return ikrar_time_day_number (ikrar_event_get_end (event), event->zone);
}

IkrarEvent *
ikrar_event_get (IkrarStore *store, IkrarId id, GError **error)
{
  IkrarEvent *event = ikrar_entity_get (&ikrar_event_entity, ikrar_store_get_db (store), id, error);

  if (event != NULL && event->removed_at != 0)
    {
      g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_NOT_FOUND,
                   _ ("The event was removed."));
      g_clear_pointer (&event, ikrar_event_free);
    }
  return event;
}

static IkrarEventLine *
read_line (IkrarStatement *statement)
{
  IkrarEventLine *line = g_new0 (IkrarEventLine, 1);

  line->event = ikrar_entity_read (&ikrar_event_entity, statement);
  line->invited = ikrar_statement_get_int (statement, G_N_ELEMENTS (columns));
  line->present = ikrar_statement_get_int (statement, G_N_ELEMENTS (columns) + 1);
  line->pledged = ikrar_statement_get_int (statement, G_N_ELEMENTS (columns) + 2);
  return line;
}

GPtrArray *
ikrar_event_list (IkrarStore *store, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ikrar_event_line_free);
  IkrarStatement *statement = ikrar_db_query (ikrar_store_get_db (store), "event_list", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    g_ptr_array_add (lines, read_line (statement));
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID, message);
  return FALSE;
}

gboolean
_ikrar_event_check (const IkrarEvent *event, GError **error)
{
  if (ikrar_text_is_blank (event->title))
    return refuse (error, _ ("An event needs a title."));
  if (event->start_at == 0)
    return refuse (error, _ ("An event needs a day and a time to start."));
  if (event->end_at != 0 && event->end_at < event->start_at)
    return refuse (error, _ ("The event ends before it starts. Check day and time."));
  return TRUE;
}

gboolean
_ikrar_event_make_code (IkrarChange *change, gint64 *code, GError **error)
{
  IkrarDb *db = ikrar_change_get_db (change);
  gint64 taken = 1;

  while (taken != 0)
    {
      *code = g_random_int ();
      if (*code != 0 && !ikrar_db_get_int (db, "event_code_taken", &taken, error, "i", *code))
        return FALSE;
    }
  return TRUE;
}

IkrarEventSession *
_ikrar_event_first_session (const IkrarEvent *event)
{
  IkrarEventSession *session = g_new0 (IkrarEventSession, 1);

  session->id = ikrar_id_new ();
  session->event_id = event->id;
  session->position = 1;
  session->title = g_strdup ("Sesi 1");
  session->start_at = event->start_at;
  session->end_at = event->end_at;
  return session;
}

static gboolean
add_first_session (IkrarChange *change, const IkrarEvent *event, GError **error)
{
  g_autoptr (IkrarEventSession) session = _ikrar_event_first_session (event);

  return ikrar_change_put (change, &ikrar_event_session_entity, session, error);
}

static gboolean
add (IkrarStore *store, IkrarEvent *event, GError **error)
{
  IkrarId id = ikrar_id_new ();
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, "event.add", id, id, event->title, NULL, error);

  if (change == NULL || !_ikrar_event_make_code (change, &event->code, error))
    return FALSE;
  event->id = id;
  if (ikrar_change_put (change, &ikrar_event_entity, event, error) &&
      add_first_session (change, event, error) && ikrar_change_commit (change, error))
    return TRUE;
  event->id = 0;
  return FALSE;
}

gboolean
ikrar_event_save (IkrarStore *store, IkrarEvent *event, GError **error)
{
  g_autoptr (IkrarChange) change = NULL;

  if (!_ikrar_event_check (event, error))
    return FALSE;
  if (event->id == 0)
    return add (store, event, error);
  change =
      ikrar_change_begin (store, "event.edit", event->id, event->id, event->title, NULL, error);
  return change != NULL && ikrar_change_replace (change, &ikrar_event_entity, event, error) &&
         ikrar_change_commit (change, error);
}

/* Read within the change: what somebody else edited meanwhile stays. */
static gboolean
set_removed (IkrarChange *change, IkrarId id, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (ikrar_change_get_store (change), id, error);

  if (event == NULL)
    return FALSE;
  event->removed_at = ikrar_change_get_time (change);
  return ikrar_change_put (change, &ikrar_event_entity, event, error);
}

IkrarId
ikrar_event_remove (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, id, error);
  g_autoptr (IkrarChange) change = NULL;

  if (event == NULL)
    return 0;
  change = ikrar_change_begin (store, "event.remove", id, id, event->title, NULL, error);
  if (change == NULL || !set_removed (change, id, error) || !ikrar_change_commit (change, error))
    return 0;
  return ikrar_change_get_id (change);
}
