/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/chip-bar.h"
#include "ui/common/progress-strip.h"
#include "ui/roster/import-bar.h"
#include "ui/roster/import-fixes.h"
#include "ui/roster/import-foot.h"
#include "ui/roster/import-reading.h"
#include "ui/roster/import-result.h"
#include "ui/roster/import-table.h"
#include "ui/roster/import-window.h"
#include "ui/roster/update-page.h"

G_BEGIN_DECLS

/* What the window is doing in a thread. */
typedef enum
{
  IKRAR_IMPORT_IDLE,
  IKRAR_IMPORT_READING,
  IKRAR_IMPORT_WRITING, /* into the database */
  IKRAR_IMPORT_SAVING,  /* refused rows */
} IkrarImportTask;

struct _IkrarImportWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *cancel_button;
  GtkWidget *file_button;
  GtkWidget *undo_button;
  GtkWidget *menu_button;
  GtkButton *import_button;
  AdwToastOverlay *toasts;
  GtkWidget *body;
  GtkStack *stack;
  IkrarImportBar *bar;
  IkrarChipBar *chips;
  GtkSearchEntry *entry;
  IkrarImportTable *table;
  IkrarImportFoot *foot;
  AdwStatusPage *failure_page;
  GtkWidget *name_box;
  GtkDropDown *name_drop;
  IkrarImportResult *result;
  GtkWidget *offer;
  GtkLabel *offer_label;
  IkrarUpdatePage *update_page;
  IkrarProgressStrip *strip;

  /* Owned */
  IkrarContext *context;
  IkrarImportWanted wanted;    /* what is asked for now */
  IkrarImportWanted shown;     /* what is shown */
  IkrarImportReading *reading; /* what is shown, NULL before the first file */
  IkrarRosterResult *imported; /* what an import did that stands */
  IkrarImportFixes *fixes;     /* of what is asked for now */
  GCancellable *cancellable;   /* ends what the window reads */

  IkrarImportTask task;
  IkrarImportChecked checked; /* what is shown */
  int sheet;                  /* that the row of heads belongs to, -1 for all */
  int asked_line;             /* whose candidates were looked for last, -1 for none */
  gboolean closing;           /* as soon as the task ended */
};

/* Reads what is wanted: first a look at its first rows, then all. */
void _ikrar_import_window_read (IkrarImportWindow *self);

/* Checks all rows of what is shown, as they were corrected. */
void _ikrar_import_window_check (IkrarImportWindow *self);

/* A copy with what was corrected, for another thread. */
IkrarImportWanted *
_ikrar_import_window_copy_wanted (IkrarImportWindow *self, const IkrarImportWanted *wanted);

/* Reads another roster. */
void _ikrar_import_window_take (IkrarImportWindow *self, IkrarImportSource *source);

/* Writes into the cell that is pointed at. */
void _ikrar_import_window_write_cell (IkrarImportWindow *self, const char *text);

/* Corrects the cell that is pointed at, or what it says in all rows. */
void _ikrar_import_window_apply (IkrarImportWindow *self, const char *text, gboolean all);

/* Shows what can be taken back. */
void _ikrar_import_window_update_fixes (IkrarImportWindow *self);

/* Files and cells can be dropped anywhere on the window. */
void _ikrar_import_window_accept_drops (IkrarImportWindow *self);

/* The ways in: choose a file, paste. */
void _ikrar_import_window_install_sources (GtkWidgetClass *widget_class);

/* Looks for those whose number was destroyed, if the row that is selected is such a one. */
void _ikrar_import_window_ask_candidates (IkrarImportWindow *self);

/* What is remembered of columns: saved, loaded, forgotten. */
void _ikrar_import_window_install_memory (GtkWidgetClass *widget_class);

/* What corrects rows, and takes that back. */
void _ikrar_import_window_install_fixes (GtkWidgetClass *widget_class);

/* Shows a page of the stack. */
void _ikrar_import_window_show_page (IkrarImportWindow *self, const char *page);

/* Imports what is shown, or applies what is chosen of the differences. */
void _ikrar_import_window_import (IkrarImportWindow *self, IkrarDifferences *update);

/* Compares what is shown with the event, and shows the differences. */
void _ikrar_import_window_compare (IkrarImportWindow *self);

/* Offers to do so where somebody of the file takes part already. */
void _ikrar_import_window_offer_update (IkrarImportWindow *self);

/* The page of the differences, and the way to it. */
void _ikrar_import_window_install_update (GtkWidgetClass *widget_class);

/* What an import that stands did. */
char *_ikrar_import_window_describe_done (IkrarImportWindow *self);

/* Shows that an import is done. */
void _ikrar_import_window_show_done (IkrarImportWindow *self);

/* Shows what the window is doing: @text, NULL for nothing. */
void
_ikrar_import_window_set_task (IkrarImportWindow *self, IkrarImportTask task, const char *text);

/* Told by all work of the window. */
void _ikrar_import_window_progress (gpointer owner, guint64 done, guint64 total);

/* Lets the window close in a moment if a change has to end first; FALSE if it may close now. */
gboolean _ikrar_import_window_delay_close (IkrarImportWindow *self);

/* Tells the window below of an import that stands. */
void _ikrar_import_window_hand_over (IkrarImportWindow *self);

/* The actions that change something: import, save, undo. */
void _ikrar_import_window_install_deeds (GtkWidgetClass *widget_class);

G_END_DECLS
