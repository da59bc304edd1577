/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <adwaita.h>

#include "report/document.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PREVIEW_PANE (ikrar_preview_pane_get_type ())

/**
 * IkrarPreviewPane:
 *
 * The pages of a document with what is needed to go through them: page number, size, and how far
 * saving is.
 *
 * Actions: `preview.previous-page`, `preview.next-page`, `preview.zoom(s)` (`fit-width`, `fit-page`
 * or a percentage), `preview.zoom-in`, `preview.zoom-out`.
 *
 * Emits `cancelled` when saving shall stop.
 */
G_DECLARE_FINAL_TYPE (IkrarPreviewPane, ikrar_preview_pane, IKRAR, PREVIEW_PANE, AdwBin)

/**
 * ikrar_preview_pane_show:
 * @pane: a pane
 * @document: a document
 * @stay: whether it is the same document made anew, so that the view stays where it is
 */
void ikrar_preview_pane_show (IkrarPreviewPane *pane, IkrarDocument *document, gboolean stay);

/**
 * ikrar_preview_pane_show_wait:
 * @pane: a pane
 *
 * Shows that a document is being made, if it takes longer than a moment.
 */
void ikrar_preview_pane_show_wait (IkrarPreviewPane *pane);

/**
 * ikrar_preview_pane_show_text:
 * @pane: a pane
 * @icon_name: an icon
 * @title: what there is to say
 * @text: plain text: what to do
 *
 * Shows a text where there are no pages.
 */
void ikrar_preview_pane_show_text (IkrarPreviewPane *pane,
                                   const char *icon_name,
                                   const char *title,
                                   const char *text);

/**
 * ikrar_preview_pane_show_progress:
 * @pane: a pane
 * @text: (nullable): what is being done, `NULL` when it is over
 * @done: steps done
 * @total: steps in all, 0 if unknown
 */
void ikrar_preview_pane_show_progress (IkrarPreviewPane *pane,
                                       const char *text,
                                       guint64 done,
                                       guint64 total);

/**
 * ikrar_preview_pane_focus_page:
 * @pane: a pane
 *
 * Lets the user type a page.
 */
void ikrar_preview_pane_focus_page (IkrarPreviewPane *pane);

G_END_DECLS
