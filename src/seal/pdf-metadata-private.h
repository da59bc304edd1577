/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkrarPdfResult:
 * @IKRAR_PDF_NONE: the key does not occur
 * @IKRAR_PDF_FOUND: it occurs once, with a readable text
 * @IKRAR_PDF_UNREADABLE: it occurs once, without a readable text
 * @IKRAR_PDF_SEVERAL: it occurs more than once: nobody can say which one a viewer shows
 */
typedef enum
{
  IKRAR_PDF_NONE,
  IKRAR_PDF_FOUND,
  IKRAR_PDF_UNREADABLE,
  IKRAR_PDF_SEVERAL,
} IkrarPdfResult;

/**
 * ikrar_pdf_find_text:
 * @data: (array length=size): a PDF
 * @size: how many bytes
 * @key: such as `/Subject`
 * @text: (out) (transfer full) (nullable): UTF-8, only for %IKRAR_PDF_FOUND
 *
 * Looks for @key and a text string (ISO 32000-1 7.3.4, 7.9.2.2) behind it anywhere in the bytes, as
 * Cairo writes them in the plain Info dictionary. It knows nothing else of PDF, by intention.
 *
 * Any thread.
 *
 * Returns: what was found
 */
IkrarPdfResult ikrar_pdf_find_text (const guint8 *data, gsize size, const char *key, char **text);

G_END_DECLS
