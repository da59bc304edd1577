/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-report"

#include "report/participant-lines-private.h"

#define NO_BREAK_SPACE "\xc2\xa0"

GPtrArray *
ikrar_participant_lines (const IkrarParticipantTable *table)
{
  guint size = ikrar_participant_table_size (table);
  GPtrArray *lines = g_ptr_array_sized_new (size);

  for (guint i = 0; i < size; i++)
    g_ptr_array_add (lines, (gpointer) ikrar_participant_table_line (table, i));
  return lines;
}

char *
ikrar_text_tie (const char *text)
{
  GString *tied = g_string_new (text);

  g_string_replace (tied, " ", NO_BREAK_SPACE, 0);
  return g_string_free (tied, FALSE);
}

char *
ikrar_participant_line_tie_prefix (const IkrarParticipantLine *line)
{
  g_autofree char *prefix = NULL;

  if (*line->prefix == '\0')
    return g_strdup (line->name);
  prefix = ikrar_text_tie (line->prefix);
  return g_strconcat (prefix, NO_BREAK_SPACE, line->name, NULL);
}

char *
ikrar_participant_line_tie_name (const IkrarParticipantLine *line)
{
  g_autofree char *name = ikrar_participant_line_tie_prefix (line);
  g_autofree char *suffix = ikrar_text_tie (line->suffix);

  return *suffix != '\0' ? g_strconcat (name, ", ", suffix, NULL) : g_steal_pointer (&name);
}
