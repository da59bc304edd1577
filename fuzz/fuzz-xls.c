/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

/* What ikrar-xls itself reads of old workbooks, without the library that it limits. */

#include <string.h>

#include "package.h"
#include "roster/xls-box-private.h"
#include "roster/xls-private.h"

static void
look (const GByteArray *book, const guint32 *sheet)
{
  static guint8 hidden_rows[IKRAR_XLS_ROWS_MAX];
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (IkrarXlsMerge));
  g_autoptr (GHashTable) results = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  IkrarXlsLook all = { merges, hidden_rows, { results, NULL, FALSE } };

  _ikrar_xls_book_look (book, sheet[0], &all);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GByteArray) book = _ikrar_xls_box_open (data, size);
  g_autoptr (GByteArray) box = NULL;
  g_autoptr (GByteArray) again = NULL;
  g_autoptr (GByteArray) less = NULL;
  g_autoptr (GArray) sheets = NULL;
  gboolean cut;

  if (book == NULL)
    return 0;
  _ikrar_xls_book_is_encrypted (book);
  sheets = _ikrar_xls_book_list_sheets (book);
  for (guint i = 0; i < sheets->len && i < 4; i++)
    look (book, (const guint32 *) (gpointer) sheets->data + 2 * i);
  less = _ikrar_xls_book_cut (book, sheets, size % 3 - 1, size % 7, &cut);
  g_assert_true (less->len <= book->len + 1);
  box = _ikrar_xls_box_make (book);
  again = _ikrar_xls_box_open (box->data, box->len);
  g_assert_true (again != NULL && again->len >= book->len);
  g_assert_true (memcmp (again->data, book->data, book->len) == 0);
  return 0;
}
