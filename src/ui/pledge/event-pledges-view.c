/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/event-pledges-view.h"

struct _IkrarEventPledgesView
{
  IkrarEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarEventPledgesView, ikrar_event_pledges_view, IKRAR_TYPE_EVENT_VIEW)

static void
ikrar_event_pledges_view_class_init (IkrarEventPledgesViewClass *klass)
{
}

static void
ikrar_event_pledges_view_init (IkrarEventPledgesView *self)
{
}
