/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "report/document.h"

G_BEGIN_DECLS

/* Reads papers back with other programs (poppler, zbar, qpdf), as a stranger would. */

/* Writes a document into @folder; returns the file's path. */
char *reader_write (IkrarDocument *document, const char *folder);

/* The text of pages from 1, @last 0 for all, in the order of the file; white space runs are one
 * space. */
char *reader_get_text (const char *path, guint first, guint last);

/* What pdfinfo says, such as "Pages" or "Title"; NULL if it says nothing of it. */
char *reader_get_info (const char *path, const char *key);

/* The QR codes of a page from 1, sorted. */
GPtrArray *reader_get_codes (const char *path, guint page, guint dpi);

/* Fails the test unless qpdf finds the file sound and every font is embedded. */
void reader_check_sound (const char *path);

/* How often a text stands in another one. */
guint reader_count (const char *text, const char *part);

/* The files of a folder, sorted, hidden ones too. */
GPtrArray *reader_list (const char *folder);

G_END_DECLS
