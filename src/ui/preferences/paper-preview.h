/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/institution.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_PAPER_PREVIEW (ikrar_paper_preview_get_type ())

/**
 * IkrarPaperPreview:
 *
 * Shows a part of the office's papers as it will be printed.
 */
G_DECLARE_FINAL_TYPE (IkrarPaperPreview, ikrar_paper_preview, IKRAR, PAPER_PREVIEW, GtkWidget)

/**
 * ikrar_paper_preview_show:
 * @preview: a preview
 * @institution: the office
 * @logo: (nullable): its coat of arms
 * @signatory: (nullable): whose block to show; `NULL` for the letterhead
 *
 * Draws in a thread; of several that are asked for meanwhile only the last one is drawn.
 */
void ikrar_paper_preview_show (IkrarPaperPreview *preview,
                               const IkrarInstitution *institution,
                               GBytes *logo,
                               const IkrarSignatory *signatory);

G_END_DECLS
