/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/events/summary-view.h"

struct _IkrarSummaryView
{
  IkrarEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarSummaryView, ikrar_summary_view, IKRAR_TYPE_EVENT_VIEW)

static void
ikrar_summary_view_class_init (IkrarSummaryViewClass *klass)
{
}

static void
ikrar_summary_view_init (IkrarSummaryView *self)
{
}
