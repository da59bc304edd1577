/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/desk/session-drop.h"

#include <glib/gi18n-lib.h>

#include "store/event.h"

static guint
find (GPtrArray *sessions, IkrarId id)
{
  for (guint i = 0; i < sessions->len; i++)
    if (((const IkrarEventSession *) g_ptr_array_index (sessions, i))->id == id)
      return i;
  return 0;
}

static char *
title_at (GPtrArray *sessions, guint index)
{
  const IkrarEventSession *session = g_ptr_array_index (sessions, index);

  if (*session->title != '\0')
    return g_strdup (session->title);
  /* Translators: %u is the number of a session without a title. */
  return g_strdup_printf (_ ("Session %u"), index + 1);
}

void
ikrar_session_drop_fill (GtkDropDown *drop,
                         GPtrArray *sessions,
                         IkrarId selected,
                         gpointer handler,
                         gpointer data)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    gtk_string_list_take (titles, title_at (sessions, i));
  g_signal_handlers_block_by_func (drop, handler, data);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (drop, find (sessions, selected));
  g_signal_handlers_unblock_by_func (drop, handler, data);
  gtk_widget_set_visible (GTK_WIDGET (drop), sessions->len > 1);
}

IkrarId
ikrar_session_drop_get (GtkDropDown *drop, GPtrArray *sessions)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (selected >= sessions->len)
    return 0;
  return ((const IkrarEventSession *) g_ptr_array_index (sessions, selected))->id;
}

char *
ikrar_session_title (GPtrArray *sessions, IkrarId id)
{
  return title_at (sessions, find (sessions, id));
}
