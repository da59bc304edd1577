/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DOCUMENTS_VIEW (ikrar_documents_view_get_type ())

/**
 * IkrarDocumentsView:
 *
 * Skeleton.
 */
G_DECLARE_FINAL_TYPE (IkrarDocumentsView,
                      ikrar_documents_view,
                      IKRAR,
                      DOCUMENTS_VIEW,
                      IkrarEventView)

G_END_DECLS
