/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "roster/candidates.h"

#include "ui/common/work.h"
#include "ui/roster/import-window-private.h"

/* A row whose number was refused. */
typedef struct
{
  char *number;
  char *name;
} Asked;

static void
asked_free (Asked *asked)
{
  g_free (asked->number);
  g_free (asked->name);
  g_free (asked);
}

static gpointer
look_up (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const Asked *asked = input;

  return ikrar_roster_candidates (store, asked->number, asked->name, error);
}

/* Whom nobody knows is no error: the row is refused in any case. */
static void
on_found (gpointer owner, gpointer output, const GError *error)
{
  IkrarImportWindow *self = owner;
  g_autoptr (GPtrArray) candidates = output;

  if (candidates != NULL && ikrar_import_table_get_selected (self->table) == self->asked_line)
    ikrar_import_repair_set_candidates (ikrar_import_foot_get_repair (self->foot), candidates);
}

static char *
get_text (IkrarImportWindow *self, guint line, IkrarRosterField field)
{
  const IkrarImportShown *shown = ikrar_import_table_get_shown (self->table);
  int index =
      ikrar_import_columns_find (ikrar_roster_result_get_header (self->reading->result), field);

  return index >= 0 ? g_strdup (ikrar_import_columns_get_text (shown, line, (guint) index, NULL))
                    : NULL;
}

void
_ikrar_import_window_ask_candidates (IkrarImportWindow *self)
{
  int line = ikrar_import_table_get_selected (self->table);
  const IkrarRosterLines *lines = ikrar_roster_result_get_lines (self->reading->result);
  Asked *asked;
  IkrarWork work = {
    .func = look_up,
    .free_input = (GDestroyNotify) asked_free,
    .free_output = (GDestroyNotify) g_ptr_array_unref,
    .done = on_found,
    .shown = TRUE,
  };

  if (line == self->asked_line)
    return;
  self->asked_line = line;
  if (line < 0 || ikrar_roster_lines_get_fault (lines, (guint) line, IKRAR_ROSTER_FIELD_NUMBER) !=
                      IKRAR_VERDICT_ERROR)
    return;
  asked = g_new0 (Asked, 1);
  asked->number = get_text (self, (guint) line, IKRAR_ROSTER_FIELD_NUMBER);
  asked->name = get_text (self, (guint) line, IKRAR_ROSTER_FIELD_NAME);
  work.input = asked;
  ikrar_work_start (self->context, self, NULL, &work);
}
