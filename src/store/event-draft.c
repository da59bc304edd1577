/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "config.h"

#include "store/event-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/error.h"
#include "store/event-private.h"
#include "store/event-rule-private.h"

void
ikrar_event_draft_free (IkrarEventDraft *draft)
{
  if (draft == NULL)
    return;
  ikrar_event_free (draft->event);
  g_clear_pointer (&draft->sessions, g_ptr_array_unref);
  g_clear_pointer (&draft->roles, g_ptr_array_unref);
  g_free (draft);
}

IkrarEventDraft *
ikrar_event_draft_new (void)
{
  IkrarEventDraft *draft = g_new0 (IkrarEventDraft, 1);

  draft->event = g_new0 (IkrarEvent, 1);
  draft->sessions = g_ptr_array_new_with_free_func (ikrar_event_session_entity.free);
  draft->roles = g_ptr_array_new_with_free_func (ikrar_event_role_entity.free);
  draft->rule.late_after = IKRAR_LATE_NEVER;
  return draft;
}

IkrarEventDraft *
ikrar_event_draft_get (IkrarStore *store, IkrarId id, GError **error)
{
  g_autoptr (IkrarEventDraft) draft = g_new0 (IkrarEventDraft, 1);

  draft->event = ikrar_event_get (store, id, error);
  if (draft->event == NULL)
    return NULL;
  draft->sessions = ikrar_event_sessions (store, id, error);
  if (draft->sessions == NULL)
    return NULL;
  draft->roles = ikrar_event_roles (store, id, error);
  if (draft->roles == NULL || !ikrar_event_rule_get (store, id, &draft->rule, error))
    return NULL;
  return g_steal_pointer (&draft);
}

static gboolean
check (const IkrarEventDraft *draft, GError **error)
{
  if (!_ikrar_event_check (draft->event, error) || !_ikrar_event_rule_check (&draft->rule, error))
    return FALSE;
  for (guint i = 0; i < draft->sessions->len; i++)
    if (!_ikrar_event_session_check (g_ptr_array_index (draft->sessions, i), error))
      return FALSE;
  for (guint i = 0; i < draft->roles->len; i++)
    if (!_ikrar_event_role_check (g_ptr_array_index (draft->roles, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
has_id (const IkrarEntity *entity, GPtrArray *rows, IkrarId id)
{
  for (guint i = 0; i < rows->len; i++)
    if (ikrar_entity_id (entity, g_ptr_array_index (rows, i)) == id)
      return TRUE;
  return FALSE;
}

/* Removes the rows of @old that @rows lacks. Takes @old, which may be the NULL of an error. */
static gboolean
remove_missing (IkrarChange *change,
                const IkrarEntity *entity,
                GPtrArray *old,
                GPtrArray *rows,
                GError **error)
{
  g_autoptr (GPtrArray) owned = old;

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    {
      IkrarId id = ikrar_entity_id (entity, g_ptr_array_index (old, i));

      if (!has_id (entity, rows, id) && !ikrar_change_delete (change, entity, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_session_rows (IkrarChange *change, const IkrarEventDraft *draft, GError **error)
{
  g_autoptr (GError) local = NULL;
  GPtrArray *old = ikrar_event_sessions (ikrar_change_get_store (change), draft->event->id, &local);

  if (remove_missing (change, &ikrar_event_session_entity, old, draft->sessions, &local))
    return TRUE;
  if (!g_error_matches (local, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_set_error (error, IKRAR_STORE_ERROR, IKRAR_STORE_ERROR_CONFLICT,
               _ ("A session in which attendance was taken cannot be removed."));
  return FALSE;
}

static gboolean
put_sessions (IkrarChange *change, IkrarEventDraft *draft, GError **error)
{
  if (!remove_session_rows (change, draft, error))
    return FALSE;
  for (guint i = 0; i < draft->sessions->len; i++)
    {
      IkrarEventSession *session = g_ptr_array_index (draft->sessions, i);

      session->id = session->id != 0 ? session->id : ikrar_id_new ();
      session->event_id = draft->event->id;
      session->position = (int) i + 1;
      if (!ikrar_change_put (change, &ikrar_event_session_entity, session, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_roles (IkrarChange *change, IkrarEventDraft *draft, GError **error)
{
  IkrarStore *store = ikrar_change_get_store (change);

  if (!remove_missing (change, &ikrar_event_role_entity,
                       ikrar_event_roles (store, draft->event->id, error), draft->roles, error))
    return FALSE;
  for (guint i = 0; i < draft->roles->len; i++)
    {
      IkrarEventRole *role = g_ptr_array_index (draft->roles, i);

      role->id = role->id != 0 ? role->id : ikrar_id_new ();
      role->event_id = draft->event->id;
      role->place = (int) i + 1;
      if (!ikrar_change_put (change, &ikrar_event_role_entity, role, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put (IkrarChange *change, IkrarEventDraft *draft, gboolean is_new, GError **error)
{
  if (is_new && !_ikrar_event_make_code (change, &draft->event->code, error))
    return FALSE;
  if (draft->sessions->len == 0)
    g_ptr_array_add (draft->sessions, _ikrar_event_first_session (draft->event));
  return ikrar_change_put (change, &ikrar_event_entity, draft->event, error) &&
         put_sessions (change, draft, error) && put_roles (change, draft, error) &&
         _ikrar_event_rule_put (change, draft->event->id, &draft->rule, NULL, error) &&
         ikrar_change_commit (change, error);
}

/* A save that failed leaves no ids behind that were never written. */
static void
forget_new_ids (IkrarEventDraft *draft, IkrarId newest)
{
  for (guint i = 0; i < draft->sessions->len; i++)
    {
      IkrarEventSession *session = g_ptr_array_index (draft->sessions, i);

      session->id = session->id > newest ? 0 : session->id;
    }
  for (guint i = 0; i < draft->roles->len; i++)
    {
      IkrarEventRole *role = g_ptr_array_index (draft->roles, i);

      role->id = role->id > newest ? 0 : role->id;
    }
  if (draft->event->id > newest)
    draft->event->id = 0;
}

IkrarId
ikrar_event_draft_save (IkrarStore *store, IkrarEventDraft *draft, GError **error)
{
  gboolean is_new = draft->event->id == 0;
  IkrarId newest = ikrar_id_new ();
  g_autoptr (IkrarChange) change = NULL;

  if (!check (draft, error))
    return 0;
  if (is_new)
    draft->event->id = ikrar_id_new ();
  change = ikrar_change_begin (store, is_new ? "event.add" : "event.edit", draft->event->id,
                               draft->event->id, draft->event->title, NULL, error);
  if (change != NULL && put (change, draft, is_new, error))
    return ikrar_change_get_id (change);
  forget_new_ids (draft, newest);
  return 0;
}

static gboolean
rows_equal (const IkrarEntity *entity, gconstpointer a, gconstpointer b)
{
  g_autofree char *first = ikrar_entity_encode (entity, a);
  g_autofree char *second = ikrar_entity_encode (entity, b);

  return strcmp (first, second) == 0;
}

static gboolean
parts_equal (const IkrarEntity *entity, GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!rows_equal (entity, g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
ikrar_event_draft_equal (const IkrarEventDraft *a, const IkrarEventDraft *b)
{
  return rows_equal (&ikrar_event_entity, a->event, b->event) &&
         parts_equal (&ikrar_event_session_entity, a->sessions, b->sessions) &&
         parts_equal (&ikrar_event_role_entity, a->roles, b->roles) &&
         a->rule.late_after == b->rule.late_after && a->rule.share == b->rule.share;
}
