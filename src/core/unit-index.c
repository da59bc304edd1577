/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-core"

#include "core/unit-index.h"

#include <string.h>

#include "core/unit-name.h"

/* Names have so many of their runs of three letters in common, in a hundred, to be near. */
#define NEAR_LEAST 55
/* Longer keys are compared by their beginning. */
#define RUNS_MAX 128
/* So many comparisons are made for one file: a second's work at most. */
#define WORK_MAX (50 * 1000 * 1000)

typedef struct
{
  const char *name;
  const char *key;
  char *local;
  guint n_runs;
} Unit;

typedef struct
{
  guint unit;
  IkrarUnitMatch match;
} Found;

struct _IkrarUnitIndex
{
  GStringChunk *texts;
  GArray *units;    /* Unit */
  GHashTable *keys; /* key -> Found */
  GHashTable *own;  /* key without the own region -> unit + 1; 0 if two units have it */
  GHashTable *runs; /* three letters -> GArray of units; made when first asked for */
  char *region;     /* such as "kabupaten banjar", "" if it is not known */
  guint64 work;
};

static void
clear_unit (gpointer data)
{
  Unit *unit = data;

  g_free (unit->local);
}

/* "Pemerintah Kabupaten Banjar" -> "kabupaten banjar" */
static char *
read_region (const char *government)
{
  g_autofree char *key = ikrar_unit_key (government);
  const char *start = g_str_has_prefix (key, "pemerintah ") ? key + strlen ("pemerintah ") : key;

  return g_strdup (strchr (start, ' ') != NULL ? start : "");
}

IkrarUnitIndex *
ikrar_unit_index_new (const char *government)
{
  IkrarUnitIndex *index = g_new0 (IkrarUnitIndex, 1);

  index->texts = g_string_chunk_new (4096);
  index->units = g_array_new (FALSE, TRUE, sizeof (Unit));
  g_array_set_clear_func (index->units, clear_unit);
  index->keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  index->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->region = read_region (government);
  return index;
}

void
ikrar_unit_index_free (IkrarUnitIndex *index)
{
  if (index == NULL)
    return;
  g_clear_pointer (&index->runs, g_hash_table_unref);
  g_hash_table_unref (index->own);
  g_hash_table_unref (index->keys);
  g_array_unref (index->units);
  g_string_chunk_free (index->texts);
  g_free (index->region);
  g_free (index);
}

/* The key without the own region at its end, also if only its kind is named: "dinas kesehatan
 * kabupaten". The key itself, if another region is named; NULL if none can be left out. */
static char *
leave_out_region (const IkrarUnitIndex *index, const char *name, const char *key)
{
  g_autofree char *local = NULL;
  const char *rest;
  gsize size;

  if (*index->region == '\0')
    return NULL;
  local = ikrar_unit_key_local (name);
  size = strlen (local);
  if (strncmp (local, key, size) != 0)
    return NULL;
  rest = key + size;
  rest += *rest == ' ';
  if (*rest == '\0' || strcmp (rest, index->region) == 0)
    return g_steal_pointer (&local);
  size = (gsize) (strchr (index->region, ' ') - index->region);
  if (strlen (rest) == size && strncmp (rest, index->region, size) == 0)
    return g_steal_pointer (&local);
  return NULL;
}

static void
add_own (IkrarUnitIndex *index, const Unit *unit, guint place)
{
  char *own = leave_out_region (index, unit->name, unit->key);

  if (own == NULL)
    return;
  if (g_hash_table_contains (index->own, own))
    g_hash_table_insert (index->own, own, GUINT_TO_POINTER (0));
  else
    g_hash_table_insert (index->own, own, GUINT_TO_POINTER (place + 1));
}

void
ikrar_unit_index_add (IkrarUnitIndex *index, const char *name, const char *key, gboolean alias)
{
  Unit unit = { NULL };
  Found found = { index->units->len, alias ? IKRAR_UNIT_MATCH_ALIAS : IKRAR_UNIT_MATCH_NAME };

  g_return_if_fail (index != NULL && name != NULL && key != NULL);

  unit.name = g_string_chunk_insert_const (index->texts, name);
  unit.key = g_string_chunk_insert_const (index->texts, key);
  unit.local = ikrar_unit_key_local (alias ? key : name);
  g_array_append_val (index->units, unit);
  g_hash_table_insert (index->keys, (gpointer) unit.key, g_memdup2 (&found, sizeof found));
  if (!alias)
    add_own (index, &unit, found.unit);
  g_clear_pointer (&index->runs, g_hash_table_unref);
}

guint
ikrar_unit_index_get_size (const IkrarUnitIndex *index)
{
  return index->units->len;
}

static const char *
find_own (const IkrarUnitIndex *index, const char *text, const char *key)
{
  g_autofree char *own = leave_out_region (index, text, key);
  guint place = own != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index->own, own)) : 0;

  return place != 0 ? g_array_index (index->units, Unit, place - 1).name : NULL;
}

const char *
ikrar_unit_index_find (const IkrarUnitIndex *index, const char *text, IkrarUnitMatch *match)
{
  g_autofree char *key = NULL;
  const Found *found;
  const char *name;

  g_return_val_if_fail (index != NULL, NULL);

  key = ikrar_unit_key (text);
  found = g_hash_table_lookup (index->keys, key);
  if (found != NULL)
    {
      if (match != NULL)
        *match = found->match;
      return g_array_index (index->units, Unit, found->unit).name;
    }
  name = find_own (index, text, key);
  if (match != NULL)
    *match = name != NULL ? IKRAR_UNIT_MATCH_REGION : IKRAR_UNIT_MATCH_NONE;
  return name;
}

/* The different runs of three bytes of a key, as numbers; how many there are. */
static guint
list_runs (const char *key, guint32 runs[RUNS_MAX])
{
  g_autofree char *padded = g_strconcat (" ", key, " ", NULL);
  const guint8 *bytes = (const guint8 *) padded;
  gsize size = strlen (padded);
  guint n_runs = 0;

  for (gsize i = 0; i + 3 <= size && n_runs < RUNS_MAX; i++)
    {
      guint32 run = (guint32) bytes[i] << 16 | (guint32) bytes[i + 1] << 8 | bytes[i + 2];
      guint at = 0;

      while (at < n_runs && runs[at] != run)
        at++;
      if (at == n_runs)
        runs[n_runs++] = run;
    }
  return n_runs;
}

static void
add_run (IkrarUnitIndex *index, guint32 run, guint unit)
{
  GArray *units = g_hash_table_lookup (index->runs, GUINT_TO_POINTER (run));

  if (units == NULL)
    {
      units = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index->runs, GUINT_TO_POINTER (run), units);
    }
  g_array_append_val (units, unit);
}

static void
make_runs (IkrarUnitIndex *index)
{
  guint32 runs[RUNS_MAX];

  index->runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < index->units->len; i++)
    {
      Unit *unit = &g_array_index (index->units, Unit, i);

      unit->n_runs = list_runs (unit->key, runs);
      for (guint k = 0; k < unit->n_runs; k++)
        add_run (index, runs[k], i);
    }
}

/* The numbers of a key, apart by spaces. */
static char *
list_numbers (const char *key)
{
  GString *numbers = g_string_new (NULL);

  for (const char *p = key; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (numbers, *p);
    else if (numbers->len > 0 && numbers->str[numbers->len - 1] != ' ')
      g_string_append_c (numbers, ' ');
  g_strchomp (numbers->str);
  return g_string_free (numbers, FALSE);
}

typedef struct
{
  guint unit;
  guint score;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *one = a;
  const Near *two = b;

  if (one->score != two->score)
    return one->score > two->score ? -1 : 1;
  return one->unit < two->unit ? -1 : one->unit > two->unit;
}

/* How many runs each unit has in common with the key. */
static guint *
count_common (IkrarUnitIndex *index, const guint32 *runs, guint n_runs)
{
  guint *common = g_new0 (guint, index->units->len + 1);

  for (guint i = 0; i < n_runs; i++)
    {
      const GArray *units = g_hash_table_lookup (index->runs, GUINT_TO_POINTER (runs[i]));

      for (guint k = 0; units != NULL && k < units->len; k++)
        common[g_array_index (units, guint, k)]++;
      index->work += units != NULL ? units->len : 0;
    }
  index->work += index->units->len;
  return common;
}

static GArray *
rate_units (IkrarUnitIndex *index, const char *text, const char *key)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (Near));
  guint32 runs[RUNS_MAX];
  guint n_runs = list_runs (key, runs);
  g_autofree guint *common = count_common (index, runs, n_runs);
  g_autofree char *local = ikrar_unit_key_local (text);
  g_autofree char *numbers = list_numbers (key);

  for (guint i = 0; i < index->units->len; i++)
    {
      const Unit *unit = &g_array_index (index->units, Unit, i);
      Near entry = { i, 200 * common[i] / (n_runs + unit->n_runs) };
      g_autofree char *others = NULL;

      if (entry.score < NEAR_LEAST && strcmp (unit->local, local) != 0)
        continue;
      others = list_numbers (unit->key);
      if (strcmp (numbers, others) != 0)
        continue;
      if (strcmp (unit->local, local) == 0)
        entry.score = 100;
      g_array_append_val (near, entry);
    }
  g_array_sort (near, compare_near);
  return near;
}

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
ikrar_unit_index_nearest (IkrarUnitIndex *index, const char *text, guint limit)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *key = NULL;
  g_autoptr (GArray) near = NULL;

  g_return_val_if_fail (index != NULL, names);

  key = ikrar_unit_key (text);
  if (index->work > WORK_MAX || *key == '\0')
    return names;
  if (index->runs == NULL)
    make_runs (index);
  near = rate_units (index, text, key);
  for (guint i = 0; i < near->len && names->len < limit; i++)
    {
      const Near *entry = &g_array_index (near, Near, i);
      const char *name = g_array_index (index->units, Unit, entry->unit).name;

      if (!has_name (names, name))
        g_ptr_array_add (names, g_strdup (name));
    }
  return names;
}
