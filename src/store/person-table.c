/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/person-table.h"

#include <string.h>

#include "core/person-name.h"

#include "store/search-private.h"
#include "store/text-pool-private.h"
#include "store/unit.h"

struct _IkrarPersonTable
{
  gatomicrefcount references;
  GArray *entries; /* IkrarPersonEntry */
  GStringChunk *text;
};

/* What is looked up while people are read. */
typedef struct
{
  IkrarPersonTable *table;
  GHashTable *units;   /* id -> IkrarUnit */
  GHashTable *numbers; /* id -> the earlier numbers, each behind a line break */
  GString *search;
} Reader;

IkrarPersonTable *
ikrar_person_table_ref (IkrarPersonTable *table)
{
  g_atomic_ref_count_inc (&table->references);
  return table;
}

void
ikrar_person_table_unref (IkrarPersonTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->references))
    return;
  g_array_unref (table->entries);
  g_string_chunk_free (table->text);
  g_free (table);
}

static void
read_name (Reader *reader, IkrarStatement *statement, IkrarPersonEntry *entry)
{
  g_autofree char *display = NULL;

  entry->name = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 2));
  display = ikrar_person_name_display (ikrar_statement_get_text (statement, 3), entry->name,
                                       ikrar_statement_get_text (statement, 4));
  entry->display = strcmp (display, entry->name) == 0
                       ? entry->name
                       : _ikrar_text_keep (reader->table->text, display);
  entry->name_key = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 5));
}

/* People are found by any number they ever had. */
static void
add_search (Reader *reader, IkrarPersonEntry *entry)
{
  const GString *numbers = g_hash_table_lookup (reader->numbers, &entry->id);

  g_string_printf (reader->search, "%s\n%s%s\n%s", entry->name_key, entry->number,
                   numbers != NULL ? numbers->str : "", entry->unit_key);
  entry->search = _ikrar_text_keep (reader->table->text, reader->search->str);
}

static void
add_number (Reader *reader, IkrarId id, const char *number)
{
  GString *numbers = g_hash_table_lookup (reader->numbers, &id);

  if (numbers == NULL)
    {
      numbers = g_string_new (NULL);
      g_hash_table_insert (reader->numbers, g_memdup2 (&id, sizeof id), numbers);
    }
  g_string_append_printf (numbers, "\n%s", number);
}

static gboolean
read_numbers (Reader *reader, IkrarDb *db, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (db, "person_number_all", error, "");
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    add_number (reader, ikrar_statement_get_int (statement, 0),
                ikrar_statement_get_text (statement, 1));
  return step == IKRAR_STEP_DONE;
}

static void
free_numbers (gpointer numbers)
{
  g_string_free (numbers, TRUE);
}

static void
read_unit (Reader *reader, IkrarId id, IkrarPersonEntry *entry)
{
  const IkrarUnit *unit = g_hash_table_lookup (reader->units, &id);

  entry->unit_id = unit != NULL ? id : 0;
  entry->unit = unit != NULL ? _ikrar_text_keep_shared (reader->table->text, unit->name) : "";
  entry->unit_key = unit != NULL ? _ikrar_text_keep_shared (reader->table->text, unit->key) : "";
}

static void
read_entry (Reader *reader, IkrarStatement *statement)
{
  IkrarPersonEntry entry = { .id = ikrar_statement_get_int (statement, 0) };

  read_name (reader, statement, &entry);
  entry.number = _ikrar_text_keep (reader->table->text, ikrar_statement_get_text (statement, 6));
  entry.number_kind = ikrar_number_kind_from_word (ikrar_statement_get_text (statement, 7));
  entry.grade = ikrar_statement_get_int (statement, 8);
  entry.position =
      _ikrar_text_keep_shared (reader->table->text, ikrar_statement_get_text (statement, 9));
  read_unit (reader, ikrar_statement_get_int (statement, 1), &entry);
  add_search (reader, &entry);
  g_array_append_val (reader->table->entries, entry);
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

static gboolean
read_people (Reader *reader, IkrarDb *db, const IkrarProgress *progress, GError **error)
{
  IkrarStatement *statement = NULL;
  IkrarStep step = IKRAR_STEP_ERROR;
  guint64 done = 0;
  gint64 total;

  if (ikrar_db_get_int (db, "person_count", &total, error, ""))
    statement = ikrar_db_query (db, "person_table", error, "");
  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      read_entry (reader, statement);
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
  reader->table = g_new0 (IkrarPersonTable, 1);
  g_atomic_ref_count_init (&reader->table->references);
  reader->table->entries = g_array_new (FALSE, FALSE, sizeof (IkrarPersonEntry));
  reader->table->text = g_string_chunk_new (64 * 1024);
  reader->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, ikrar_unit_entity.free);
  reader->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_numbers);
  reader->search = g_string_new (NULL);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->table, ikrar_person_table_unref);
  g_hash_table_unref (reader->units);
  g_hash_table_unref (reader->numbers);
  g_string_free (reader->search, TRUE);
}

IkrarPersonTable *
ikrar_person_table_load (IkrarStore *store, const IkrarProgress *progress, GError **error)
{
  IkrarDb *db = ikrar_store_get_db (store);
  IkrarPersonTable *table = NULL;
  Reader reader;

  if (!ikrar_db_begin_read (db, error))
    return NULL;
  reader_init (&reader);
  if (read_units (&reader, store, error) && read_numbers (&reader, db, error) &&
      read_people (&reader, db, progress, error))
    table = g_steal_pointer (&reader.table);
  ikrar_db_rollback (db);
  reader_clear (&reader);
  return table;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const IkrarPersonEntry *first = *(const IkrarPersonEntry *const *) a;
  const IkrarPersonEntry *second = *(const IkrarPersonEntry *const *) b;
  int order = strcmp (first->name_key, second->name_key);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static int
compare_grades (gconstpointer a, gconstpointer b)
{
  const IkrarPersonEntry *first = *(const IkrarPersonEntry *const *) a;
  const IkrarPersonEntry *second = *(const IkrarPersonEntry *const *) b;
  int order = ikrar_grade_order (first->grade) - ikrar_grade_order (second->grade);

  return order != 0 ? order : compare_names (a, b);
}

/* Those without a unit come last. */
static int
compare_units (gconstpointer a, gconstpointer b)
{
  const IkrarPersonEntry *first = *(const IkrarPersonEntry *const *) a;
  const IkrarPersonEntry *second = *(const IkrarPersonEntry *const *) b;
  int order = (*first->unit_key == '\0') - (*second->unit_key == '\0');

  if (order == 0)
    order = strcmp (first->unit_key, second->unit_key);
  return order != 0 ? order : compare_grades (a, b);
}

GPtrArray *
ikrar_person_table_order (const IkrarPersonTable *table, IkrarPersonOrder order)
{
  static const GCompareFunc comparers[IKRAR_N_PERSON_ORDERS] = {
    [IKRAR_PERSON_ORDER_NAME] = compare_names,
    [IKRAR_PERSON_ORDER_UNIT] = compare_units,
    [IKRAR_PERSON_ORDER_GRADE] = compare_grades,
  };
  GPtrArray *ordered = g_ptr_array_sized_new (table->entries->len);

  for (guint i = 0; i < table->entries->len; i++)
    g_ptr_array_add (ordered, &g_array_index (table->entries, IkrarPersonEntry, i));
  g_ptr_array_sort (ordered, comparers[order]);
  return ordered;
}

GPtrArray *
ikrar_person_table_search (GPtrArray *entries, const char *text)
{
  g_auto (GStrv) words = _ikrar_search_words (text);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      IkrarPersonEntry *entry = g_ptr_array_index (entries, i);

      if (_ikrar_search_matches (entry->search, words))
        g_ptr_array_add (found, entry);
    }
  return found;
}
