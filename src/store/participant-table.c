/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/participant-table.h"

#include <string.h>

#include "core/person-name.h"

#include "store/error.h"
#include "store/participant-text-private.h"
#include "store/search-private.h"
#include "store/text-pool-private.h"
#include "store/unit.h"
#include "store/words-private.h"

struct _IkrarParticipantTable
{
  gatomicrefcount references;
  GArray *lines; /* IkrarParticipantLine */
  GStringChunk *text;
  IkrarParticipantText *searched;
};

/* What is looked up by id while the lines are read. */
typedef struct
{
  IkrarParticipantTable *table;
  GHashTable *units;        /* id -> IkrarUnit */
  GHashTable *stand_ins;    /* participant -> text */
  GHashTable *certificates; /* participant -> letter number */
} Reader;

IkrarParticipantTable *
ikrar_participant_table_ref (IkrarParticipantTable *table)
{
  g_atomic_ref_count_inc (&table->references);
  return table;
}

void
ikrar_participant_table_unref (IkrarParticipantTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->references))
    return;
  g_clear_pointer (&table->searched, _ikrar_participant_text_free);
  g_array_unref (table->lines);
  g_string_chunk_free (table->text);
  g_free (table);
}

static const char *
look_up (GHashTable *table, IkrarId id)
{
  const char *text = g_hash_table_lookup (table, &id);

  return text != NULL ? text : "";
}

static gboolean
read_texts (Reader *reader, IkrarStatement *statement, GHashTable *texts, GError **error)
{
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      g_hash_table_insert (
          texts, g_memdup2 (&id, sizeof id),
          (char *) _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 1)));
    }
  return step == IKRAR_STEP_DONE;
}

static gboolean
read_units (Reader *reader, IkrarStore *store, GError **error)
{
  g_autoptr (GPtrArray) units = ikrar_unit_list (store, 0, error);

  if (units == NULL)
    return FALSE;
  g_ptr_array_set_free_func (units, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      IkrarUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (reader->units, &unit->id, unit);
    }
  return TRUE;
}

static void
read_person (Reader *reader, IkrarStatement *statement, IkrarParticipantLine *line)
{
  g_autofree char *display = NULL;

  line->name = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 5));
  line->prefix =
      _ikrar_text_keep_shared (reader->table->text, ikrar_statement_get_text (statement, 6));
  line->suffix =
      _ikrar_text_keep_shared (reader->table->text, ikrar_statement_get_text (statement, 7));
  display = ikrar_person_name_display (line->prefix, line->name, line->suffix);
  line->display = strcmp (display, line->name) == 0
                      ? line->name
                      : _ikrar_text_keep (reader->table->text, display);
  line->name_key = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 8));
  line->employee_number =
      _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 9));
  line->number_kind = ikrar_number_kind_from_word (ikrar_statement_get_text (statement, 10));
}

static void
read_invitation (Reader *reader, IkrarStatement *statement, IkrarParticipantLine *line)
{
  IkrarAttendance state = IKRAR_ATTENDANCE_UNRECORDED;

  line->kind =
      _ikrar_text_keep_shared (reader->table->text, ikrar_statement_get_text (statement, 11));
  line->position =
      _ikrar_text_keep_shared (reader->table->text, ikrar_statement_get_text (statement, 12));
  line->seat = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 13));
  line->group_name =
      _ikrar_text_keep_shared (reader->table->text, ikrar_statement_get_text (statement, 14));
  line->note = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 15));
  line->number = ikrar_statement_get_int (statement, 16);
  line->pass_serial = ikrar_statement_get_int (statement, 17);
  line->grade = ikrar_statement_get_int (statement, 18);
  ikrar_attendance_parse (ikrar_statement_get_text (statement, 19), &state, NULL);
  line->state = state;
  line->pledge = _ikrar_pledge_state_parse (ikrar_statement_get_text (statement, 20));
  line->withdrawn = ikrar_statement_get_int (statement, 21) != 0;
}

static void
read_line (Reader *reader, IkrarStatement *statement, IkrarParticipantLine *line)
{
  const IkrarUnit *unit;

  line->id = ikrar_statement_get_int (statement, 0);
  line->person_id = ikrar_statement_get_int (statement, 1);
  line->unit_id = ikrar_statement_get_int (statement, 2);
  line->state_at = ikrar_statement_get_int (statement, 3);
  line->pledge_at = ikrar_statement_get_int (statement, 4);
  read_person (reader, statement, line);
  read_invitation (reader, statement, line);
  unit = g_hash_table_lookup (reader->units, &line->unit_id);
  line->unit = unit != NULL ? _ikrar_text_keep_shared (reader->table->text, unit->name) : "";
  line->unit_key = unit != NULL ? _ikrar_text_keep_shared (reader->table->text, unit->key) : "";
  line->stand_in = look_up (reader->stand_ins, line->id);
  line->certificate = look_up (reader->certificates, line->id);
}

static gboolean
read_lines (Reader *reader,
            IkrarStatement *statement,
            guint64 total,
            const IkrarProgress *progress,
            GError **error)
{
  IkrarStep step = IKRAR_STEP_ERROR;
  guint64 done = 0;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarParticipantLine line = { 0 };

      read_line (reader, statement, &line);
      g_array_append_val (reader->table->lines, line);
      if (!ikrar_progress_step (progress, ++done, total, error))
        {
          ikrar_statement_reset (statement);
          return FALSE;
        }
    }
  return step == IKRAR_STEP_DONE;
}

static void
reader_init (Reader *reader)
{
  reader->table = g_new0 (IkrarParticipantTable, 1);
  g_atomic_ref_count_init (&reader->table->references);
  reader->table->lines = g_array_new (FALSE, FALSE, sizeof (IkrarParticipantLine));
  reader->table->text = g_string_chunk_new (64 * 1024);
  reader->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, ikrar_unit_entity.free);
  reader->stand_ins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reader->certificates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->table, ikrar_participant_table_unref);
  g_hash_table_unref (reader->units);
  g_hash_table_unref (reader->stand_ins);
  g_hash_table_unref (reader->certificates);
}

static gboolean
read_all (Reader *reader,
          IkrarStore *store,
          IkrarId event,
          IkrarId unit,
          gboolean withdrawn,
          const IkrarProgress *progress,
          GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  gint64 total;

  return read_units (reader, store, error) &&
         read_texts (reader, ikrar_db_query (db, "participant_stand_ins", error, "i", event),
                     reader->stand_ins, error) &&
         read_texts (reader, ikrar_db_query (db, "participant_certificates", error, "i", event),
                     reader->certificates, error) &&
         ikrar_db_get_int (db, "participant_count", &total, error, "i", event) &&
         read_lines (reader,
                     ikrar_db_query (db, "participant_table", error, "iii", event, unit,
                                     (gint64) (withdrawn != FALSE)),
                     total, progress, error);
}

/* One moment for all that is read, unless the caller has chosen one. */
static gboolean
begin_moment (IkrarDb *db, gboolean *begun, GError **error)
{
  *begun = !ikrar_db_in_transaction (db);
  return !*begun || ikrar_db_begin_read (db, error);
}

guint
ikrar_participant_table_size (const IkrarParticipantTable *table)
{
  return table->lines->len;
}

const IkrarParticipantLine *
ikrar_participant_table_line (const IkrarParticipantTable *table, guint index)
{
  return &g_array_index (table->lines, IkrarParticipantLine, index);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const IkrarParticipantLine *first = a;
  const IkrarParticipantLine *second = b;

  return first->number < second->number ? -1 : first->number > second->number;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const IkrarParticipantLine *first = a;
  const IkrarParticipantLine *second = b;
  int order = strcmp (first->name_key, second->name_key);

  return order != 0 ? order : compare_numbers (a, b);
}

static int
compare_grades (gconstpointer a, gconstpointer b)
{
  const IkrarParticipantLine *first = a;
  const IkrarParticipantLine *second = b;
  int order = ikrar_grade_order (first->grade) - ikrar_grade_order (second->grade);

  return order != 0 ? order : compare_names (a, b);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const IkrarParticipantLine *first = a;
  const IkrarParticipantLine *second = b;
  int order = strcmp (first->unit_key, second->unit_key);

  return order != 0 ? order : compare_grades (a, b);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const IkrarParticipantLine *first = a;
  const IkrarParticipantLine *second = b;

  if (first->state_at == second->state_at)
    return compare_numbers (a, b);
  if (first->state_at == 0 || second->state_at == 0)
    return first->state_at == 0 ? 1 : -1;
  return first->state_at < second->state_at ? -1 : 1;
}

static const GCompareFunc comparers[] = {
  [IKRAR_ORDER_NUMBER] = compare_numbers, [IKRAR_ORDER_NAME] = compare_names,
  [IKRAR_ORDER_UNIT] = compare_units,     [IKRAR_ORDER_GRADE] = compare_grades,
  [IKRAR_ORDER_TIME] = compare_times,
};

/* Lines come by number; they stand still once they are searched. */
static void
finish (IkrarParticipantTable *table, IkrarParticipantOrder order)
{
  if (order != IKRAR_ORDER_NUMBER)
    g_array_sort (table->lines, comparers[order]);
  table->searched = _ikrar_participant_text_new (
      (const IkrarParticipantLine *) (gconstpointer) table->lines->data, table->lines->len);
}

IkrarParticipantTable *
ikrar_participant_table_load (IkrarStore *store,
                              IkrarId event,
                              IkrarId unit,
                              gboolean withdrawn,
                              IkrarParticipantOrder order,
                              const IkrarProgress *progress,
                              GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarParticipantTable *table = NULL;
  gboolean begun;
  Reader reader;

  if (!begin_moment (db, &begun, error))
    return NULL;
  reader_init (&reader);
  if (read_all (&reader, store, event, unit, withdrawn, progress, error))
    table = g_steal_pointer (&reader.table);
  if (begun)
    ikrar_db_rollback (db);
  reader_clear (&reader);
  if (table != NULL)
    finish (table, order);
  return table;
}

/* Lines are compared where they stand. */
typedef struct
{
  const IkrarParticipantLine *lines;
  GCompareFunc compare;
  gboolean by_time;
  gboolean descending;
} Ordering;

static int
compare_indexes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ordering *ordering = user_data;
  const IkrarParticipantLine *first = &ordering->lines[*(const guint *) a];
  const IkrarParticipantLine *second = &ordering->lines[*(const guint *) b];
  int order = ordering->compare (first, second);
  gboolean one_has_no_time = (first->state_at == 0) != (second->state_at == 0);

  return ordering->descending && !(ordering->by_time && one_has_no_time) ? -order : order;
}

GArray *
ikrar_participant_table_order (const IkrarParticipantTable *table,
                               IkrarParticipantOrder order,
                               gboolean descending)
{
  Ordering ordering = {
    .lines = (const IkrarParticipantLine *) (gconstpointer) table->lines->data,
    .compare = comparers[order],
    .by_time = order == IKRAR_ORDER_TIME,
    .descending = descending,
  };
  GArray *indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), table->lines->len);

  for (guint i = 0; i < table->lines->len; i++)
    g_array_append_val (indexes, i);
  g_array_sort_with_data (indexes, compare_indexes, &ordering);
  return indexes;
}

GArray *
ikrar_participant_table_search (const IkrarParticipantTable *table,
                                const char *text,
                                guint state_groups,
                                IkrarId unit)
{
  g_auto (GStrv) words = _ikrar_search_words (text);
  g_autofree guint8 *marks = _ikrar_participant_text_find (table->searched, words);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->lines->len; i++)
    {
      const IkrarParticipantLine *line = &g_array_index (table->lines, IkrarParticipantLine, i);

      if (marks[i] && (unit == 0 || line->unit_id == unit) &&
          (state_groups == 0 || (state_groups & (1u << ikrar_attendance_group (line->state))) != 0))
        g_array_append_val (found, i);
    }
  return found;
}

void
ikrar_participant_table_count (const IkrarParticipantTable *table,
                               IkrarId unit,
                               IkrarAttendanceCount *count,
                               guint pledges[IKRAR_N_PLEDGE_STATES])
{
  memset (count, 0, sizeof *count);
  if (pledges != NULL)
    memset (pledges, 0, IKRAR_N_PLEDGE_STATES * sizeof *pledges);
  for (guint i = 0; i < table->lines->len; i++)
    {
      const IkrarParticipantLine *line = &g_array_index (table->lines, IkrarParticipantLine, i);

      if (line->withdrawn || (unit != 0 && line->unit_id != unit))
        continue;
      ikrar_attendance_count_add (count, line->state, 1);
      if (pledges != NULL)
        pledges[line->pledge]++;
    }
}
