/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/people/people-page.h"

struct _IkrarPeoplePage
{
  IkrarPage parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarPeoplePage, ikrar_people_page, IKRAR_TYPE_PAGE)

static void
ikrar_people_page_class_init (IkrarPeoplePageClass *klass)
{
}

static void
ikrar_people_page_init (IkrarPeoplePage *self)
{
}
