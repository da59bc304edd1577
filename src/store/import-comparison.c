/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "core/person-name.h"
#include "core/text.h"

#include "store/event.h"
#include "store/import-comparison-private.h"
#include "store/import-private.h"
#include "store/text-pool-private.h"
#include "store/unit.h"

/* A unit as the file writes it. */
typedef struct
{
  IkrarId id;
  const char *name;
} WrittenUnit;

void
ikrar_comparison_free (IkrarComparison *self)
{
  if (self == NULL)
    return;
  ikrar_differences_unref (self->differences);
  _ikrar_import_register_free (self->numbers);
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->mentioned);
  g_array_unref (self->known);
  g_array_unref (self->by_person);
  g_array_unref (self->pending);
  for (guint i = 0; i < IKRAR_N_DIFFERENCE_KINDS; i++)
    g_array_unref (self->items[i]);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static gboolean
load_units (IkrarComparison *self, GError **error)
{
  g_autoptr (GPtrArray) units = ikrar_unit_list (self->store, 0, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const IkrarUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (self->units, g_memdup2 (&unit->id, sizeof unit->id),
                           (char *) _ikrar_text_keep_shared (self->texts, unit->name));
    }
  return units != NULL;
}

/* Texts that live until the next step. */
static void
read_known (IkrarComparison *self, IkrarStatement *statement, IkrarListed *known)
{
  const char **texts[] = { &known->number,   &known->prefix, &known->name,       &known->suffix,
                           &known->name_key, &known->phone,  &known->email,      &known->position,
                           &known->kind,     &known->seat,   &known->group_name, &known->note };

  known->participant = ikrar_statement_get_int (statement, 0);
  known->person = ikrar_statement_get_int (statement, 1);
  known->unit_id = ikrar_statement_get_int (statement, 2);
  known->grade = ikrar_statement_get_int (statement, 3);
  known->withdrawn = ikrar_statement_get_int (statement, 4) != 0;
  known->holds = _ikrar_listed_read_holds (statement, 5);
  known->number_kind = ikrar_number_kind_from_word (ikrar_statement_get_text (statement, 8));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = ikrar_statement_get_text (statement, 9 + i);
  known->unit = g_hash_table_lookup (self->units, &known->unit_id);
  if (known->unit == NULL)
    known->unit = "";
  _ikrar_listed_keep (known, self->texts);
}

static gboolean
load_known (IkrarComparison *self, GError **error)
{
  IkrarStatement *statement = ikrar_db_query (ikrar_store_get_db (self->store), "import_roster",
                                              error, "i", self->differences->event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarListed known = { 0 };

      read_known (self, statement, &known);
      g_array_append_val (self->known, known);
    }
  return step == IKRAR_STEP_DONE;
}

static int
by_person (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const IkrarListed *known = (gconstpointer) ((const IkrarComparison *) user_data)->known->data;
  IkrarId first = known[*(const guint *) a].person;
  IkrarId second = known[*(const guint *) b].person;

  return first < second ? -1 : first > second;
}

static void
index_known (IkrarComparison *self)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const IkrarListed *known = &g_array_index (self->known, IkrarListed, i);

      g_array_append_val (self->by_person, i);
      if (*known->number != '\0')
        g_hash_table_insert (self->by_number, (char *) known->number, GUINT_TO_POINTER (i + 1));
    }
  g_array_sort_with_data (self->by_person, by_person, self);
}

IkrarListed *
_ikrar_comparison_find_person (IkrarComparison *self, IkrarId person)
{
  guint from = 0;
  guint to = self->by_person->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      guint index = g_array_index (self->by_person, guint, middle);
      IkrarListed *known = &g_array_index (self->known, IkrarListed, index);

      if (known->person == person)
        return known;
      if (known->person < person)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

/* A present number goes before an earlier one. */
static gboolean
load_earlier_numbers (IkrarComparison *self, GError **error)
{
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (self->store), "import_roster_numbers", error, "i",
                      self->differences->event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      const char *number = ikrar_statement_get_text (statement, 0);
      const IkrarListed *known =
          _ikrar_comparison_find_person (self, ikrar_statement_get_int (statement, 1));
      guint index;

      if (known == NULL || g_hash_table_contains (self->by_number, number))
        continue;
      index = known - (const IkrarListed *) (gconstpointer) self->known->data;
      g_hash_table_insert (self->by_number, (char *) _ikrar_text_keep (self->texts, number),
                           GUINT_TO_POINTER (index + 1));
    }
  return step == IKRAR_STEP_DONE;
}

static IkrarComparison *
make (IkrarStore *store, IkrarId event)
{
  IkrarComparison *self = g_new0 (IkrarComparison, 1);

  self->store = store;
  self->differences = _ikrar_differences_new (event);
  self->texts = g_string_chunk_new (64 * 1024);
  self->known = g_array_new (FALSE, FALSE, sizeof (IkrarListed));
  self->by_person = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pending = g_array_new (FALSE, FALSE, sizeof (IkrarListed));
  for (guint i = 0; i < IKRAR_N_DIFFERENCE_KINDS; i++)
    self->items[i] = _ikrar_difference_items_new ();
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->mentioned = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

IkrarComparison *
ikrar_comparison_new (IkrarStore *store, IkrarId event, GError **error)
{
  g_autoptr (IkrarEvent) known = ikrar_event_get (store, event, error);
  g_autoptr (IkrarComparison) self = NULL;

  if (known == NULL)
    return NULL;
  self = make (store, event);
  self->numbers = _ikrar_import_register_new (store, error);
  if (self->numbers == NULL || !load_units (self, error) || !load_known (self, error))
    return NULL;
  index_known (self);
  return load_earlier_numbers (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
find_unit (IkrarComparison *self, const char *text, IkrarListed *read, GError **error)
{
  WrittenUnit *unit = g_hash_table_lookup (self->written, text);

  if (unit == NULL)
    {
      g_autofree char *clean = ikrar_text_clean (text);
      IkrarId id;

      if (!ikrar_unit_find (self->store, text, &id, error))
        return FALSE;
      unit = g_new (WrittenUnit, 1);
      unit->id = id != 0 || *clean == '\0' ? id : IKRAR_UNIT_UNKNOWN;
      unit->name = id != 0 ? g_hash_table_lookup (self->units, &id) : NULL;
      if (unit->name == NULL)
        unit->name = _ikrar_text_keep_shared (self->texts, clean);
      g_hash_table_insert (self->written, g_strdup (text), unit);
    }
  read->unit_id = unit->id;
  read->unit = unit->name;
  return TRUE;
}

static IkrarListed *
find_number (IkrarComparison *self, const char *number)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_number, number));

  return *number != '\0' && index > 0 ? &g_array_index (self->known, IkrarListed, index - 1) : NULL;
}

static IkrarDifference
describe (const IkrarListed *listed, IkrarDifferenceKind kind, GStringChunk *texts)
{
  g_autofree char *name = ikrar_person_name_display (listed->prefix, listed->name, listed->suffix);
  IkrarDifference item = { .kind = kind,
                           .accepted = listed->holds == 0,
                           .holds = listed->holds,
                           .number_kind = listed->number_kind,
                           .person = listed->person,
                           .participant = listed->participant };

  item.name = _ikrar_text_keep (texts, name);
  item.number = _ikrar_text_keep (texts, listed->number);
  item.unit = _ikrar_text_keep_shared (texts, listed->unit);
  return item;
}

void
_ikrar_comparison_meet (IkrarComparison *self, IkrarListed *known, const IkrarListed *read)
{
  IkrarDifferences *differences = self->differences;
  IkrarFileLine *line = &g_array_index (differences->lines, IkrarFileLine, read->line - 1);
  IkrarFieldChange changes[IKRAR_N_DIFFERENCE_FIELDS];
  guint n = _ikrar_listed_compare (known, read, differences->texts, changes);
  IkrarDifference item;

  known->met = TRUE;
  line->person = known->person;
  line->item = IKRAR_LINE_SAME;
  differences->unchanged += n == 0;
  if (n == 0)
    return;
  item = describe (known, IKRAR_DIFFERENCE_CHANGED, differences->texts);
  item.holds = 0;
  item.accepted = TRUE;
  item.line = read->line;
  item.row = read->row;
  item.n_changes = n;
  item.changes = g_memdup2 (changes, n * sizeof *changes);
  g_array_append_val (self->items[IKRAR_DIFFERENCE_CHANGED], item);
}

void
_ikrar_comparison_add_new (IkrarComparison *self, const IkrarListed *read, IkrarId person)
{
  IkrarDifference item = describe (read, IKRAR_DIFFERENCE_NEW, self->differences->texts);

  item.person = person;
  item.line = read->line;
  item.row = read->row;
  g_array_append_val (self->items[IKRAR_DIFFERENCE_NEW], item);
}

void
_ikrar_comparison_add_withdrawn (IkrarComparison *self, const IkrarListed *known)
{
  IkrarDifference item = describe (known, IKRAR_DIFFERENCE_WITHDRAWN, self->differences->texts);

  g_array_append_val (self->items[IKRAR_DIFFERENCE_WITHDRAWN], item);
}

static void
mention (IkrarComparison *self, const IkrarListed *read)
{
  IkrarListed *known = find_number (self, read->number);

  if (known != NULL)
    known->mentioned = TRUE;
  if (*read->name_key != '\0' && !g_hash_table_contains (self->mentioned, read->name_key))
    g_hash_table_add (self->mentioned, (char *) _ikrar_text_keep (self->texts, read->name_key));
}

static gboolean
take (IkrarComparison *self, IkrarListed *read, const char *unit, GError **error)
{
  IkrarListed *known = find_number (self, read->number);

  if (!find_unit (self, unit != NULL ? unit : "", read, error))
    return FALSE;
  if (known == NULL)
    {
      _ikrar_listed_keep (read, self->texts);
      g_array_append_val (self->pending, *read);
    }
  else if (known->met || !ikrar_person_name_may_match (known->name_key, read->name_key))
    known->mentioned = TRUE;
  else
    _ikrar_comparison_meet (self, known, read);
  return TRUE;
}

static gboolean
is_taken (const IkrarImportRow *row)
{
  return strcmp (row->verdict, "ok") == 0 || strcmp (row->verdict, "warning") == 0;
}

gboolean
ikrar_comparison_add (IkrarComparison *self, const IkrarImportRow *row, GError **error)
{
  const IkrarFileLine line = { 0, IKRAR_LINE_PLAIN };
  g_autofree char *made = NULL;
  const char *name_key;
  IkrarListed read;

  g_array_append_val (self->differences->lines, line);
  if (row->person == NULL || ikrar_text_is_blank (row->person->name))
    return TRUE;
  name_key = row->person->name_key;
  if (name_key == NULL || *name_key == '\0')
    name_key = made = ikrar_person_name_key (row->person->name);
  read = _ikrar_listed_of_row (row, name_key);
  read.line = self->differences->lines->len;
  if (is_taken (row))
    return take (self, &read, row->unit, error);
  mention (self, &read);
  return TRUE;
}
