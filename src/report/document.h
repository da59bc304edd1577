/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "core/progress.h"

G_BEGIN_DECLS

/**
 * IkrarDocument:
 *
 * Pages that can be drawn: on paper, into a PDF file, on the screen, always by the same function. A
 * document is made by its own constructor, which reads everything it needs from the store; from
 * then on it needs neither store nor disk. Shared by reference between threads.
 */
typedef struct _IkrarDocument IkrarDocument;

/**
 * ikrar_document_ref:
 * @document: a document
 *
 * Any thread.
 *
 * Returns: (transfer full): @document
 */
IkrarDocument *ikrar_document_ref (IkrarDocument *document);

/**
 * ikrar_document_unref:
 * @document: (transfer full) (nullable): a document
 *
 * Any thread.
 */
void ikrar_document_unref (IkrarDocument *document);

/**
 * ikrar_document_get_title:
 * @document: a document
 *
 * Any thread.
 *
 * Returns: (transfer none): what it is, in Indonesian; also the title of the PDF
 */
const char *ikrar_document_get_title (IkrarDocument *document);

/**
 * ikrar_document_get_n_pages:
 * @document: a document
 *
 * Any thread.
 *
 * Returns: how many pages it has, at least one
 */
guint ikrar_document_get_n_pages (IkrarDocument *document);

/**
 * ikrar_document_get_page_size:
 * @document: a document
 * @page: from 0
 * @width: (out) (optional): in points
 * @height: (out) (optional): in points
 *
 * Any thread.
 */
void
ikrar_document_get_page_size (IkrarDocument *document, guint page, double *width, double *height);

/**
 * ikrar_document_draw_page:
 * @document: a document
 * @page: from 0
 * @cr: a context in points, origin at the top left of the page; scale it for the screen
 *
 * Draws a page on whatever is there: fill white first on a screen.
 *
 * Any thread; one page at a time, others wait.
 */
void ikrar_document_draw_page (IkrarDocument *document, guint page, cairo_t *cr);

/**
 * ikrar_document_write_pdf:
 * @document: a document
 * @path: file name
 * @progress: (nullable): who watches; a step is a page
 * @error: return location for an error
 *
 * Writes all pages beside @path, syncs, and puts the file in its place. Fonts are embedded. The
 * metadata name the title, the institution as author and Ikrar as creator, and nobody else.
 *
 * Any thread.
 *
 * Returns: `FALSE` with `IKRAR_REPORT_ERROR_WRITE`, `IKRAR_REPORT_ERROR_FAILED` or
 *   `G_IO_ERROR_CANCELLED`; then nothing is left behind and a file that stood there still does
 */
gboolean ikrar_document_write_pdf (IkrarDocument *document,
                                   const char *path,
                                   const IkrarProgress *progress,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkrarDocument, ikrar_document_unref)

G_END_DECLS
