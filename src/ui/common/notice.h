/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright the Ikrar contributors */

#pragma once

#include <gtk/gtk.h>

#include "core/id.h"

G_BEGIN_DECLS

/**
 * ikrar_notice:
 * @widget: the window that shall show it, or a widget within
 * @message: plain text; names in it are never read as markup
 *
 * Shows a toast.
 */
void ikrar_notice (GtkWidget *widget, const char *message);

/**
 * ikrar_notice_undo:
 * @widget: the window that shall show it, or a widget within
 * @message: plain text: what was done
 * @journal: the journal entry that the toast's button takes back
 *
 * Shows a toast with Undo. The change stands already: if the program ends, nothing is lost.
 */
void ikrar_notice_undo (GtkWidget *widget, const char *message, IkrarId journal);

/**
 * ikrar_notice_undo_by:
 * @widget: the window that shall show it, or a widget within
 * @message: plain text: what was done
 * @action: the action that the toast's button takes it back by
 * @target: (nullable) (transfer floating): its parameter
 *
 * Shows a toast with Undo, for what the journal cannot take back by itself.
 */
void
ikrar_notice_undo_by (GtkWidget *widget, const char *message, const char *action, GVariant *target);

/**
 * ikrar_notice_file:
 * @widget: the window that shall show it, or a widget within
 * @message: plain text: what was saved
 * @file: the file, which the toast's button opens
 *
 * Shows a toast with Open.
 */
void ikrar_notice_file (GtkWidget *widget, const char *message, GFile *file);

/**
 * ikrar_notice_error:
 * @widget: the window that shall show it, or a widget within
 * @heading: what could not be done
 * @error: why
 *
 * Shows a dialog. Cancellation is nothing to tell of and is left out.
 */
void ikrar_notice_error (GtkWidget *widget, const char *heading, const GError *error);

G_END_DECLS
