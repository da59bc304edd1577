/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

#include "store/error.h"
#include "store/event-private.h"
#include "store/participant.h"
#include "store/words-private.h"

#define COLUMN(name, type)                                      \
  {                                                             \
#name, type, G_STRUCT_OFFSET(IkrarEventSession, name), NULL \
  }

static const IkrarColumn session_columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),       COLUMN (event_id, IKRAR_COLUMN_INT64),
  COLUMN (position, IKRAR_COLUMN_INT),   COLUMN (title, IKRAR_COLUMN_TEXT),
  COLUMN (start_at, IKRAR_COLUMN_INT64), COLUMN (end_at, IKRAR_COLUMN_INT64),
};

#undef COLUMN
#define COLUMN(name, type)                                   \
  {                                                          \
#name, type, G_STRUCT_OFFSET(IkrarEventRole, name), NULL \
  }

static const IkrarColumn role_columns[] = {
  COLUMN (id, IKRAR_COLUMN_INT64),
  COLUMN (event_id, IKRAR_COLUMN_INT64),
  { "kind", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarEventRole, kind), _ikrar_role_kind_words },
  COLUMN (place, IKRAR_COLUMN_INT),
  COLUMN (name, IKRAR_COLUMN_TEXT),
  { "acting", IKRAR_COLUMN_WORD, G_STRUCT_OFFSET (IkrarEventRole, acting), _ikrar_acting_words },
  COLUMN (position, IKRAR_COLUMN_TEXT),
  COLUMN (institution, IKRAR_COLUMN_TEXT),
  COLUMN (grade, IKRAR_COLUMN_INT),
  COLUMN (number, IKRAR_COLUMN_TEXT),
  COLUMN (represented_by, IKRAR_COLUMN_TEXT),
  COLUMN (represented_position, IKRAR_COLUMN_TEXT),
};

const IkrarEntity ikrar_event_session_entity = { IKRAR_ENTITY_NAMES ("event_session"),
                                                 sizeof (IkrarEventSession), session_columns,
                                                 G_N_ELEMENTS (session_columns),
                                                 (GDestroyNotify) ikrar_event_session_free };
const IkrarEntity ikrar_event_role_entity = { IKRAR_ENTITY_NAMES ("event_role"),
                                              sizeof (IkrarEventRole), role_columns,
                                              G_N_ELEMENTS (role_columns),
                                              (GDestroyNotify) ikrar_event_role_free };

IKRAR_ENTITY_FREE (IkrarEventSession, ikrar_event_session)
IKRAR_ENTITY_FREE (IkrarEventRole, ikrar_event_role)

GPtrArray *
ikrar_event_sessions (IkrarStore *store, IkrarId event, GError **error)
{
  return ikrar_entity_list (
      &ikrar_event_session_entity,
      ikrar_db_query (ikrar_store_get_db (store), "event_session_list", error, "i", event), error);
}

GPtrArray *
ikrar_event_roles (IkrarStore *store, IkrarId event, GError **error)
{
  return ikrar_entity_list (
      &ikrar_event_role_entity,
      ikrar_db_query (ikrar_store_get_db (store), "event_role_list", error, "i", event), error);
}

/* How a part of an event is saved: a session or a role. */
typedef struct
{
  const IkrarEntity *entity;
  const char *add;
  const char *edit;
  const char *last_place; /* the statement that gives the last place of an event */
} Part;

static const Part session_part = { &ikrar_event_session_entity, "session.add", "session.edit",
                                   "event_session_last_position" };
static const Part role_part = { &ikrar_event_role_entity, "role.add", "role.edit",
                                "event_role_last_place" };

/* A new one gets the place after the last, told within the change. */
static gboolean
add_part (IkrarChange *change,
          const Part *part,
          gconstpointer row,
          IkrarId event,
          int *place,
          GError **error)
{
  gint64 last;

  if (!ikrar_db_get_int (ikrar_change_get_db (change), part->last_place, &last, error, "i", event))
    return FALSE;
  *place = (int) last + 1;
  return ikrar_change_put (change, part->entity, row, error);
}

static gboolean
save_part (IkrarStore *store,
           const Part *part,
           IkrarId *id,
           IkrarId event,
           int *place,
           gconstpointer row,
           const char *detail,
           GError **error)
{
  gboolean is_new = *id == 0;
  IkrarId used = is_new ? ikrar_id_new () : *id;
  g_autoptr (IkrarChange) change =
      ikrar_change_begin (store, is_new ? part->add : part->edit, event, used, detail, NULL, error);

  *id = used;
  if (change != NULL &&
      (is_new ? add_part (change, part, row, event, place, error)
              : ikrar_change_replace (change, part->entity, row, error)) &&
      ikrar_change_commit (change, error))
    return TRUE;
  if (is_new)
    *id = 0;
  return FALSE;
}

gboolean
_ikrar_event_session_check (const IkrarEventSession *session, GError **error)
{
  if (ikrar_text_is_blank (session->title))
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                 _ ("A session needs a title."));
  else if (session->end_at != 0 && session->end_at < session->start_at)
    g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
                 _ ("The session “%s” ends before it starts."), session->title);
  else
    return TRUE;
  return FALSE;
}

gboolean
ikrar_event_session_save (IkrarStore *store, IkrarEventSession *session, GError **error)
{
  if (!_ikrar_event_session_check (session, error))
    return FALSE;
  return save_part (store, &session_part, &session->id, session->event_id, &session->position,
                    session, session->title, error);
}

gboolean
_ikrar_event_check_has_session (IkrarDb *db, IkrarId event, GError **error)
{
  IkrarId first;

  if (!ikrar_db_get_int (db, "event_session_first", &first, error, "i", event))
    return FALSE;
  if (first != 0)
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("An event keeps at least one session."));
  return FALSE;
}

gboolean
ikrar_event_session_remove (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarEventSession) session =
      ikrar_entity_get (&ikrar_event_session_entity, ikrar_store_get_db (store), id, error);
  g_autoptr (IkrarChange) change = NULL;

  if (session == NULL)
    return FALSE;
  change = ikrar_change_begin (store, "session.remove", session->event_id, id, session->title, NULL,
                               error);
  return change != NULL && ikrar_change_delete (change, &ikrar_event_session_entity, id, error) &&
         _ikrar_event_check_has_session (ikrar_change_get_db (change), session->event_id, error) &&
         ikrar_change_commit (change, error);
}

gboolean
_ikrar_event_role_check (const IkrarEventRole *role, GError **error)
{
  if (!ikrar_text_is_blank (role->name) || !ikrar_text_is_blank (role->position))
    return TRUE;
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_INVALID,
               _ ("Give a name or a position."));
  return FALSE;
}

gboolean
ikrar_event_role_save (IkrarStore *store, IkrarEventRole *role, GError **error)
{
  if (!_ikrar_event_role_check (role, error))
    return FALSE;
  return save_part (store, &role_part, &role->id, role->event_id, &role->place, role, role->name,
                    error);
}

gboolean
ikrar_event_role_remove (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarEventRole) role =
      ikrar_entity_get (&ikrar_event_role_entity, ikrar_store_get_db (store), id, error);
  g_autoptr (IkrarChange) change =
      role != NULL
          ? ikrar_change_begin (store, "role.remove", role->event_id, id, role->name, NULL, error)
          : NULL;

  return change != NULL && ikrar_change_delete (change, &ikrar_event_role_entity, id, error) &&
         ikrar_change_commit (change, error);
}

static gboolean
copy_rows (IkrarChange *change,
           const IkrarEntity *entity,
           GPtrArray *rows,
           IkrarId event,
           gsize event_offset,
           GError **error)
{
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      guint8 *row = g_ptr_array_index (rows, i);

      *(IkrarId *) (row + entity->columns[0].offset) = ikrar_id_new ();
      *(IkrarId *) (row + event_offset) = event;
      if (!ikrar_change_put (change, entity, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_participant (IkrarChange *change,
                  IkrarParticipant *row,
                  IkrarId event,
                  int number,
                  GError **error)
{
  row->id = ikrar_id_new ();
  row->event_id = event;
  row->number = number;
  row->pass_serial = 1;
  g_clear_pointer (&row->seat, g_free);
  g_clear_pointer (&row->note, g_free);
  return ikrar_entity_put (&ikrar_participant_entity, ikrar_change_get_db (change), row, error);
}

/* Without a journal line each: the roster may have hundreds of thousands of lines. */
static gboolean
copy_participants (IkrarChange *change, IkrarId from, IkrarId to, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_change_get_db (change), "participant_invited", error, "i", from);
  IkrarStep step = IKRAR_STEP_ERROR;
  int number = 0;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      g_autoptr (IkrarParticipant) row = ikrar_entity_read (&ikrar_participant_entity, statement);

      if (!copy_participant (change, row, to, ++number, error))
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
copy_parts (IkrarChange *change,
            IkrarId from,
            IkrarId to,
            gboolean with_participants,
            GError **error)
{
  IkrarStore *store = ikrar_change_get_store (change);
  g_autoptr (GPtrArray) sessions = ikrar_event_sessions (store, from, error);
  g_autoptr (GPtrArray) roles = sessions != NULL ? ikrar_event_roles (store, from, error) : NULL;

  return roles != NULL &&
         copy_rows (change, &ikrar_event_session_entity, sessions, to,
                    G_STRUCT_OFFSET (IkrarEventSession, event_id), error) &&
         copy_rows (change, &ikrar_event_role_entity, roles, to,
                    G_STRUCT_OFFSET (IkrarEventRole, event_id), error) &&
         (!with_participants || copy_participants (change, from, to, error));
}

IkrarId
ikrar_event_copy (IkrarStore *store, IkrarId id, gboolean with_participants, GError **error)
{
  g_autoptr (IkrarEvent) event = ikrar_event_get (store, id, error);
  g_autoptr (IkrarChange) change = NULL;

  if (event == NULL)
    return 0;
  event->id = ikrar_id_new ();
  event->state = IKRAR_EVENT_DRAFT;
  event->reported = 0;
  change =
      ikrar_change_begin (store, "event.copy", event->id, event->id, event->title, NULL, error);
  if (change == NULL || !_ikrar_event_make_code (change, &event->code, error) ||
      !ikrar_change_put (change, &ikrar_event_entity, event, error) ||
      !copy_parts (change, id, event->id, with_participants, error) ||
      !ikrar_change_commit (change, error))
    return 0;
  return event->id;
}
