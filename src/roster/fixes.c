/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/fixes.h"

#include <string.h>

#include "core/text.h"
#include "core/unit-name.h"
#include "roster/fixes-private.h"

/* A row of a sheet, with one of its columns or tables. */
typedef struct
{
  guint64 row; /* the sheet in the upper half */
  guint part;
} Place;

typedef struct
{
  IkrarRosterField field;
  char *written;
  char *meaning;
} Meaning;

struct _IkrarRosterFixes
{
  gatomicrefcount references;
  GHashTable *cells;    /* Place -> text */
  GHashTable *mended;   /* the rows of these cells -> how many */
  GHashTable *skipped;  /* Place -> whether */
  GHashTable *meanings; /* field and key -> Meaning */
};

static guint64
row_key (guint sheet, guint row)
{
  return (guint64) sheet << 32 | row;
}

static guint
hash_place (gconstpointer key)
{
  const Place *place = key;

  return g_int64_hash (&place->row) * 31 + place->part;
}

static gboolean
is_same_place (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *two = b;

  return one->row == two->row && one->part == two->part;
}

static void
free_meaning (gpointer data)
{
  Meaning *meaning = data;

  g_free (meaning->written);
  g_free (meaning->meaning);
  g_free (meaning);
}

IkrarRosterFixes *
ikrar_roster_fixes_new (void)
{
  IkrarRosterFixes *fixes = g_new0 (IkrarRosterFixes, 1);

  g_atomic_ref_count_init (&fixes->references);
  fixes->cells = g_hash_table_new_full (hash_place, is_same_place, g_free, g_free);
  fixes->mended = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  fixes->skipped = g_hash_table_new_full (hash_place, is_same_place, g_free, NULL);
  fixes->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_meaning);
  return fixes;
}

IkrarRosterFixes *
ikrar_roster_fixes_ref (IkrarRosterFixes *fixes)
{
  g_return_val_if_fail (fixes != NULL, NULL);

  g_atomic_ref_count_inc (&fixes->references);
  return fixes;
}

void
ikrar_roster_fixes_unref (IkrarRosterFixes *fixes)
{
  if (fixes == NULL || !g_atomic_ref_count_dec (&fixes->references))
    return;
  g_hash_table_unref (fixes->cells);
  g_hash_table_unref (fixes->mended);
  g_hash_table_unref (fixes->skipped);
  g_hash_table_unref (fixes->meanings);
  g_free (fixes);
}

IkrarRosterFixes *
ikrar_roster_fixes_copy (const IkrarRosterFixes *fixes)
{
  IkrarRosterFixes *copy;
  GHashTableIter iter;
  gpointer key, value;

  if (fixes == NULL)
    return NULL;
  copy = ikrar_roster_fixes_new ();
  g_hash_table_iter_init (&iter, fixes->cells);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->cells, g_memdup2 (key, sizeof (Place)), g_strdup (value));
  g_hash_table_iter_init (&iter, fixes->mended);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->mended, g_memdup2 (key, sizeof (guint64)), value);
  g_hash_table_iter_init (&iter, fixes->skipped);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->skipped, g_memdup2 (key, sizeof (Place)), value);
  g_hash_table_iter_init (&iter, fixes->meanings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ikrar_roster_fixes_set_meaning (copy, ((Meaning *) value)->field, ((Meaning *) value)->written,
                                    ((Meaning *) value)->meaning);
  return copy;
}

static void
count_mended (IkrarRosterFixes *fixes, guint64 row, int more)
{
  int count = GPOINTER_TO_INT (g_hash_table_lookup (fixes->mended, &row)) + more;

  if (count > 0)
    g_hash_table_insert (fixes->mended, g_memdup2 (&row, sizeof row), GINT_TO_POINTER (count));
  else
    g_hash_table_remove (fixes->mended, &row);
}

void
ikrar_roster_fixes_set_cell (IkrarRosterFixes *fixes,
                             guint sheet,
                             guint row,
                             guint column,
                             const char *text)
{
  const Place place = { row_key (sheet, row), column };

  g_return_if_fail (fixes != NULL);

  if (g_hash_table_remove (fixes->cells, &place))
    count_mended (fixes, place.row, -1);
  if (text == NULL)
    return;
  g_hash_table_insert (fixes->cells, g_memdup2 (&place, sizeof place),
                       g_utf8_make_valid (text, -1));
  count_mended (fixes, place.row, 1);
}

const char *
ikrar_roster_fixes_get_cell (const IkrarRosterFixes *fixes, guint sheet, guint row, guint column)
{
  const Place place = { row_key (sheet, row), column };

  g_return_val_if_fail (fixes != NULL, NULL);

  return g_hash_table_lookup (fixes->cells, &place);
}

void
ikrar_roster_fixes_set_skipped (IkrarRosterFixes *fixes,
                                guint sheet,
                                guint row,
                                guint block,
                                gboolean skipped)
{
  const Place place = { row_key (sheet, row), block };

  g_return_if_fail (fixes != NULL);

  g_hash_table_insert (fixes->skipped, g_memdup2 (&place, sizeof place),
                       GINT_TO_POINTER (skipped ? 1 : 0));
}

gboolean
ikrar_roster_fixes_get_skipped (const IkrarRosterFixes *fixes,
                                guint sheet,
                                guint row,
                                guint block,
                                gboolean *skipped)
{
  const Place place = { row_key (sheet, row), block };
  gpointer value = NULL;
  gboolean said;

  g_return_val_if_fail (fixes != NULL, FALSE);

  said = g_hash_table_lookup_extended (fixes->skipped, &place, NULL, &value);
  if (skipped != NULL)
    *skipped = GPOINTER_TO_INT (value) != 0;
  return said;
}

char *
_ikrar_meaning_key (IkrarRosterField field, const char *written)
{
  return field == IKRAR_ROSTER_FIELD_UNIT ? ikrar_unit_key (written) : ikrar_text_fold (written);
}

static char *
table_key (IkrarRosterField field, const char *key)
{
  return g_strdup_printf ("%d %s", (int) field, key);
}

void
ikrar_roster_fixes_set_meaning (IkrarRosterFixes *fixes,
                                IkrarRosterField field,
                                const char *written,
                                const char *meaning)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  Meaning *entry;

  g_return_if_fail (fixes != NULL && written != NULL);

  folded = _ikrar_meaning_key (field, written);
  key = table_key (field, folded);
  if (meaning == NULL || *folded == '\0')
    {
      g_hash_table_remove (fixes->meanings, key);
      return;
    }
  entry = g_new0 (Meaning, 1);
  entry->field = field;
  entry->written = ikrar_text_clean (written);
  entry->meaning = ikrar_text_clean (meaning);
  g_hash_table_insert (fixes->meanings, g_steal_pointer (&key), entry);
}

const char *
_ikrar_roster_fixes_find (const IkrarRosterFixes *fixes, IkrarRosterField field, const char *key)
{
  g_autofree char *place = NULL;
  const Meaning *entry;

  if (g_hash_table_size (fixes->meanings) == 0)
    return NULL;
  place = table_key (field, key);
  entry = g_hash_table_lookup (fixes->meanings, place);
  return entry != NULL ? entry->meaning : NULL;
}

const char *
ikrar_roster_fixes_get_meaning (const IkrarRosterFixes *fixes,
                                IkrarRosterField field,
                                const char *written)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (fixes != NULL && written != NULL, NULL);

  key = _ikrar_meaning_key (field, written);
  return _ikrar_roster_fixes_find (fixes, field, key);
}

void
ikrar_roster_fixes_each_meaning (const IkrarRosterFixes *fixes,
                                 IkrarRosterMeaningFunc func,
                                 gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (fixes != NULL && func != NULL);

  g_hash_table_iter_init (&iter, fixes->meanings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Meaning *entry = value;

      func (entry->field, entry->written, entry->meaning, user_data);
    }
}

guint
ikrar_roster_fixes_get_size (const IkrarRosterFixes *fixes)
{
  if (fixes == NULL)
    return 0;
  return g_hash_table_size (fixes->cells) + g_hash_table_size (fixes->skipped) +
         g_hash_table_size (fixes->meanings);
}

void
_ikrar_mender_init (IkrarMender *mender, const IkrarRosterFixes *fixes)
{
  mender->fixes = fixes != NULL && g_hash_table_size (fixes->cells) > 0 ? fixes : NULL;
  mender->cells =
      mender->fixes != NULL ? g_array_new (FALSE, FALSE, sizeof (IkrarSheetCell)) : NULL;
}

void
_ikrar_mender_clear (IkrarMender *mender)
{
  g_clear_pointer (&mender->cells, g_array_unref);
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const IkrarSheetCell *one = a;
  const IkrarSheetCell *two = b;

  return one->column < two->column ? -1 : one->column > two->column;
}

static void
mend_cell (IkrarMender *mender, guint column, const char *text)
{
  IkrarSheetCell fresh = { column, IKRAR_VALUE_TEXT, text, "" };

  for (guint i = 0; i < mender->cells->len; i++)
    {
      IkrarSheetCell *cell = &g_array_index (mender->cells, IkrarSheetCell, i);

      if (cell->column != column)
        continue;
      cell->type = IKRAR_VALUE_TEXT;
      cell->text = text;
      return;
    }
  g_array_append_val (mender->cells, fresh);
}

const IkrarSheetRow *
_ikrar_mender_mend (IkrarMender *mender, const IkrarSheetRow *row)
{
  guint64 key = row_key (row->sheet, row->number);
  GHashTableIter iter;
  gpointer place, text;

  if (mender->fixes == NULL || g_hash_table_lookup (mender->fixes->mended, &key) == NULL)
    return row;
  g_array_set_size (mender->cells, 0);
  g_array_append_vals (mender->cells, row->cells, row->n_cells);
  g_hash_table_iter_init (&iter, mender->fixes->cells);
  while (g_hash_table_iter_next (&iter, &place, &text))
    if (((const Place *) place)->row == key)
      mend_cell (mender, ((const Place *) place)->part, text);
  g_array_sort (mender->cells, compare_columns);
  mender->row = *row;
  mender->row.n_cells = mender->cells->len;
  mender->row.cells = (const IkrarSheetCell *) (gpointer) mender->cells->data;
  return &mender->row;
}
