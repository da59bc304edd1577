/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-desk"

#include "desk/paper-list.h"

struct _IkrarPaperList
{
  IkrarId event;
  IkrarId session;
  IkrarParticipantTable *table;
  GHashTable *states; /* id of a participant -> IkrarAttendanceStands */
};

IkrarPaperList *
ikrar_paper_list_load (IkrarStore *store,
                       IkrarId event,
                       IkrarId session,
                       IkrarId unit,
                       IkrarParticipantOrder order,
                       GError **error)
{
  g_autoptr (IkrarPaperList) list = g_new0 (IkrarPaperList, 1);

  list->event = event;
  list->session = session;
  list->states = ikrar_attendance_states (store, event, &list->session, error);
  if (list->states == NULL)
    return NULL;
  list->table = ikrar_participant_table_load (store, event, unit, FALSE, order, NULL, error);
  return list->table != NULL ? g_steal_pointer (&list) : NULL;
}

guint
ikrar_paper_list_get_size (const IkrarPaperList *list)
{
  return ikrar_participant_table_size (list->table);
}

static IkrarPaperLine
judge_one (const IkrarPaperList *list, const IkrarListNumber *number)
{
  const IkrarParticipantLine *person =
      ikrar_participant_table_line (list->table, number->number - 1);
  const IkrarAttendanceStands *stands = g_hash_table_lookup (list->states, &person->id);
  IkrarPaperLine line = { .number = number->number, .person = person, .state = number->state };

  line.recorded = stands != NULL ? stands->state : IKRAR_ATTENDANCE_UNRECORDED;
  if (line.recorded == line.state)
    line.verdict = IKRAR_PAPER_SAME;
  else if (line.recorded != IKRAR_ATTENDANCE_UNRECORDED)
    line.verdict = IKRAR_PAPER_OTHERWISE;
  return line;
}

GArray *
ikrar_paper_list_judge (const IkrarPaperList *list, const GArray *numbers)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (IkrarPaperLine), numbers->len);

  for (guint i = 0; i < numbers->len; i++)
    {
      IkrarPaperLine line = judge_one (list, &g_array_index (numbers, IkrarListNumber, i));

      g_array_append_val (lines, line);
    }
  return lines;
}

gboolean
ikrar_paper_list_record (const IkrarPaperList *list,
                         IkrarStore *store,
                         const GArray *lines,
                         gboolean replace,
                         IkrarAttendanceEntered *entered,
                         GError **error)
{
  g_autofree IkrarAttendanceEntry *entries = g_new0 (IkrarAttendanceEntry, lines->len + 1);
  IkrarAttendanceEntries all = {
    .event = list->event,
    .session = list->session,
    .action = "attendance.sheet",
    .source = "sheet",
    .entries = entries,
    .n_entries = lines->len,
  };

  for (guint i = 0; i < lines->len; i++)
    {
      const IkrarPaperLine *line = &g_array_index (lines, IkrarPaperLine, i);

      entries[i].participant = line->person->id;
      entries[i].state = line->state;
      if (replace)
        entries[i].replaces = line->recorded;
    }
  return ikrar_attendance_enter (store, &all, entered, error);
}

const char *
ikrar_paper_verdict_word (IkrarPaperVerdict verdict)
{
  static const char *const words[] = { "new", "same", "otherwise" };

  g_return_val_if_fail (verdict < IKRAR_N_PAPER_VERDICTS, NULL);

  return words[verdict];
}

void
ikrar_paper_list_free (IkrarPaperList *list)
{
  if (list == NULL)
    return;
  ikrar_participant_table_unref (list->table);
  g_clear_pointer (&list->states, g_hash_table_unref);
  g_free (list);
}
