/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/pledge/signing-queue.h"

#include "core/attendance.h"

static int
compare_arrival (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const IkrarParticipantTable *table = user_data;
  const IkrarParticipantLine *first = ikrar_participant_table_line (table, *(const guint *) a);
  const IkrarParticipantLine *second = ikrar_participant_table_line (table, *(const guint *) b);

  if (first->state_at != second->state_at)
    return first->state_at < second->state_at ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static GArray *
find_waiting (IkrarParticipantTable *table)
{
  GArray *waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      if (line->pledge != IKRAR_PLEDGE_SIGNED && ikrar_attendance_is_present (line->state))
        g_array_append_val (waiting, i);
    }
  g_array_sort_with_data (waiting, compare_arrival, table);
  return waiting;
}

gpointer
ikrar_signing_queue_load (IkrarStore *store,
                          gpointer input,
                          const IkrarProgress *progress,
                          GError **error)
{
  g_autoptr (IkrarSigningQueue) queue = g_new0 (IkrarSigningQueue, 1);

  queue->info = ikrar_pledge_info_load (store, input, progress, error);
  if (queue->info == NULL)
    return NULL;
  queue->table = ikrar_participant_table_load (store, *(const IkrarId *) input, 0, FALSE,
                                               IKRAR_ORDER_NAME, progress, error);
  if (queue->table == NULL)
    return NULL;
  queue->waiting = find_waiting (queue->table);
  return g_steal_pointer (&queue);
}

void
ikrar_signing_queue_free (IkrarSigningQueue *queue)
{
  if (queue == NULL)
    return;
  ikrar_pledge_info_free (queue->info);
  ikrar_participant_table_unref (queue->table);
  g_clear_pointer (&queue->waiting, g_array_unref);
  g_free (queue);
}

IkrarId
ikrar_signing_queue_next (const IkrarSigningQueue *queue, GHashTable *skipped)
{
  for (guint i = 0; i < queue->waiting->len; i++)
    {
      const IkrarParticipantLine *line =
          ikrar_participant_table_line (queue->table, g_array_index (queue->waiting, guint, i));

      if (!g_hash_table_contains (skipped, &line->id))
        return line->id;
    }
  return 0;
}

const IkrarParticipantLine *
ikrar_signing_queue_find (const IkrarSigningQueue *queue, IkrarId participant)
{
  for (guint i = 0; i < ikrar_participant_table_size (queue->table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (queue->table, i);

      if (line->id == participant)
        return line;
    }
  return NULL;
}
