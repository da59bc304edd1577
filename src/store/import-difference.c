/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-store"

#include "store/import-difference-private.h"

const char *
ikrar_difference_kind_word (IkrarDifferenceKind kind)
{
  static const char *const words[] = {
    [IKRAR_DIFFERENCE_NEW] = "new",
    [IKRAR_DIFFERENCE_CHANGED] = "changed",
    [IKRAR_DIFFERENCE_WITHDRAWN] = "withdrawn",
  };

  return words[kind];
}

const char *
ikrar_difference_field_word (IkrarDifferenceField field)
{
  static const char *const words[] = {
    [IKRAR_DIFFERENCE_NAME] = "name",   [IKRAR_DIFFERENCE_NUMBER] = "number",
    [IKRAR_DIFFERENCE_GRADE] = "grade", [IKRAR_DIFFERENCE_POSITION] = "position",
    [IKRAR_DIFFERENCE_UNIT] = "unit",   [IKRAR_DIFFERENCE_PARTICIPANT_KIND] = "kind",
    [IKRAR_DIFFERENCE_SEAT] = "seat",   [IKRAR_DIFFERENCE_GROUP] = "group",
    [IKRAR_DIFFERENCE_PHONE] = "phone", [IKRAR_DIFFERENCE_EMAIL] = "email",
    [IKRAR_DIFFERENCE_NOTE] = "note",   [IKRAR_DIFFERENCE_INVITATION] = "invitation",
  };

  return words[field];
}

static void
clear_item (gpointer data)
{
  g_free ((gpointer) ((IkrarDifference *) data)->changes);
}

GArray *
_ikrar_difference_items_new (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (IkrarDifference));

  g_array_set_clear_func (items, clear_item);
  return items;
}

IkrarDifferences *
_ikrar_differences_new (IkrarId event)
{
  IkrarDifferences *differences = g_new0 (IkrarDifferences, 1);

  g_atomic_ref_count_init (&differences->references);
  differences->event = event;
  differences->items = _ikrar_difference_items_new ();
  differences->lines = g_array_new (FALSE, FALSE, sizeof (IkrarFileLine));
  differences->texts = g_string_chunk_new (64 * 1024);
  return differences;
}

IkrarDifferences *
ikrar_differences_ref (IkrarDifferences *differences)
{
  g_atomic_ref_count_inc (&differences->references);
  return differences;
}

void
ikrar_differences_unref (IkrarDifferences *differences)
{
  if (differences == NULL || !g_atomic_ref_count_dec (&differences->references))
    return;
  g_array_unref (differences->items);
  g_array_unref (differences->lines);
  g_string_chunk_free (differences->texts);
  g_free (differences);
}

guint
ikrar_differences_get_size (const IkrarDifferences *differences)
{
  return differences->items->len;
}

const IkrarDifference *
ikrar_differences_get (const IkrarDifferences *differences, guint index)
{
  g_return_val_if_fail (index < differences->items->len, NULL);

  return &g_array_index (differences->items, IkrarDifference, index);
}

guint
ikrar_differences_get_unchanged (const IkrarDifferences *differences)
{
  return differences->unchanged;
}

guint
ikrar_differences_count (const IkrarDifferences *differences,
                         IkrarDifferenceKind kind,
                         gboolean accepted)
{
  guint count = 0;

  for (guint i = 0; i < differences->items->len; i++)
    {
      const IkrarDifference *item = &g_array_index (differences->items, IkrarDifference, i);

      count += item->kind == kind && (item->accepted || !accepted);
    }
  return count;
}

void
ikrar_differences_accept (IkrarDifferences *differences, guint index, gboolean accepted)
{
  g_return_if_fail (index < differences->items->len);

  g_array_index (differences->items, IkrarDifference, index).accepted = accepted != FALSE;
}

void
ikrar_differences_accept_all (IkrarDifferences *differences,
                              IkrarDifferenceKind kind,
                              gboolean accepted)
{
  for (guint i = 0; i < differences->items->len; i++)
    {
      IkrarDifference *item = &g_array_index (differences->items, IkrarDifference, i);

      if (item->kind == kind)
        item->accepted = accepted && item->holds == 0;
    }
}
