/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/reports/overview-page.h"

struct _IkrarOverviewPage
{
  IkrarPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarOverviewPage, ikrar_overview_page, IKRAR_TYPE_PAGE)

static void
ikrar_overview_page_class_init (IkrarOverviewPageClass *klass)
{
}

static void
ikrar_overview_page_init (IkrarOverviewPage *self)
{
}
