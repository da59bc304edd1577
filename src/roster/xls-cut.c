/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* Makes a workbook of the first rows of another: freexl reads all that there is before it gives the
 * first cell. */

#include "roster/xls-record-private.h"

#include <string.h>

/* What begins with the row of its cell or cells. */
static const guint16 cells[] = { 0x0006,
                                 0x00BD,
                                 0x00BE,
                                 0x00D6,
                                 0x00FD,
                                 0x0201,
                                 0x0203,
                                 0x0204,
                                 0x0205,
                                 0x0206,
                                 0x027E,
                                 0x0406,
                                 IKRAR_XLS_RECORD_ROW };

/* How many texts there are, twice, and an empty text. */
#define TEXTS_SIZE_MIN 11
#define RECORD_SIZE_MAX 8224

/* A part of which something is left out, and how much. */
typedef struct
{
  gsize end;
  gsize size;
} Gap;

typedef struct
{
  const GByteArray *book;
  GByteArray *cut;
  /* GArray of Gap by place. */
  GArray *gaps;
  /* What of the book was taken already. */
  gsize done;
} Cutting;

static guint
u16 (const guint8 *at)
{
  return at[0] | (guint) at[1] << 8;
}

static gboolean
has_row (const IkrarXlsRecordAt *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells) && record->size >= 2; i++)
    if (record->kind == cells[i])
      return TRUE;
  return FALSE;
}

static void
take_until (Cutting *cutting, gsize end)
{
  g_byte_array_append (cutting->cut, cutting->book->data + cutting->done,
                       (guint) (end - cutting->done));
  cutting->done = end;
}

/* Takes a part but for what is not wanted of it. */
static void
take_part (Cutting *cutting,
           gsize start,
           gboolean (*is_wanted) (const IkrarXlsRecordAt *record, gboolean before, guint rows),
           guint rows)
{
  IkrarXlsRecordAt record = { .next = start };
  Gap gap = { start, 0 };
  gboolean wanted = TRUE;

  take_until (cutting, start);
  while (_ikrar_xls_record_step (cutting->book, &record))
    {
      gsize at = record.next - record.size - 4;

      wanted = is_wanted (&record, wanted, rows);
      if (wanted)
        continue;
      take_until (cutting, at);
      cutting->done = record.next;
      gap.size += record.next - at;
    }
  take_until (cutting, record.next);
  gap.end = record.next;
  g_array_append_val (cutting->gaps, gap);
}

/* The text that a formula gives stands behind it and goes with it. */
static gboolean
is_early (const IkrarXlsRecordAt *record, gboolean before, guint rows)
{
  if (record->depth == 1 && has_row (record))
    return u16 (record->data) < rows;
  return before || record->kind != IKRAR_XLS_RECORD_TEXT;
}

/* Texts are of no use without cells. */
static gboolean
is_no_text (const IkrarXlsRecordAt *record, gboolean before, guint rows)
{
  return rows > 0 || (record->kind != IKRAR_XLS_RECORD_STRINGS &&
                      (before || record->kind != IKRAR_XLS_RECORD_MORE));
}

/* The place behind the last text, and the head of the record that it is in; FALSE if there is none.
 */
static gboolean
find_texts (const GByteArray *book, gsize *last, gsize *end)
{
  IkrarXlsRecordAt record = { 0 };

  *end = 0;
  while (_ikrar_xls_record_step (book, &record))
    {
      gsize at = record.next - record.size - 4;

      if (record.size < TEXTS_SIZE_MIN ||
          (record.kind != IKRAR_XLS_RECORD_STRINGS &&
           (record.kind != IKRAR_XLS_RECORD_MORE || *end == 0 || *end != at)))
        continue;
      *last = at;
      *end = record.next;
    }
  return *end > 0;
}

/* The library gives up on an empty text. Gnumeric writes one behind all others, where cells have
 * it: it becomes a space. */
static void
mend_texts (Cutting *cutting)
{
  static const guint8 space[] = { 1, 0, 0, ' ' };
  GByteArray *cut = cutting->cut;
  gsize last, end, rest;
  guint size;

  if (!find_texts (cut, &last, &end))
    return;
  size = u16 (cut->data + last + 2) + 1;
  if (cut->data[end - 3] != 0 || cut->data[end - 2] != 0 || cut->data[end - 1] > 1 ||
      size > RECORD_SIZE_MAX)
    return;
  rest = cut->len - end;
  g_byte_array_set_size (cut, cut->len + 1);
  memmove (cut->data + end + 1, cut->data + end, rest);
  memcpy (cut->data + end - 3, space, sizeof space);
  cut->data[last + 2] = (guint8) size;
  cut->data[last + 3] = (guint8) (size >> 8);
  g_array_index (cutting->gaps, Gap, 0).size--;
}

/* Tells where the sheets are now. */
static void
move_sheets (Cutting *cutting)
{
  IkrarXlsRecordAt record = { 0 };

  while (_ikrar_xls_record_step (cutting->cut, &record))
    {
      guint8 *at = cutting->cut->data + record.next - record.size;
      guint32 place;

      if (record.kind != IKRAR_XLS_RECORD_SHEET || record.size < sizeof place)
        continue;
      place = u16 (at) | (guint32) u16 (at + 2) << 16;
      for (guint i = cutting->gaps->len; i-- > 0;)
        if (place >= g_array_index (cutting->gaps, Gap, i).end)
          place -= (guint32) g_array_index (cutting->gaps, Gap, i).size;
      place = GUINT32_TO_LE (place);
      memcpy (at, &place, sizeof place);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a;
  guint32 two = *(const guint32 *) b;

  return one < two ? -1 : one > two;
}

GByteArray *
_ikrar_xls_book_cut (const GByteArray *book,
                     const GArray *sheets,
                     int whole,
                     guint rows,
                     gboolean *cut)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  Cutting cutting = { book, g_byte_array_sized_new (book->len), gaps, 0 };

  *cut = FALSE;
  for (guint i = 0; i < sheets->len; i++)
    if ((int) i != whole)
      g_array_append_vals (starts, sheets->data + 2 * i * sizeof (guint32), 1);
  g_array_sort (starts, compare_starts);
  take_part (&cutting, 0, is_no_text, whole >= 0 ? G_MAXUINT : rows);
  mend_texts (&cutting);
  for (guint i = 0; i < starts->len; i++)
    {
      guint32 start = g_array_index (starts, guint32, i);

      if (start < cutting.done || start >= book->len)
        continue;
      take_part (&cutting, start, is_early, rows);
      *cut |= g_array_index (gaps, Gap, gaps->len - 1).size > 0;
    }
  take_until (&cutting, book->len);
  move_sheets (&cutting);
  return cutting.cut;
}
