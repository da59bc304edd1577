/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/reports/reports-page.h"

struct _IkrarReportsPage
{
  IkrarPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarReportsPage, ikrar_reports_page, IKRAR_TYPE_PAGE)

static void
ikrar_reports_page_class_init (IkrarReportsPageClass *klass)
{
}

static void
ikrar_reports_page_init (IkrarReportsPage *self)
{
}
