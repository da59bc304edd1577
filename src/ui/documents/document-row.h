/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/documents/document-kind.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_DOCUMENT_ROW (ikrar_document_row_get_type ())

/* Room for a thumbnail, in pixels. */
#define IKRAR_THUMBNAIL_SIZE 56

/**
 * IkrarDocumentRow:
 *
 * A kind of document in a list: its first page, its title, how many pages it has.
 */
G_DECLARE_FINAL_TYPE (IkrarDocumentRow, ikrar_document_row, IKRAR, DOCUMENT_ROW, GtkListBoxRow)

/**
 * ikrar_document_row_new:
 * @kind: a kind
 *
 * Returns: a row
 */
GtkWidget *ikrar_document_row_new (IkrarDocumentKind kind);

/**
 * ikrar_document_row_get_kind:
 * @row: a row
 *
 * Returns: its kind
 */
IkrarDocumentKind ikrar_document_row_get_kind (IkrarDocumentRow *row);

/**
 * ikrar_document_row_set_preview:
 * @row: a row
 * @thumbnail: (nullable): the first page, `NULL` shows the kind's icon
 * @text: what there is to say about it
 */
void
ikrar_document_row_set_preview (IkrarDocumentRow *row, GdkTexture *thumbnail, const char *text);

G_END_DECLS
