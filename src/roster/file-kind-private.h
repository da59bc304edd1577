/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/source-private.h"

G_BEGIN_DECLS

/* What a file is by its content. Only the first four are read further. */
typedef enum
{
  IKRAR_FILE_TEXT,
  IKRAR_FILE_ZIP,
  IKRAR_FILE_HTML,
  IKRAR_FILE_OLD_EXCEL,
  IKRAR_FILE_EMPTY,
  IKRAR_FILE_ENCRYPTED,
  IKRAR_FILE_OLD_OFFICE,
  IKRAR_FILE_PDF,
  IKRAR_FILE_IMAGE,
  IKRAR_FILE_WEB_ARCHIVE,
  IKRAR_FILE_LINK,
  IKRAR_FILE_XML,
  IKRAR_FILE_RTF,
  IKRAR_FILE_ARCHIVE,
  IKRAR_FILE_BINARY_EXCEL,
  IKRAR_FILE_OPEN_DOCUMENT,
  IKRAR_FILE_NUMBERS,
  IKRAR_FILE_DOCUMENT,
  IKRAR_FILE_BINARY,
} IkrarFileKind;

/* Looks into a file; FALSE with UNREADABLE, or TOO_LARGE when even looking would be too much. */
gboolean _ikrar_file_kind_find (const IkrarSource *source, IkrarFileKind *kind, GError **error);

/* Says what a file is that is not read, and what to do. Returns FALSE. */
gboolean _ikrar_file_kind_refuse (IkrarFileKind kind, const char *name, GError **error);

G_END_DECLS
