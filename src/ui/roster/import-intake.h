/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-source.h"

G_BEGIN_DECLS

/**
 * IkrarImportTaken:
 * @widget: the widget that asked, still on the screen
 * @source: (transfer none): what was pasted or dropped
 *
 * Takes what was pasted or dropped.
 */
typedef void (*IkrarImportTaken) (GtkWidget *widget, IkrarImportSource *source);

/**
 * ikrar_import_intake_accept:
 * @widget: a widget
 * @taken: takes what is dropped
 *
 * Lets files, and cells of a spreadsheet, be dropped on @widget. While something is held over it,
 * an outline says that it would be taken.
 */
void ikrar_import_intake_accept (GtkWidget *widget, IkrarImportTaken taken);

/**
 * ikrar_import_intake_paste:
 * @widget: a widget
 * @taken: takes what is pasted
 *
 * Reads the clipboard: a file that was copied in the file manager, or cells that were copied in a
 * spreadsheet or a browser. Says so where there is neither.
 */
void ikrar_import_intake_paste (GtkWidget *widget, IkrarImportTaken taken);

G_END_DECLS
