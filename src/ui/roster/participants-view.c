/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/participants-view.h"

struct _IkrarParticipantsView
{
  IkrarEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarParticipantsView, ikrar_participants_view, IKRAR_TYPE_EVENT_VIEW)

static void
ikrar_participants_view_class_init (IkrarParticipantsViewClass *klass)
{
}

static void
ikrar_participants_view_init (IkrarParticipantsView *self)
{
}
