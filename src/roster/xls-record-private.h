/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "roster/xls-box-private.h"

G_BEGIN_DECLS

/* Records of an old Excel workbook ([MS-XLS] 2.3). */
enum
{
  IKRAR_XLS_RECORD_END = 0x000A,
  IKRAR_XLS_RECORD_PASSWORD = 0x002F,
  IKRAR_XLS_RECORD_MORE = 0x003C,
  IKRAR_XLS_RECORD_SHEET = 0x0085,
  IKRAR_XLS_RECORD_MERGES = 0x00E5,
  IKRAR_XLS_RECORD_STRINGS = 0x00FC,
  IKRAR_XLS_RECORD_TEXT = 0x0207,
  IKRAR_XLS_RECORD_ROW = 0x0208,
  IKRAR_XLS_RECORD_BEGIN = 0x0809,
};

typedef struct
{
  guint kind;
  guint size;
  const guint8 *data;
  /* How many parts, such as charts, lie within one another. */
  guint depth;
  gsize next;
} IkrarXlsRecordAt;

/* Goes to the next record of a part; FALSE at its end. */
gboolean _ikrar_xls_record_step (const GByteArray *book, IkrarXlsRecordAt *record);

G_END_DECLS
