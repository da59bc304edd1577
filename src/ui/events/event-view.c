/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/events/event-view.h"

typedef struct
{
  IkrarId event;
} IkrarEventViewPrivate;

enum
{
  PROP_0,
  PROP_EVENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (IkrarEventView, ikrar_event_view, IKRAR_TYPE_PAGE)

static IkrarEventViewPrivate *
get_private (IkrarEventView *self)
{
  return ikrar_event_view_get_instance_private (self);
}

static void
set_event (IkrarEventView *self, IkrarId event)
{
  IkrarEventViewPrivate *priv = get_private (self);
  IkrarEventViewClass *klass = IKRAR_EVENT_VIEW_GET_CLASS (self);

  if (priv->event == event)
    return;
  priv->event = event;
  if (klass->event_changed != NULL)
    klass->event_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENT]);
  ikrar_page_refresh (IKRAR_PAGE (self));
}

static void
ikrar_event_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EVENT)
    g_value_set_int64 (value, get_private (IKRAR_EVENT_VIEW (object))->event);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_event_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EVENT)
    set_event (IKRAR_EVENT_VIEW (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ikrar_event_view_class_init (IkrarEventViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ikrar_event_view_get_property;
  object_class->set_property = ikrar_event_view_set_property;
  properties[PROP_EVENT] =
      g_param_spec_int64 ("event", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ikrar_event_view_init (IkrarEventView *self)
{
}

IkrarId
ikrar_event_view_get_event (IkrarEventView *self)
{
  g_return_val_if_fail (IKRAR_IS_EVENT_VIEW (self), 0);

  return get_private (self)->event;
}

void
ikrar_event_view_run (IkrarEventView *self, IkrarWork *work)
{
  IkrarId event;

  g_return_if_fail (IKRAR_IS_EVENT_VIEW (self));

  event = get_private (self)->event;
  if (event == 0)
    return;
  work->input = g_memdup2 (&event, sizeof event);
  work->free_input = g_free;
  ikrar_page_run (IKRAR_PAGE (self), work);
}
