/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/common/participant-lines.h"

GPtrArray *
ikrar_participant_lines_at (const IkrarParticipantTable *table, GArray *indexes, guint limit)
{
  guint count = MIN (indexes->len, limit);
  GPtrArray *lines = g_ptr_array_sized_new (count);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (
        lines, (gpointer) ikrar_participant_table_line (table, g_array_index (indexes, guint, i)));
  return lines;
}

gint64
ikrar_participant_lines_key (gconstpointer line)
{
  return ((const IkrarParticipantLine *) line)->id;
}
