/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "ui/documents/document-kind.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_OPTIONS_PANE (ikrar_options_pane_get_type ())

/**
 * IkrarOptionsPane:
 *
 * What can be chosen about a document, and at the bottom what can be done with it. The buttons
 * call `view.print`, `view.save-pdf`, `view.save-each`, `view.save-workbook`, `view.save-csv` and
 * `view.issue`.
 *
 * Emits `changed` when the user chose something.
 */
G_DECLARE_FINAL_TYPE (IkrarOptionsPane, ikrar_options_pane, IKRAR, OPTIONS_PANE, AdwBin)

/**
 * ikrar_options_pane_show:
 * @pane: a pane
 * @kind: kind of the document
 * @options: what is chosen
 */
void ikrar_options_pane_show (IkrarOptionsPane *pane,
                              IkrarDocumentKind kind,
                              const IkrarDocumentOptions *options);

/**
 * ikrar_options_pane_read:
 * @pane: a pane
 * @options: (out): what is chosen
 */
void ikrar_options_pane_read (IkrarOptionsPane *pane, IkrarDocumentOptions *options);

/**
 * ikrar_options_pane_set_units:
 * @pane: a pane
 * @units: (element-type IkrarUnit): units of the event
 */
void ikrar_options_pane_set_units (IkrarOptionsPane *pane, GPtrArray *units);

/**
 * ikrar_options_pane_set_pages:
 * @pane: a pane
 * @n_pages: how many pages would be printed, 0 if that is not known
 */
void ikrar_options_pane_set_pages (IkrarOptionsPane *pane, guint n_pages);

/**
 * ikrar_options_pane_set_due:
 * @pane: a pane
 * @n_due: people who are present and have no certificate
 */
void ikrar_options_pane_set_due (IkrarOptionsPane *pane, guint n_due);

G_END_DECLS
