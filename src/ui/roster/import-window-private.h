/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include "ui/common/chip-bar.h"
#include "ui/common/progress-strip.h"
#include "ui/roster/import-bar.h"
#include "ui/roster/import-foot.h"
#include "ui/roster/import-table.h"
#include "ui/roster/import-window.h"

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
  AdwStatusPage *done_page;
  GtkButton *done_save_button;
  IkrarProgressStrip *strip;

  /* Owned */
  IkrarContext *context;
  IkrarImportWanted wanted;    /* what is asked for now */
  IkrarImportWanted shown;     /* what is shown */
  IkrarImportReading *reading; /* what is shown, NULL before the first file */
  IkrarRosterResult *imported; /* what an import did that stands */
  GCancellable *cancellable;   /* ends what the window reads */

  IkrarImportTask task;
  guint sheet;      /* that the row of heads belongs to */
  gboolean closing; /* as soon as the task ended */
};

/* Reads what is wanted. */
void _ikrar_import_window_read (IkrarImportWindow *self);

/* Shows what was read. Takes @reading. */
void _ikrar_import_window_show_reading (IkrarImportWindow *self, IkrarImportReading *reading);

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
