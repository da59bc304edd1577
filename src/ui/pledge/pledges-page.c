/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/pledges-page.h"

struct _IkrarPledgesPage
{
  IkrarPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarPledgesPage, ikrar_pledges_page, IKRAR_TYPE_PAGE)

static void
ikrar_pledges_page_class_init (IkrarPledgesPageClass *klass)
{
}

static void
ikrar_pledges_page_init (IkrarPledgesPage *self)
{
}
