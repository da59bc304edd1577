/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#define G_LOG_DOMAIN "ikrar-ui"

#include "config.h"

#include "ui/roster/import-notes.h"

#include <glib/gi18n-lib.h>

#include "ui/roster/import-note.h"
#include "ui/roster/import-words.h"

#define CLUE_KEY "ikrar-clue"

struct _IkrarImportNotes
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkBox *list;
};

enum
{
  SIGNAL_CORRECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkrarImportNotes, ikrar_import_notes, GTK_TYPE_POPOVER)

/* What can be done about a clue; the others only tell. */
static const char *const verbs[IKRAR_N_CLUES] = {
  [IKRAR_CLUE_HEAD_ROWS] = N_ ("_Change Row"),
  [IKRAR_CLUE_NO_HEADS] = N_ ("_Change Row"),
  [IKRAR_CLUE_HEADS_OF_SHEET] = N_ ("_Change Row"),
  [IKRAR_CLUE_COLUMN_BY_CONTENT] = N_ ("_Change Column"),
  [IKRAR_CLUE_COLUMN_TWICE] = N_ ("_Change Column"),
  [IKRAR_CLUE_COLUMNS_SHIFTED] = N_ ("_Change Column"),
  [IKRAR_CLUE_NATIONAL_ID] = N_ ("_Change Column"),
  [IKRAR_CLUE_PRIVATE_DROPPED] = N_ ("_Show Columns"),
  [IKRAR_CLUE_HIDDEN_COLUMNS] = N_ ("_Show Columns"),
  [IKRAR_CLUE_SHEET_HIDDEN] = N_ ("_Choose Sheet"),
  [IKRAR_CLUE_SHEET_SUMMARY] = N_ ("_Choose Sheet"),
  [IKRAR_CLUE_SHEET_NO_NAMES] = N_ ("_Choose Sheet"),
  [IKRAR_CLUE_REMEMBERED] = N_ ("_Forget"),
};

static void
on_corrected (IkrarImportNotes *self, GtkWidget *note)
{
  const IkrarClue *clue = g_object_get_data (G_OBJECT (note), CLUE_KEY);
  guint code = clue->code, column = clue->column;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CORRECTED], 0, code, column);
}

static void
ikrar_import_notes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IKRAR_TYPE_IMPORT_NOTES);
  G_OBJECT_CLASS (ikrar_import_notes_parent_class)->dispose (object);
}

static void
ikrar_import_notes_class_init (IkrarImportNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ikrar_import_notes_dispose;

  /**
   * IkrarImportNotes::corrected:
   * @notes: the notes
   * @code: what the clue is about
   * @column: its column of the file, %IKRAR_CLUE_NO_COLUMN for none
   */
  signals[SIGNAL_CORRECTED] =
      g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/ikrar/Ikrar/ui/import-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, IkrarImportNotes, list);
}

static void
ikrar_import_notes_init (IkrarImportNotes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_note (IkrarImportNotes *self, const IkrarRosterResult *result, const IkrarClue *clue)
{
  const IkrarLayout *layout = ikrar_roster_result_get_layout (result);
  const char *sheet = ikrar_layout_get_n_sheets (layout) > 1
                          ? ikrar_layout_get_sheet_name (layout, clue->sheet)
                          : "";
  const char *verb = verbs[clue->code];
  GtkWidget *note = ikrar_import_note_new (clue, sheet, verb != NULL ? _ (verb) : NULL);

  g_object_set_data (G_OBJECT (note), CLUE_KEY, (gpointer) clue);
  g_signal_connect_object (note, "corrected", G_CALLBACK (on_corrected), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->list, note);
}

void
ikrar_import_notes_show (IkrarImportNotes *self, const IkrarRosterResult *result)
{
  GtkWidget *child;

  g_return_if_fail (IKRAR_IS_IMPORT_NOTES (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < ikrar_roster_result_get_n_clues (result); i++)
    add_note (self, result, ikrar_roster_result_get_clue (result, i));
}
