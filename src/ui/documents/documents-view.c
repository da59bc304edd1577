/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/documents/documents-view.h"

struct _IkrarDocumentsView
{
  IkrarEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (IkrarDocumentsView, ikrar_documents_view, IKRAR_TYPE_EVENT_VIEW)

static void
ikrar_documents_view_class_init (IkrarDocumentsViewClass *klass)
{
}

static void
ikrar_documents_view_init (IkrarDocumentsView *self)
{
}
