/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include <string.h>

#include "core/person-name.h"

#include "store/import-comparison-private.h"
#include "store/text-pool-private.h"

/* Of an employee number: the day of birth. */
#define DATE_DIGITS 8

/* Those of one name, and perhaps of one unit: people of the roster whom no number of the file
 * names, and lines whose number nobody of the roster has. What is paired is NULL. */
typedef struct
{
  IkrarListed **known;
  guint n_known;
  IkrarListed **lines;
  guint n_lines;
} Group;

static int
compare_listed (gconstpointer a, gconstpointer b)
{
  const IkrarListed *first = *(IkrarListed *const *) a;
  const IkrarListed *second = *(IkrarListed *const *) b;
  int order = strcmp (first->name_key, second->name_key);

  if (order != 0)
    return order;
  if (first->unit_id != second->unit_id)
    return first->unit_id < second->unit_id ? -1 : 1;
  if (first->withdrawn != second->withdrawn)
    return first->withdrawn ? 1 : -1;
  /* Both stand in one array: as there. */
  return first < second ? -1 : first > second;
}

static GPtrArray *
sort_listed (GArray *listed, gboolean unmet)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < listed->len; i++)
    {
      IkrarListed *one = &g_array_index (listed, IkrarListed, i);

      if (!unmet || !one->met)
        g_ptr_array_add (sorted, one);
    }
  g_ptr_array_sort (sorted, compare_listed);
  return sorted;
}

static gboolean
has_number (const IkrarListed *listed)
{
  return *listed->number != '\0';
}

static void
pair (IkrarComparison *self, Group *group, guint known, guint line)
{
  _ikrar_comparison_meet (self, group->known[known], group->lines[line]);
  group->known[known] = NULL;
  group->lines[line] = NULL;
}

/* The first one that is left, from @from; G_MAXUINT if there is none. */
static guint
next_unnumbered (IkrarListed **listed, guint n, guint from)
{
  for (guint i = from; i < n; i++)
    if (listed[i] != NULL && !has_number (listed[i]))
      return i;
  return G_MAXUINT;
}

/* People of one name and unit without numbers are as many as they are, in their order. */
static void
pair_unnumbered (IkrarComparison *self, Group *group)
{
  guint known = next_unnumbered (group->known, group->n_known, 0);
  guint line = next_unnumbered (group->lines, group->n_lines, 0);

  while (known != G_MAXUINT && line != G_MAXUINT)
    {
      pair (self, group, known, line);
      known = next_unnumbered (group->known, group->n_known, known + 1);
      line = next_unnumbered (group->lines, group->n_lines, line + 1);
    }
}

/* How many are left, and the last of them. */
static guint
count_left (IkrarListed **listed, guint n, guint *last)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    if (listed[i] != NULL)
      {
        *last = i;
        count++;
      }
  return count;
}

/* Without a unit, a name alone does not make one person of two who have numbers; a date of birth
 * does. */
static gboolean
may_be_one (const IkrarListed *known, const IkrarListed *line)
{
  return line->unit_id != 0 || !has_number (known) || !has_number (line) ||
         strncmp (known->number, line->number, DATE_DIGITS) == 0;
}

/* A number that changed is nobody else's. */
static gboolean
is_free (IkrarComparison *self, const IkrarListed *line, gboolean *is, GError **error)
{
  IkrarId owner = 0;
  gboolean added;

  if (has_number (line) &&
      !_ikrar_import_register_find (self->numbers, line->number, &owner, &added, error))
    return FALSE;
  *is = owner == 0;
  return TRUE;
}

/* One and one are the same person; where there are more, nobody is called missing. */
static gboolean
pair_rest (IkrarComparison *self, Group *group, GError **error)
{
  guint known = 0;
  guint line = 0;
  guint n_known = count_left (group->known, group->n_known, &known);
  guint n_lines = count_left (group->lines, group->n_lines, &line);
  gboolean is = FALSE;

  if (n_known == 0 || n_lines == 0)
    return TRUE;
  if (n_known == 1 && n_lines == 1 && !may_be_one (group->known[known], group->lines[line]))
    return TRUE;
  if (n_known == 1 && n_lines == 1)
    {
      if (!is_free (self, group->lines[line], &is, error))
        return FALSE;
      if (is)
        pair (self, group, known, line);
    }
  for (guint i = 0; i < group->n_known; i++)
    if (group->known[i] != NULL)
      group->known[i]->mentioned = TRUE;
  return TRUE;
}

static guint
count_unit (IkrarListed **listed, guint n, IkrarId unit)
{
  guint count = 0;

  while (count < n && listed[count]->unit_id == unit)
    count++;
  return count;
}

static gboolean
match_units (IkrarComparison *self, const Group *named, GError **error)
{
  guint known = 0;
  guint line = 0;

  while (known < named->n_known && line < named->n_lines)
    {
      IkrarId first = named->known[known]->unit_id;
      IkrarId second = named->lines[line]->unit_id;
      IkrarId unit = MIN (first, second);
      Group group = { .known = named->known + known, .lines = named->lines + line };

      group.n_known = count_unit (group.known, named->n_known - known, unit);
      group.n_lines = count_unit (group.lines, named->n_lines - line, unit);
      known += group.n_known;
      line += group.n_lines;
      if (group.n_known == 0 || group.n_lines == 0)
        continue;
      pair_unnumbered (self, &group);
      if (!pair_rest (self, &group, error))
        return FALSE;
    }
  return TRUE;
}

/* Lines that are silent about number and unit go by the name alone. */
static gboolean
match_silent (IkrarComparison *self, Group *named, GError **error)
{
  for (guint i = 0; i < named->n_lines; i++)
    if (named->lines[i] != NULL && (*named->lines[i]->unit != '\0' || has_number (named->lines[i])))
      named->lines[i] = NULL;
  return pair_rest (self, named, error);
}

static guint
count_name (IkrarListed **listed, guint n, const char *name_key)
{
  guint count = 0;

  while (count < n && strcmp (listed[count]->name_key, name_key) == 0)
    count++;
  return count;
}

static gboolean
match_group (IkrarComparison *self, Group *named, GError **error)
{
  return match_units (self, named, error) && match_silent (self, named, error);
}

/* Whoever has the number elsewhere in the register comes as themselves, if the name may be theirs;
 * else the import refuses the line. */
static gboolean
add_new (IkrarComparison *self, const IkrarListed *line, GError **error)
{
  g_autoptr (IkrarPerson) owner = NULL;
  IkrarId id = 0;
  gboolean added;

  if (has_number (line) &&
      !_ikrar_import_register_find (self->numbers, line->number, &id, &added, error))
    return FALSE;
  if (id == 0)
    {
      _ikrar_comparison_add_new (self, line, 0);
      return TRUE;
    }
  owner = ikrar_person_get (self->store, id, error);
  if (owner == NULL)
    return FALSE;
  if (_ikrar_import_may_match (owner, line->name_key))
    _ikrar_comparison_add_new (self, line, id);
  return TRUE;
}

static gboolean
is_met (IkrarComparison *self, const IkrarListed *line)
{
  return g_array_index (self->differences->lines, IkrarFileLine, line->line - 1).item !=
         IKRAR_LINE_PLAIN;
}

static gboolean
match_names (IkrarComparison *self, GError **error)
{
  g_autoptr (GPtrArray) known = sort_listed (self->known, TRUE);
  g_autoptr (GPtrArray) lines = sort_listed (self->pending, FALSE);
  IkrarListed **known_at = (IkrarListed **) known->pdata;
  IkrarListed **lines_at = (IkrarListed **) lines->pdata;
  guint n_known = known->len;
  guint n_lines = lines->len;

  while (n_known > 0 && n_lines > 0)
    {
      int order = strcmp ((*known_at)->name_key, (*lines_at)->name_key);
      const char *key = order <= 0 ? (*known_at)->name_key : (*lines_at)->name_key;
      Group named = { known_at, count_name (known_at, n_known, key), lines_at,
                      count_name (lines_at, n_lines, key) };

      known_at += named.n_known;
      n_known -= named.n_known;
      lines_at += named.n_lines;
      n_lines -= named.n_lines;
      if (order == 0 && !match_group (self, &named, error))
        return FALSE;
    }
  for (guint i = 0; i < self->pending->len; i++)
    {
      const IkrarListed *line = &g_array_index (self->pending, IkrarListed, i);

      if (!is_met (self, line) && !add_new (self, line, error))
        return FALSE;
    }
  return TRUE;
}

/* People of the roster who came with an import and are still on it. */
static GPtrArray *
list_people (IkrarComparison *self, IkrarId batch, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  IkrarStatement *statement =
      ikrar_db_query (ikrar_store_get_db (self->store), "import_people", error, "i", batch);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarListed *known =
          _ikrar_comparison_find_person (self, ikrar_statement_get_int (statement, 0));

      if (known != NULL && !known->withdrawn)
        g_ptr_array_add (people, known);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&people) : NULL;
}

static gboolean
is_in_file (IkrarComparison *self, const IkrarListed *known)
{
  return known->met || known->mentioned || g_hash_table_contains (self->mentioned, known->name_key);
}

/* Whether a file with at least half of an import's people is a later version of its list. */
static gboolean
is_version (IkrarComparison *self, GPtrArray *people)
{
  guint shared = 0;

  for (guint i = 0; i < people->len; i++)
    shared += is_in_file (self, g_ptr_array_index (people, i));
  return shared > 0 && 2 * shared >= people->len;
}

static GArray *
list_batches (IkrarComparison *self, GError **error)
{
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (IkrarId));
  IkrarStatement *statement = ikrar_db_query (ikrar_store_get_db (self->store), "import_standing",
                                              error, "i", self->differences->event);
  IkrarStep step = IKRAR_STEP_ERROR;

  while (statement != NULL && (step = ikrar_statement_step (statement, error)) == IKRAR_STEP_ROW)
    {
      IkrarId id = ikrar_statement_get_int (statement, 0);

      g_array_append_val (batches, id);
    }
  return step == IKRAR_STEP_DONE ? g_steal_pointer (&batches) : NULL;
}

/* Of all imports that the file is a version of: a few rows that were mended and sent once more are
 * no list of their own. */
static gboolean
collect_missing (IkrarComparison *self, IkrarId batch, GHashTable *missing, GError **error)
{
  g_autoptr (GPtrArray) people = list_people (self, batch, error);

  if (people == NULL)
    return FALSE;
  if (!is_version (self, people))
    return TRUE;
  for (guint i = 0; i < people->len; i++)
    if (!is_in_file (self, g_ptr_array_index (people, i)))
      g_hash_table_add (missing, g_ptr_array_index (people, i));
  return TRUE;
}

static gboolean
find_missing (IkrarComparison *self, GError **error)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) batches = list_batches (self, error);

  if (batches == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    if (!collect_missing (self, g_array_index (batches, IkrarId, i), missing, error))
      return FALSE;
  for (guint i = 0; i < self->known->len; i++)
    {
      const IkrarListed *known = &g_array_index (self->known, IkrarListed, i);

      if (g_hash_table_contains (missing, known))
        _ikrar_comparison_add_withdrawn (self, known);
    }
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const IkrarDifference *first = a;
  const IkrarDifference *second = b;

  return first->line < second->line ? -1 : first->line > second->line;
}

/* What the items point to goes with them. */
static void
move_items (GArray *target, GArray *source)
{
  g_array_sort (source, compare_items);
  if (source->len > 0)
    g_array_append_vals (target, source->data, source->len);
  g_array_set_clear_func (source, NULL);
}

IkrarDifferences *
ikrar_comparison_finish (IkrarComparison *self, GError **error)
{
  IkrarDifferences *differences = self->differences;

  if (!match_names (self, error) || !find_missing (self, error))
    return NULL;
  for (guint i = 0; i < IKRAR_N_DIFFERENCE_KINDS; i++)
    move_items (differences->items, self->items[i]);
  for (guint i = 0; i < differences->items->len; i++)
    {
      const IkrarDifference *item = &g_array_index (differences->items, IkrarDifference, i);

      if (item->line > 0)
        g_array_index (differences->lines, IkrarFileLine, item->line - 1).item = (int) i;
    }
  return g_steal_pointer (&self->differences);
}
