/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "ui/roster/import-fixes.h"

typedef enum
{
  STEP_CELL,
  STEP_SKIPPED,
  STEP_MEANING,
} StepKind;

/* Immutable; shared by copies. */
typedef struct
{
  StepKind kind;
  IkrarImportPlace place;
  guint column;
  gboolean skipped;
  IkrarRosterField field;
  char *written;
  char *text;
} Step;

struct _IkrarImportFixes
{
  GPtrArray *steps; /* Step */
  guint n_done;     /* those behind were taken back */
};

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_free (step->written);
  g_free (step->text);
}

static void
step_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, step_clear);
}

IkrarImportFixes *
ikrar_import_fixes_new (void)
{
  IkrarImportFixes *fixes = g_new0 (IkrarImportFixes, 1);

  fixes->steps = g_ptr_array_new_with_free_func (step_unref);
  return fixes;
}

static const Step *
get_step (const IkrarImportFixes *fixes, guint index)
{
  return g_ptr_array_index (fixes->steps, index);
}

IkrarImportFixes *
ikrar_import_fixes_copy (const IkrarImportFixes *fixes)
{
  IkrarImportFixes *copy = ikrar_import_fixes_new ();

  for (guint i = 0; fixes != NULL && i < fixes->n_done; i++)
    g_ptr_array_add (copy->steps, g_atomic_rc_box_acquire (g_ptr_array_index (fixes->steps, i)));
  copy->n_done = copy->steps->len;
  return copy;
}

static Step *
add_step (IkrarImportFixes *fixes, StepKind kind)
{
  Step *step = g_atomic_rc_box_new0 (Step);

  g_ptr_array_set_size (fixes->steps, (int) fixes->n_done);
  g_ptr_array_add (fixes->steps, step);
  fixes->n_done++;
  step->kind = kind;
  return step;
}

void
ikrar_import_fixes_add_cell (IkrarImportFixes *fixes,
                             IkrarImportPlace place,
                             guint column,
                             const char *text)
{
  Step *step = add_step (fixes, STEP_CELL);

  step->place = place;
  step->column = column;
  step->text = g_strdup (text);
}

void
ikrar_import_fixes_add_skipped (IkrarImportFixes *fixes, IkrarImportPlace place, gboolean skipped)
{
  Step *step = add_step (fixes, STEP_SKIPPED);

  step->place = place;
  step->skipped = skipped;
}

void
ikrar_import_fixes_add_meaning (IkrarImportFixes *fixes,
                                IkrarRosterField field,
                                const char *written,
                                const char *meaning)
{
  Step *step = add_step (fixes, STEP_MEANING);

  step->field = field;
  step->written = g_strdup (written);
  step->text = g_strdup (meaning);
}

gboolean
ikrar_import_fixes_undo (IkrarImportFixes *fixes)
{
  if (fixes->n_done == 0)
    return FALSE;
  fixes->n_done--;
  return TRUE;
}

gboolean
ikrar_import_fixes_redo (IkrarImportFixes *fixes)
{
  if (!ikrar_import_fixes_can_redo (fixes))
    return FALSE;
  fixes->n_done++;
  return TRUE;
}

guint
ikrar_import_fixes_get_size (const IkrarImportFixes *fixes)
{
  return fixes != NULL ? fixes->n_done : 0;
}

gboolean
ikrar_import_fixes_can_redo (const IkrarImportFixes *fixes)
{
  return fixes != NULL && fixes->n_done < fixes->steps->len;
}

static gboolean
same_place (IkrarImportPlace one, IkrarImportPlace other)
{
  return one.sheet == other.sheet && one.row == other.row && one.block == other.block;
}

/* The last step of a kind about a row. */
static const Step *
find_step (const IkrarImportFixes *fixes, StepKind kind, IkrarImportPlace place, guint column)
{
  for (guint i = ikrar_import_fixes_get_size (fixes); i > 0; i--)
    {
      const Step *step = get_step (fixes, i - 1);

      if (step->kind == kind && same_place (step->place, place) && step->column == column)
        return step;
    }
  return NULL;
}

const char *
ikrar_import_fixes_get_text (const IkrarImportFixes *fixes, IkrarImportPlace place, guint column)
{
  const Step *step = find_step (fixes, STEP_CELL, place, column);

  return step != NULL ? step->text : NULL;
}

gboolean
ikrar_import_fixes_get_skipped (const IkrarImportFixes *fixes, IkrarImportPlace place)
{
  const Step *step = find_step (fixes, STEP_SKIPPED, place, 0);

  return step != NULL && step->skipped;
}

static void
take_step (IkrarRosterFixes *made, const Step *step)
{
  switch (step->kind)
    {
    case STEP_CELL:
      ikrar_roster_fixes_set_cell (made, step->place.sheet, step->place.row, step->column,
                                   step->text);
      break;
    case STEP_SKIPPED:
      ikrar_roster_fixes_set_skipped (made, step->place.sheet, step->place.row, step->place.block,
                                      step->skipped);
      break;
    case STEP_MEANING:
      ikrar_roster_fixes_set_meaning (made, step->field, step->written, step->text);
      break;
    default:
      g_assert_not_reached ();
    }
}

IkrarRosterFixes *
ikrar_import_fixes_make (const IkrarImportFixes *fixes)
{
  guint size = ikrar_import_fixes_get_size (fixes);
  IkrarRosterFixes *made;

  if (size == 0)
    return NULL;
  made = ikrar_roster_fixes_new ();
  for (guint i = 0; i < size; i++)
    take_step (made, get_step (fixes, i));
  return made;
}

void
ikrar_import_fixes_free (IkrarImportFixes *fixes)
{
  if (fixes == NULL)
    return;
  g_ptr_array_unref (fixes->steps);
  g_free (fixes);
}
