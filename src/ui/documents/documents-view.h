/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/events/event-view.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DOCUMENTS_VIEW (ikrar_documents_view_get_type ())

/**
 * IkrarDocumentsView:
 *
 * The papers of an event: which there are, their real pages, what can be chosen about them.
 *
 * Actions: `view.print`, `view.save-pdf`, `view.save-each`, `view.save-workbook`, `view.save-csv`,
 * `view.issue`, `view.zoom-in`, `view.zoom-out`, `view.fit-width`, `view.go-to-page`, `view.back`.
 */
G_DECLARE_FINAL_TYPE (IkrarDocumentsView,
                      ikrar_documents_view,
                      IKRAR,
                      DOCUMENTS_VIEW,
                      IkrarEventView)

G_END_DECLS
