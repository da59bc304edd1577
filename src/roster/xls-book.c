/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Records of an old Excel workbook that freexl reads over ([MS-XLS]). */

#include "roster/xls-record-private.h"
#include "roster/xls-private.h"

#define ROW_HIDDEN 0x20
#define VERSION_1997 0x0600

static guint
u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

gboolean
_ikrar_xls_record_step (const GByteArray *book, IkrarXlsRecordAt *record)
{
  const guint8 *at;

  if (record->next + 4 > book->len)
    return FALSE;
  at = book->data + record->next;
  if (record->next + 4 + u16 (at + 2) > book->len)
    return FALSE;
  record->kind = u16 (at);
  record->size = u16 (at + 2);
  record->data = at + 4;
  record->next += 4 + record->size;
  record->depth += record->kind == IKRAR_XLS_RECORD_BEGIN;
  record->depth -= record->kind == IKRAR_XLS_RECORD_END && record->depth > 0;
  return record->depth > 0;
}

gboolean
_ikrar_xls_book_is_encrypted (const GByteArray *book)
{
  IkrarXlsRecordAt record = { 0 };

  while (_ikrar_xls_record_step (book, &record))
    if (record.kind == IKRAR_XLS_RECORD_PASSWORD)
      return TRUE;
  return FALSE;
}

GArray *
_ikrar_xls_book_list_sheets (const GByteArray *book)
{
  GArray *sheets = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  IkrarXlsRecordAt record = { 0 };

  while (_ikrar_xls_record_step (book, &record))
    if (record.kind == IKRAR_XLS_RECORD_SHEET && record.size >= 6 && record.data[5] == 0)
      {
        guint32 sheet[] = { u16 (record.data) | (guint32) u16 (record.data + 2) << 16,
                            (record.data[4] & 3) != 0 };

        g_array_append_val (sheets, sheet);
      }
  return sheets;
}

static void
add_merges (GArray *merges, const IkrarXlsRecordAt *record)
{
  guint n = record->size >= 2 ? u16 (record->data) : 0;

  for (guint i = 0; i < n && 2 + 8 * (i + 1) <= record->size; i++)
    {
      const guint8 *at = record->data + 2 + 8 * i;
      const IkrarXlsMerge merge = { (guint16) u16 (at), (guint16) u16 (at + 2),
                                    (guint16) u16 (at + 4), (guint16) u16 (at + 6) };

      if (merge.first_row <= merge.last_row && merge.first_column <= merge.last_column &&
          merge.last_column < IKRAR_XLS_COLUMNS_MAX)
        g_array_append_val (merges, merge);
    }
}

static void
look_at (const IkrarXlsRecordAt *record, IkrarXlsLook *look)
{
  if (record->kind == IKRAR_XLS_RECORD_BEGIN && record->size >= 2)
    look->results.old = u16 (record->data) < VERSION_1997;
  if (record->kind == IKRAR_XLS_RECORD_MERGES && look->merges != NULL)
    add_merges (look->merges, record);
  else if (record->kind == IKRAR_XLS_RECORD_ROW && record->size >= 14 && look->hidden_rows != NULL)
    look->hidden_rows[u16 (record->data)] = (record->data[12] & ROW_HIDDEN) != 0;
  else if (look->results.all != NULL)
    _ikrar_xls_results_take (&look->results, record->kind, record->data, record->size);
}

void
_ikrar_xls_book_look (const GByteArray *book, guint32 start, IkrarXlsLook *look)
{
  IkrarXlsRecordAt record = { .next = start };

  while (_ikrar_xls_record_step (book, &record))
    if (record.depth == 1)
      look_at (&record, look);
}
