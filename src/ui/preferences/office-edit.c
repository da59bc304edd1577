/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/preferences/office-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/common/notice.h"
#include "ui/common/work.h"

typedef struct
{
  gsize field;
  char *text; /* NULL for a number */
  int value;
} Assignment;

struct _IkrarOfficeEdit
{
  int role;
  char *done;
  GArray *assignments; /* Assignment */
};

/* What became of an edit. */
typedef struct
{
  IkrarId journal; /* 0 if nothing had to be written */
  char *done;
} Saved;

static void
assignment_clear (Assignment *assignment)
{
  g_free (assignment->text);
}

static void
edit_free (IkrarOfficeEdit *edit)
{
  g_array_unref (edit->assignments);
  g_free (edit->done);
  g_free (edit);
}

static void
saved_free (Saved *saved)
{
  g_free (saved->done);
  g_free (saved);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saved, saved_free)

IkrarOfficeEdit *
ikrar_office_edit_new (int role, const char *done)
{
  IkrarOfficeEdit *edit = g_new0 (IkrarOfficeEdit, 1);

  edit->role = role;
  edit->done = g_strdup (done);
  edit->assignments = g_array_new (FALSE, FALSE, sizeof (Assignment));
  g_array_set_clear_func (edit->assignments, (GDestroyNotify) assignment_clear);
  return edit;
}

void
ikrar_office_edit_set_text (IkrarOfficeEdit *edit, gsize field, const char *text)
{
  const Assignment assignment = { field, g_strdup (text), 0 };

  g_array_append_val (edit->assignments, assignment);
}

void
ikrar_office_edit_set_int (IkrarOfficeEdit *edit, gsize field, int value)
{
  const Assignment assignment = { field, NULL, value };

  g_array_append_val (edit->assignments, assignment);
}

static gboolean
apply (const IkrarOfficeEdit *edit, gpointer row)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < edit->assignments->len; i++)
    {
      const Assignment *assignment = &g_array_index (edit->assignments, Assignment, i);
      char **text = G_STRUCT_MEMBER_P (row, assignment->field);
      int *value = G_STRUCT_MEMBER_P (row, assignment->field);

      if (assignment->text != NULL && strcmp (*text, assignment->text) != 0)
        {
          g_free (*text);
          *text = g_strdup (assignment->text);
          changed = TRUE;
        }
      else if (assignment->text == NULL && *value != assignment->value)
        {
          *value = assignment->value;
          changed = TRUE;
        }
    }
  return changed;
}

static IkrarId
save_office (IkrarStore *store, const IkrarOfficeEdit *edit, GError **error)
{
  g_autoptr (IkrarInstitution) office = ikrar_institution_get (store, error);

  return office != NULL && apply (edit, office) ? ikrar_institution_save (store, office, error) : 0;
}

static IkrarId
save_signatory (IkrarStore *store, const IkrarOfficeEdit *edit, GError **error)
{
  g_autoptr (IkrarSignatory) signatory = ikrar_signatory_get (store, edit->role, error);

  return signatory != NULL && apply (edit, signatory)
             ? ikrar_signatory_save (store, signatory, error)
             : 0;
}

static gpointer
save (IkrarStore *store, gpointer input, const IkrarProgress *progress, GError **error)
{
  const IkrarOfficeEdit *edit = input;
  Saved *saved = g_new0 (Saved, 1);

  saved->done = g_strdup (edit->done);
  saved->journal =
      edit->role == 0 ? save_office (store, edit, error) : save_signatory (store, edit, error);
  return saved;
}

static void
on_saved (gpointer owner, gpointer output, const GError *error)
{
  g_autoptr (Saved) saved = output;

  if (error != NULL)
    ikrar_notice_error (owner, _ ("The Preferences Could Not Be Saved"), error);
  else if (saved->journal != 0)
    ikrar_notice_undo (owner, saved->done, saved->journal);
}

void
ikrar_office_edit_save (IkrarOfficeEdit *edit, GtkWidget *widget, IkrarContext *context)
{
  const IkrarWork work = {
    .func = save,
    .input = edit,
    .free_input = (GDestroyNotify) edit_free,
    .free_output = (GDestroyNotify) saved_free,
    .done = on_saved,
  };

  ikrar_work_start (context, widget, NULL, &work);
}
