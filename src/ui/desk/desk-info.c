/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/desk/desk-info.h"

#include "store/attendance.h"

/* What an operator looks back to after the desk was opened again. */
#define RECENT_MAX 30

static gboolean
has_reader (GPtrArray *roles)
{
  for (guint i = 0; i < roles->len; i++)
    {
      const IkrarEventRole *role = g_ptr_array_index (roles, i);

      if (role->kind == IKRAR_ROLE_PLEDGE_READER)
        return TRUE;
    }
  return FALSE;
}

/* A pledge belongs to an event of that kind, or one where somebody reads it. */
static gboolean
find_pledge (IkrarStore *store, IkrarDeskInfo *info, GError **error)
{
  g_autoptr (GPtrArray) roles = ikrar_event_roles (store, info->event->id, error);

  info->has_pledge =
      roles != NULL && (g_strcmp0 (info->event->kind, "ikrar") == 0 || has_reader (roles));
  return roles != NULL;
}

static void
choose_session (IkrarDeskInfo *info, IkrarId wanted)
{
  const IkrarEventSession *first = g_ptr_array_index (info->sessions, 0);

  info->session = wanted != 0 ? wanted : first->id;
}

gpointer
ikrar_desk_info_load (IkrarStore *store,
                      gpointer input,
                      const IkrarProgress *progress,
                      GError **error)
{
  const IkrarDeskWanted *wanted = input;
  g_autoptr (IkrarDeskInfo) info = g_new0 (IkrarDeskInfo, 1);

  info->event = ikrar_event_get (store, wanted->event, error);
  if (info->event == NULL)
    return NULL;
  info->sessions = ikrar_event_sessions (store, wanted->event, error);
  if (info->sessions == NULL || !find_pledge (store, info, error))
    return NULL;
  choose_session (info, wanted->session);
  info->recent = ikrar_attendance_recent (store, info->session, RECENT_MAX, error);
  return info->recent != NULL ? g_steal_pointer (&info) : NULL;
}

void
ikrar_desk_info_free (IkrarDeskInfo *info)
{
  if (info == NULL)
    return;
  ikrar_event_free (info->event);
  g_clear_pointer (&info->sessions, g_ptr_array_unref);
  g_clear_pointer (&info->recent, g_ptr_array_unref);
  g_free (info);
}
