/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "store/context.h"
#include "store/institution.h"

G_BEGIN_DECLS

/**
 * IkrarOfficeEdit:
 *
 * A change of some fields of the office or of a signatory, on its way to the database. Only those
 * fields are written: what another window changed meanwhile stays.
 */
typedef struct _IkrarOfficeEdit IkrarOfficeEdit;

/**
 * ikrar_office_edit_new:
 * @role: which signatory, 0 for the office
 * @done: what a toast says when it is saved
 *
 * Returns: (transfer full): an edit that changes nothing yet
 */
IkrarOfficeEdit *ikrar_office_edit_new (int role, const char *done);

/**
 * ikrar_office_edit_set_text:
 * @edit: an edit
 * @field: offset of a text in [struct@Institution] or [struct@Signatory]
 * @text: what shall stand in it
 */
void ikrar_office_edit_set_text (IkrarOfficeEdit *edit, gsize field, const char *text);

/**
 * ikrar_office_edit_set_int:
 * @edit: an edit
 * @field: offset of a number or an enumeration
 * @value: what shall stand in it
 */
void ikrar_office_edit_set_int (IkrarOfficeEdit *edit, gsize field, int value);

/**
 * ikrar_office_edit_save:
 * @edit: (transfer full): an edit
 * @widget: the widget whose window tells how it went, with Undo
 * @context: the database
 *
 * Saves in a thread; nothing is written or told if all of it stands there already. Main thread.
 */
void ikrar_office_edit_save (IkrarOfficeEdit *edit, GtkWidget *widget, IkrarContext *context);

G_END_DECLS
