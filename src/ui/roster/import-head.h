/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "ui/roster/import-columns.h"

G_BEGIN_DECLS

#define IKRAR_TYPE_IMPORT_HEAD (ikrar_import_head_get_type ())

/**
 * IkrarImportHead:
 *
 * The head of a roster's column as it was written, and above it what the column is taken for, which
 * can be changed.
 *
 * Signals: `changed`, when the user chose another field.
 */
G_DECLARE_FINAL_TYPE (IkrarImportHead, ikrar_import_head, IKRAR, IMPORT_HEAD, GtkBox)

/**
 * ikrar_import_head_new:
 * @column: the column
 * @width: its width
 *
 * Returns: a head
 */
GtkWidget *ikrar_import_head_new (const IkrarRosterColumn *column, int width);

/**
 * ikrar_import_head_get_field:
 * @head: a head
 *
 * Returns: the field that is chosen
 */
IkrarRosterField ikrar_import_head_get_field (IkrarImportHead *head);

/**
 * ikrar_import_head_set_field:
 * @head: a head
 * @field: what the column is taken for
 *
 * Shows it without a signal.
 */
void ikrar_import_head_set_field (IkrarImportHead *head, IkrarRosterField field);

G_END_DECLS
