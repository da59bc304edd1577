/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-roster"

#include "roster/layout-private.h"
#include "roster/row-private.h"

/* What may stand once for several people: never what is of one only, such as name or number. */
static const IkrarRosterField fields[IKRAR_N_CARRIED] = {
  IKRAR_ROSTER_FIELD_UNIT,   IKRAR_ROSTER_FIELD_GROUP,    IKRAR_ROSTER_FIELD_KIND,
  IKRAR_ROSTER_FIELD_STATUS, IKRAR_ROSTER_FIELD_POSITION,
};

static void
remember (IkrarCarried *carried, const IkrarSheetCell *cell, guint row)
{
  carried->row = row;
  carried->cell = *cell;
  g_string_assign (carried->text, cell->text);
}

/* Whether cells of a column are merged downwards: then merges say which rows a value counts for. */
static gboolean
has_merges (const IkrarJudge *judge, guint column)
{
  for (guint i = 0; i < judge->merges->len; i++)
    {
      const IkrarMerge *merge = &g_array_index (judge->merges, IkrarMerge, i);

      if (merge->first_column == column && merge->last_row > merge->first_row)
        return TRUE;
    }
  return FALSE;
}

/* Whether the value counts for a row: its cell is merged with the row's, or the sheet, without
 * merging them, leaves units out that say nothing new. */
static gboolean
reaches (IkrarJudge *judge, guint index, guint row, gboolean *reached, GError **error)
{
  const IkrarCarried *carried = &judge->carried[index];
  const IkrarMerge *merge = NULL;

  if (!_ikrar_judge_find_merge (judge, carried->row, carried->cell.column, &merge, error))
    return FALSE;
  if (merge != NULL)
    *reached = merge->last_row >= row;
  else
    *reached = fields[index] == IKRAR_ROSTER_FIELD_UNIT && judge->plan->fills_unit &&
               !has_merges (judge, carried->cell.column);
  return TRUE;
}

gboolean
_ikrar_row_fill_down (IkrarJudge *judge, const IkrarSheetRow *source, GError **error)
{
  for (guint i = 0; i < IKRAR_N_CARRIED; i++)
    {
      IkrarCarried *carried = &judge->carried[i];
      const IkrarSheetCell *cell = judge->cells.by_field[fields[i]];
      gboolean reached = FALSE;

      if (cell != NULL)
        remember (carried, cell, source->number);
      else if (carried->row > 0 && !reaches (judge, i, source->number, &reached, error))
        return FALSE;
      if (!reached)
        continue;
      carried->cell.text = carried->cell.raw = carried->text->str;
      judge->cells.by_field[fields[i]] = &carried->cell;
    }
  return TRUE;
}

void
_ikrar_judge_forget_carried (IkrarJudge *judge)
{
  for (guint i = 0; i < IKRAR_N_CARRIED; i++)
    judge->carried[i].row = 0;
}
