/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/conflict-csv.h"

#include "report/conflict-words-private.h"
#include "report/output-file-private.h"
#include "report/tally-csv-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
append_line (GString *text, const IkrarExchangeConflict *conflict)
{
  const char *cells[] = { ikrar_conflict_kind (conflict),
                          conflict->who,
                          conflict->field,
                          conflict->ours,
                          conflict->theirs,
                          ikrar_conflict_standing (conflict),
                          ikrar_conflict_advice (conflict) };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      ikrar_tally_csv_append (text, cells[i]);
    }
  g_string_append (text, "\r\n");
}

gboolean
ikrar_conflict_csv_write (GPtrArray *conflicts, const char *path, GError **error)
{
  g_autoptr (IkrarOutputFile) file = ikrar_output_file_new (path, error);
  g_autoptr (GString) text = g_string_new (
      BYTE_ORDER_MARK "Perihal;Siapa;Kolom;Di sini;Yang datang;Yang berlaku;Tindakan\r\n");

  g_return_val_if_fail (conflicts != NULL && path != NULL, FALSE);

  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < conflicts->len; i++)
    append_line (text, g_ptr_array_index (conflicts, i));
  ikrar_output_file_write (file, text->str, text->len);
  return ikrar_output_file_commit (file, error);
}
