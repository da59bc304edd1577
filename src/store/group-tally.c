/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/group-tally.h"

#include <string.h>

#include "core/grade.h"
#include "core/vocabulary.h"

/* A group while it is counted: what orders it, and its line. */
typedef struct
{
  gint64 order;
  const char *key; /* of the table; orders those of one @order */
  IkrarGroupLine line;
} Group;

/* How a grouping sees somebody. */
typedef struct
{
  gint64 (*get_id) (const IkrarParticipantLine *line);
  gint64 (*get_order) (const IkrarParticipantLine *line);
  const char *(*get_key) (const IkrarParticipantLine *line);
  const char *(*get_name) (const IkrarParticipantLine *line);
} View;

static gint64
get_unit_id (const IkrarParticipantLine *line)
{
  return line->unit_id;
}

/* Those without a unit come last. */
static gint64
get_unit_order (const IkrarParticipantLine *line)
{
  return line->unit_id == 0;
}

static const char *
get_unit_key (const IkrarParticipantLine *line)
{
  return line->unit_key;
}

static const char *
get_unit_name (const IkrarParticipantLine *line)
{
  return line->unit;
}

static gint64
get_grade_id (const IkrarParticipantLine *line)
{
  return line->grade;
}

static gint64
get_grade_order (const IkrarParticipantLine *line)
{
  return ikrar_grade_order (line->grade);
}

static const char *
get_grade_name (const IkrarParticipantLine *line)
{
  return ikrar_grade_text (line->grade);
}

/* Words that are no kind of the list, which offices may use, come after them by name. */
static gint64
get_kind_order (const IkrarParticipantLine *line)
{
  int index = ikrar_vocabulary_find (IKRAR_VOCABULARY_PARTICIPANT_KIND, line->kind, NULL);

  return index >= 0 ? index : G_MAXINT;
}

/* A table keeps a word once, however many lines share it. */
static gint64
get_kind_id (const IkrarParticipantLine *line)
{
  return (gint64) (gintptr) line->kind;
}

static const char *
get_kind_name (const IkrarParticipantLine *line)
{
  return line->kind;
}

static const View views[IKRAR_N_GROUPINGS] = {
  [IKRAR_GROUPING_UNIT] = { get_unit_id, get_unit_order, get_unit_key, get_unit_name },
  [IKRAR_GROUPING_GRADE] = { get_grade_id, get_grade_order, get_grade_name, get_grade_name },
  [IKRAR_GROUPING_KIND] = { get_kind_id, get_kind_order, get_kind_name, get_kind_name },
};

static Group *
find_group (GHashTable *groups, const View *view, const IkrarParticipantLine *line)
{
  gint64 id = view->get_id (line);
  Group *group = g_hash_table_lookup (groups, &id);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->order = view->get_order (line);
  group->key = view->get_key (line);
  group->line.name = g_strdup (view->get_name (line));
  g_hash_table_insert (groups, g_memdup2 (&id, sizeof id), group);
  return group;
}

static void
add (IkrarGroupLine *group, const IkrarParticipantLine *line)
{
  ikrar_attendance_count_add (&group->count, line->state, 1);
  group->pledges[line->pledge]++;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Group *one = *(const Group *const *) a;
  const Group *other = *(const Group *const *) b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  return strcmp (one->key, other->key);
}

static void
take_lines (IkrarGroupTally *tally, GHashTable *groups)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (sorted, group);
  g_ptr_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (tally->lines, ((const Group *) g_ptr_array_index (sorted, i))->line);
}

static void
clear_line (gpointer line)
{
  g_free (((IkrarGroupLine *) line)->name);
}

IkrarGroupTally *
ikrar_group_tally_new (const IkrarParticipantTable *table, IkrarGrouping grouping)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  IkrarGroupTally *tally = g_new0 (IkrarGroupTally, 1);

  g_return_val_if_fail (grouping < IKRAR_N_GROUPINGS, NULL);

  tally->grouping = grouping;
  tally->lines = g_array_new (FALSE, FALSE, sizeof (IkrarGroupLine));
  g_array_set_clear_func (tally->lines, clear_line);
  tally->total.name = g_strdup ("");
  for (guint i = 0; i < ikrar_participant_table_size (table); i++)
    {
      const IkrarParticipantLine *line = ikrar_participant_table_line (table, i);

      if (line->withdrawn)
        continue;
      add (&find_group (groups, &views[grouping], line)->line, line);
      add (&tally->total, line);
    }
  take_lines (tally, groups);
  return tally;
}

void
ikrar_group_tally_free (IkrarGroupTally *tally)
{
  if (tally == NULL)
    return;
  g_array_unref (tally->lines);
  g_free (tally->total.name);
  g_free (tally);
}

double
ikrar_group_line_get_pledge_rate (const IkrarGroupLine *line)
{
  guint pledged = line->pledges[IKRAR_PLEDGE_RECITED] + line->pledges[IKRAR_PLEDGE_SIGNED];

  return line->count.invited > 0 ? (double) pledged / line->count.invited : -1;
}
